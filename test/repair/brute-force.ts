/**
 * The fewest changes by trying everything: seats, teachers, then slots and rooms, each week counted in full by the true score. It shares
 * nothing with the exact search but the question.
 */
import { itemsOf, trueScore, type Csr, type Problem } from '../../solver/index.ts';
import { compileWeek } from '../../src/compile/problem.ts';
import { repairedSections, type RepairQuestion } from '../../src/compile/repair-task.ts';
import { compileRoles } from '../../src/compile/roles.ts';
import type { SchoolModel } from '../../src/school/model.ts';

const listOf = (csr: Csr, owner: number): number[] => [...itemsOf(csr, owner)];

/** The least number of changes, or most + 1. */
export function bruteFewest(model: SchoolModel, question: RepairQuestion, most: number): number {
  for (let changes = 0; changes <= most; changes++) if (someWeek(model, question, changes)) return changes;
  return most + 1;
}

function someWeek(model: SchoolModel, question: RepairQuestion, left: number): boolean {
  const { seats } = question.task;
  const seat = new Int32Array(seats.count).fill(-1);
  const next = (index: number, rest: number): boolean => {
    if (index === seats.count) return withSeats(model, question, seat, rest);
    for (const event of listOf(seats.options, index)) {
      const price = (seats.base[index] ?? -1) < 0 || event === seats.base[index] ? 0 : 1;
      if (price > rest) continue;
      seat[index] = event;
      if (next(index + 1, rest - price)) return true;
    }
    return false;
  };
  return next(0, left);
}

function withSeats(model: SchoolModel, question: RepairQuestion, seat: Int32Array, left: number): boolean {
  const none = new Int32Array();
  const sections = repairedSections(question, { seat, lessonSlot: none, roleTeacher: none, demandRoom: none });
  const { problem } = compileWeek(model, sections, 0, compileRoles(model, sections));
  const { baseTeacher, roleCounts } = question.task;
  const roleTeacher = new Int32Array(problem.roles.count).fill(-1);
  const eventOfRole = Array.from({ length: problem.events.count }, (_, e) =>
    listOf(problem.events.roles, e).map(() => e),
  ).flat();
  const next = (role: number, rest: number, changed: ReadonlySet<number>): boolean => {
    if (role === problem.roles.count) return withTeachers(problem, question, roleTeacher, rest);
    const candidates = listOf(problem.roles.candidates, role);
    const event = eventOfRole[role] ?? -1;
    for (const teacher of candidates.length > 0 ? candidates : [-1]) {
      const leaves = roleCounts[role] === 1 && teacher !== baseTeacher[role];
      const price = leaves && !changed.has(event) ? 1 : 0;
      if (price > rest) continue;
      roleTeacher[role] = teacher;
      if (next(role + 1, rest - price, leaves ? new Set([...changed, event]) : changed)) return true;
    }
    return false;
  };
  return next(0, left, new Set());
}

function withTeachers(problem: Problem, { task }: RepairQuestion, roleTeacher: Int32Array, left: number): boolean {
  const lessonSlot = new Int32Array(problem.lessons.count).fill(-1);
  const demandRoom = new Int32Array(problem.roomDemands.count).fill(-1);
  const next = (lesson: number, rest: number): boolean => {
    if (lesson === problem.lessons.count) {
      return trueScore(problem, { lessonSlot, roleTeacher, demandRoom, enrolled: problem.enrolments.event }).hard === 0;
    }
    const [demand = -1] = listOf(problem.lessons.rooms, lesson);
    const baseSlot = task.baseSlot[lesson] ?? -1;
    const baseRoom = demand < 0 ? -1 : (task.baseRoom[demand] ?? -1);
    const rooms = demand < 0 ? [-1] : listOf(problem.roomDemands.sets, problem.roomDemands.set[demand] ?? 0);
    for (const slot of listOf(problem.lessons.starts, problem.lessons.domain[lesson] ?? 0)) {
      for (const room of rooms) {
        const stays = slot === baseSlot && (baseRoom < 0 || room === baseRoom);
        const price = baseSlot < 0 || stays ? 0 : 1;
        if (price > rest || isShut(problem, lesson, slot, room)) continue;
        lessonSlot[lesson] = slot;
        if (demand >= 0) demandRoom[demand] = room;
        if (next(lesson + 1, rest - price)) return true;
      }
    }
    lessonSlot[lesson] = -1;
    return false;
  };
  return next(0, left);
}

/** Closed rooms are not in the score: whoever assigns rooms looks. */
function isShut(problem: Problem, lesson: number, slot: number, room: number): boolean {
  if (room < 0) return false;
  return Array.from({ length: problem.lessons.length[lesson] ?? 0 }).some(
    (_, k) => problem.rooms.open[room * problem.slots.count + slot + k] === 0,
  );
}
