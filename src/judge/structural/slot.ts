/**
 * Lessons in slots they may not have, in periods over the cycle of weeks: off the grid, across noon or a day's end, or in another week
 * than their course says (all their periods), else every period that is closed for the calendar or the grade, unavailable for one of the
 * lesson's teachers or its room, or outside the lesson's own `slots`. A period counts once, however many reasons there are.
 * A joint lesson counts once for its teachers and its room. The teachers or the room that are not available are named beside the section.
 * params: index, slot, reason = grid · crossing · week · closed · teacher · room · outside (the first that applies).
 */
import type { Who } from '../../timetable/types.ts';
import type { Breach } from '../judgement.ts';
import { standsFor } from '../joint.ts';
import { roomWho, sectionWho, teacherWho } from '../names.ts';
import { periodsInCycle, slotIdsOf, type JudgedLesson, type Week } from '../week.ts';
import { isInWrongWeek } from '../weeks.ts';

function crosses({ model }: Week, { filled, period, section }: JudgedLesson): boolean {
  const end = period + filled.length;
  if (end > model.grid.periodsPerDay) return true;
  const breaks = model.gradeBreaks[section.course.grade] ?? [];
  return breaks.slice(period, end - 1).some((kind) => kind === 'noon' || kind === 'end');
}

/** Teachers whose time is counted here: those of a joint lesson (合班) are counted with the section that leads. */
function ownTeachers({ leads }: Week, lesson: JudgedLesson): number[] {
  const lead = standsFor(leads, lesson);
  return lesson.teachers.filter((teacher) => !lead?.teachers.includes(teacher));
}

function reasonAgainst(week: Week, lesson: JudgedLesson, slot: number): string | undefined {
  const { model } = week;
  const hasOwnRoom = standsFor(week.leads, lesson)?.room !== lesson.room;
  if (!model.gradeOpen[lesson.section.course.grade]?.[slot]) return 'closed';
  if (ownTeachers(week, lesson).some((teacher) => model.teacherUnavailable[teacher]?.[slot])) return 'teacher';
  if (hasOwnRoom && model.roomUnavailable[lesson.room]?.[slot]) return 'room';
  if (lesson.filled.slots !== undefined && !lesson.filled.slots[slot]) return 'outside';
  return undefined;
}

/** Whose time it is that the lesson takes. */
function causes(week: Week, lesson: JudgedLesson, reason: string, slots: readonly number[]): Who[] {
  const { teacherUnavailable } = week.model;
  if (reason === 'room') return [roomWho(week, lesson.room)];
  if (reason !== 'teacher') return [];
  return ownTeachers(week, lesson)
    .filter((teacher) => slots.some((slot) => teacherUnavailable[teacher]?.[slot]))
    .map((teacher) => teacherWho(week, teacher));
}

export function judgeSlots(week: Week): Breach[] {
  return week.lessons.flatMap((lesson) => {
    const breach = (deviation: number, reason: string, slots: number[]): Breach => ({
      who: [sectionWho(week, lesson.section), ...causes(week, lesson, reason, slots)],
      slots: slotIdsOf(week, slots),
      deviation,
      params: { index: lesson.filled.index, slot: lesson.slotId, reason },
    });
    const all = periodsInCycle(week.model.grid, lesson.filled);
    if (lesson.start < 0) return [breach(all, 'grid', [])];
    if (crosses(week, lesson)) return [breach(all, 'crossing', lesson.slots)];
    if (isInWrongWeek(week, lesson)) return [breach(all, 'week', lesson.slots)];
    const bad = lesson.slots.filter((slot) => reasonAgainst(week, lesson, slot) !== undefined);
    const first = bad[0];
    return first === undefined ? [] : [breach(bad.length, reasonAgainst(week, lesson, first) ?? '', bad)];
  });
}
