/** Documents for other eyes: without names, with new ids, and as good a case as before. */
import { anonymousSchool, anonymousTimetable, makeNewIds } from '../formats/index.ts';
import { writeSchool } from '../generate/write-school.ts';
import { judge } from '../judge/judge.ts';
import { conflictOf, groupConflicts, utilization } from '../report/index.ts';
import { completeSchool } from '../school/complete.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { digestOf, sha256Of, writeTimetable } from '../timetable/write.ts';

/** Texts of the files. */
export interface AnonymousFiles {
  school: string;
  week?: string;
}

/** Conflicts are counted and put into words anew; certificates, whose sentences hold names, are left out. */
export function anonymise(school: School, week?: Timetable): AnonymousFiles {
  const ids = makeNewIds(school);
  const anonymous = anonymousSchool(ids, school);
  const text = writeSchool(anonymous);
  if (week === undefined) return { school: text };
  const made = anonymousTimetable(ids, school, week, sha256Of(text));
  const named = completeSchool(anonymous, made.homerooms);
  made.conflicts = groupConflicts(
    judge(anonymous, made).findings.map((finding) => conflictOf(finding, named)),
    named,
  );
  made.utilization = utilization(anonymous, made);
  made.run.digest = digestOf(made);
  return { school: text, week: writeTimetable(made) };
}
