/** The parts of the document that hold no lessons: homerooms, meetings, self-study. Each fault counts 1 in `structural.document`. */
import { judgeFormedHomerooms } from './formed-homerooms.ts';
import { selectTeachers } from './selectors.ts';
import { insideSlots } from './rules/slots.ts';
import { isMeeting } from './rules/teacher-meeting.ts';
import type { Week } from './week.ts';

type Fault = (fault: string, value: string) => void;

/** `"mon.3"`, or with odd and even weeks `"mon.3/odd"`, as slots of the cycle; undefined where the grid has no such slot. */
function slotsNamed({ model: { grid } }: Week, id: string): number[] | undefined {
  const [slot = '', weekId, ...more] = id.split('/');
  const first = grid.slotById.get(slot);
  const weekOf = weekId === undefined ? -1 : grid.weekIds.indexOf(weekId);
  if (first === undefined || more.length > 0 || (weekId !== undefined && weekOf < 0)) return undefined;
  const weeks = weekId === undefined ? [...Array(grid.weeks).keys()] : [weekOf];
  return weeks.map((week) => week * grid.slotsPerWeek + first);
}

function checkHomerooms(week: Week, fault: Fault): void {
  const { model, timetable } = week;
  const sorted = (ids: string[]): string => ids.toSorted().join('\n');
  for (const homeroom of timetable.homerooms) {
    const index = model.homeroomOf.get(homeroom.id);
    if (index === undefined) fault('homeroom.unknown', homeroom.id);
    if (index === undefined || week.formed.has(homeroom.id)) continue;
    const students = (model.homeroomStudents[index] ?? []).map((student) => model.school.students[student]?.id ?? '');
    const same = sorted(students) === sorted(homeroom.students);
    if (!same || homeroom.grade !== model.school.homerooms[index]?.grade) fault('homeroom.changed', homeroom.id);
  }
  judgeFormedHomerooms(week, fault);
}

/**
 * A meeting is one of a meeting rule: in its slots, of its members, and so long as asked for, in a row of one part of a day. That they do
 * not teach then is a matter of the rule; where they teach does not matter here.
 */
function checkMeetings(week: Week, fault: Fault): void {
  const { model, timetable } = week;
  for (const meeting of timetable.meetings) {
    const filled = model.rules.find(({ id, type }) => id === meeting.rule && type === 'teacher.meeting');
    if (filled === undefined) fault('rule.unknown', meeting.rule);
    const inside = filled && insideSlots(week, filled.rule);
    const { rooms: _, ...anyRoom } = filled?.rule ?? { type: '', strength: 'off' };
    const members = new Set(filled ? selectTeachers(week, anyRoom) : []);
    for (const id of meeting.slots) {
      const slots = slotsNamed(week, id);
      if (slots === undefined) fault('slot.unknown', id);
      else if (inside && !slots.every(inside)) fault('meeting.slot', id);
    }
    const length = filled?.rule['length'];
    const inRow = meeting.slots.map((id) => model.grid.slotById.get(id) ?? -1).toSorted((a, b) => a - b);
    if (typeof length === 'number' && !isMeeting(week, inRow, length)) fault('meeting.length', meeting.rule);
    for (const id of meeting.teachers) {
      const teacher = model.teacherOf.get(id);
      if (teacher === undefined) fault('teacher.unknown', id);
      else if (filled && !members.has(teacher)) fault('meeting.member', id);
    }
  }
}

/**
 * Self-study takes place in a room that is free and seats everybody, among students and under a teacher who are in no lesson then; room and
 * teacher are available. That the teacher's load bears it is a matter of structural.load.
 */
function checkSelfStudy(week: Week, fault: Fault): void {
  const { model, timetable } = week;
  const taken = new Set<string>();
  const take = (slots: number[], kind: string, id: string): void => {
    if (slots.some((slot) => taken.has(`${kind} ${id} ${slot}`))) fault(`study.${kind}`, id);
    for (const slot of slots) taken.add(`${kind} ${id} ${slot}`);
  };
  for (const { slots, section, room, teachers } of timetable.selfStudy.length > 0 ? week.lessons : []) {
    for (const slot of slots) {
      taken.add(`room ${model.school.rooms[room]?.id ?? ''} ${slot}`);
      for (const teacher of teachers) taken.add(`teacher ${model.school.teachers[teacher]?.id ?? ''} ${slot}`);
      for (const student of section.students) taken.add(`student ${model.school.students[student]?.id ?? ''} ${slot}`);
    }
  }
  for (const { document, slots, room, teacher } of week.study) {
    if (!model.grid.slotById.has(document.slot)) fault('slot.unknown', document.slot);
    const place = (kind: string, id: string, indexOf: Map<string, number>): void => {
      if (indexOf.has(id)) take(slots, kind, id);
      else fault(`${kind}.unknown`, id);
    };
    place('room', document.room, model.roomOf);
    if (document.teacher !== undefined) place('teacher', document.teacher, model.teacherOf);
    for (const id of document.students) place('student', id, model.studentOf);
    const { seats = 0, maxSize = seats } = model.school.rooms[room] ?? {};
    if (room >= 0 && document.students.length > Math.min(seats, maxSize)) fault('study.seats', document.room);
    if (slots.some((slot) => model.roomUnavailable[room]?.[slot] === 1)) fault('study.room-away', document.room);
    if (slots.some((slot) => model.teacherUnavailable[teacher]?.[slot] === 1))
      fault('study.teacher-away', document.teacher ?? '');
  }
}

export function checkOtherParts(week: Week, fault: Fault): void {
  checkHomerooms(week, fault);
  checkMeetings(week, fault);
  checkSelfStudy(week, fault);
}
