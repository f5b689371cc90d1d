/** Views of a week for people and for graph viewers. */
import {
  namingOf,
  renderHtml,
  renderOutline,
  renderTerminal,
  renderWeeks,
  sectionConflictGraph,
  toGexf,
} from '../report/index.ts';
import { completeSchool } from '../school/complete.ts';
import type { School } from '../school/types.ts';
import type { Lang } from '../text/lang.ts';
import type { Timetable } from '../timetable/types.ts';
import type { ReportFormat, WeeksOf } from './types.ts';

function gexf(document: School, timetable: Timetable, lang: Lang): string {
  const school = completeSchool(document, timetable.homerooms);
  const naming = namingOf(school);
  return toGexf(sectionConflictGraph(school, timetable), (section) => naming.section(section)[lang]);
}

/** `of`: the weeks of these as text, instead of the report. `html` is one self-contained page, `text` for a terminal, `gexf` the conflict graph of sections. */
export function report(
  school: School,
  timetable: Timetable,
  format: ReportFormat,
  lang: Lang,
  base?: Timetable,
  of?: WeeksOf,
): string {
  if (of !== undefined) return renderWeeks(school, timetable, of, lang);
  if (format === 'html') return renderHtml(school, timetable, lang, base);
  return format === 'gexf' ? gexf(school, timetable, lang) : renderTerminal(school, timetable, lang, base);
}

/** What a run says of its result: the first screen of the text report. */
export const outline = (school: School, timetable: Timetable, lang: Lang, base?: Timetable): string =>
  renderOutline(school, timetable, lang, base);
