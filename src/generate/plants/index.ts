/** Every kind of impossibility that can be planted in a school, by the name that `--plant` takes. */
import type { School } from '../../school/types.ts';
import { clubsInTwoSlots, oddCycle } from './clubs.ts';
import { lockForbidden, locksClash, lockWithoutTeacher } from './locks.ts';
import { fullSectionsEntangled, linesEntangled, twoSectionsEntangled } from './entangled.ts';
import type { Plant, Planted } from './plant.ts';
import { homeroomTooLarge, roomsAtOnce, roomsClosed, seatsTooFew } from './rooms.ts';
import {
  doublesTooMany,
  forbiddenTooMuch,
  linesTooFew,
  linesTooShort,
  preferredTooMuch,
  spreadTooWide,
  tooFewSeats,
  tooManyPeriods,
} from './students.ts';
import {
  daysTooFew,
  headAway,
  meetingTooLong,
  neverAtOnce,
  noTeacher,
  perDayTooFew,
  teacherPeriods,
  teachersAway,
} from './teachers.ts';

const PLANTS: ReadonlyMap<string, Plant> = new Map<string, Plant>([
  ['teacher-periods', teacherPeriods],
  ['teachers-away', teachersAway],
  ['never-at-once', neverAtOnce],
  ['head-away', headAway],
  ['no-teacher', noTeacher],
  ['meeting-too-long', meetingTooLong],
  ['per-day-too-few', perDayTooFew],
  ['days-too-few', daysTooFew],
  ['too-many-periods', tooManyPeriods],
  ['doubles-too-many', doublesTooMany],
  ['spread-too-wide', spreadTooWide],
  ['forbidden-too-much', forbiddenTooMuch],
  ['preferred-too-much', preferredTooMuch],
  ['seats-of-sections', tooFewSeats],
  ['odd-cycle', oddCycle],
  ['single-sections', clubsInTwoSlots],
  ['lines-entangled', linesEntangled],
  ['two-sections-entangled', twoSectionsEntangled],
  ['full-sections-entangled', fullSectionsEntangled],
  ['lines-too-few', linesTooFew],
  ['lines-too-short', linesTooShort],
  ['rooms-closed', roomsClosed],
  ['rooms-at-once', roomsAtOnce],
  ['homeroom-too-large', homeroomTooLarge],
  ['seats-of-rooms', seatsTooFew],
  ['locks-clash', locksClash],
  ['lock-without-teacher', lockWithoutTeacher],
  ['lock-forbidden', lockForbidden],
]);

export const plantNames = (): string[] => [...PLANTS.keys()];

/** Throws an Error in plain words where there is no such plant, or nothing in the school to plant it in. */
export function plantImpossibility(school: School, name: string): Planted {
  const plant = PLANTS.get(name);
  if (!plant) throw new Error(`There is no impossibility ${name}.`);
  return plant(school);
}

export type { Planted } from './plant.ts';
