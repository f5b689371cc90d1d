/** Teachers, rooms and students that are not those of the earlier week, and what of that is over a cap: counted in full. */
import type { ChangeCaps } from '../monitors/tables.ts';
import { itemsOf, type Csr, type Problem, type Solution } from '../problem/problem.ts';
import { changedTeachers } from './kept-teachers.ts';
import type { Views } from './true-score.ts';

/** Who is part of each change, by row of a table of changes; null: the row is no change. */
type Changes = (readonly number[] | null)[];

function countChanges(rule: Int32Array, changes: Changes, deviation: Int32Array): void {
  changes.forEach((change, row) => {
    if (change !== null) deviation[rule[row]]++;
  });
}

function countCaps(caps: ChangeCaps, changes: Changes, deviation: Int32Array): void {
  for (let cap = 0; cap < caps.count; cap++) {
    const found = [...itemsOf(caps.rows, cap)].flatMap((row) => {
      const change = changes[row];
      return change === null ? [] : [change];
    });
    const ofEach = new Map<number, number>();
    for (const one of found.flat()) ofEach.set(one, (ofEach.get(one) ?? 0) + 1);
    let over = Math.max(0, found.length - caps.max[cap]);
    for (const count of ofEach.values()) over += Math.max(0, count - caps.maxEach[cap]);
    deviation[caps.rule[cap]] += over;
  }
}

const includes = (csr: Csr, owner: number, item: number): boolean => itemsOf(csr, owner).includes(item);

export function countKept(problem: Problem, solution: Solution, deviation: Int32Array, views: Views): void {
  const { keepTeacher, keepRoom, keepStudent, teacherCap, roomCap, studentCap } = problem.monitors;
  const teachers: Changes = Array.from(keepTeacher.event, (event, m) => {
    if (!views.seesEvent(keepTeacher.rule[m], event)) return null;
    const { gave, got } = changedTeachers(problem, solution.roleTeacher, m);
    return gave.length === 0 ? null : [...gave, ...got];
  });
  const rooms: Changes = Array.from(keepRoom.demand, (demand, m) => {
    const event = keepRoom.event[m];
    const room = solution.demandRoom[demand];
    const isNew = room >= 0 && !includes(keepRoom.rooms, m, room);
    return isNew && views.seesEvent(keepRoom.rule[m], event) ? [event] : null;
  });
  const students: Changes = Array.from(keepStudent.event, (event, m) =>
    views.seesEvent(keepStudent.rule[m], event) ? [keepStudent.student[m]] : null,
  );
  countChanges(keepTeacher.rule, teachers, deviation);
  countChanges(keepRoom.rule, rooms, deviation);
  countChanges(keepStudent.rule, students, deviation);
  countCaps(teacherCap, teachers, deviation);
  countCaps(roomCap, rooms, deviation);
  countCaps(studentCap, students, deviation);
}
