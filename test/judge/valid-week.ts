/**
 * A whole small week in which everything holds: two homerooms of four, half of each physics, half history; a line, a lab, a shared field,
 * a given section and locks. Its score is the judge's own, so that the judge agrees with it.
 */
import { judge } from '../../src/judge/judge.ts';
import { conflictOf } from '../../src/report/index.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { course, grade, smallSchool, smallWeek, students, teacher } from '../cases/build.ts';

export const school = smallSchool({
  grades: [
    grade('g1', {
      choice: [{ from: ['phy', 'his'], take: 1 }],
      size: { max: 5 },
      closed: 'fri.7',
      lines: [{ id: 'A', slots: ['wed.5|6', 'fri.1|2'] }],
    }),
  ],
  rooms: [
    { id: 'r1', name: 'r1', seats: 50, kind: 'classroom' },
    { id: 'r2', name: 'r2', seats: 5, kind: 'classroom', homerooms: ['h2'] },
    { id: 'r3', name: 'r3', seats: 50, maxSize: 4, kind: 'classroom', unavailable: 'mon.*' },
    { id: 'tiny', name: 'tiny', seats: 3, kind: 'classroom' },
    { id: 'lab', name: 'lab', seats: 4, kind: 'lab:physics' },
    { id: 'field', name: 'field', seats: 50, kind: 'field', concurrent: 2 },
  ],
  teachers: [
    teacher('m1', 'mat', { load: { max: 3 } }),
    teacher('m2', 'mat', { load: { max: 3 }, unavailable: 'mon.1' }),
    teacher('e1', 'eng', { maxPerDay: 2 }),
    teacher('p1', 'phy'),
    teacher('i1', 'his'),
    teacher('s1', 'pe'),
    teacher('s2', 'pe'),
  ],
  students: [
    ...students('a', 'h1', 2, { choices: '物' }),
    ...students('c', 'h1', 2, { choices: '史' }),
    ...students('b', 'h2', 2, { choices: '物' }),
    ...students('d', 'h2', 2, { choices: '史' }),
  ],
  courses: [
    course('mat', { periods: 3, doubles: 1 }),
    course('eng', { periods: 2 }),
    course('pe', { lessons: [{ count: 1, slots: '*.5|6|7', roomKind: 'field' }] }),
    course('phy', {
      for: 'chosen',
      grouping: 'walking',
      lessons: [{ count: 1 }, { count: 1, length: 2, roomKind: 'lab:physics' }],
    }),
    course('his', { for: 'chosen', grouping: 'walking', periods: 3, doubles: 1 }),
  ],
  sections: [{ id: 'his/1', course: 'his', teachers: ['i1'], line: 'A' }],
  locks: [
    { section: 'mat/h1', index: 0, slot: 'mon.1', room: 'r1' },
    { student: 'a1', section: 'phy/1' },
  ],
  defaults: true,
});

function claimed(timetable: Timetable): Timetable {
  const { hard, soft, rules, findings } = judge(school, timetable);
  const conflicts = findings.map((finding) => conflictOf(finding, school));
  return { ...timetable, status: 'complete', score: { hard, soft, rules }, conflicts };
}

export const week = claimed(
  smallWeek(
    school,
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['eng/h1', 'e1', 'h1'],
      ['eng/h2', 'e1', 'h2'],
      ['pe/h1', 's1', 'h1'],
      ['pe/h2', 's2', 'h2'],
      ['phy/1', 'p1', 'a1 a2 b1 b2', { line: 'A' }],
      ['his/1', 'i1', 'c1 c2 d1 d2', { line: 'A' }],
    ],
    [
      ['mat/h1', 0, 'mon.1', 'r1'],
      ['mat/h1', 1, 'tue.1', 'r1'],
      ['mat/h2', 0, 'mon.2', 'r2'],
      ['mat/h2', 1, 'wed.1', 'r2'],
      ['eng/h1', 0, 'mon.3', 'r1'],
      ['eng/h1', 1, 'tue.5', 'r1'],
      ['eng/h2', 0, 'mon.4', 'r2'],
      ['eng/h2', 1, 'tue.6', 'r2'],
      ['pe/h1', 0, 'thu.5', 'field'],
      ['pe/h2', 0, 'thu.5', 'field'],
      ['phy/1', 0, 'wed.5', 'r3'],
      ['phy/1', 1, 'fri.1', 'lab'],
      ['his/1', 0, 'wed.5', 'r1'],
      ['his/1', 1, 'fri.1', 'r1'],
    ],
  ),
);
