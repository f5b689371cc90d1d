/** Everything that the views of one report share; made once. */
import { diffTimetables } from '../diff/index.ts';
import { completeSchool } from '../school/complete.ts';
import type { School } from '../school/types.ts';
import type { Lang } from '../text/lang.ts';
import type { Timetable, Utilization } from '../timetable/types.ts';
import { clashesOf, type Clashes } from './clashes.ts';
import { nameChanges, type NamedChanges } from './changes/named-changes.ts';
import { homeOf } from './homes.ts';
import { namingOf, type Naming } from './naming.ts';
import { weekUtilization } from './utilization/index.ts';
import { readWeek, type Week } from './week.ts';

export interface ReportContext {
  school: School;
  timetable: Timetable;
  lang: Lang;
  naming: Naming;
  week: Week;
  use: Utilization;
  /** per section: the homeroom that takes it at home, −1 for a walking section */
  home: number[];
  /** those listed, and those of homerooms given by their size */
  studentCount: number;
  clashes: Clashes;
  /** per slot: open for at least one grade */
  open: boolean[];
  /** against an earlier week, where one is given */
  changes?: NamedChanges;
}

/** A school whose homerooms are formed is read with those of the timetable. */
export function makeContext(document: School, timetable: Timetable, lang: Lang, base?: Timetable): ReportContext {
  const school = completeSchool(document, timetable.homerooms);
  const naming = namingOf(school);
  const week = readWeek(naming.model, timetable);
  const open = naming.model.grid.slotIds.map((_, slot) => naming.model.gradeOpen.some((grade) => grade[slot] === 1));
  return {
    school,
    timetable,
    lang,
    naming,
    week,
    use: weekUtilization(week),
    home: homeOf(week, naming.atHome),
    studentCount: school.students.length + school.homerooms.reduce((sum, { size }) => sum + (size ?? 0), 0),
    clashes: clashesOf(week),
    open,
    ...(base === undefined
      ? {}
      : { changes: nameChanges(diffTimetables(base, timetable, school), [base, timetable], school) }),
  };
}
