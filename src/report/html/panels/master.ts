/** 总课表: for each grade, homerooms × slots; walking slots as 走. */
import { reportText } from '../../../text/report.ts';
import { weekMark } from '../../../text/weeks.ts';
import { CLASH } from '../../clashes.ts';
import type { ReportContext } from '../../context.ts';
import { dayName, periodName } from '../../naming.ts';
import { escapeText } from '../escape.ts';
import { both, say } from '../words.ts';

interface Cell {
  short: string;
  title: string;
  subject: number;
  walking: boolean;
}

/** Two characters fit a cell: the first two of the subject's name. */
const shortName = (name: string): string => [...name].slice(0, 2).join('');

function cellsOf(context: ReportContext): Cell[][][] {
  const { week, home, naming, lang, timetable } = context;
  const { model } = naming;
  const grid: Cell[][][] = model.school.homerooms.map(() => model.grid.slotIds.map(() => []));
  for (const lesson of week.placed) {
    const course = model.courses[week.course[lesson.section] ?? -1];
    const section = timetable.sections[lesson.section];
    if (!course || !section) continue;
    const at = home[lesson.section] ?? -1;
    const homerooms =
      at >= 0
        ? [at]
        : [...new Set((week.students[lesson.section] ?? []).map((student) => model.studentHomeroom[student] ?? -1))];
    const name = naming.sectionInGrade(section.id, section.course)[lang];
    const teachers = lesson.teachers.map((teacher) => model.school.teachers[teacher]?.name ?? '').join('、');
    const cell: Cell = {
      short: shortName(model.school.subjects[course.subject]?.name ?? course.name),
      title: teachers ? `${name} ${teachers}` : name,
      subject: course.subject,
      walking: at < 0,
    };
    for (const homeroom of homerooms) for (const slot of lesson.slots) grid[homeroom]?.[slot]?.push(cell);
  }
  return grid;
}

const WALKING = '走';

/** In pixels: two characters and air around them. */
const CELL_WIDTH = 28;
const HALVES_WIDTH = 36;
const HOMEROOM_WIDTH = 92;
/** More columns do not fit an A4 page in the usual print. */
const DENSE_FROM = 48;

const titleOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.title).join('\n');

/** What one kind of week has in a cell, in one character. */
const initial = (cells: readonly Cell[]): string =>
  cells.some((cell) => cell.walking) ? WALKING : ([...(cells[0]?.short ?? '–')][0] ?? '–');

/** A cell whose odd and even weeks differ: 物/化. */
function halvesHtml(odd: readonly Cell[], even: readonly Cell[], clash: readonly number[], edge: string): string {
  const shown = (cells: readonly Cell[], week: number): string =>
    (clash[week] ?? 0) & CLASH.student ? reportText.clash.zh.slice(0, 1) : initial(cells);
  const red = clash.some((bits) => bits > 0) ? ' clash' : '';
  const title = [weekMark.odd, weekMark.even]
    .map(({ long }, week) => `${long.zh} ${long.en}: ${titleOf(week === 0 ? odd : even) || '–'}`)
    .join('\n');
  return `<td class="w${edge}${red}" title="${escapeText(title + clashTitle(clash))}">${escapeText(`${shown(odd, 0)}/${shown(even, 1)}`)}</td>`;
}

const CLASH_OF = [
  [CLASH.student, reportText.student],
  [CLASH.teacher, reportText.teacher],
  [CLASH.room, reportText.room],
] as const;

/** What collides, as the last line of a cell's title. */
function clashTitle(clash: readonly number[]): string {
  const bits = clash.reduce((all, each) => all | each, 0);
  const words = CLASH_OF.filter(([bit]) => bits & bit).map(([, { zh, en }]) => `${zh} ${en}`);
  return words.length === 0 ? '' : `\n${reportText.clash.zh} ${reportText.clash.en}: ${words.join('、')}`;
}

