/**
 * `teachers.periods`: courses whose sections need more periods than all who may teach any of them can give. A teacher gives at most
 * load.max, at most the free slots there are for these lessons, and only whole sections: with sections of 4 periods, 12 of 14.
 * With `slots` facts, only the lessons that cannot lie elsewhere count, and only these slots.
 */
import { fact, type Finding } from '../finding.ts';
import { hallViolation } from '../hall.ts';
import type { CourseNeed, Situation } from '../situation.ts';
import { countOf, isInside, lessonGroups, placeOf, slotFacts, teacherPeriods, unionWindow } from '../windows.ts';

interface Count {
  needed: number;
  available: number;
  /** by course, in the order given */
  demands: number[];
  teachers: { teacher: number; periods: number }[];
}

const coursesOf = (needs: readonly CourseNeed[]) =>
  needs.map((need) => ({ course: need.course, place: placeOf(need) }));

/** The largest sum of whole sections that is no more than `most`. */
function wholeSections(most: number, periods: readonly number[]): number {
  const reached = new Uint8Array(most + 1);
  reached[0] = 1;
  for (let sum = 1; sum <= most; sum++) {
    if (periods.some((each) => each > 0 && each <= sum && reached[sum - each])) reached[sum] = 1;
  }
  return reached.lastIndexOf(1);
}

/** What one of those who may teach any of the courses can give in these slots; `whole`: only whole sections. */
export function teacherGives(
  situation: Situation,
  teacher: number,
  needs: readonly CourseNeed[],
  slots: Uint8Array,
  whole: boolean,
): number {
  const own = needs.filter((need) => need.teachers.includes(teacher));
  const most = teacherPeriods(situation, teacher, coursesOf(own), slots);
  const lengths = [...new Set(own.map(({ course }) => situation.model.courses[course]?.periods ?? 0))];
  return whole ? wholeSections(most, lengths) : most;
}

function countTeachers(
  situation: Situation,
  needs: readonly CourseNeed[],
  slots: Uint8Array,
  whole: boolean,
): Pick<Count, 'available' | 'teachers'> {
  const all = [...new Set(needs.flatMap((need) => need.teachers))].sort((a, b) => a - b);
  const teachers = all.map((teacher) => ({
    teacher,
    periods: teacherGives(situation, teacher, needs, slots, whole),
  }));
  return { teachers, available: teachers.reduce((sum, { periods }) => sum + periods, 0) };
}

/** All lessons of the courses against all that their teachers can give. */
function countAll(situation: Situation, needs: readonly CourseNeed[]): Count {
  const demands = needs.map(({ course, apart }) => apart * (situation.model.courses[course]?.periods ?? 0));
  const slots = unionWindow(situation, coursesOf(needs));
  return {
    demands,
    needed: demands.reduce((a, b) => a + b, 0),
    ...countTeachers(situation, needs, slots, true),
  };
}

/** The lessons that must lie in these slots. */
function countInside(situation: Situation, needs: readonly CourseNeed[], slots: Uint8Array): Count {
  const demands = needs.map((need) => {
    const inside = lessonGroups(situation, need.course, placeOf(need)).filter(({ window }) => isInside(window, slots));
    return need.apart * inside.reduce((sum, { periods }) => sum + periods, 0);
  });
  return {
    demands,
    needed: demands.reduce((a, b) => a + b, 0),
    ...countTeachers(situation, needs, slots, false),
  };
}

/** Without any one of the courses the rest can be taught. */
function shrink(needs: readonly CourseNeed[], count: (needs: readonly CourseNeed[]) => Count): CourseNeed[] {
  let kept = [...needs];
  for (const need of [...needs].reverse()) {
    const rest = kept.filter((it) => it !== need);
    const { needed, available } = count(rest);
    if (rest.length > 0 && needed > available) kept = rest;
  }
  return kept;
}

function findingOf(
  situation: Situation,
  needs: readonly CourseNeed[],
  count: Count,
  slots: Uint8Array | null,
): Finding {
  const { model } = situation;
  const sums: Record<string, number> = { needed: count.needed, available: count.available };
  const facts: string[] = [];
  needs.forEach((need, index) => {
    const name = fact('course', model.courses[need.course]?.id ?? '');
    facts.push(name);
    sums[name] = count.demands[index] ?? 0;
    sums[`sections ${name}`] = need.apart;
  });
  for (const { teacher, periods } of count.teachers) {
    const name = fact('teacher', model.school.teachers[teacher]?.id ?? '');
    facts.push(name);
    sums[name] = periods;
  }
  if (slots) {
    sums['slots'] = countOf(slots);
    facts.push(...slotFacts(model.grid, slots));
  }
  return { kind: 'teachers.periods', facts, sums };
}

