/** What each teacher teaches against the load agreed, by subject in pictures and by day in a table. */
import { fill } from '../../../text/catalogue.ts';
import { conflictText } from '../../../text/conflicts.ts';
import { reportText } from '../../../text/report.ts';
import type { ReportContext } from '../../context.ts';
import { percent } from '../../figures.ts';
import { dayName } from '../../naming.ts';
import { loadState } from '../../utilization/teachers.ts';
import { LOAD_COLOURS, loadBars, type LoadBar } from '../charts/load-bars.ts';
import { escapeText } from '../escape.ts';
import { htmlTable } from '../table.ts';
import { progressFault, progressRows, progressWords } from '../../progress.ts';
import { both, cycleNote, decimal, say } from '../words.ts';

const barsOf = ({ school, use }: ReportContext): LoadBar[] =>
  use.teachers.map((teacher, index) => ({ ...teacher, index, name: school.teachers[index]?.name ?? teacher.teacher }));

/** A teacher of several subjects stands with the first. */
function bySubject(context: ReportContext): { subject: string; bars: LoadBar[] }[] {
  const { school } = context;
  const bars = barsOf(context);
  return school.subjects.flatMap(({ id }) => {
    const own = bars
      .filter((bar) => school.teachers[bar.index]?.subjects[0] === id)
      .sort((a, b) => b.load - a.load || a.index - b.index);
    return own.length > 0 ? [{ subject: id, bars: own }] : [];
  });
}

function loadPictures(context: ReportContext): string {
  const longest = Math.max(1, ...context.use.teachers.map((teacher) => Math.max(teacher.load, teacher.max)));
  const key = (state: keyof typeof LOAD_COLOURS, words: string): string =>
    `<i style="background:${LOAD_COLOURS[state]}"></i>${words} `;
  const pictures = bySubject(context).map(({ subject, bars }) => {
    const name = context.naming.subject(subject);
    const alt = fill(reportText.teacherLoadAlt[context.lang], { subject: name });
    const total = bars.reduce((sum, bar) => sum + bar.load, 0);
    return `<figure><figcaption>${escapeText(name)} · ${total}</figcaption>${loadBars(bars, longest, alt)}</figure>`;
  });
  return `<h3>${say('teacherLoads')}</h3><p class="key">${key('within', say('withinLoad'))}${key('over', say('overLoad'))}${key('under', say('underLoad'))}<b>${say('loadTicks')}</b></p><div class="columns">${pictures.join('')}</div>`;
}

function subjectTable(context: ReportContext): string {
  const number = true;
  const columns = [
    { head: say('subject') },
    { head: say('teachers'), number },
    { head: say('load'), number },
    { head: say('supply'), number },
    { head: say('ratio'), number },
    { head: say('smallest'), number },
    { head: say('mean'), number },
    { head: say('largest'), number },
  ];
  const rows = bySubject(context).map(({ subject, bars }) => {
    const loads = bars.map((bar) => bar.load);
    const load = loads.reduce((sum, n) => sum + n, 0);
    const supply = bars.reduce((sum, bar) => sum + bar.max, 0);
    return {
      cells: [
        escapeText(context.naming.subject(subject)),
        String(bars.length),
        String(load),
        String(supply),
        percent(load, supply),
        String(Math.min(...loads)),
        decimal(load / bars.length),
        String(Math.max(...loads)),
      ],
    };
  });
  return htmlTable(columns, rows, both(reportText.subjectBalance));
}

function dayTable(context: ReportContext): string {
  const { school, naming } = context;
  const number = true;
  const columns = [
    { head: say('teacher') },
    { head: say('subject') },
    { head: say('sections'), number },
    { head: say('load'), number },
    { head: `${say('minimum')} / ${say('target')} / ${say('maximum')}`, number },
    ...school.calendar.days.map((day) => ({ head: both(dayName(day.id, day.name)), number })),
  ];
  const rows = barsOf(context).map((bar) => ({
    cells: [
      `<a href="#week/teacher/${bar.index}">${escapeText(bar.name)}</a>`,
      escapeText((school.teachers[bar.index]?.subjects ?? []).map((subject) => naming.subject(subject)).join('、')),
      String(bar.sections),
      String(bar.load),
      `${bar.min ?? '–'} / ${bar.target ?? '–'} / ${bar.max}`,
      ...bar.perDay.map((periods) => (periods === 0 ? '·' : String(periods))),
    ],
    ...(loadState(bar) === 'over' ? { mark: 'bad' } : loadState(bar) === 'under' ? { mark: 'warn' } : {}),
  }));
  return htmlTable(columns, rows, both(reportText.teacherLoads));
}

/** Of schools that ask for it. */
function progressTable({ naming, week, timetable, school }: ReportContext): string {
  const rows = progressRows(week, naming.atHome).map((row) => ({
    cells: [
      `<a href="#week/teacher/${row.teacher}">${escapeText(school.teachers[row.teacher]?.name ?? '')}</a>`,
      escapeText(naming.course(naming.model.courses[row.course]?.id ?? '')),
      both(conflictText(row.type).title),
      row.sections.map((section) => both(naming.section(timetable.sections[section]?.id ?? ''))).join(' '),
      say(...progressWords(row)),
    ],
    ...(progressFault(row) > 0 ? { mark: 'warn' } : {}),
  }));
  if (rows.length === 0) return '';
  const heads = ['teacher', 'course', 'rule', 'sections', 'progressFound'] as const;
  return htmlTable(
    heads.map((key) => ({ head: say(key) })),
    rows,
    both(reportText.progress),
  );
}

export const teachersPanel = (context: ReportContext): string =>
  cycleNote(context) + subjectTable(context) + loadPictures(context) + dayTable(context) + progressTable(context);
