/** The judge's recount of a week, with what does not hold in words. */
import { judge } from '../judge/judge.ts';
import { conflictOf } from '../report/conflicts.ts';
import { completeSchool } from '../school/complete.ts';
import type { School } from '../school/types.ts';
import { claimText } from '../text/verify.ts';
import type { Timetable } from '../timetable/types.ts';
import { digestOf, sha256Of, writeTimetable } from '../timetable/write.ts';
import type { Verification } from './types.ts';

/** Whether the timetable names the sha256 of these bytes of a school. */
export const isWeekOf = (timetable: Timetable, bytes: Uint8Array): boolean =>
  timetable.school.sha256 === sha256Of(bytes);

/** The sha256 of an earlier week: of its file's bytes, or of those that would be written. */
export const baseSha256 = (base: Timetable, bytes?: Uint8Array): string => sha256Of(bytes ?? writeTimetable(base));

/** Whether nothing in the timetable, what was observed of its run aside, has been changed since it was written. */
export const isUnedited = (timetable: Timetable): boolean => timetable.run.digest === digestOf(timetable);

/**
 * From the documents alone; `bytes` are the school's, as read; `base` is the earlier week that the keep rules look at, `baseBytes` its
 * file as read.
 */
export function verify(
  school: School,
  bytes: Uint8Array,
  timetable: Timetable,
  base?: Timetable,
  baseBytes?: Uint8Array,
): Verification {
  const { findings, disagreements, ...counted } = judge(school, timetable, base);
  const named = completeSchool(school, timetable.homerooms);
  return {
    ...counted,
    conflicts: findings.map((finding) => conflictOf(finding, named)),
    disagreements: disagreements.map(({ what, about, claimed, counted: recount }) =>
      claimText(what, about, claimed, recount),
    ),
    sameSchool: isWeekOf(timetable, bytes),
    sameBase: base === undefined || timetable.run.base?.sha256 === baseSha256(base, baseBytes),
    sameDigest: isUnedited(timetable),
  };
}
