/** Solves that find out whether a school can be done, with as many epochs as are allowed. */
import { writeSchool } from '../generate/write-school.ts';
import { readSchool } from '../school/read.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { solve } from './solve.ts';
import type { RepairOptions } from './types.ts';

export function cappedSolve(
  school: School,
  { seed, threads, epochs, interrupt }: RepairOptions,
  text = writeSchool(school),
): Promise<Timetable> {
  return solve(school, new TextEncoder().encode(text), {
    seed,
    threads,
    epochs,
    islands: 2,
    target: { kind: 'complete' },
    reproduce: '',
    ...(interrupt ? { interrupt } : {}),
  });
}

/** null where the changed school cannot be read. */
export async function tryChanged(school: School, options: RepairOptions): Promise<Timetable | null> {
  const text = writeSchool(school);
  return readSchool(text).school === null ? null : cappedSolve(school, options, text);
}

/** Whether a complete week of the changed school was found. */
export const isCured = async (school: School, options: RepairOptions): Promise<boolean> =>
  (await tryChanged(school, options))?.status === 'complete';
