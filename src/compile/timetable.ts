/** Solution → the timetable document's sections, lessons, meetings and what is missing, in file order. */
import { itemsOf, placeSelfStudy, type Solution } from '../../solver/index.ts';
import { enrolledSections } from './enrolments.ts';
import type { SchoolModel } from '../school/model.ts';
import { lessonSlots, slotMask, slotName, type SlotGrid } from '../school/slots.ts';
import type { SlotSet } from '../school/types.ts';
import type { Lesson, Meeting, SelfStudy, Timetable, TimetableSection, Unplaced } from '../timetable/types.ts';
import { meetingLength, meetingWindows } from './meeting-windows.ts';
import { meetingMembers } from './meeting-members.ts';
import type { CompiledWeek } from './problem.ts';
import { homesOf } from './room-sets.ts';
import type { CompiledSection } from './sections.ts';

/** Of a section that nobody attends, the first homeroom of its pool: nothing else would say in which pool it is. */
function homeOfNobody({ school }: SchoolModel, { course, pool }: CompiledSection): string[] {
  const grouping = school.courses[course]?.grouping;
  return Array.isArray(grouping) ? (grouping[pool] ?? []).slice(0, 1) : [];
}

/** `teachers`: indexes, in the order of the roles. `room`: the one room of all lessons of the section, where there is one. */
export function documentSection(
  model: SchoolModel,
  section: CompiledSection,
  teachers: number[],
  room?: string,
): TimetableSection {
  const { school } = model;
  const homes = homesOf(model, section).flatMap((home) => school.homerooms[home]?.id ?? []);
  // In a grade without lines a given line is a remark, and stays.
  const line = section.lineId ?? section.given?.line;
  return {
    id: section.id,
    course: school.courses[section.course]?.id ?? '',
    homerooms: section.given?.homerooms ?? (homes.length > 0 ? homes : homeOfNobody(model, section)),
    students: section.students.flatMap((student) => school.students[student]?.id ?? []),
    ...(section.size === section.students.length ? {} : { size: section.size }),
    teachers: teachers.flatMap((teacher) => school.teachers[teacher]?.id ?? []),
    ...(room === undefined ? {} : { room }),
    ...(line === undefined ? {} : { line }),
  };
}

export function documentHomerooms(model: SchoolModel): Timetable['homerooms'] {
  return model.school.homerooms.map((homeroom, index) => ({
    id: homeroom.id,
    name: homeroom.name,
    grade: homeroom.grade,
    students: (model.homeroomStudents[index] ?? []).flatMap((student) => model.school.students[student]?.id ?? []),
  }));
}

/** The slots of a mask by name: a slot in all weeks of the cycle once, without a week. */
function namedSlots(grid: SlotGrid, mask: Uint8Array): string[] {
  const names: string[] = [];
  for (let slot = 0; slot < grid.slotsPerWeek; slot++) {
    const inside = Array.from({ length: grid.weeks }, (_, week) => slot + week * grid.slotsPerWeek).filter(
      (at) => mask[at] === 1,
    );
    if (inside.length === grid.weeks) names.push(grid.slotIds[slot] ?? '');
    else names.push(...inside.map((at) => slotName(grid, at)));
  }
  return names;
}

/** The first of the windows in which the members teach least, as a mask; empty where there is no window. */
function chosenWindow(
  { grid }: SchoolModel,
  windows: number[][],
  members: string[],
  sections: TimetableSection[],
  lessons: Lesson[],
): Uint8Array {
  const teachersOf = new Map(sections.map(({ id, teachers }) => [id, teachers]));
  const taught = new Int32Array(grid.slotCount);
  for (const { section, slot, length, weeks, teachers } of lessons) {
    const present = (teachers ?? teachersOf.get(section) ?? []).filter((id) => members.includes(id)).length;
    const first = grid.slotById.get(slot);
    if (present === 0 || first === undefined) continue;
    for (const at of lessonSlots(grid, first, length, grid.weeks === 1 ? 'every' : weeks))
      taught[at] = (taught[at] ?? 0) + present;
  }
  let chosen: number[] = [];
  let least = Infinity;
  for (const window of windows) {
    const busy = window.reduce((sum, slot) => sum + (taught[slot] ?? 0), 0);
    if (busy < least) [chosen, least] = [window, busy];
  }
  const mask = new Uint8Array(grid.slotCount);
  for (const slot of chosen) mask[slot] = 1;
  return mask;
}

