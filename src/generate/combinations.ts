/** How many students of a grade choose each combination, so that every homeroom has its leading subjects in common. */
import { apportion } from './apportion.ts';

export interface CombinationCount {
  /** shorts, e.g. 物化生; the first one is the first choice */
  combination: string;
  students: number;
}

export interface FirstChoice {
  /** what all its students have in common */
  short: string;
  homerooms: number;
  combinations: CombinationCount[];
}

/**
 * Homerooms are shared out over the first choices (the first `keeps` subjects), and the students of each first choice over its
 * combinations, both by largest remainder. First choices keep the order in which the shares name them.
 */
export function firstChoices(
  shares: Record<string, number>,
  homerooms: number,
  studentsEach: number,
  keeps = 1,
): FirstChoice[] {
  const byFirst = new Map<string, [string, number][]>();
  for (const [combination, share] of Object.entries(shares)) {
    const first = [...combination].slice(0, keeps).join('');
    byFirst.set(first, [...(byFirst.get(first) ?? []), [combination, share]]);
  }
  const groups = [...byFirst.entries()];
  const rooms = apportion(
    groups.map(([, list]) => list.reduce((sum, [, share]) => sum + share, 0)),
    homerooms,
  );
  return groups.map(([short, list], index) => {
    const count = rooms[index] ?? 0;
    const students = apportion(
      list.map(([, share]) => share),
      count * studentsEach,
    );
    return {
      short,
      homerooms: count,
      combinations: list.map(([combination], i) => ({ combination, students: students[i] ?? 0 })),
    };
  });
}
