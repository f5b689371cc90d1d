/** A difference with the names of everything that it mentions, so that it can be read without the school. */
import type { TimetableChanges } from '../../diff/index.ts';
import { completeSchool } from '../../school/complete.ts';
import type { School } from '../../school/types.ts';
import type { Words } from '../../text/lang.ts';
import type { Timetable } from '../../timetable/types.ts';
import { namingOf, type Naming } from '../naming.ts';

export interface ChangeNames {
  sections: Record<string, Words>;
  slots: Record<string, Words>;
  courses: Record<string, string>;
  teachers: Record<string, string>;
  rooms: Record<string, string>;
  students: Record<string, string>;
  homerooms: Record<string, string>;
}

export interface NamedChanges extends TimetableChanges {
  /** how sections of the two were brought together */
  matchedBy: 'section id';
  /** by id; an id without a name stands for itself */
  names: ChangeNames;
}

const named = <T>(ids: Iterable<string>, nameOf: (id: string) => T): Record<string, T> =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, nameOf(id)]));

/** Ids in the order in which the changes mention them. */
function mentioned(changes: TimetableChanges) {
  const { sections, lessons, rooms, teachers, students, homerooms, meetings, touched } = changes;
  const entries = [...sections.appeared, ...sections.vanished];
  const placed = [...lessons.appeared, ...lessons.vanished];
  const places = [
    ...lessons.moved.flatMap(({ from, to }) => [from, to]),
    ...placed.map(({ at }) => at),
    ...teachers.flatMap(({ at }) => at ?? []),
  ];
  return {
    sections: [
      ...[...entries, ...lessons.moved, ...placed, ...rooms, ...teachers].map(({ section }) => section),
      ...students.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
    ],
    courses: [...entries, ...students].map(({ course }) => course),
    slots: [
      ...places.map(({ slot }) => slot),
      ...rooms.map(({ slot }) => slot),
      ...meetings.flatMap(({ from, to }) => [...from, ...to]),
    ],
    rooms: [
      ...places.flatMap(({ room }) => room ?? []),
      ...rooms.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
    ],
    teachers: [
      ...touched.teachers.map(({ id }) => id),
      ...entries.flatMap((entry) => entry.teachers),
      ...teachers.flatMap(({ from, to }) => [...from, ...to]),
      ...meetings.flatMap((meeting) => meeting.teachers),
    ],
    students: [
      ...touched.students.map(({ id }) => id),
      ...homerooms.changed.flatMap(({ joined, left }) => [...joined, ...left]),
    ],
    homerooms: [
      ...touched.homerooms.map(({ id }) => id),
      ...touched.students.flatMap(({ homeroom }) => homeroom ?? []),
      ...entries.flatMap((entry) => entry.homerooms),
      ...homerooms.appeared,
      ...homerooms.vanished,
      ...homerooms.changed.map(({ homeroom }) => homeroom),
    ],
  };
}

/** `school` gives the names; without it homerooms are called as the timetables do, and everything else by its id. */
export function nameChanges(
  changes: TimetableChanges,
  weeks: readonly Timetable[],
  school: School | undefined,
): NamedChanges {
  const ids = mentioned(changes);
  const formed = [...new Map(weeks.flatMap(({ homerooms }) => homerooms.map((one) => [one.id, one]))).values()];
  const naming: Naming | undefined = school === undefined ? undefined : namingOf(completeSchool(school, formed));
  const self = (id: string): string => id;
  const selfWords = (id: string): Words => ({ zh: id, en: id });
  const courseOf = new Map(weeks.flatMap((week) => week.sections.map((section) => [section.id, section.course])));
  const homeroomName = new Map(weeks.flatMap((week) => week.homerooms.map(({ id, name }) => [id, name])));
  const studentName = new Map((school?.students ?? []).map(({ id, name }) => [id, name]));
  return {
    matchedBy: 'section id',
    ...changes,
    names: {
      sections: named(ids.sections, (id) => naming?.section(id, courseOf.get(id)) ?? selfWords(id)),
      slots: named(ids.slots, naming?.slot ?? selfWords),
      courses: named(ids.courses, naming?.course ?? self),
      teachers: named(ids.teachers, naming?.teacher ?? self),
      rooms: named(ids.rooms, naming?.room ?? self),
      students: named(ids.students, (id) => studentName.get(id) ?? id),
      homerooms: named(ids.homerooms, (id) => {
        const known = naming?.homeroom(id) ?? id;
        return known === id ? (homeroomName.get(id) ?? id) : known;
      }),
    },
  };
}
