/** The structural rules in the order of every score, each with what it needs to be decided. */
import type { Breach } from '../judgement.ts';
import type { Week } from '../week.ts';
import { judgeKinds } from './kind.ts';
import { judgeLines } from './line.ts';
import { judgeLoads } from './load.ts';
import { judgeLocks } from './lock.ts';
import { judgeQualified } from './qualified.ts';
import { judgeRooms } from './room.ts';
import { judgeSizes } from './size.ts';
import { judgeSlots } from './slot.ts';
import { judgeStudents } from './student.ts';
import { judgeTeachers } from './teacher.ts';
import { judgeUnplaced } from './unplaced.ts';
import { judgeUnserved } from './unserved.ts';

/** `structural.document` follows them: it also needs what was found while reading. */
export const structuralTable: readonly (readonly [
  id: string,
  judge: (week: Week) => Breach[],
  needs: 'sections' | 'week',
])[] = [
  ['structural.student', judgeStudents, 'week'],
  ['structural.teacher', judgeTeachers, 'week'],
  ['structural.room', judgeRooms, 'week'],
  ['structural.slot', judgeSlots, 'week'],
  ['structural.size', judgeSizes, 'sections'],
  ['structural.kind', judgeKinds, 'week'],
  ['structural.qualified', judgeQualified, 'sections'],
  ['structural.load', judgeLoads, 'sections'],
  ['structural.unserved', judgeUnserved, 'sections'],
  ['structural.unplaced', judgeUnplaced, 'week'],
  ['structural.line', judgeLines, 'sections'],
  ['structural.lock', judgeLocks, 'sections'],
];
