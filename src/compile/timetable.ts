/** Solution → the timetable document's sections, lessons, meetings and what is missing, in file order. */
import type { Solution } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { slotMask } from '../school/slots.ts';
import type { SlotSet } from '../school/types.ts';
import type { Lesson, Meeting, Timetable, TimetableSection, Unplaced } from '../timetable/types.ts';
import { selectTeachersTeaching } from './meeting-members.ts';
import type { CompiledWeek } from './problem.ts';
import { homesOf } from './room-sets.ts';
import type { CompiledSection } from './sections.ts';

/** `teacher`: index, −1: nobody. `room`: the one room of all lessons of the section, where there is one. */
export function documentSection(
  model: SchoolModel,
  section: CompiledSection,
  teacher: number,
  room?: string,
): TimetableSection {
  const { school } = model;
  const homes = homesOf(model, section);
  const teacherId = school.teachers[teacher]?.id;
  // In a grade without lines a given line is a remark, and stays.
  const line = section.lineId ?? section.given?.line;
  return {
    id: section.id,
    course: school.courses[section.course]?.id ?? '',
    homerooms: section.given?.homerooms ?? homes.flatMap((home) => school.homerooms[home]?.id ?? []),
    students: section.students.flatMap((student) => school.students[student]?.id ?? []),
    teachers: teacherId === undefined ? [] : [teacherId],
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

/** Meetings of the school's rules, with the members who teach where the rule looks. */
function documentMeetings(model: SchoolModel, sections: TimetableSection[]): Meeting[] {
  return model.rules
    .filter((filled) => filled.type === 'teacher.meeting')
    .map((filled) => {
      const mask = slotMask(model.grid, filled.rule['slots'] as SlotSet);
      return {
        rule: filled.id,
        slots: model.grid.slotIds.filter((_, slot) => mask[slot] === 1),
        teachers: selectTeachersTeaching(model, filled, sections),
      };
    });
}

/** `roomsOf`: per section the rooms its lessons use; a section with one room names it. */
export function documentSections(
  model: SchoolModel,
  week: CompiledWeek,
  roleTeacher: Int32Array,
  roomsOf: Set<number>[] = [],
): TimetableSection[] {
  const { start, item } = week.problem.events.roles;
  return week.sections.map((section, event) => {
    const taught = (start[event + 1] ?? 0) > (start[event] ?? 0);
    const teacher = taught ? (roleTeacher[item[start[event] ?? 0] ?? -1] ?? -1) : -1;
    const rooms = [...(roomsOf[event] ?? [])];
    const one = rooms.length === 1 ? model.school.rooms[rooms[0] ?? -1]?.id : undefined;
    return documentSection(model, section, teacher, section.given?.room ?? one);
  });
}

export function documentWeek(
  model: SchoolModel,
  week: CompiledWeek,
  solution: Solution,
): Pick<Timetable, 'sections' | 'lessons' | 'meetings' | 'unplaced'> {
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
      unplaced.push({ section: id, index, periods: length });
      return;
    }
    const demand = problem.lessons.rooms.item[problem.lessons.rooms.start[lesson] ?? 0] ?? -1;
    const asks = (problem.lessons.rooms.start[lesson + 1] ?? 0) > (problem.lessons.rooms.start[lesson] ?? 0);
    const room = asks ? (solution.demandRoom[demand] ?? -1) : -1;
    if (asks) roomsOf[section]?.add(room);
    const roomId = school.rooms[room]?.id;
    lessons.push({
      section: id,
      index,
      slot: grid.slotIds[slot] ?? '',
      length,
      weeks: 'every',
      ...(roomId === undefined ? {} : { room: roomId }),
    });
  });
  const sections = documentSections(model, week, solution.roleTeacher, roomsOf);
  return { sections, lessons, unplaced, meetings: documentMeetings(model, sections) };
}
