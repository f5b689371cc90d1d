/** Which students may change sections while the week is searched, and where each could go. */
import { itemsOf, makeCsr, noEnrolments, type EnrolmentTable } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { boundSections } from './bound-students.ts';
import { walkingCap } from './plan-problem.ts';
import { oversize, twiceInLine } from './settled.ts';
import { occupantsOf, type CompiledSection } from './sections.ts';

export interface EventLinks {
  /** per section: its room demands */
  demandsOf: { demand: number }[][];
  /** [demands] row in sets */
  set: number[];
  /** rooms of each row */
  sets: number[][];
  /** [rooms] most students of a section in it */
  places: Int32Array;
  /** sections that a rule looks at together with those of which they have students */
  compared: Set<number>;
}

/** [sections] most students that each of the rooms a section may use can hold. */
function smallestRooms({ demandsOf, set, sets, places }: EventLinks): number[] {
  const ofSet = sets.map((rooms) => Math.min(Infinity, ...rooms.map((room) => places[room] ?? 0)));
  return demandsOf.map((demands) =>
    Math.min(Infinity, ...demands.map(({ demand }) => ofSet[set[demand] ?? -1] ?? Infinity)),
  );
}

/** Whether a room that the section may use is for certain homerooms: then its students decide about its rooms. */
function dependsOnHomerooms(model: SchoolModel, { demandsOf, set, sets }: EventLinks, event: number): boolean {
  return (demandsOf[event] ?? []).some(({ demand }) =>
    (sets[set[demand] ?? -1] ?? []).some((room) => model.school.rooms[room]?.homerooms !== undefined),
  );
}

/** Rules whose `students` are those they speak of, not a way to select sections. */
const NAMES_STUDENTS = /^student/;
/** Rules that select students by their homerooms. */
const OF_HOMEROOMS = /^(student|walking\.moves|building\.change)\b/;

/** Students by whom rules select sections, themselves or their homerooms: where they sit decides what a rule looks at, so they stay. */
function selectingStudents(model: SchoolModel): Set<number> {
  const named = model.rules.flatMap(({ type, rule }) => {
    const ofPeople = OF_HOMEROOMS.test(type);
    const byName = ofPeople || NAMES_STUDENTS.test(type) ? [] : (rule.students ?? []);
    const byHomeroom = ofPeople ? [] : (rule.homerooms ?? []);
    return [
      ...byName.flatMap((id) => model.studentOf.get(id) ?? []),
      ...byHomeroom.flatMap((id) => model.homeroomStudents[model.homeroomOf.get(id) ?? -1] ?? []),
    ];
  });
  return new Set(named);
}

/** Nobody is moved against an earlier week: there the fewest changes are wanted, and the sections are settled with them. */
export function enrolmentTable(model: SchoolModel, sections: CompiledSection[], rooms: EventLinks): EnrolmentTable {
  if (model.base) return noEnrolments(sections.length);
  const isOpen = (section: CompiledSection, event: number): boolean =>
    section.pool >= 0 &&
    section.given?.students === undefined &&
    section.given?.homerooms === undefined &&
    section.size === section.students.length &&
    oversize(model, section) === 0 &&
    !rooms.compared.has(event) &&
    !dependsOnHomerooms(model, rooms, event);
  const byChoice = new Map<string, number[]>();
  sections.forEach((section, event) => {
    if (!isOpen(section, event)) return;
    const key = `${section.course} ${section.pool}`;
    byChoice.set(key, [...(byChoice.get(key) ?? []), event]);
  });
  const choices = [...byChoice.values()].filter((events) => events.length > 1);
  const choiceOf = new Int32Array(sections.length).fill(-1);
  choices.forEach((events, choice) => events.forEach((event) => (choiceOf[event] = choice)));
  const held = boundSections(
    model,
    sections.flatMap((section, event) =>
      choiceOf[event] === -1 ? [] : [{ course: section.course, takers: section.students }],
    ),
  );
  // Counted with the sections: so they stay.
  const twice = new Set(twiceInLine(model, sections));
  const selecting = selectingStudents(model);
  const caps = model.courses.map((_, course) => walkingCap(model, course));
  const smallest = smallestRooms(rooms);
  const student: number[] = [];
  const event: number[] = [];
  const stays = sections.map((section, at) =>
    occupantsOf(model, section).filter((who) => {
      const isHeld = held.get(section.course)?.has(who) ?? false;
      if (choiceOf[at] === -1 || isHeld || twice.has(who) || selecting.has(who)) return true;
      student.push(who);
      event.push(at);
      return false;
    }),
  );
  return {
    count: student.length,
    student: Int32Array.from(student),
    event: Int32Array.from(event),
    choiceOf,
    choices: makeCsr(choices),
    most: Int32Array.from(sections, (section, at) =>
      Math.max(section.size, Math.min(caps[section.course] ?? 0, smallest[at] ?? Infinity)),
    ),
    stays: makeCsr(stays),
  };
}

/** The sections with the students that a search put into them, in file order. */
export function enrolledSections(
  sections: CompiledSection[],
  table: EnrolmentTable,
  enrolled: Int32Array,
): CompiledSection[] {
  const moved: number[][] = sections.map(() => []);
  table.student.forEach((who, enrolment) => moved[enrolled[enrolment] ?? -1]?.push(who));
  return sections.map((section, event) => {
    if ((table.choiceOf[event] ?? -1) < 0) return section;
    const students = [...itemsOf(table.stays, event), ...(moved[event] ?? [])].sort((a, b) => a - b);
    return { ...section, students, size: students.length };
  });
}
