/** What a plan was compared with: walking modes in a table and a picture, class sizes and enrolments in tables. */
import {
  compareWords as words,
  feasibleWords,
  modeFigures,
  modeNames,
  scenarioFigures,
} from '../../../text/compare.ts';
import type { ModePlan, Scenario } from '../../../timetable/types.ts';
import type { ReportContext } from '../../context.ts';
import { figure, round, svg, text, words as svgWords } from '../charts/svg.ts';
import { escapeText } from '../escape.ts';
import { htmlTable, type Column } from '../table.ts';
import { both } from '../words.ts';

const number = (head: string): Column => ({ head, number: true });

const BAR = { walking: '#c98a1b', periods: '#3f78ad', short: '#b3261e' };
const LEFT = 150;
const WIDTH = 560;
const ROW = 46;

/** Two bars for each mode: walking sections, and teacher periods with those that are missing. */
function modesPicture(modes: readonly ModePlan[], alt: string): string {
  const mostSections = Math.max(1, ...modes.map(({ walkingSections }) => walkingSections));
  const mostPeriods = Math.max(1, ...modes.map(({ periods }) => periods));
  const room = WIDTH - LEFT - 70;
  const bar = (y: number, value: number, most: number, colour: string): string =>
    `<rect x="${LEFT}" y="${y}" width="${round((value / most) * room)}" height="13" fill="${colour}"/>`;
  const rows = modes.map((mode, index) => {
    const y = index * ROW;
    const short = round((mode.periodsShort / mostPeriods) * room);
    const end = LEFT + round((mode.periods / mostPeriods) * room);
    return (
      text(LEFT - 8, y + 19, svgWords(modeNames[mode.mode]), { anchor: 'end' }) +
      bar(y + 4, mode.walkingSections, mostSections, BAR.walking) +
      text(LEFT + round((mode.walkingSections / mostSections) * room) + 6, y + 15, String(mode.walkingSections)) +
      bar(y + 20, mode.periods, mostPeriods, BAR.periods) +
      `<rect x="${end - short}" y="${y + 20}" width="${short}" height="13" fill="${BAR.short}"/>` +
      text(end + 6, y + 31, String(mode.periods))
    );
  });
  return svg({ width: WIDTH, height: modes.length * ROW, alt, body: rows.join('') });
}

function modesPart(modes: readonly ModePlan[], { lang }: ReportContext): string {
  const columns = [
    { head: both(words.mode) },
    { head: both(words.feasible) },
    ...modeFigures.map(({ head }) => number(both(head))),
  ];
  const rows = modes.map((mode) => ({
    cells: [both(modeNames[mode.mode]), both(feasibleWords[mode.feasible]), ...modeFigures.map(({ of }) => of(mode))],
  }));
  const why = modes.flatMap(({ mode, certificates }) =>
    certificates.map((it) => `<li>${both(modeNames[mode])}: ${both(it.text)}</li>`),
  );
  return (
    htmlTable(columns, rows, both(words.modes)) +
    figure(both(words.picture), [modesPicture(modes, words.picture[lang])]) +
    (why.length === 0 ? '' : `<h3>${both(words.why)}</h3><ul>${why.join('')}</ul>`) +
    `<p class="note">${both(words.modesNote)}</p>`
  );
}

function scenariosPart(scenarios: readonly Scenario[], { school }: ReportContext): string {
  const nameOf = (id: string): string => escapeText(school.subjects.find((subject) => subject.id === id)?.name ?? id);
  const columns = [
    ...scenarioFigures.map(({ head }) => number(both(head))),
    { head: both(words.missingTeachers) },
    { head: both(words.missingRooms) },
  ];
  const listed = (items: readonly string[]): string => (items.length === 0 ? both(words.none) : items.join(' '));
  const rows = scenarios.map((it) => ({
    cells: [
      ...scenarioFigures.map(({ of }) => of(it)),
      listed(it.subjects.filter(({ short }) => short > 0).map(({ subject, short }) => `${nameOf(subject)} ${short}`)),
      listed(it.rooms.filter(({ short }) => short > 0).map(({ kind, short }) => `${escapeText(kind)} ${short}`)),
    ],
  }));
  const subjects = [...new Set(scenarios.flatMap((it) => it.subjects.map(({ subject }) => subject)))];
  const staffColumns = [
    { head: both(words.subject) },
    ...scenarios.map(({ cap, enrolment }) => number(enrolment === 100 ? String(cap) : `${cap} · ${enrolment}%`)),
  ];
  const staff = subjects.map((id) => ({
    cells: [
      nameOf(id),
      ...scenarios.map((it) => String(it.subjects.find(({ subject }) => subject === id)?.short ?? '')),
    ],
  }));
  return (
    htmlTable(columns, rows, both(words.scenarios)) +
    `<p class="note">${both(words.scenariosNote)}</p>` +
    htmlTable(staffColumns, staff, both(words.staff))
  );
}

export function comparePanel(context: ReportContext): string {
  const { modes, scenarios } = context.timetable;
  return (modes ? modesPart(modes, context) : '') + (scenarios ? scenariosPart(scenarios, context) : '');
}
