/** The report as one self-contained HTML page: no fetches, all text escaped, readable without its script but for single weeks. */
import type { School } from '../../school/types.ts';
import { diffText } from '../../text/diff.ts';
import type { Lang, Words } from '../../text/lang.ts';
import { leftWords } from '../../text/left.ts';
import { reportText } from '../../text/report.ts';
import type { Timetable } from '../../timetable/types.ts';
import { makeContext, type ReportContext } from '../context.ts';
import { clientScript } from './client.ts';
import { escapeText, scriptJson } from './escape.ts';
import { compareWords } from '../../text/compare.ts';
import { changesPanel } from './panels/changes.ts';
import { comparePanel } from './panels/compare.ts';
import { leftPanel } from './panels/left.ts';
import { graphPanel } from './panels/graph.ts';
import { masterPanel } from './panels/master.ts';
import { overviewPanel } from './panels/overview.ts';
import { roomsPanel } from './panels/rooms.ts';
import { rulesPanel } from './panels/rules.ts';
import { sizesPanel } from './panels/sizes.ts';
import { studentsPanel } from './panels/students.ts';
import { teachersPanel } from './panels/teachers.ts';
import { weeksPanel } from './panels/weeks.ts';
import { styleSheet } from './style.ts';
import { weekData } from './week-data.ts';
import { both } from './words.ts';

interface Panel {
  id: string;
  title: Words;
  make: (context: ReportContext) => string;
  /** needs lessons */
  week?: boolean;
  /** needs an earlier week */
  base?: boolean;
  /** needs something that the plan was compared with */
  compared?: boolean;
  /** needs a week that is not complete */
  partial?: boolean;
}

const PANELS: Panel[] = [
  { id: 'overview', title: reportText.overview, make: overviewPanel },
  { id: 'changes', title: diffText.title, make: changesPanel, base: true },
  { id: 'compare', title: compareWords.title, make: comparePanel, compared: true },
  { id: 'left', title: leftWords.title, make: leftPanel, week: true, partial: true },
  { id: 'weeks', title: reportText.weeks, make: weeksPanel },
  { id: 'master', title: reportText.master, make: masterPanel, week: true },
  { id: 'sizes', title: reportText.sizes, make: sizesPanel },
  { id: 'teachers', title: reportText.teachers, make: teachersPanel },
  { id: 'rooms', title: reportText.rooms, make: roomsPanel, week: true },
  { id: 'students', title: reportText.students, make: studentsPanel, week: true },
  { id: 'rules', title: reportText.rules, make: rulesPanel },
  { id: 'graph', title: reportText.graph, make: graphPanel },
];

export function renderHtml(school: School, timetable: Timetable, lang: Lang, base?: Timetable): string {
  const context = makeContext(school, timetable, lang, base);
  const panels = PANELS.filter(
    (panel) =>
      (!panel.week || timetable.lessons.length > 0) &&
      (!panel.base || base !== undefined) &&
      (!panel.partial || timetable.status === 'partial') &&
      (!panel.compared || timetable.modes !== undefined || timetable.scenarios !== undefined),
  );
  const name = [school.name, school.term].filter(Boolean).join(' ');
  const title = (of: Lang): string => escapeText(`${name} ${reportText.title[of]}`);
  const data = [`data-lang="${lang}"`, `data-title-zh="${title('zh')}"`, `data-title-en="${title('en')}"`].join(' ');
  const tabs = panels.map((panel) => `<a href="#${panel.id}">${both(panel.title)}</a>`).join('');
  const body = panels.map(
    (panel) =>
      `<section class="panel" id="${panel.id}" aria-labelledby="h-${panel.id}">\n<h2 id="h-${panel.id}">${both(panel.title)}</h2>\n${panel.make(context)}\n</section>`,
  );
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" ${data}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${title(lang)}</title>
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#overview">${both(reportText.skip)}</a>
<div class="top"><div><h1>${escapeText(school.name)}</h1><p>${both(reportText.title)}${school.term ? ` · ${escapeText(school.term)}` : ''}</p></div><button type="button" id="language">${both(reportText.switchLanguage)}</button></div>
<nav class="tabs" aria-label="${escapeText(reportText.contents[lang])}">${tabs}</nav>
<main>
${body.join('\n')}
</main>
<div id="printing"></div>
<footer>zouban ${escapeText(timetable.run.version)} · ${both(reportText.seed)} ${escapeText(timetable.run.seed)} · sha256 ${escapeText(timetable.school.sha256.slice(0, 16))}</footer>
<script type="application/json" id="data">${scriptJson(weekData(context))}</script>
<script>${clientScript}</script>
</body>
</html>
`;
}
