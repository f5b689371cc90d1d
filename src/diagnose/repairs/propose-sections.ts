/** Changes of sections, their sizes, lines, and of who takes what. */
import { changeChoices, dropCombinations } from './combinations.ts';
import type { Change } from './change.ts';
import { leastAmount, periodsOf, type Propose } from './ground.ts';

/** Students more in a section at most, and sections fewer, for an office to think of it. */
const MOST_LARGER = 10;
const MOST_FEWER = 3;

/** A class size at which the course needs a section fewer, or as many fewer as will do. */
export const larger: Propose = (ground) => {
  const { needs, school, situation } = ground;
  return needs.flatMap((need): Change[][] => {
    const { id = '', sections: stated } = school.courses[need.course] ?? {};
    const { max } = situation.model.courses[need.course]?.size ?? { max: 0 };
    if (need.forming || stated !== undefined || need.cap !== max) return [];
    const students = need.unit.pools.reduce((sum, { takers }) => sum + takers.length, 0);
    const changes = Array.from({ length: MOST_FEWER }, (_, index) => need.walkingSections - 1 - index)
      .filter((sections) => sections >= 1)
      .map((sections) => Math.ceil(students / sections) - max)
      .filter((by) => by > 0 && by <= MOST_LARGER)
      .map((by): Change => ({ kind: 'size.raise', course: id, by }));
    const chosen = changes.find((change) => ground.lifts([change])) ?? changes[0];
    return chosen ? [[chosen]] : [];
  });
};

export const moreSections: Propose = (ground) =>
  ground.needs.flatMap(({ course, cap }): Change[][] => {
    const { id = '', sections } = ground.school.courses[course] ?? {};
    const by = Math.max(1, Math.ceil(ground.short / Math.max(1, cap)));
    return typeof sections === 'number'
      ? [[{ kind: 'section.add', course: id, by, periods: periodsOf(ground.situation, course) }]]
      : [];
  });

export const largerSections: Propose = ({ needs, school, short, finding }) =>
  needs.map(({ course }): Change[] => {
    const by = Math.ceil(short / Math.max(1, finding.sums['sections'] ?? 1));
    return [{ kind: 'size.raise', course: school.courses[course]?.id ?? '', by }];
  });

export const smallerLeast: Propose = ({ needs, school, finding }) =>
  needs.map(({ course }): Change[] => [
    {
      kind: 'size.lower',
      course: school.courses[course]?.id ?? '',
      to: Math.floor((finding.sums['students'] ?? 0) / Math.max(1, finding.sums['needed'] ?? 1)),
    },
  ]);

export const moreLines: Propose = ({ needs, school, short }) => {
  const grade = school.grades.find(({ id }) => id === school.courses[needs[0]?.course ?? -1]?.grade);
  if (grade?.lines === undefined) return [];
  const unbound: Change[] = [{ kind: 'line.unbind', grade: grade.id }];
  if (typeof grade.lines === 'number') return [[{ kind: 'line.add', grade: grade.id, by: short }], unbound];
  const slotted = grade.lines.some(({ slots }) => slots !== undefined);
  return slotted ? [[{ kind: 'line.free', grade: grade.id }], unbound] : [unbound];
};

export const combinations: Propose = ({ situation, needs }) =>
  dropCombinations(situation, needs).map((change) => [change]);

/** As many students as are too many choose anew. */
export const chooseAnew: Propose = ({ situation, needs, short }) =>
  needs.map(({ course }) => changeChoices(situation, course, short)).filter((changes) => changes.length > 0);

const MOST_LEAVING = 6;

/** Students who have joined the course of their own will leave it, the fewest with whom the cause is gone. */
export const leaveCourse: Propose = (ground) => {
  const changes = ground.needs.flatMap(({ course, takers }): Change[] => {
    const { id = '' } = ground.school.courses[course] ?? {};
    const others = new Set(ground.needs.flatMap((it) => (it.course === course ? [] : it.takers)));
    const extra = takers.filter((s) => others.has(s) && ground.school.students[s]?.extra?.includes(id));
    const students = extra.map((s) => ground.school.students[s]?.id ?? '');
    if (students.length === 0) return [];
    const make = (count: number): Change[] => [
      { kind: 'choice.leave', course: id, students: students.slice(0, count) },
    ];
    const count = leastAmount(ground, Math.min(MOST_LEAVING, students.length), make);
    return count === null ? [] : make(count);
  });
  const fewest = changes.toSorted((a, b) => leavers(a) - leavers(b)).slice(0, 1);
  return fewest.map((change) => [change]);
};

const leavers = (change: Change): number => (change.kind === 'choice.leave' ? change.students.length : 0);
