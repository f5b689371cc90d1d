/** What FET makes of a file of ours → the sections and lessons of a timetable. */
import { completeSchool, type FormedHomeroom } from '../../school/complete.ts';
import { makeFaultList, type FaultList } from '../../school/fault-list.ts';
import type { Fault } from '../../school/fault.ts';
import { decode } from '../../school/json-text.ts';
import { makeSchoolModel, type SchoolModel } from '../../school/model.ts';
import type { School } from '../../school/types.ts';
import type { Lesson, TimetableSection } from '../../timetable/types.ts';
import { readAddress, readRoster, type Address } from './comments.ts';
import { teachersWanted } from './fixed-sections.ts';
import { fetNames, type FetNames } from './names.ts';
import { childOf, childrenOf, readXml, textOf, type ReadElement } from './read-xml.ts';

export interface FetWeek {
  /** formed ones */
  homerooms: FormedHomeroom[];
  sections: TimetableSection[];
  /** those that have a time */
  lessons: Lesson[];
}

export interface FetReading {
  /** null where a fault stands against it */
  week: FetWeek | null;
  faults: Fault[];
}

interface Activity {
  /** its place in the file, for faults */
  path: string;
  id: string;
  address: Address;
  teachers: string[];
  students: string[];
  length: number;
}

/** Ids of the students of every year, group and subgroup, by its name; and the homerooms that were formed. */
function readStudents(root: ReadElement): { setOf: Map<string, Set<string>>; homerooms: Map<string, FormedHomeroom> } {
  const setOf = new Map<string, Set<string>>();
  const homerooms = new Map<string, FormedHomeroom>();
  const seen = new Set<string>();
  const addTo = (name: string, ids: readonly string[]): void => {
    const known = setOf.get(name) ?? new Set();
    for (const id of ids) known.add(id);
    setOf.set(name, known);
  };
  for (const year of childrenOf(childOf(root, 'Students_List'), 'Year')) {
    for (const group of childrenOf(year, 'Group')) {
      addTo(textOf(group, 'Name'), []);
      for (const subgroup of childrenOf(group, 'Subgroup')) {
        const roster = readRoster(textOf(subgroup, 'Comments'));
        const name = textOf(subgroup, 'Name');
        for (const set of [name, textOf(group, 'Name'), textOf(year, 'Name')]) addTo(set, roster.students);
        if (roster.formed && !seen.has(name)) {
          const homeroom = homerooms.get(roster.formed.id) ?? { ...roster.formed, students: [] };
          homeroom.students.push(...roster.students);
          homerooms.set(homeroom.id, homeroom);
        }
        seen.add(name);
      }
    }
  }
  return { setOf, homerooms };
}

function readActivities(root: ReadElement, faults: FaultList): Activity[] {
  return childrenOf(childOf(root, 'Activities_List'), 'Activity').flatMap((element, index): Activity[] => {
    const path = `Activities_List.Activity[${index}]`;
    const id = textOf(element, 'Id');
    const address = readAddress(textOf(element, 'Comments'));
    if (!address) {
      faults.report('fet.foreign', path, id);
      return [];
    }
    const texts = (tag: string): string[] => childrenOf(element, tag).map(({ text }) => text.trim());
    const length = Number(textOf(element, 'Duration'));
    return [{ path, id, address, teachers: texts('Teacher'), students: texts('Students'), length }];
  });
}

/** The last word on each activity: what FET found stands after what it was told. */
function lastByActivity(root: ReadElement, list: string, name: string): Map<string, ReadElement> {
  return new Map(childrenOf(childOf(root, list), name).map((found) => [textOf(found, 'Activity_Id'), found]));
}

/** What stands in the file by name, as the school has it. */
function makeLookup(model: SchoolModel, names: FetNames, faults: FaultList) {
  const unknown = (kind: string, name: string, path: string): undefined => {
    faults.report('fet.name', path, name, { kind, name });
  };
  return {
    teachers: (activity: Activity): string[] =>
      activity.teachers.flatMap((name) => {
        const teacher = model.school.teachers[names.teachers.indexOf.get(name) ?? -1];
        return teacher?.id ?? unknown('teacher', name, activity.path) ?? [];
      }),
    room: (name: string, path: string): string | undefined =>
      model.school.rooms[names.rooms.indexOf.get(name) ?? -1]?.id ?? unknown('room', name, path),
    slot: (dayName: string, hourName: string, path: string): string | undefined => {
      const day = names.days.indexOf.get(dayName);
      const period = names.periodOfHour[names.hours.indexOf.get(hourName) ?? -1] ?? -1;
      if (day === undefined) return unknown('day', dayName, path);
      if (period < 0) return unknown('period', hourName, path);
      return `${model.grid.dayIds[day]}.${model.grid.periodIds[period]}`;
    },
  };
}

