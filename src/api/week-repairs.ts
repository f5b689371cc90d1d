/** Repairs where nothing is proved: a week that is not complete says what is in the way, and changes that aim at it are tried by real solves. */
import { plansFromWeek } from '../diagnose/index.ts';
import { leftInWeek } from '../report/index.ts';
import { readSchool } from '../school/read.ts';
import { writeSchool } from '../generate/write-school.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { byVariety, isUsable, tryPlans } from './repairs.ts';
import { cappedSolve } from './capped-solve.ts';
import { hindrancesOf } from './hindrances.ts';
import type { RepairOptions, WeekRepairs } from './types.ts';

/** `week`: one of this school that is not complete; without it the school is solved first. */
export async function weekRepairs(
  school: School,
  week: Timetable | undefined,
  options: RepairOptions,
): Promise<WeekRepairs> {
  const none = { repairs: [], schools: [], failed: 0 };
  if (readSchool(writeSchool(school)).school === null) return { ...none, complete: false, left: null };
  const timetable = week ?? (await cappedSolve(school, options));
  if (timetable.status === 'complete') return { ...none, complete: true, left: null };
  const left = leftInWeek(school, timetable);
  if (left === null) return { ...none, complete: false, left };
  const { alone, pairs } = plansFromWeek(school, hindrancesOf(school, timetable, left), isUsable);
  const { found } = await tryPlans(school, [...byVariety(alone), ...pairs].slice(0, options.tries), options);
  return { ...found, complete: false, left };
}