/** Sets of courses that are worth a look: each subject, each subject in a grade, each alone, and what a smallest cut finds. */
function families(situation: Situation, needs: readonly CourseNeed[]): CourseNeed[][] {
  const { model } = situation;
  const by = new Map<string, CourseNeed[]>();
  for (const need of needs) {
    const course = model.courses[need.course];
    const keys = [`c${need.course}`, `s${course?.subject}`, `s${course?.subject} g${course?.grade}`];
    for (const key of keys) by.set(key, [...(by.get(key) ?? []), need]);
  }
  const slots = unionWindow(situation, coursesOf(needs));
  const { teachers } = countTeachers(situation, needs, slots, false);
  const placeOfTeacher = new Map(teachers.map(({ teacher }, index) => [teacher, index]));
  const demands = needs.map((need) => ({
    amount: need.apart * (model.courses[need.course]?.periods ?? 0),
    places: need.teachers.map((teacher) => placeOfTeacher.get(teacher) ?? 0),
  }));
  const cut = hallViolation(
    demands,
    teachers.map(({ periods }) => periods),
  );
  const found = cut?.flatMap((index) => needs[index] ?? []) ?? [];
  return [...by.values(), ...(found.length > 0 ? [found] : [])].sort((a, b) => a.length - b.length);
}

/** The distinct windows that are smaller than all that is open, with the courses that have lessons confined to them. */
function narrowWindows(situation: Situation, needs: readonly CourseNeed[]): Uint8Array[] {
  const masks = new Map<string, Uint8Array>();
  for (const need of needs) {
    const groups = lessonGroups(situation, need.course, placeOf(need));
    const open = countOf(situation.model.gradeOpen[situation.model.courses[need.course]?.grade ?? -1] ?? []);
    for (const { window } of groups) {
      const slots = countOf(window);
      // A lesson that can lie nowhere is another finding.
      if (slots > 0 && slots < open) masks.set(window.join(''), window);
    }
  }
  return [...masks.values()];
}

export function findTeacherPeriods(situation: Situation): Finding[] {
  const { model } = situation;
  // Parts of a period and slots are not one currency: a course that counts in part in loads is left out. So is what each class has with
  // its head teacher: see `teacher.bound`.
  const needs = situation.needs.filter(
    ({ course, needsTeacher, apart }) =>
      needsTeacher &&
      apart > 0 &&
      model.courses[course]?.loadPercent === 100 &&
      model.courses[course]?.teachers !== 'head',
  );
  const placed = needs.filter((need) => countOf(unionWindow(situation, coursesOf([need]))) > 0);
  const found: Finding[] = [];
  const told = new Set<number>();
  const tell = (kept: CourseNeed[], finding: Finding): void => {
    if (kept.some(({ course }) => told.has(course))) return;
    for (const { course } of kept) told.add(course);
    found.push(finding);
  };
  for (const family of families(situation, placed)) {
    const { needed, available } = countAll(situation, family);
    if (needed <= available) continue;
    const kept = shrink(family, (some) => countAll(situation, some));
    tell(kept, findingOf(situation, kept, countAll(situation, kept), null));
  }
  for (const slots of narrowWindows(situation, placed)) {
    const confined = placed.filter((need) =>
      lessonGroups(situation, need.course, placeOf(need)).some(({ window }) => isInside(window, slots)),
    );
    const teachers = [...new Set(confined.flatMap((need) => need.teachers))];
    const demands = confined.map((need, index) => ({
      amount: countInside(situation, confined, slots).demands[index] ?? 0,
      places: need.teachers.map((teacher) => teachers.indexOf(teacher)),
    }));
    const capacity = teachers.map((teacher) => {
      const own = confined.filter((need) => need.teachers.includes(teacher));
      return teacherPeriods(situation, teacher, coursesOf(own), slots);
    });
    const cut = hallViolation(demands, capacity);
    if (cut === null) continue;
    const count = (some: readonly CourseNeed[]): Count => countInside(situation, some, slots);
    const kept = shrink(
      cut.flatMap((index) => confined[index] ?? []),
      count,
    );
    // Where a teacher cannot be anywhere else, the slots say nothing more.
    const plain = countAll(situation, kept);
    if (plain.needed > plain.available) tell(kept, findingOf(situation, kept, plain, null));
    else tell(kept, findingOf(situation, kept, count(kept), slots));
  }
  return found;
}
