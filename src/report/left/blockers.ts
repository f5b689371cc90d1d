/** Who and what stands in the way of a lesson at a place: everything that is there already. */
import type { FilledLesson } from '../../school/model.ts';
import type { ReportContext } from '../context.ts';
import type { PlacedLesson } from '../week.ts';
import { isLocked, limitsOf, type Limit } from './limits.ts';
import type { Place } from './places.ts';

export interface Blocker {
  /** students: of the section itself, who are in `sections` then; room, roomKind: the one that is named, or all of the kind, are in use */
  kind: 'teacher' | 'students' | 'room' | 'roomKind' | 'rule' | 'lock' | 'line';
  /** index of the lock; grade and line; empty for students */
  id: string;
  /** those taught then */
  sections: number[];
  /** of the section, in all of `sections` */
  students: number;
  /** a teacher who is not there */
  away: boolean;
}

export interface Surroundings {
  context: ReportContext;
  bySlot: PlacedLesson[][];
  /** per slot, by room: lessons in it, those counted once that are taught together */
  inRoom: Uint16Array[];
  /** per slot: the must rule of the meeting that a teacher is at */
  meeting: Map<string, string>[];
  /** by section and slot of a week: the lock that holds the lesson there */
  held: Map<string, string>;
}

export const heldKey = (section: number, slot: number): string => `${section} ${slot}`;

/** Lessons that stand where a lock holds them. */
function heldLessons({ week }: ReportContext): Map<string, string> {
  const held = new Map<string, string>();
  const { school, grid } = week.model;
  (school.locks ?? []).forEach((lock, index) => {
    const start = grid.slotById.get(lock.slot ?? '');
    if (start === undefined || lock.student !== undefined) return;
    week.timetable.sections.forEach((_, section) => {
      if (!isLocked(week, section, lock)) return;
      for (const lesson of week.lessons[section] ?? []) {
        if (lesson.start !== start || (lock.index ?? lesson.index) !== lesson.index) continue;
        for (let k = 0; k < lesson.length; k++) held.set(heldKey(section, start + k), String(index));
      }
    });
  });
  return held;
}

/** Whether the room is taken by the lesson itself, not by one that it is taught together with. */
const fills = ({ room, joint }: PlacedLesson, asked: number): boolean =>
  room >= 0 && room === asked && joint?.room !== asked;

export function surroundingsOf(context: ReportContext): Surroundings {
  const { week, timetable } = context;
  const { grid, rules } = week.model;
  const bySlot: PlacedLesson[][] = grid.slotIds.map(() => []);
  const inRoom = grid.slotIds.map(() => new Uint16Array(week.model.school.rooms.length));
  for (const lesson of week.placed) {
    for (const slot of lesson.slots) {
      bySlot[slot]?.push(lesson);
      const use = inRoom[slot];
      if (use && fills(lesson, lesson.room)) use[lesson.room] = (use[lesson.room] ?? 0) + 1;
    }
  }
  const meeting = grid.slotIds.map(() => new Map<string, string>());
  for (const { rule, slots, teachers } of timetable.meetings) {
    if (!rules.some(({ id, strength }) => id === rule && strength === 'must')) continue;
    const named = new Set(slots);
    grid.slotIds.forEach((id, slot) => {
      if (named.has(id)) for (const teacher of teachers) meeting[slot]?.set(teacher, rule);
    });
  }
  return { context, bySlot, inRoom, meeting, held: heldLessons(context) };
}

/** Sections with students of this one, and how many; a homeroom given by its size is whole. */
function neighboursOf({ week }: ReportContext, section: number): Map<number, number> {
  const shared = new Map<number, number>();
  const add = (other: number, students: number): void => void shared.set(other, (shared.get(other) ?? 0) + students);
  for (const student of week.students[section] ?? []) {
    for (const other of week.sectionsOfStudent[student] ?? []) add(other, 1);
  }
  if ((week.students[section] ?? []).length > 0) return shared;
  const own = week.timetable.sections[section]?.homerooms ?? [];
  week.timetable.sections.forEach(({ homerooms }, other) => {
    if (homerooms.some((id) => own.includes(id))) add(other, week.size[other] ?? 0);
  });
  return shared;
}