/** `clash`: what collides, in each kind of week. */
function cellHtml(weeks: readonly Cell[][], clash: readonly number[], open: boolean, lastOfDay: boolean): string {
  const edge = lastOfDay ? ' e' : '';
  const [cells = [], even] = weeks;
  if (even && titleOf(cells) !== titleOf(even)) return halvesHtml(cells, even, clash, edge);
  if (cells.length === 0) return open ? `<td class="${edge.trim()}"></td>` : `<td class="x${edge}"></td>`;
  const title = escapeText(titleOf(cells) + clashTitle(clash));
  const [first] = cells;
  const walks = !first || cells.some((cell) => cell.walking);
  const usual = walks ? WALKING : cells.length > 1 ? `${first.short}+` : first.short;
  const shown = clash.some((bits) => bits & CLASH.student) ? reportText.clash.zh : usual;
  const look = clash.some((bits) => bits > 0) ? 'clash' : walks ? 'w' : `s${first.subject % 12}`;
  return `<td class="${look}${edge}" title="${title}">${escapeText(shown)}</td>`;
}

export function masterPanel(context: ReportContext): string {
  const { school } = context;
  const { model } = context.naming;
  const { days, periods } = school.calendar;
  const grid = cellsOf(context);
  const { slotsPerWeek, weeks } = model.grid;
  const inWeeks = (slot: number): number[] => Array.from({ length: weeks }, (_, week) => week * slotsPerWeek + slot);
  const weeksAt = (homeroom: number, slot: number): Cell[][] => inWeeks(slot).map((at) => grid[homeroom]?.[at] ?? []);
  const isOpen = (grade: number, slot: number): boolean =>
    inWeeks(slot).some((at) => model.gradeOpen[grade]?.[at] === 1);
  const shownSlots = (grade: number): number[] =>
    Array.from({ length: slotsPerWeek }, (_, slot) => slot).filter(
      (slot) =>
        isOpen(grade, slot) ||
        school.homerooms.some(
          (room, h) => model.gradeOf.get(room.grade) === grade && weeksAt(h, slot).some((cells) => cells.length > 0),
        ),
    );
  const tables = school.grades.flatMap((grade, g) => {
    const slots = shownSlots(g);
    const members = school.homerooms.flatMap((room, h) => (room.grade === grade.id ? [h] : []));
    if (members.length === 0 || slots.length === 0) return [];
    const dayOf = (slot: number): number => Math.floor(slot / periods.length);
    const last = new Set(slots.filter((slot, i) => dayOf(slots[i + 1] ?? Infinity) !== dayOf(slot)));
    const dayHeads = days
      .map((day, d) => ({ day, span: slots.filter((slot) => dayOf(slot) === d).length }))
      .filter(({ span }) => span > 0)
      .map(
        ({ day, span }) => `<th scope="colgroup" colspan="${span}" class="e">${both(dayName(day.id, day.name))}</th>`,
      );
    const periodHeads = slots.map((slot) => {
      const period = periods[slot % periods.length];
      const short = periodName(period?.id ?? '', period?.name ?? '').en.replace(/^P/, '');
      return `<th scope="col"${last.has(slot) ? ' class="e"' : ''}>${escapeText(short.length > 2 ? (period?.id ?? '').slice(0, 2) : short)}</th>`;
    });
    const rows = members.map((h) => {
      const clash = context.clashes.homeroom.get(h);
      const cells = slots.map((slot) => {
        const collides = inWeeks(slot).map((at) => clash?.get(at) ?? 0);
        return cellHtml(weeksAt(h, slot), collides, isOpen(g, slot), last.has(slot));
      });
      return `<tr><th scope="row" class="h e"><a href="#week/homeroom/${h}">${escapeText(school.homerooms[h]?.name ?? '')}</a></th>${cells.join('')}</tr>`;
    });
    const caption = `${escapeText(grade.name)} · ${both(reportText.master)}`;
    return [
      `<div class="scroll sheet"><table class="master${slots.length > DENSE_FROM ? ' dense' : ''}" style="min-width:${HOMEROOM_WIDTH + slots.length * (weeks > 1 ? HALVES_WIDTH : CELL_WIDTH)}px"><caption>${caption}</caption><thead><tr><th rowspan="2" scope="col" class="h e">${say('homeroom')}</th>${dayHeads.join('')}</tr><tr>${periodHeads.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`,
    ];
  });
  const red = context.clashes.homeroom.size > 0 ? ` ${say('clashNote')}` : '';
  return `<p class="note">${say('masterNote')}${red}</p>${tables.join('')}`;
}