/** Meetings of the school's rules, with the members who teach where the rule looks. */
export function documentMeetings(model: SchoolModel, sections: TimetableSection[], lessons: Lesson[]): Meeting[] {
  return model.rules
    .filter((filled) => filled.type === 'teacher.meeting')
    .flatMap((filled) => {
      const teachers = meetingMembers(model, filled, sections, lessons);
      const length = meetingLength(filled.rule);
      const mask =
        length === undefined
          ? slotMask(model.grid, filled.rule['slots'] as SlotSet)
          : chosenWindow(model, meetingWindows(model, filled.rule, length), teachers, sections, lessons);
      // A meeting that fits nowhere is held at no time.
      return mask.includes(1) ? [{ rule: filled.id, slots: namedSlots(model.grid, mask), teachers }] : [];
    });
}

/** `roomsOf`: per section the rooms its lessons use; a section with one room names it. */
export function documentSections(
  model: SchoolModel,
  week: CompiledWeek,
  roleTeacher: Int32Array,
  roomsOf: Set<number>[] = [],
): TimetableSection[] {
  return week.sections.map((section, event) => {
    const course = model.courses[section.course];
    const ofSection = (course?.teachers === 'none' ? 0 : 1) + (course?.with.length ?? 0);
    const teachers = [...itemsOf(week.problem.events.roles, event)]
      .slice(0, ofSection)
      .map((role) => roleTeacher[role] ?? -1);
    const rooms = [...(roomsOf[event] ?? [])];
    const one = rooms.length === 1 ? model.school.rooms[rooms[0] ?? -1]?.id : undefined;
    return documentSection(model, section, teachers, section.given?.room ?? one);
  });
}

/** What is the same in both weeks of the cycle stands once. */
function documentSelfStudy({ school, grid }: SchoolModel, places: ReturnType<typeof placeSelfStudy>): SelfStudy[] {
  const known = new Map<string, SelfStudy>();
  for (const { slot, room, teacher, students } of places) {
    const teacherId = school.teachers[teacher]?.id;
    const study: SelfStudy = {
      slot: grid.slotIds[slot % grid.slotsPerWeek] ?? '',
      weeks: grid.weeks === 1 ? 'every' : slot < grid.slotsPerWeek ? 'odd' : 'even',
      room: school.rooms[room]?.id ?? '',
      ...(teacherId === undefined ? {} : { teacher: teacherId }),
      students: students.flatMap((student) => school.students[student]?.id ?? []),
    };
    const key = `${study.slot} ${room} ${teacher} ${students.join(' ')}`;
    const other = known.get(key);
    if (other) other.weeks = 'every';
    else known.set(key, study);
  }
  return [...known.values()];
}

export function documentWeek(
  model: SchoolModel,
  planned: CompiledWeek,
  solution: Solution,
): Pick<Timetable, 'sections' | 'lessons' | 'meetings' | 'selfStudy' | 'unplaced'> {
  const week = {
    ...planned,
    sections: enrolledSections(planned.sections, planned.problem.enrolments, solution.enrolled),
  };
  const { problem } = week;
  const { school, grid } = model;
  const lessons: Lesson[] = [];
  const unplaced: Unplaced[] = [];
  const roomsOf: Set<number>[] = week.sections.map(() => new Set());
  week.lessons.forEach(({ section, index }, lesson) => {
    const slot = solution.lessonSlot[lesson] ?? -1;
    const length = problem.lessons.length[lesson] ?? 0;
    const id = week.sections[section]?.id ?? '';
    if (slot < 0) {
      unplaced.push({ section: id, index, periods: length * (problem.lessons.span[lesson] ?? 1) });
      return;
    }
    const demand = problem.lessons.rooms.item[problem.lessons.rooms.start[lesson] ?? 0] ?? -1;
    const asks = (problem.lessons.rooms.start[lesson + 1] ?? 0) > (problem.lessons.rooms.start[lesson] ?? 0);
    const room = asks ? (solution.demandRoom[demand] ?? -1) : -1;
    if (asks) roomsOf[section]?.add(room);
    const roomId = school.rooms[room]?.id;
    const hasOwnTeachers = (model.courses[week.sections[section]?.course ?? -1]?.lessons[index]?.with.length ?? 0) > 0;
    const present = [...itemsOf(problem.lessons.roles, lesson)].map((role) => solution.roleTeacher[role] ?? -1);
    lessons.push({
      section: id,
      index,
      slot: grid.slotIds[slot] ?? '',
      length,
      weeks: problem.lessons.span[lesson] === grid.weeks ? 'every' : slot < grid.slotsPerWeek ? 'odd' : 'even',
      ...(roomId === undefined ? {} : { room: roomId }),
      ...(hasOwnTeachers ? { teachers: present.flatMap((teacher) => school.teachers[teacher]?.id ?? []) } : {}),
    });
  });
  const sections = documentSections(model, week, solution.roleTeacher, roomsOf);
  return {
    sections,
    lessons,
    unplaced,
    meetings: documentMeetings(model, sections, lessons),
    selfStudy: documentSelfStudy(model, placeSelfStudy(planned.problem, solution)),
  };
}
