/** What every neighbourhood is: it proposes a change with its exact cost difference, and then carries it out or drops it. */
import type { RandomState } from '../../search/random.ts';
import type { WeekState } from '../state.ts';

/** Returned by propose where there is nothing to try. */
export const NOTHING = 0x7fffffff;

export interface Neighbourhood {
  name: string;
  /** Draws a change; its exact cost difference, or NOTHING. May leave the state changed until accept or reject is called. */
  propose(random: RandomState): number;
  accept(): void;
  reject(): void;
  /** Writes the positions from before the proposed change into a copy of the state's positions. */
  restoreInto(lessonSlot: Int32Array, roleTeacher: Int32Array): void;
}

/** Made for one state; null where the problem has nothing for it to do. */
export type NeighbourhoodMaker = (state: WeekState) => Neighbourhood | null;

/** Whether somebody teaches in both lessons. */
export function sharesTeacher(state: WeekState, one: number, other: number): boolean {
  const { roles } = state.problem.lessons;
  for (let i = roles.start[one]; i < roles.start[one + 1]; i++) {
    const teacher = state.roleTeacher[roles.item[i]];
    if (teacher < 0) continue;
    for (let j = roles.start[other]; j < roles.start[other + 1]; j++) {
      if (state.roleTeacher[roles.item[j]] === teacher) return true;
    }
  }
  return false;
}

/** Lessons that are held in the same week as others of their event change weeks together only (flip-weeks). */
export function keepsWeek(state: WeekState, lesson: number, from: number, to: number): boolean {
  const { lessons, slots } = state.problem;
  if (lessons.parity[lesson] === 0 || from < 0) return true;
  return Math.floor(from / slots.perWeek) === Math.floor(to / slots.perWeek);
}
