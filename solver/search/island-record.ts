/**
 * An island's whole state in one fixed-size array, so that any thread can take any island and a dead thread costs nothing but time.
 * Layout: header, then the current positions (lessons, roles, enrolments), then the best known (the same, and rooms).
 */
import type { Problem, Solution } from '../problem/problem.ts';

/** All that a search moves; rooms are matched to it. */
export type Position = Pick<Solution, 'lessonSlot' | 'roleTeacher' | 'enrolled'>;

export interface IslandRecord {
  words: Int32Array;
  /** views into words */
  header: Int32Array;
  current: Position;
  best: Solution;
}

export const HEADER = { bestHard: 0, bestSoft: 1, hardWeight: 2, accepted: 3, epochCost: 4 } as const;

/** `bestHard` of a week that is only placed: no epoch has passed, nobody has scored it, and it has no rooms. */
export const UNSCORED = 0x7fffffff;

const HEADER_WORDS = 8;

export function islandWords(problem: Problem): number {
  return (
    HEADER_WORDS +
    2 * (problem.lessons.count + problem.roles.count + problem.enrolments.count) +
    problem.roomDemands.count
  );
}

export function viewIsland(problem: Problem, words: Int32Array): IslandRecord {
  const lessons = problem.lessons.count;
  const roles = problem.roles.count;
  let at = 0;
  const take = (length: number): Int32Array => words.subarray(at, (at += length));
  const header = take(HEADER_WORDS);
  const position = (): Position => ({
    lessonSlot: take(lessons),
    roleTeacher: take(roles),
    enrolled: take(problem.enrolments.count),
  });
  const current = position();
  const best = { ...position(), demandRoom: take(problem.roomDemands.count) };
  return { words, header, current, best };
}
