import { judge } from '../../src/judge/judge.ts';
import { conflictOf } from '../../src/report/index.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';

/** Makes every statement of a week about itself true again. */
export function settle(school: School, week: Timetable): void {
  const { hard, soft, rules, unserved, unplaced, findings } = judge(school, week);
  Object.assign(week, { score: { hard, soft, rules }, unserved, unplaced });
  week.conflicts = findings.map((finding) => conflictOf(finding, school));
  week.status = hard === 0 ? 'complete' : 'partial';
}
