/** Weeks of homerooms, teachers or rooms as text: one table each, periods down and days across. */
import type { Lang } from '../../text/lang.ts';
import { reportText } from '../../text/report.ts';
import { textTable } from '../../text/text-table.ts';
import { weekMark } from '../../text/weeks.ts';
import { plain } from '../../text/width.ts';
import type { ReportContext } from '../context.ts';
import { dayName, periodName } from '../naming.ts';
import type { PlacedLesson } from '../week.ts';

export type WeeksOf = 'homerooms' | 'teachers' | 'rooms';

interface Sheet {
  title: string;
  lessons: readonly PlacedLesson[];
  /** 0/1 by slot of the cycle */
  isOpen: (slot: number) => boolean;
  collides: (slot: number) => boolean;
  /** what stands in a cell for its lessons */
  words: (lessons: readonly PlacedLesson[]) => string;
  /** what stands in an open cell without one */
  idle: string;
}

const among = <T>(lists: Map<number, T[]>, index: number, item: T): void => {
  const list = lists.get(index);
  if (list) list.push(item);
  else lists.set(index, [item]);
};

/** Lessons by homeroom: those at home, and those that some of its students walk to. */
function byHomeroom({ week, home }: ReportContext): Map<number, PlacedLesson[]> {
  const lists = new Map<number, PlacedLesson[]>();
  for (const lesson of week.placed) {
    const at = home[lesson.section] ?? -1;
    const members = week.students[lesson.section] ?? [];
    const homerooms = at >= 0 ? [at] : [...new Set(members.map((s) => week.model.studentHomeroom[s] ?? -1))];
    for (const homeroom of homerooms) among(lists, homeroom, lesson);
  }
  return lists;
}

function homeroomSheets(context: ReportContext): Sheet[] {
  const { school, naming, home, lang, clashes, timetable } = context;
  const { model } = naming;
  const lists = byHomeroom(context);
  return school.homerooms.map((homeroom, h) => {
    const own = model.roomOf.get(homeroom.room ?? '') ?? -1;
    const words = (lessons: readonly PlacedLesson[]): string => {
      const atHome = lessons
        .filter(({ section }) => home[section] === h)
        .map((lesson) => {
          const section = timetable.sections[lesson.section];
          const room = lesson.room >= 0 && lesson.room !== own ? school.rooms[lesson.room]?.name : '';
          return [naming.sectionInGrade(section?.id ?? '', section?.course)[lang], teacherNames(context, lesson), room];
        });
      const walks = lessons.some(({ section }) => home[section] !== h) ? [[reportText.walking[lang]]] : [];
      return [...atHome, ...walks].map((parts) => parts.filter(Boolean).join(' ')).join(' + ');
    };
    const open = model.gradeOpen[model.gradeOf.get(homeroom.grade) ?? -1];
    return {
      title: homeroom.name,
      lessons: lists.get(h) ?? [],
      isOpen: (slot) => open?.[slot] === 1,
      collides: (slot) => clashes.homeroom.get(h)?.has(slot) ?? false,
      words,
      idle: reportText.free[lang],
    };
  });
}

const teacherNames = ({ school }: ReportContext, { teachers }: PlacedLesson): string =>
  teachers.map((teacher) => school.teachers[teacher]?.name ?? '').join('、');

/** Weeks of things that each lesson names: teachers, rooms. */
function sheetsOf(
  context: ReportContext,
  things: readonly { name: string }[],
  usersOf: (lesson: PlacedLesson) => readonly number[],
  about: (lesson: PlacedLesson) => string | undefined,
  unavailable: readonly Uint8Array[],
  clashes: ReportContext['clashes']['teacher'],
): Sheet[] {
  const { week, naming, lang, timetable, open } = context;
  const lists = new Map<number, PlacedLesson[]>();
  for (const lesson of week.placed) for (const thing of usersOf(lesson)) among(lists, thing, lesson);
  const words = (lessons: readonly PlacedLesson[]): string =>
    lessons
      .map((lesson) => {
        const section = timetable.sections[lesson.section];
        return [naming.section(section?.id ?? '', section?.course)[lang], about(lesson)].filter(Boolean).join(' ');
      })
      .join(' + ');
  return things.map(({ name }, index) => ({
    title: name,
    lessons: lists.get(index) ?? [],
    isOpen: (slot) => open[slot] === true && !unavailable[index]?.[slot],
    collides: (slot) => clashes.get(index)?.has(slot) ?? false,
    words,
    idle: '·',
  }));
}

/** A cell; one whose odd and even weeks differ says both. */
function cellOf(sheet: Sheet, slots: readonly number[], lang: Lang): string {
  const [every = '', even = every] = slots.map((slot) => {
    const here = sheet.lessons.filter((lesson) => lesson.slots.includes(slot));
    if (here.length === 0) return sheet.isOpen(slot) ? sheet.idle : '–';
    const mark = sheet.collides(slot) ? (lang === 'zh' ? '【冲突】' : '[CLASH] ') : '';
    return mark + sheet.words(here);
  });
  const long = (week: 'odd' | 'even'): string => weekMark[week].short[lang];
  return every === even ? every : `${long('odd')}: ${every} / ${long('even')}: ${even}`;
}

function tableOf({ school, naming, lang }: ReportContext, sheet: Sheet): string {
  const { days, periods } = school.calendar;
  const { slotsPerWeek, weeks } = naming.model.grid;
  const slotsAt = (day: number, period: number): number[] =>
    Array.from({ length: weeks }, (_, week) => week * slotsPerWeek + day * periods.length + period);
  const used = new Set(sheet.lessons.flatMap(({ slots }) => slots));
  const rows = periods.flatMap((period, p) => {
    if (!days.some((_, d) => slotsAt(d, p).some((slot) => sheet.isOpen(slot) || used.has(slot)))) return [];
    return [[periodName(period.id, period.name)[lang], ...days.map((_, d) => cellOf(sheet, slotsAt(d, p), lang))]];
  });
  const columns = [
    { head: reportText.period[lang] },
    ...days.map((day) => ({ head: dayName(day.id, day.name)[lang] })),
  ];
  return textTable(
    columns.map(({ head }) => ({ head: plain(head) })),
    rows,
  );
}

/** One table for each homeroom, teacher or room that has a lesson, in file order; nothing without lessons. */
export function weekTables(context: ReportContext, of: WeeksOf): string[] {
  const { school, naming, clashes } = context;
  const { roomUnavailable, teacherUnavailable } = naming.model;
  const room = ({ room: at }: PlacedLesson): string | undefined => school.rooms[at]?.name;
  const sheets =
    of === 'homerooms'
      ? homeroomSheets(context)
      : of === 'teachers'
        ? sheetsOf(context, school.teachers, ({ teachers }) => teachers, room, teacherUnavailable, clashes.teacher)
        : sheetsOf(
            context,
            school.rooms,
            ({ room: at }) => [at],
            (lesson) => teacherNames(context, lesson),
            roomUnavailable,
            clashes.room,
          );
  return sheets
    .filter(({ lessons }) => lessons.length > 0)
    .map((sheet) => `${plain(sheet.title)}\n${tableOf(context, sheet)}`);
}
