/**
 * Lessons in slots they may not have, in periods: off the grid or across noon or a day's end (all their periods), else every period
 * that is closed for the calendar or the grade, unavailable for the lesson's teacher or room, or outside the lesson's own `slots`.
 * A period counts once, however many reasons there are.
 * params: index, slot, reason = grid · crossing · closed · teacher · room · outside (the first that applies).
 */
import type { Breach } from '../judgement.ts';
import { sectionWho } from '../names.ts';
import { slotIdsOf, type JudgedLesson, type Week } from '../week.ts';

function crosses({ model }: Week, { filled, period, section }: JudgedLesson): boolean {
  const end = period + filled.length;
  if (end > model.grid.periodsPerDay) return true;
  const breaks = model.gradeBreaks[section.course.grade] ?? [];
  return breaks.slice(period, end - 1).some((kind) => kind === 'noon' || kind === 'end');
}

function reasonAgainst({ model }: Week, lesson: JudgedLesson, slot: number): string | undefined {
  if (!model.gradeOpen[lesson.section.course.grade]?.[slot]) return 'closed';
  if (lesson.teachers.some((teacher) => model.teacherUnavailable[teacher]?.[slot])) return 'teacher';
  if (model.roomUnavailable[lesson.room]?.[slot]) return 'room';
  if (lesson.filled.slots !== undefined && !lesson.filled.slots[slot]) return 'outside';
  return undefined;
}

export function judgeSlots(week: Week): Breach[] {
  return week.lessons.flatMap((lesson) => {
    const breach = (deviation: number, reason: string, slots: number[]): Breach => ({
      who: [sectionWho(week, lesson.section)],
      slots: slotIdsOf(week, slots),
      deviation,
      params: { index: lesson.filled.index, slot: lesson.slotId, reason },
    });
    if (lesson.start < 0) return [breach(lesson.filled.length, 'grid', [])];
    if (crosses(week, lesson)) return [breach(lesson.filled.length, 'crossing', lesson.slots)];
    const bad = lesson.slots.filter((slot) => reasonAgainst(week, lesson, slot) !== undefined);
    const first = bad[0];
    return first === undefined ? [] : [breach(bad.length, reasonAgainst(week, lesson, first) ?? '', bad)];
  });
}
