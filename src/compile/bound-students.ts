/** Walking sections that the school speaks of, and the students it holds in them. */
import type { SchoolModel } from '../school/model.ts';
import type { CourseUnits } from '../school/takers.ts';
import type { Section } from '../school/types.ts';

const named = new WeakMap<SchoolModel, Section[]>();

/** The school's sections, and those of the solver's making that a lock names (`course/1`): what is held in them must find them. */
export function namedSections(model: SchoolModel): Section[] {
  const known = named.get(model);
  if (known) return known;
  const sections = [...(model.school.sections ?? [])];
  for (const { section: id } of model.school.locks ?? []) {
    if (typeof id !== 'string' || sections.some((section) => section.id === id)) continue;
    const slash = id.lastIndexOf('/');
    const course = id.slice(0, slash);
    const number = id.slice(slash + 1);
    const walks = /^[1-9]\d*$/.test(number) && !model.homeroomOf.has(number);
    if (walks && model.courseOf.has(course)) sections.push({ id, course });
  }
  named.set(model, sections);
  return sections;
}

/** Given sections that name their homerooms and leave the students to be found. */
const namesHomeroomsOnly = (section: Section): boolean =>
  section.homerooms !== undefined && section.students === undefined;

/**
 * Holds the students of each homeroom in the given section that names it; where several do, they share the homeroom evenly. Takers who
 * are held already, by a lock or a list, stay where they are.
 */
function bindByHomeroom(model: SchoolModel, sections: Section[], takers: number[], bound: Map<number, Section>): void {
  const naming = sections.filter(namesHomeroomsOnly);
  if (naming.length === 0) return;
  const placed = new Map<Section, number>();
  for (const student of takers) {
    const homeroom = model.school.homerooms[model.studentHomeroom[student] ?? -1]?.id ?? '';
    if (bound.has(student)) continue;
    const fewest = naming
      .filter((section) => section.homerooms?.includes(homeroom))
      .toSorted((a, b) => (placed.get(a) ?? 0) - (placed.get(b) ?? 0))[0];
    if (fewest === undefined) continue;
    bound.set(student, fewest);
    placed.set(fewest, (placed.get(fewest) ?? 0) + 1);
  }
}

/**
 * The section each student is held in by a lock, by a given section's list or by its homerooms, by plan course; `pools` are the walking
 * pools with their takers.
 */
export function boundSections(
  model: SchoolModel,
  pools: readonly { course: number; takers: number[] }[],
): Map<number, Map<number, Section>> {
  const bound = new Map<number, Map<number, Section>>();
  const hold = (student: number | undefined, section: Section | undefined): void => {
    const course = section && model.courseOf.get(section.course);
    if (student === undefined || section === undefined || course === undefined) return;
    const ofCourse = bound.get(course) ?? new Map<number, Section>();
    bound.set(course, ofCourse.set(student, section));
  };
  for (const section of model.school.sections ?? []) {
    for (const id of section.students ?? []) hold(model.studentOf.get(id), section);
  }
  for (const lock of model.school.locks ?? []) {
    if (lock.student === undefined) continue;
    hold(
      model.studentOf.get(lock.student),
      namedSections(model).find((section) => section.id === lock.section),
    );
  }
  for (const { course, takers } of pools) {
    const own = (model.school.sections ?? []).filter((section) => model.courseOf.get(section.course) === course);
    const ofCourse = bound.get(course) ?? new Map<number, Section>();
    bindByHomeroom(model, own, takers, ofCourse);
    bound.set(course, ofCourse);
  }
  return bound;
}

/** The pool that a given walking section belongs to: that of its first student or homeroom, else the first; −1: a home section. */
export function poolOfGiven(model: SchoolModel, units: CourseUnits[], section: Section): number {
  const course = model.courseOf.get(section.course) ?? -1;
  const unit = units[course];
  if (!unit) return -1;
  const named = (section.homerooms ?? []).map((id) => model.homeroomOf.get(id) ?? -1);
  if (named.length === 1 && unit.homes.some((home) => home.homeroom === named[0])) return -1;
  const student = model.studentOf.get(section.students?.[0] ?? '');
  const byStudent = unit.pools.find((pool) => student !== undefined && pool.takers.includes(student));
  const byHome = unit.pools.find((pool) => pool.takers.some((s) => named.includes(model.studentHomeroom[s] ?? -1)));
  return (byStudent ?? byHome ?? unit.pools[0])?.index ?? -1;
}
