/**
 * Monitors on the days of one student. Sources: rules.md, student.gaps, student.free, walking.moves, building.change; and, for single
 * students of public problems, inside, run, few. A free period is an open slot of the grade without a lesson.
 */
import { countBits } from '../problem/bits.ts';
import { BREAK, type Problem } from '../problem/problem.ts';
import { runDeviation, type DayFrame } from './day-shapes.ts';

/**
 * gaps: free periods between the first and last lesson of a half, over max, half by half · outside: free periods outside the slot set ·
 * perDay: free periods of a day over max · study: free periods without a place in self-study · moves: changes of room between adjacent
 * lessons of a half, over max, half by half · buildings: changes of building, or of more than max floors, in a short break · inside: lessons
 * inside the slot set · run: lessons in a row over max · few: lessons short of max, on a day that has any.
 */
export const STUDENT_SHAPE = {
  gaps: 0,
  outside: 1,
  perDay: 2,
  study: 3,
  moves: 4,
  buildings: 5,
  inside: 6,
  run: 7,
  few: 8,
} as const;

/** Of the shapes that busy slots alone decide; `open`, `busy` and `inside` are masks of one day. */
export function freeDeviation(
  shape: number,
  max: number,
  open: number,
  busy: number,
  inside: number,
  frame: DayFrame,
): number {
  if (shape === STUDENT_SHAPE.inside) return countBits(busy & inside);
  if (shape === STUDENT_SHAPE.run) return runDeviation(busy, max, frame);
  if (shape === STUDENT_SHAPE.few) return busy === 0 ? 0 : Math.max(0, max - countBits(busy));
  const free = open & ~busy;
  if (shape === STUDENT_SHAPE.outside) return countBits(free & ~inside);
  if (shape === STUDENT_SHAPE.perDay) return Math.max(0, countBits(free) - max);
  let deviation = 0;
  for (const half of frame.halves) {
    const taught = busy & half;
    if (taught === 0) continue;
    const last = 31 - Math.clz32(taught);
    const first = 31 - Math.clz32(taught & -taught);
    const between = ((1 << last) - 1) & ~((1 << (first + 1)) - 1);
    deviation += Math.max(0, countBits(free & half & between) - max);
  }
  return deviation;
}

/** Whether busy slots alone decide: not which rooms, nor which places in self-study. */
export const isFreeShape = (shape: number): boolean => shape <= STUDENT_SHAPE.perDay || shape >= STUDENT_SHAPE.inside;

/** Nobody is in a room there. */
export const NOWHERE = -1;

/**
 * One day of a student of the grade, by the room of each slot (NOWHERE where there is no lesson, or none with a room): changes of room in
 * each half beyond max, or changes of building in short breaks.
 */
export function moveDeviation(
  problem: Problem,
  shape: number,
  max: number,
  grade: number,
  roomAt: ArrayLike<number>,
  from: number,
): number {
  const { slots, students, rooms } = problem;
  const inHalf = [0, 0, 0];
  let changes = 0;
  for (let i = 0; i + 1 < slots.slotsPerDay; i++) {
    const here = roomAt[from + i];
    const next = roomAt[from + i + 1];
    if (here < 0 || next < 0 || here === next) continue;
    const pause = students.gradeBreak[grade * slots.slotsPerDay + i];
    if (shape === STUDENT_SHAPE.buildings) {
      if (pause === BREAK.short && isOtherPlace(rooms, here, next, max)) changes++;
    } else if (pause !== BREAK.pause && slots.half[i] === slots.half[i + 1]) inHalf[slots.half[i]]++;
  }
  if (shape === STUDENT_SHAPE.buildings) return changes;
  return Math.max(0, inHalf[0] - max) + Math.max(0, inHalf[1] - max);
}

const NO_FLOORS = 0x7fffffff;

/** Another building, or more than `floors` apart in one; a room without a building is near to all. */
export function isOtherPlace(
  { building, floor }: Problem['rooms'],
  one: number,
  other: number,
  floors: number,
): boolean {
  if (building[one] < 0 || building[other] < 0) return false;
  if (building[one] !== building[other]) return true;
  const isKnown = floor[one] !== -0x80000000 && floor[other] !== -0x80000000;
  return floors !== NO_FLOORS && isKnown && Math.abs(floor[one] - floor[other]) > floors;
}
