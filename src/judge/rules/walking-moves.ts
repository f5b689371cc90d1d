/**
 * 走动 `walking.moves`: per student and half day, changes of room between adjacent lessons of the half, over `max`. 换楼 `building.change`:
 * per student, adjacent lessons with a short break between in rooms of different buildings, or of one building more than `floors` apart; a
 * room without a building is near to all. Breaks are those of the grade. One finding per student. params: changes, max; count.
 */
import type { Room } from '../../school/types.ts';
import { roomWho, studentWho } from '../names.ts';
import { slotIdsOf, type JudgedLesson, type Week } from '../week.ts';
import { breakAfter, halfOf, isFollowed } from './halves.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { lessonsBySlot, selectStudents } from './students.ts';

interface Change {
  /** the last slot of the one lesson */
  slot: number;
  from: JudgedLesson;
  to: JudgedLesson;
}

/** Between adjacent slots, where a student goes from one room to another. */
function changesOf(week: Week, student: number): Change[] {
  const grade = week.model.studentGrade[student] ?? -1;
  const lessons = lessonsBySlot(week, student);
  return lessons.flatMap((from, slot) => {
    const to = lessons[slot + 1];
    if (from === undefined || to === undefined || !isFollowed(week, grade, slot)) return [];
    return from.room >= 0 && to.room >= 0 && from.room !== to.room ? [{ slot, from, to }] : [];
  });
}

export const judgeWalkingMoves: RuleJudge = (week, rule) => {
  const max = countOf(rule['max'], Number.POSITIVE_INFINITY);
  return selectStudents(week, rule).flatMap((student) => {
    const halves = new Map<string, Change[]>();
    for (const change of changesOf(week, student)) {
      const half = halfOf(week, change.slot);
      if (half === undefined || half !== halfOf(week, change.slot + 1)) continue;
      const key = `${half} ${Math.floor(change.slot / week.model.grid.periodsPerDay)}`;
      halves.set(key, [...(halves.get(key) ?? []), change]);
    }
    const over = [...halves.values()].filter(({ length }) => length > max);
    if (over.length === 0) return [];
    const deviation = over.reduce((sum, { length }) => sum + length - max, 0);
    const slots = slotIdsOf(
      week,
      over.flat().map(({ slot }) => slot + 1),
    );
    const params = { changes: Math.max(...over.map(({ length }) => length)), max };
    return [{ who: [studentWho(week, student)], slots, deviation, params }];
  });
};

/** Whether a short break is too short for the way. */
function isFar(one: Room | undefined, other: Room | undefined, floors: number): boolean {
  if (one?.building === undefined || other?.building === undefined) return false;
  if (one.building !== other.building) return true;
  return one.floor !== undefined && other.floor !== undefined && Math.abs(one.floor - other.floor) > floors;
}

export const judgeBuildingChange: RuleJudge = (week, rule) => {
  const floors = countOf(rule['floors'], Number.POSITIVE_INFINITY);
  const { rooms } = week.model.school;
  return selectStudents(week, rule).flatMap((student) => {
    const grade = week.model.studentGrade[student] ?? -1;
    const far = changesOf(week, student).filter(
      ({ slot, from, to }) =>
        breakAfter(week, grade, slot) === 'short' && isFar(rooms[from.room], rooms[to.room], floors),
    );
    if (far.length === 0) return [];
    const used = [...new Set(far.flatMap(({ from, to }) => [from.room, to.room]))];
    const slots = slotIdsOf(
      week,
      far.map(({ slot }) => slot + 1),
    );
    const who = [studentWho(week, student), ...used.map((room) => roomWho(week, room))];
    return [{ who, slots, deviation: far.length, params: { count: far.length } }];
  });
};
