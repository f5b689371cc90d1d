/** A cause as proposals look at it: the school, what is short by how much, and whether changes would lift it. */
import type { School } from '../../school/types.ts';
import { isStillFound } from '../find.ts';
import type { Finding } from '../finding.ts';
import type { CourseNeed, Situation } from '../situation.ts';
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';

export interface Ground {
  situation: Situation;
  school: School;
  finding: Finding;
  /** by how much there is too little: periods of the cycle, students or counts, as the kind says */
  short: number;
  /** of a kind of fact */
  ids(kind: string): string[];
  needs: CourseNeed[];
  /** Whether nothing of the kind is found against the same courses, sections or locks any more. */
  lifts(changes: readonly Change[]): boolean;
}

/** Each entry: changes that are made together. */
export type Propose = (ground: Ground) => Change[][];

const courseIdOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

export function groundOf(situation: Situation, finding: Finding): Ground {
  const { school, courseOf } = situation.model;
  const ids = (kind: string): string[] =>
    finding.facts.flatMap((fact) => (fact.startsWith(`${kind}:`) ? [fact.slice(kind.length + 1)] : []));
  const sectionCourses = ids('section').map(
    (id) => school.sections?.find((section) => section.id === id)?.course ?? courseIdOf(id),
  );
  const courses = [...new Set([...ids('course'), ...sectionCourses])];
  return {
    situation,
    school,
    finding,
    short: Math.max(1, (finding.sums['needed'] ?? 0) - (finding.sums['available'] ?? 0)),
    ids,
    needs: courses.flatMap((id) => situation.needs[courseOf.get(id) ?? -1] ?? []),
    lifts: (changes) => !isStillFound(changes.reduce(applyChange, school), finding),
  };
}

/** The smallest amount up to `most` that lifts the cause, where a larger one does so too. */
export function leastAmount({ lifts }: Ground, most: number, make: (amount: number) => Change[]): number | null {
  if (most < 1 || !lifts(make(most))) return null;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (lifts(make(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function least(ground: Ground, most: number, make: (amount: number) => Change[]): Change[][] {
  const amount = leastAmount(ground, most, make);
  return amount === null ? [] : [make(amount)];
}

export const weekly = ({ situation, short }: Ground): number => Math.ceil(short / situation.model.grid.weeks);

/** a week */
export const periodsOf = ({ model }: Situation, course: number): number =>
  (model.courses[course]?.periods ?? 0) / model.grid.weeks;

/** Slots one after another of different days, so that what may lie there is spread over the week. */
export function dayByDay(slotIds: readonly string[]): string[] {
  const byDay = new Map<string, string[]>();
  for (const id of slotIds) {
    const day = id.split('.')[0] ?? '';
    byDay.set(day, [...(byDay.get(day) ?? []), id]);
  }
  const days = [...byDay.values()];
  const rounds = Math.max(0, ...days.map((list) => list.length));
  return Array.from({ length: rounds }, (_, round) => days.flatMap((list) => list[round] ?? [])).flat();
}