/** Rooms that the lesson may use, whoever is in them. */
function roomsFor({ week }: ReportContext, section: number, lesson: FilledLesson): number[] {
  const { model, timetable } = week;
  const { rooms, sections } = model.school;
  const it = timetable.sections[section];
  const given = sections?.find(({ id }) => id === it?.id)?.room;
  return [...rooms.keys()].filter((r) => {
    const room = rooms[r];
    if (!room || room.kind !== lesson.roomKind) return false;
    if (lesson.room !== undefined) return lesson.room === r;
    if (given !== undefined && rooms.some(({ id, kind }) => id === given && kind === lesson.roomKind))
      return room.id === given;
    const seats = Math.min(room.seats, room.maxSize ?? room.seats);
    return (
      seats >= (week.size[section] ?? 0) && (it?.homerooms.every((id) => room.homerooms?.includes(id) ?? true) ?? true)
    );
  });
}

/** What one lesson needs, gathered once for all places. */
export interface Demand {
  section: number;
  lesson: FilledLesson;
  /** where it is, if it is */
  placed?: PlacedLesson;
  teachers: number[];
  neighbours: Map<number, number>;
  rooms: number[];
  limits: Limit[];
}

export function demandOf(context: ReportContext, section: number, lesson: FilledLesson, placed?: PlacedLesson): Demand {
  return {
    section,
    lesson,
    ...(placed ? { placed } : {}),
    teachers: placed?.teachers ?? context.week.teachers[section] ?? [],
    neighbours: neighboursOf(context, section),
    rooms: lesson.roomKind === 'none' ? [] : roomsFor(context, section, lesson),
    limits: limitsOf(context, section),
  };
}

/** Lessons that lie there already, but for itself and those that it is taught together with. */
function othersAt({ bySlot }: Surroundings, { section, lesson, placed }: Demand, { slots }: Place): PlacedLesson[] {
  const others = new Set<PlacedLesson>();
  for (const slot of slots) {
    for (const other of bySlot[slot] ?? []) {
      const itself = other === placed || (other.section === section && other.index === lesson.index);
      const together = placed !== undefined && (other.joint === placed || placed.joint === other);
      if (!itself && !together) others.add(other);
    }
  }
  return [...others];
}

/** Whether a section more can be in the room at all these slots. */
export function roomIsFree(
  { context, inRoom }: Surroundings,
  room: number,
  slots: readonly number[],
  but?: PlacedLesson,
): boolean {
  const { model } = context.week;
  const holds = model.school.rooms[room]?.concurrent ?? 1;
  const own = but !== undefined && fills(but, room) ? but.slots : [];
  return slots.every(
    (slot) =>
      !model.roomUnavailable[room]?.[slot] && (inRoom[slot]?.[room] ?? 0) - (own.includes(slot) ? 1 : 0) < holds,
  );
}

export function blockersAt(around: Surroundings, demand: Demand, place: Place): Blocker[] {
  const { model } = around.context.week;
  const others = othersAt(around, demand, place);
  const found: Blocker[] = [];
  for (const teacher of demand.teachers) {
    const id = model.school.teachers[teacher]?.id ?? '';
    const away = place.slots.some((slot) => model.teacherUnavailable[teacher]?.[slot] === 1);
    const meetings = new Set(place.slots.flatMap((slot) => around.meeting[slot]?.get(id) ?? []));
    for (const rule of meetings) found.push({ kind: 'rule', id: rule, sections: [], students: 0, away: false });
    const busy = others.filter(({ teachers }) => teachers.includes(teacher)).map(({ section }) => section);
    if (away || busy.length > 0) found.push({ kind: 'teacher', id, sections: [...new Set(busy)], students: 0, away });
  }
  const taken = [...new Set(others.map(({ section }) => section))].filter((section) => demand.neighbours.has(section));
  if (taken.length > 0) {
    const students = taken.reduce((sum, section) => sum + (demand.neighbours.get(section) ?? 0), 0);
    found.push({ kind: 'students', id: '', sections: taken, students, away: false });
  }
  const { lesson, placed } = demand;
  if (lesson.roomKind !== 'none' && !demand.rooms.some((room) => roomIsFree(around, room, place.slots, placed))) {
    const named = model.school.rooms[lesson.room ?? -1]?.id;
    const kind = named === undefined ? 'roomKind' : 'room';
    found.push({ kind, id: named ?? lesson.roomKind, sections: [], students: 0, away: false });
  }
  for (const { kind, id, forbids } of demand.limits) {
    if (forbids(place, lesson.index)) found.push({ kind, id, sections: [], students: 0, away: false });
  }
  return found;
}
