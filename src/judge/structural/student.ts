/** A student in two lessons at once: per student and slot, lessons − 1. params: count. */
import type { Breach } from '../judgement.ts';
import { sectionWho, studentWho } from '../names.ts';
import { slotIdsOf, type Week } from '../week.ts';
import { overfullSlots } from './occupancy.ts';

export function judgeStudents(week: Week): Breach[] {
  return week.sectionsOfStudent.flatMap((sections, student) =>
    overfullSlots(
      sections.flatMap((section) => section.lessons),
      1,
    ).map(({ slot, lessons, excess }) => ({
      who: [studentWho(week, student), ...lessons.map((lesson) => sectionWho(week, lesson.section))],
      slots: slotIdsOf(week, [slot]),
      deviation: excess,
      params: { count: lessons.length },
    })),
  );
}
