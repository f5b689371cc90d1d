/** The tables of a difference: which there are, their columns and cells. The terminal and the page lay them out. */
import { fill } from '../../text/catalogue.ts';
import { diffText, type DiffKey } from '../../text/diff.ts';
import type { Lang } from '../../text/lang.ts';
import { weekText } from '../../text/weeks.ts';
import type { Place, RoomChange, SectionChange, Touched } from '../../diff/index.ts';
import type { NamedChanges } from './named-changes.ts';

export interface ChangeColumn {
  head: string;
  number?: boolean;
}

export interface ChangeTable {
  title: string;
  columns: ChangeColumn[];
  rows: string[][];
}

type Say = (key: DiffKey) => string;

interface View {
  changes: NamedChanges;
  lang: Lang;
  say: Say;
}

const comma = (lang: Lang): string => (lang === 'zh' ? '、' : ', ');
const arrow = (from: string, to: string): string => (from === to ? to : `${from} → ${to}`);

const text = (head: string): ChangeColumn => ({ head });
const number = (head: string): ChangeColumn => ({ head, number: true });

const slotName = ({ changes, lang }: View, { slot, weeks }: Pick<Place, 'slot' | 'weeks'>): string =>
  (changes.names.slots[slot]?.[lang] ?? slot) + weekText[weeks][lang];

const roomName = ({ changes, say }: View, room: string | undefined): string =>
  room === undefined ? say('none') : (changes.names.rooms[room] ?? room);

const sectionName = ({ changes, lang }: View, id: string): string => changes.names.sections[id]?.[lang] ?? id;

const listOf = ({ lang, say }: View, ids: readonly string[], names: Record<string, string>): string =>
  ids.length === 0 ? say('none') : ids.map((id) => names[id] ?? id).join(comma(lang));

function movedTable(view: View): ChangeTable {
  const { changes, say } = view;
  const rows = changes.lessons.moved.map(({ section, from, to, students }) => {
    const place = (at: Place): string =>
      from.room === to.room ? slotName(view, at) : `${slotName(view, at)} ${roomName(view, at.room)}`;
    return [sectionName(view, section), arrow(place(from), place(to)), String(students)];
  });
  return {
    title: say('moved'),
    columns: [text(say('section')), text(`${say('from')} → ${say('to')}`), number(say('members'))],
    rows,
  };
}

function placedTable(view: View, which: 'appeared' | 'vanished'): ChangeTable {
  const { changes, say } = view;
  return {
    title: say(which === 'appeared' ? 'lessonsMore' : 'lessonsLess'),
    columns: [text(say('section')), text(say('at')), number(say('members'))],
    rows: changes.lessons[which].map(({ section, at, students }) => [
      sectionName(view, section),
      at.room === undefined ? slotName(view, at) : `${slotName(view, at)} ${roomName(view, at.room)}`,
      String(students),
    ]),
  };
}

/** Lessons of a section that change rooms alike stand in one row. */
function roomTable(view: View): ChangeTable {
  const { changes, say, lang } = view;
  const groups = new Map<string, RoomChange[]>();
  for (const change of changes.rooms) {
    const key = JSON.stringify([change.section, change.from, change.to]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      [
        sectionName(view, first.section),
        arrow(roomName(view, first.from), roomName(view, first.to)),
        group.map((change) => slotName(view, change)).join(comma(lang)),
        String(first.students),
      ],
    ];
  });
  return {
    title: say('rooms'),
    columns: [text(say('section')), text(`${say('from')} → ${say('to')}`), text(say('at')), number(say('members'))],
    rows,
  };
}

function teacherTable(view: View): ChangeTable {
  const { changes, say } = view;
  const { teachers } = changes.names;
  return {
    title: say('teachers'),
    columns: [text(say('section')), text(`${say('from')} → ${say('to')}`), number(say('members'))],
    rows: changes.teachers.map(({ section, at, from, to, students }) => [
      at === undefined ? sectionName(view, section) : `${sectionName(view, section)} ${slotName(view, at)}`,
      arrow(listOf(view, from, teachers), listOf(view, to, teachers)),
      String(students),
    ]),
  };
}

function studentTable(view: View): ChangeTable {
  const { changes, say } = view;
  const { names } = changes;
  const homeroomOf = new Map(changes.touched.students.map(({ id, homeroom }) => [id, homeroom]));
  const place = (section: string | undefined): string =>
    section === undefined ? say('none') : sectionName(view, section);
  return {
    title: say('students'),
    columns: [text(say('student')), text(say('homeroom')), text(say('course')), text(`${say('from')} → ${say('to')}`)],
    rows: changes.students.map(({ student, course, from, to }) => {
      const homeroom = homeroomOf.get(student);
      return [
        names.students[student] ?? student,
        homeroom === undefined ? '' : (names.homerooms[homeroom] ?? homeroom),
        names.courses[course] ?? course,
        arrow(place(from), place(to)),
      ];
    }),
  };
}

function sectionTable(view: View, which: 'appeared' | 'vanished'): ChangeTable {
  const { changes, say } = view;
  const { teachers, homerooms } = changes.names;
  const row = (entry: SectionChange): string[] => [
    sectionName(view, entry.section),
    listOf(view, entry.homerooms, homerooms),
    listOf(view, entry.teachers, teachers),
    String(entry.students),
  ];
  return {
    title: say(which),
    columns: [text(say('section')), text(say('homeroom')), text(say('teacher')), number(say('members'))],
    rows: changes.sections[which].map(row),
  };
}