function sectionOf(
  model: SchoolModel,
  activity: Activity,
  setOf: ReadonlyMap<string, ReadonlySet<string>>,
  teachers: string[],
  orderOf: ReadonlyMap<string, number>,
): TimetableSection {
  const { section: id, course = '', homerooms = [], line, size } = activity.address;
  const students = new Set(activity.students.flatMap((name) => [...(setOf.get(name) ?? [])]));
  return {
    id,
    course,
    homerooms,
    students: [...students].toSorted((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0)),
    ...(size === undefined ? {} : { size }),
    teachers: teachers.slice(0, teachersWanted(model, model.courseOf.get(course) ?? -1)),
    ...(line === undefined ? {} : { line }),
  };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** A section whose lessons are all in one room names it. */
function nameRooms(model: SchoolModel, sections: TimetableSection[], lessons: readonly Lesson[]): void {
  const givenRoom = new Map((model.school.sections ?? []).map(({ id, room }) => [id, room]));
  const roomsOf = new Map<string, Set<string>>();
  for (const { section, room } of lessons) {
    if (room !== undefined) roomsOf.set(section, (roomsOf.get(section) ?? new Set()).add(room));
  }
  for (const section of sections) {
    const [only, ...more] = roomsOf.get(section.id) ?? [];
    const room = givenRoom.get(section.id) ?? (more.length === 0 ? only : undefined);
    if (room !== undefined) section.room = room;
  }
}

function readWeek(school: School, root: ReadElement, faults: FaultList): FetWeek {
  const { setOf, homerooms } = readStudents(root);
  const formed = [...homerooms.values()];
  const model = makeSchoolModel(completeSchool(school, formed));
  const orderOf = new Map(model.school.students.map(({ id }, index) => [id, index]));
  for (const homeroom of formed) homeroom.students.sort((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0));
  const lookup = makeLookup(model, fetNames(model), faults);
  const times = lastByActivity(root, 'Time_Constraints_List', 'ConstraintActivityPreferredStartingTime');
  const rooms = lastByActivity(root, 'Space_Constraints_List', 'ConstraintActivityPreferredRoom');
  const sections = new Map<string, TimetableSection>();
  const lessons: Lesson[] = [];
  const activities = readActivities(root, faults);
  for (const activity of activities) {
    if (activity.address.course === undefined) continue;
    const section = sectionOf(model, activity, setOf, lookup.teachers(activity), orderOf);
    sections.set(section.id, section);
  }
  for (const activity of activities) {
    const { section: id, index } = activity.address;
    const section = sections.get(id);
    const course = model.courses[model.courseOf.get(section?.course ?? '') ?? -1];
    const filled = course?.lessons[index];
    if (!section || !filled) {
      faults.report('fet.lesson', activity.path, activity.id, { section: id, number: index + 1 });
      continue;
    }
    const time = times.get(activity.id);
    if (!time) continue;
    const slot = lookup.slot(textOf(time, 'Preferred_Day'), textOf(time, 'Preferred_Hour'), activity.path);
    if (slot === undefined) continue;
    const place = rooms.get(activity.id);
    const room = place ? lookup.room(textOf(place, 'Room'), activity.path) : undefined;
    const teachers = lookup.teachers(activity);
    const own = filled.with.length > 0 || !sameList(teachers, section.teachers);
    lessons.push({
      section: id,
      index,
      slot,
      length: activity.length,
      weeks: 'every',
      ...(room === undefined ? {} : { room }),
      ...(own ? { teachers } : {}),
    });
  }
  nameRooms(model, [...sections.values()], lessons);
  return { homerooms: formed, sections: [...sections.values()], lessons };
}

/** `input`: a `…_data_and_timetable.fet`. Never throws on what a file may hold. */
export function readFet(school: School, input: string | Uint8Array): FetReading {
  const faults = makeFaultList();
  const text = decode(input, faults);
  if (text !== null && text.trim() === '') faults.report('file.empty', '');
  const root = text === null || faults.hasFaults() ? null : readXml(text, faults);
  if (root && root.tag !== 'fet') faults.report('fet.root', '', root.tag);
  if (!root || faults.hasFaults()) return { week: null, faults: faults.list() };
  const timed = childrenOf(childOf(root, 'Time_Constraints_List'), 'ConstraintActivityPreferredStartingTime');
  if (timed.length === 0) faults.report('fet.no-times', 'Time_Constraints_List');
  const week = faults.hasFaults() ? null : readWeek(school, root, faults);
  return { week: faults.hasFaults() ? null : week, faults: faults.list() };
}
