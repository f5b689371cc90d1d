/** A school of two homerooms with a week that holds, and what may happen to it. */
import fc from 'fast-check';
import type { Lock, Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { course, grade, smallSchool, smallWeek, students, teacher } from '../cases/build.ts';

/** Three days of two periods, mathematics and English at home, physics or history walking: ten lessons. */
export const threeDays = (): School =>
  smallSchool({
    calendar: {
      days: ['mon', 'tue', 'wed'].map((id) => ({ id, name: id })),
      periods: [
        { id: '1', name: '1', part: 'morning' },
        { id: '2', name: '2', part: 'morning', breakAfter: 'end' },
      ],
    },
    rooms: ['r1', 'r2', 'r3'].map((id) => ({ id, name: id, seats: 4, kind: 'classroom' })),
    teachers: [
      teacher('m1', 'mat', { load: { max: 4 } }),
      teacher('m2', 'mat', { load: { max: 2 } }),
      teacher('e1', 'eng', { load: { max: 4 } }),
      teacher('p1', 'phy', { load: { max: 2 } }),
      teacher('p2', 'phy', { load: { max: 2 } }),
      teacher('s1', 'his', { load: { max: 2 } }),
    ],
    grades: [grade('g1', { choice: [{ from: ['phy', 'his'], take: 1 }], size: { max: 3 } })],
    students: [
      ...students('a', 'h1', 3).map((student, i) => ({ ...student, choices: i < 2 ? '物' : '史' })),
      ...students('b', 'h2', 3).map((student, i) => ({ ...student, choices: i < 2 ? '物' : '史' })),
    ],
    courses: [
      course('mat', { periods: 2 }),
      course('eng', { periods: 1 }),
      course('phy', { periods: 1, for: 'chosen', grouping: 'walking', sections: 2 }),
      course('his', { periods: 1, for: 'chosen', grouping: 'walking' }),
    ],
  });

export const threeDaysWeek = (school: School): Timetable =>
  smallWeek(
    school,
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
      ['phy/1', 'p1', 'a1 b1'],
      ['phy/2', 'p2', 'a2 b2'],
      ['his/1', 's1', 'a3 b3'],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h2', 0, 'mon.1', 'r2'],
      ['mat/h2', 1, 'tue.1', 'r2'],
      ['eng/h1', 0, 'mon.2', 'r1'],
      ['eng/h2', 0, 'tue.2', 'r2'],
      ['phy/1', 0, 'wed.1', 'r1'],
      ['phy/2', 0, 'wed.1', 'r2'],
      ['his/1', 0, 'wed.1', 'r3'],
    ],
  );

export type Event = (school: School) => School;

const SLOTS = ['mon.1', 'mon.2', 'tue.1', 'tue.2', 'wed.1', 'wed.2'];
const slot = fc.constantFrom(...SLOTS);

const changeOf = <T extends { id: string }>(list: T[], id: string, change: (item: T) => T): T[] =>
  list.map((item) => (item.id === id ? change(item) : item));

export const teacherAway =
  (id: string, slots: string[]): Event =>
  (school) => ({
    ...school,
    teachers: changeOf(school.teachers, id, (it) => ({ ...it, unavailable: slots })),
  });

export const teacherLeaves =
  (id: string): Event =>
  (school) => ({
    ...school,
    teachers: school.teachers.filter((it) => it.id !== id),
    homerooms: school.homerooms.map(({ headTeacher, ...rest }) =>
      headTeacher === undefined || headTeacher === id ? rest : { ...rest, headTeacher },
    ),
  });

export const roomShut =
  (id: string, slots: string | string[]): Event =>
  (school) => ({
    ...school,
    rooms: changeOf(school.rooms, id, (it) => ({ ...it, unavailable: slots })),
  });

export const chooses =
  (id: string, choices: string): Event =>
  (school) => ({
    ...school,
    students: changeOf(school.students, id, (it) => ({ ...it, choices })),
  });

export const dayShut =
  (slots: string[]): Event =>
  (school) => ({
    ...school,
    calendar: { ...school.calendar, closed: slots },
  });

export const locked =
  (lock: Lock): Event =>
  (school) => ({ ...school, locks: [...(school.locks ?? []), lock] });

export const ruled =
  (rule: Rule): Event =>
  (school) => ({ ...school, rules: [...(school.rules ?? []), rule] });

export const seatsOf =
  (id: string, seats: number): Event =>
  (school) => ({
    ...school,
    rooms: changeOf(school.rooms, id, (it) => ({ ...it, seats })),
  });

export const sectionsOf =
  (max: number): Event =>
  (school) => ({
    ...school,
    grades: school.grades.map((it) => ({ ...it, size: { max } })),
  });

export const loadOf =
  (id: string, max: number): Event =>
  (school) => ({
    ...school,
    teachers: changeOf(school.teachers, id, (it) => ({ ...it, load: { max } })),
  });

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc
    .tuple(fc.constantFrom('m1', 'm2', 'e1', 'p1', 's1'), fc.array(slot, { minLength: 1, maxLength: 3 }))
    .map(([id, slots]) => teacherAway(id, slots)),
  fc.constantFrom('m2', 'p2').map(teacherLeaves),
  fc
    .tuple(fc.constantFrom('r1', 'r2', 'r3'), fc.array(slot, { minLength: 1, maxLength: 4 }))
    .map(([id, slots]) => roomShut(id, slots)),
  fc.tuple(fc.constantFrom('a1', 'a3', 'b2'), fc.constantFrom('物', '史')).map(([id, choices]) => chooses(id, choices)),
  fc.array(slot, { minLength: 1, maxLength: 2 }).map(dayShut),
  fc
    .tuple(fc.constantFrom('a1', 'b2'), fc.constantFrom('phy/1', 'phy/2'))
    .map(([student, section]) => locked({ student, section })),
  fc.tuple(fc.constantFrom('eng/h1', 'his/1', 'phy/2'), slot).map(([section, at]) => locked({ section, slot: at })),
  fc.tuple(fc.constantFrom('r1', 'r2'), fc.constantFrom(1, 2, 3)).map(([id, seats]) => seatsOf(id, seats)),
  fc.constantFrom(1, 2, 3).map(sectionsOf),
  fc.tuple(fc.constantFrom('m1', 'e1'), fc.constantFrom(1, 2, 3)).map(([id, max]) => loadOf(id, max)),
  fc
    .constantFrom<Rule>(
      { type: 'teacher.maxPerDay', max: 1, strength: 'must' },
      { type: 'slots.forbid', subjects: ['mat'], slots: 'mon.*', strength: 'must' },
      { type: 'slots.forbid', teachers: ['e1'], slots: '*.2', strength: 'must' },
      { type: 'course.spread', maxPerDay: 1, minGapDays: 2, strength: 'must' },
      { type: 'slots.prefer', subjects: ['eng'], slots: 'wed.*', share: 100, strength: 'must' },
      { type: 'teacher.apart', teachers: ['m1', 'm2'], maxShared: 1, strength: 'must' },
      { type: 'teacher.maxConsecutive', max: 1, strength: 'must' },
    )
    .map(ruled),
);
