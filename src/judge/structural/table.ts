/** The structural rules in the order of every score. Without lessons, those that count lessons find nothing. */
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
export const structuralTable: readonly (readonly [id: string, judge: (week: Week) => Breach[]])[] = [
  ['structural.student', judgeStudents],
  ['structural.teacher', judgeTeachers],
  ['structural.room', judgeRooms],
  ['structural.slot', judgeSlots],
  ['structural.size', judgeSizes],
  ['structural.kind', judgeKinds],
  ['structural.qualified', judgeQualified],
  ['structural.load', judgeLoads],
  ['structural.unserved', judgeUnserved],
  ['structural.unplaced', judgeUnplaced],
  ['structural.line', judgeLines],
  ['structural.lock', judgeLocks],
];
