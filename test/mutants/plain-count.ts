/**
 * What a week costs in people, rooms and time, counted the long way from rules.md: a slow second opinion that shares no code with the
 * judge, not even the reading of slots.
 */
import type { School } from '../../src/school/types.ts';
import type { Lesson, Timetable } from '../../src/timetable/types.ts';

export interface PlainCount {
  student: number;
  teacher: number;
  room: number;
  /** periods that are closed, unavailable or outside the lesson's slots, without counting breaks */
  closed: number;
  /** lessons that run over noon or the day's end */
  broken: number;
  /** sections with more students than a room of theirs may hold, in students */
  seats: number;
  load: number;
}

const covers = (set: string | string[] | undefined, day: string, period: string): boolean =>
  [set ?? []].flat().some((pattern) => {
    const [days = '', periods = ''] = pattern.split('.');
    return [days, periods].every((part, at) => part === '*' || part.split('|').includes(at === 0 ? day : period));
  });

export function countPlainly(school: School, week: Timetable): PlainCount {
  const count: PlainCount = { student: 0, teacher: 0, room: 0, closed: 0, broken: 0, seats: 0, load: 0 };
  const visits = new Map<string, number>();
  const enter = (key: string): void => void visits.set(key, (visits.get(key) ?? 0) + 1);
  const worst = new Map<string, number>();
  const load = new Map<string, number>();
  const periods = school.calendar.periods;
  const allowedSlots = (lesson: Lesson, courseId: string): string | string[] | undefined => {
    const kinds = school.courses.find((c) => c.id === courseId)?.lessons ?? [];
    return kinds.flatMap((kind) => Array.from({ length: kind.count }, () => kind))[lesson.index]?.slots;
  };
  for (const lesson of week.lessons) {
    const section = week.sections.find((s) => s.id === lesson.section);
    const course = school.courses.find((c) => c.id === section?.course);
    const grade = school.grades.find((g) => g.id === course?.grade);
    const room = school.rooms.find((r) => r.id === lesson.room);
    const teachers = school.teachers.filter((t) => section?.teachers.includes(t.id));
    if (!section || !course || !grade) throw new Error(`lesson of nothing: ${lesson.section}`);
    const slots = allowedSlots(lesson, course.id);
    const [day = '', first = ''] = lesson.slot.split('.');
    const start = periods.findIndex((p) => p.id === first);
    let over = false;
    for (let at = start; at < start + lesson.length; at++) {
      const period = periods[at];
      if (!period) {
        over = true;
        continue;
      }
      const stop = grade.breakAfter?.[period.id] ?? period.breakAfter;
      if (at < start + lesson.length - 1 && (stop === 'noon' || stop === 'end')) over = true;
      const shut = [school.calendar.closed, grade.closed, room?.unavailable, ...teachers.map((t) => t.unavailable)];
      const outside = slots !== undefined && !covers(slots, day, period.id);
      if (outside || shut.some((set) => covers(set, day, period.id))) count.closed++;
      for (const student of section.students) enter(`student ${student} ${day} ${at}`);
      for (const teacher of teachers) enter(`teacher ${teacher.id} ${day} ${at}`);
      if (room) enter(`room ${room.id} ${day} ${at}`);
    }
    if (over) count.broken++;
    for (const { id } of teachers) load.set(id, (load.get(id) ?? 0) + lesson.length);
    const holds = Math.min(room?.seats ?? Infinity, room?.maxSize ?? Infinity);
    worst.set(section.id, Math.max(worst.get(section.id) ?? 0, section.students.length - holds));
  }
  for (const [key, occupants] of visits) {
    const [kind = '', id] = key.split(' ');
    const most = kind === 'room' ? (school.rooms.find((r) => r.id === id)?.concurrent ?? 1) : 1;
    if (kind === 'student' || kind === 'teacher' || kind === 'room') count[kind] += Math.max(0, occupants - most);
  }
  for (const excess of worst.values()) count.seats += excess;
  for (const teacher of school.teachers) count.load += Math.max(0, (load.get(teacher.id) ?? 0) - teacher.load.max);
  return count;
}
