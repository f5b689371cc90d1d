/** A teacher in two lessons at once: per teacher and slot, lessons − 1. params: count. */
import type { Breach } from '../judgement.ts';
import { sectionWho, teacherWho } from '../names.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { overfullSlots } from './occupancy.ts';

export function judgeTeachers(week: Week): Breach[] {
  return week.lessonsOfTeacher.flatMap((taught, teacher) =>
    overfullSlots(taught, 1).map(({ slot, lessons, excess }) => ({
      who: [teacherWho(week, teacher), ...lessons.map((lesson) => sectionWho(week, lesson.section))],
      slots: slotIdsOf(week, [slot]),
      deviation: excess,
      params: { count: lessons.length },
    })),
  );
}
