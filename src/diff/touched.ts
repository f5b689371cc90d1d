/** Whom the changes touch, and what each of them notices. Linear in the rosters of the changed sections. */
import type { School } from '../school/types.ts';
import type { Timetable, TimetableSection } from '../timetable/types.ts';
import type { TimetableChanges, Touched, TouchedHomeroom, TouchedStudent } from './changes.ts';

type Counts = Omit<Touched, 'id'>;
type Changes = Omit<TimetableChanges, 'touched'>;

const none = (): Counts => ({ lessons: 0, rooms: 0, teachers: 0, sections: 0 });

/** Counts by id, in the order in which ids are first met. */
interface Tally {
  counts: Map<string, Counts>;
  add: (id: string, what: keyof Counts, by?: number) => void;
}

function makeTally(): Tally {
  const counts = new Map<string, Counts>();
  const add = (id: string, what: keyof Counts, by = 1): void => {
    const own = counts.get(id) ?? none();
    own[what] += by;
    counts.set(id, own);
  };
  return { counts, add };
}

const listOf = ({ counts }: Tally): Touched[] => [...counts].map(([id, own]) => ({ id, ...own }));

/** How many lessons, rooms and teachers changed in each section. */
function perSection(changes: Changes): Map<string, Counts> {
  const tally = makeTally();
  const { moved, appeared, vanished } = changes.lessons;
  for (const { section } of [...moved, ...appeared, ...vanished]) tally.add(section, 'lessons');
  for (const { section } of changes.rooms) tally.add(section, 'rooms');
  for (const section of new Set(changes.teachers.map((change) => change.section))) tally.add(section, 'teachers');
  return tally.counts;
}

export function homeroomsByStudent(before: Timetable, after: Timetable, school?: School): Map<string, string> {
  const known = new Map<string, string>();
  for (const { id, homeroom } of school?.students ?? []) if (homeroom !== undefined) known.set(id, homeroom);
  for (const { homerooms } of [before, after]) {
    for (const { id, students } of homerooms) for (const student of students) known.set(student, id);
  }
  return known;
}

const both = (a: readonly string[], b: readonly string[]): string[] => {
  const known = new Set(a);
  return b.filter((id) => known.has(id));
};

export function touchedBy(
  changes: Changes,
  before: Timetable,
  after: Timetable,
  school?: School,
): TimetableChanges['touched'] {
  const [students, teachers, homerooms] = [makeTally(), makeTally(), makeTally()];
  const earlier = new Map(before.sections.map((section) => [section.id, section]));
  const later = new Map(after.sections.map((section) => [section.id, section]));
  const homeroomOf = homeroomsByStudent(before, after, school);

  const spread = (section: TimetableSection, was: TimetableSection, counts: Counts): void => {
    for (const what of ['lessons', 'rooms', 'teachers'] as const) {
      if (counts[what] === 0) continue;
      for (const id of both(was.students, section.students)) students.add(id, what, counts[what]);
      for (const id of both(was.homerooms, section.homerooms)) homerooms.add(id, what, counts[what]);
      if (what === 'teachers') continue;
      for (const id of both(was.teachers, section.teachers)) teachers.add(id, what, counts[what]);
    }
  };
  for (const [id, counts] of perSection(changes)) {
    const [was, section] = [earlier.get(id), later.get(id)];
    if (was && section) spread(section, was, counts);
  }
  for (const { student } of changes.students) {
    students.add(student, 'sections');
    const homeroom = homeroomOf.get(student);
    if (homeroom !== undefined) homerooms.add(homeroom, 'sections');
  }
  for (const { from, to } of changes.teachers) {
    for (const id of from) if (!to.includes(id)) teachers.add(id, 'sections');
    for (const id of to) if (!from.includes(id)) teachers.add(id, 'sections');
  }
  const { appeared, vanished } = changes.sections;
  for (const section of [...appeared, ...vanished]) {
    for (const id of section.teachers) teachers.add(id, 'sections');
    // A homeroom given by its size lists no students, who would stand for it.
    if (section.students === 0) for (const id of section.homerooms) homerooms.add(id, 'sections');
  }
  for (const change of changes.homerooms.changed) {
    for (const id of [...change.joined, ...change.left]) if (!students.counts.has(id)) students.add(id, 'sections', 0);
  }
  for (const meeting of changes.meetings) for (const id of meeting.teachers) teachers.add(id, 'lessons');
  return {
    teachers: listOf(teachers),
    homerooms: touchedHomerooms(students, homerooms, homeroomOf, after),
    students: listOf(students).map((touched): TouchedStudent => {
      const homeroom = homeroomOf.get(touched.id);
      return homeroom === undefined ? touched : { ...touched, homeroom };
    }),
  };
}

function touchedHomerooms(
  students: Tally,
  homerooms: Tally,
  homeroomOf: Map<string, string>,
  after: Timetable,
): TouchedHomeroom[] {
  const members = new Map<string, number>();
  for (const student of students.counts.keys()) {
    const homeroom = homeroomOf.get(student);
    if (homeroom === undefined) continue;
    members.set(homeroom, (members.get(homeroom) ?? 0) + 1);
    if (!homerooms.counts.has(homeroom)) homerooms.add(homeroom, 'lessons', 0);
  }
  const sizes = new Map(after.homerooms.map(({ id, students: list }) => [id, list.length]));
  return listOf(homerooms).map((touched) => ({
    ...touched,
    students: members.get(touched.id) ?? 0,
    of: sizes.get(touched.id) ?? 0,
  }));
}
