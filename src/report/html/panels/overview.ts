/** The first screen: the result in plain words, what an inspector asks first, and how the result came about. */
import { reportText, stopReasonText } from '../../../text/report.ts';
import type { ReportContext } from '../../context.ts';
import { percent } from '../../figures.ts';
import { statusWords } from '../../status.ts';
import { OVERSIZED_FROM } from '../../utilization/sections.ts';
import { loadState } from '../../utilization/teachers.ts';
import { parallelSections } from '../charts/parallel.ts';
import { roomKindHeat } from '../charts/heat-map.ts';
import { escapeText } from '../escape.ts';
import { both, say } from '../words.ts';
import { hardConflicts } from './rules.ts';

function statusBanner({ timetable }: ReportContext): string {
  const { name, meaning } = statusWords(timetable);
  return `<div class="status ${timetable.status}" role="status"><strong>${both(name)}</strong><p>${both(meaning)}</p></div>`;
}

interface Figure {
  label: string;
  value: string | number;
  note?: string;
  bad?: boolean;
}

const figures = (list: readonly Figure[]): string =>
  `<dl class="figures">${list
    .map(
      ({ label, value, note, bad }) =>
        `<div${bad ? ' class="bad"' : ''}><dt>${label}</dt><dd>${value}${note ? `<small>${note}</small>` : ''}</dd></div>`,
    )
    .join('')}</dl>`;

function keyFigures({ school, studentCount, timetable, use, week, home }: ReportContext): string {
  const { score } = timetable;
  const bound = (value: number | undefined): { note?: string } =>
    value === undefined ? {} : { note: say('provedAtLeast', { n: value }) };
  const { weeks } = week.model.grid;
  const periods = week.placed.reduce((sum, lesson) => sum + lesson.slots.length, 0) / weeks;
  const load = use.teachers.reduce((sum, teacher) => sum + teacher.load, 0);
  const supply = use.teachers.reduce((sum, teacher) => sum + teacher.max, 0);
  const under = use.teachers.filter((teacher) => loadState(teacher) === 'under').length;
  const oversized = week.size.filter((size) => size >= OVERSIZED_FROM).length;
  const unplaced = timetable.unplaced.reduce((sum, lesson) => sum + lesson.periods, 0);
  return (
    figures([
      { label: say('students'), value: studentCount },
      { label: say('homerooms'), value: school.homerooms.length },
      {
        label: say('sections'),
        value: timetable.sections.length,
        note: `${say('walkingSections')} ${home.filter((homeroom) => homeroom < 0).length}`,
      },
      { label: say('lessons'), value: periods },
      {
        label: say('teachers'),
        value: school.teachers.length,
        note: `${say('ratio')} ${percent(load, supply)}${under > 0 ? `<br>${say('teachersUnder', { n: under })}` : ''}`,
      },
      { label: say('rooms'), value: school.rooms.length },
    ]) +
    figures([
      { label: say('hard'), value: score.hard, bad: score.hard > 0, ...bound(score.hardBound?.value) },
      { label: say('soft'), value: score.soft, ...bound(score.softBound?.value) },
      { label: say('unserved'), value: timetable.unserved.length, bad: timetable.unserved.length > 0 },
      { label: say('unplaced'), value: unplaced, bad: unplaced > 0 },
      { label: say('oversized'), value: oversized, bad: oversized > 0 },
    ])
  );
}

function proofs({ timetable }: ReportContext): string {
  const list = timetable.certificates ?? [];
  if (list.length === 0) return '';
  const items = list.map(({ text, facts }) => {
    const sums = facts.map((fact) => `<li>${escapeText(fact)}</li>`).join('');
    return `<li>${both(text)}${sums ? `<ul>${sums}</ul>` : ''}</li>`;
  });
  return `<h3>${say('proofs')}</h3><ol>${items.join('')}</ol>`;
}

function runFacts({ timetable }: ReportContext): string {
  const { run, school } = timetable;
  const rows: [string, string][] = [
    [say('reproduce'), `<code>${escapeText(run.reproduce)}</code>`],
    [say('stopReason'), both(stopReasonText[run.observed.stopReason] ?? reportText.none)],
    [say('seed'), escapeText(run.seed)],
    [say('islands'), escapeText(run.islands)],
    [say('epochs'), escapeText(run.epochs)],
    [say('wallSeconds'), escapeText(run.observed.wallSeconds)],
    [say('version'), escapeText(run.version)],
    [say('schoolDigest'), `<code>${escapeText(school.sha256)}</code>`],
    ...(run.base ? [[say('baseDigest'), `<code>${escapeText(run.base.sha256)}</code>`] as [string, string]] : []),
    [say('digest'), `<code>${escapeText(run.digest)}</code>`],
  ];
  return `<h3>${say('run')}</h3><dl class="facts">${rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('')}</dl>`;
}

export function overviewPanel(context: ReportContext): string {
  const pictures = context.timetable.lessons.length > 0 ? parallelSections(context) + roomKindHeat(context) : '';
  return (
    statusBanner(context) +
    keyFigures(context) +
    proofs(context) +
    hardConflicts(context, 12) +
    pictures +
    runFacts(context)
  );
}
