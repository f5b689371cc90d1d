/** What could be changed about a cause: for each kind of finding the changes that would lift it, by as much as is needed. */
import type { School } from '../../school/types.ts';
import type { Finding } from '../finding.ts';
import { makeSituation } from '../situation.ts';
import type { Change } from './change.ts';
import { groundOf, type Propose } from './ground.ts';
import { inClassrooms, largerRooms, moreRooms, openRooms, smallerHomerooms } from './propose-rooms.ts';
import { dropLocks, moveLocks } from './propose-locks.ts';
import {
  chooseAnew,
  combinations,
  larger,
  largerSections,
  leaveCourse,
  moreLines,
  moreSections,
  smallerLeast,
} from './propose-sections.ts';
import { anyTeacher, attend, attendLock, moreLoad, moreTeachers, qualify, unbind } from './propose-teachers.ts';
import {
  bridged,
  ease,
  fewerDoubles,
  fewerPeriods,
  longerDays,
  narrow,
  opened,
  soften,
  widen,
} from './propose-time.ts';

const RULES = [soften, ease, narrow];

const CURES: Record<string, Propose[]> = {
  'teachers.periods': [...RULES, moreLoad, attend, moreTeachers, qualify, larger, widen, fewerPeriods, combinations],
  'teacher.bound': [...RULES, unbind, moreLoad, attend, anyTeacher, widen],
  'student.periods': [...RULES, fewerPeriods, opened, longerDays, widen, leaveCourse],
  'course.periods': [...RULES, widen, fewerPeriods, opened],
  'student.doubles': [fewerDoubles, fewerPeriods, bridged],
  'course.days': [...RULES, fewerPeriods],
  'sections.seats': [largerSections, moreSections, combinations, chooseAnew],
  'sections.minimum': [soften, smallerLeast],
  'sections.lines': [moreSections, moreLines, leaveCourse],
  'sections.plan': [moreSections, moreLines, leaveCourse],
  'sections.slots': [widen, moreSections, leaveCourse, ...RULES],
  'student.lines': [moreLines, leaveCourse, combinations],
  'course.line': [moreLines, fewerPeriods],
  'rooms.periods': [...RULES, openRooms, moreRooms, widen, inClassrooms, larger, fewerPeriods],
  'rooms.seats': [...RULES, openRooms, moreRooms, widen, inClassrooms, fewerPeriods],
  'rooms.large': [largerRooms, moreRooms, smallerHomerooms],
  'lock.slot': [
    dropLocks,
    moveLocks,
    ...RULES,
    attendLock,
    (ground) => (ground.ids('teacher').length > 0 ? moreTeachers(ground) : []),
  ],
  'locks.clash': [dropLocks, moveLocks],
};

/** Changes, each entry made together, that may lift the finding; whether they do is for the caller to try. */
export function proposeChanges(school: School, finding: Finding): Change[][] {
  const ground = groundOf(makeSituation(school), finding);
  const all = (CURES[finding.kind] ?? []).flatMap((propose) => propose(ground));
  const seen = new Set<string>();
  return all.filter((changes) => {
    const key = JSON.stringify(changes);
    return !seen.has(key) && seen.add(key);
  });
}