function homeroomTables(view: View): ChangeTable[] {
  const { changes, say } = view;
  const { homerooms, students } = changes.names;
  const plain = (title: string, ids: readonly string[]): ChangeTable => ({
    title,
    columns: [text(say('homeroom'))],
    rows: ids.map((id) => [homerooms[id] ?? id]),
  });
  return [
    plain(say('newHomerooms'), changes.homerooms.appeared),
    plain(say('goneHomerooms'), changes.homerooms.vanished),
    {
      title: say('homerooms'),
      columns: [text(say('homeroom')), text(say('joined')), text(say('left'))],
      rows: changes.homerooms.changed.map(({ homeroom, joined, left }) => [
        homerooms[homeroom] ?? homeroom,
        listOf(view, joined, students),
        listOf(view, left, students),
      ]),
    },
  ];
}

function meetingTable(view: View): ChangeTable {
  const { changes, say, lang } = view;
  const slots = (ids: readonly string[]): string =>
    ids.length === 0 ? say('none') : ids.map((slot) => slotName(view, { slot, weeks: 'every' })).join(comma(lang));
  return {
    title: say('meetings'),
    columns: [text(say('rule')), text(`${say('from')} → ${say('to')}`), text(say('teacher'))],
    rows: changes.meetings.map(({ rule, from, to, teachers }) => [
      rule,
      arrow(slots(from), slots(to)),
      listOf(view, teachers, changes.names.teachers),
    ]),
  };
}

const count = (n: number): string => (n === 0 ? '·' : String(n));

function touchedTables(view: View): ChangeTable[] {
  const { changes, say, lang } = view;
  const { touched, names } = changes;
  const times = ({ lessons, rooms }: Touched): string[] => [count(lessons), count(rooms)];
  const timeColumns = [number(say('lessonsColumn')), number(say('roomsColumn'))];
  const byHomeroom = new Map<string | undefined, string[]>();
  for (const { id, homeroom } of touched.students) {
    byHomeroom.set(homeroom, [...(byHomeroom.get(homeroom) ?? []), names.students[id] ?? id]);
  }
  const sizes = new Map(touched.homerooms.map(({ id, of }) => [id, of]));
  return [
    {
      title: say('touchedTeachers'),
      columns: [text(say('teacher')), ...timeColumns, number(say('sectionsOfTeacher'))],
      rows: touched.teachers.map((one) => [names.teachers[one.id] ?? one.id, ...times(one), count(one.sections)]),
    },
    {
      title: say('touchedHomerooms'),
      columns: [
        text(say('homeroom')),
        number(say('studentsTouched')),
        ...timeColumns,
        number(say('teachersColumn')),
        number(say('sectionsColumn')),
      ],
      rows: touched.homerooms.map((one) => [
        names.homerooms[one.id] ?? one.id,
        one.of === 0 ? String(one.students) : `${one.students}/${one.of}`,
        ...times(one),
        count(one.teachers),
        count(one.sections),
      ]),
    },
    {
      title: say('touchedStudents'),
      columns: [text(say('homeroom')), number(say('members')), text(say('student'))],
      rows: [...byHomeroom].map(([homeroom, students]) => [
        homeroom === undefined ? say('withoutHomeroom') : (names.homerooms[homeroom] ?? homeroom),
        String(students.length),
        students.length === sizes.get(homeroom ?? '') ? say('everybody') : students.join(comma(lang)),
      ]),
    },
  ];
}

/** In the order in which an office asks; those without rows are left out. */
export function changeTables(changes: NamedChanges, lang: Lang): ChangeTable[] {
  const view: View = { changes, lang, say: (key) => diffText[key][lang] };
  return [
    studentTable(view),
    teacherTable(view),
    movedTable(view),
    roomTable(view),
    placedTable(view, 'appeared'),
    placedTable(view, 'vanished'),
    sectionTable(view, 'appeared'),
    sectionTable(view, 'vanished'),
    ...homeroomTables(view),
    meetingTable(view),
    ...touchedTables(view),
  ].filter(({ rows }) => rows.length > 0);
}

/** How much there is of each kind, and how many are touched; nothing where nothing changed. */
export function changeCounts(changes: NamedChanges, lang: Lang): string[] {
  const { sections, lessons, homerooms, touched } = changes;
  const counts: [DiffKey, number][] = [
    ['movedCount', lessons.moved.length],
    ['roomCount', changes.rooms.length],
    ['teacherCount', new Set(changes.teachers.map(({ section }) => section)).size],
    ['studentCount', changes.students.length],
    ['newCount', sections.appeared.length],
    ['goneCount', sections.vanished.length],
    ['lessonsMoreCount', lessons.appeared.length],
    ['lessonsLessCount', lessons.vanished.length],
    ['homeroomCount', homerooms.appeared.length + homerooms.vanished.length + homerooms.changed.length],
    ['meetingCount', changes.meetings.length],
  ];
  const shown = counts.filter(([, n]) => n > 0).map(([key, n]) => fill(diffText[key][lang], { n }));
  if (shown.length === 0) return [];
  const people = {
    teachers: touched.teachers.length,
    homerooms: touched.homerooms.length,
    students: touched.students.length,
  };
  return [shown.join(lang === 'zh' ? '，' : ' · '), fill(diffText.touchedCount[lang], people)];
}
