/** Views of a week for people and for graph viewers. */
import { namingOf, renderHtml, renderTerminal, sectionConflictGraph, toGexf } from '../report/index.ts';
import type { School } from '../school/types.ts';
import type { Lang } from '../text/lang.ts';
import type { Timetable } from '../timetable/types.ts';
import type { ReportFormat } from './types.ts';

function gexf(school: School, timetable: Timetable, lang: Lang): string {
  const naming = namingOf(school);
  return toGexf(sectionConflictGraph(school, timetable), (section) => naming.section(section)[lang]);
}

/** `html` is one self-contained page, `text` for a terminal, `gexf` the conflict graph of sections. */
export function report(school: School, timetable: Timetable, format: ReportFormat, lang: Lang): string {
  if (format === 'html') return renderHtml(school, timetable, lang);
  return format === 'gexf' ? gexf(school, timetable, lang) : renderTerminal(school, timetable, lang);
}
