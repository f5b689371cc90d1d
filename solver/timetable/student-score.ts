/** Rules on the days of students, counted in full. */
import { freeDeviation, isFreeShape, moveDeviation, NOWHERE, STUDENT_SHAPE } from '../monitors/student-shapes.ts';
import { eachPeriod, itemsOf, type Problem, type Solution } from '../problem/problem.ts';
import { dayBits, dayFrame } from './cost-tables.ts';
import type { StudyPlace } from './self-study.ts';
import type { Views } from './true-score.ts';

/** Where every student is. */
export interface StudentWeek {
  /** [students × slots] 1: has a lesson */
  busy: Uint8Array;
  /** [students × slots] the room of the first lesson there, NOWHERE: no lesson, or none with a room */
  room: Int32Array;
}

export function studentWeek(problem: Problem, { lessonSlot, demandRoom }: Solution): StudentWeek {
  const { slots, lessons, events } = problem;
  const cells = problem.students.count * slots.count;
  const week: StudentWeek = { busy: new Uint8Array(cells), room: new Int32Array(cells).fill(NOWHERE) };
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    if (lessonSlot[lesson] < 0) continue;
    const who = itemsOf(events.students, lessons.event[lesson]);
    const [demand = -1] = itemsOf(lessons.rooms, lesson);
    const room = demand < 0 ? NOWHERE : demandRoom[demand];
    eachPeriod(problem, lesson, lessonSlot[lesson], (slot) => {
      for (const student of who) {
        const cell = student * slots.count + slot;
        if (week.busy[cell] === 0) week.room[cell] = room;
        week.busy[cell] = 1;
      }
    });
  }
  return week;
}

/** `places`: what self-study has been found. */
export function countStudentDays(
  problem: Problem,
  solution: Solution,
  deviation: Int32Array,
  views: Views,
  places: readonly StudyPlace[],
): void {
  const { studentDay, slotSets } = problem.monitors;
  if (studentDay.count === 0) return;
  const { slots, students, events } = problem;
  const week = studentWeek(problem, solution);
  const frame = dayFrame(problem);
  /** [students × slots] 1: has a place, 2: with a teacher */
  const study = new Uint8Array(students.count * slots.count);
  for (const { slot, teacher, students: own } of places) {
    for (const student of own) study[student * slots.count + slot] = teacher < 0 ? 1 : 2;
  }
  /** the bits of each day that are busy, and open */
  const busyBits = (student: number, day: number): number => {
    let bits = 0;
    const from = student * slots.count + day * slots.slotsPerDay;
    for (let i = 0; i < slots.slotsPerDay; i++) bits |= week.busy[from + i] << i;
    return bits;
  };
  for (let m = 0; m < studentDay.count; m++) {
    const rule = studentDay.rule[m];
    const shape = studentDay.shape[m];
    const attends = new Uint8Array(students.count);
    if (studentDay.bySection[m]) {
      for (const event of itemsOf(studentDay.events, m)) {
        if (views.seesEvent(rule, event)) for (const student of itemsOf(events.students, event)) attends[student] = 1;
      }
    }
    for (const student of itemsOf(studentDay.students, m)) {
      const grade = students.grade[student];
      if (grade < 0 || (studentDay.bySection[m] && attends[student] === 0)) continue;
      for (let day = 0; day < slots.days; day++) {
        if (shape === STUDENT_SHAPE.study) {
          const from = day * slots.slotsPerDay;
          for (let s = from; s < from + slots.slotsPerDay; s++) {
            const isFree = slotSets[students.gradeOpen[grade] * slots.count + s] === 1;
            const cell = student * slots.count + s;
            if (isFree && week.busy[cell] === 0 && study[cell] <= studentDay.max[m]) deviation[rule]++;
          }
        } else if (isFreeShape(shape)) {
          const open = dayBits(problem, students.gradeOpen[grade], day, 0);
          const inside = dayBits(problem, studentDay.set[m], day, 0);
          deviation[rule] += freeDeviation(shape, studentDay.max[m], open, busyBits(student, day), inside, frame);
        } else {
          const from = student * slots.count + day * slots.slotsPerDay;
          deviation[rule] += moveDeviation(problem, shape, studentDay.max[m], grade, week.room, from);
        }
      }
    }
  }
}
