/**
 * A student in two lessons at once: per student and slot, lessons − 1. A homeroom given by `size` counts as one student.
 * params: count.
 */
import type { Who } from '../../timetable/types.ts';
import type { Breach } from '../judgement.ts';
import { homeroomWho, sectionWho, studentWho } from '../names.ts';
import { slotIdsOf, type JudgedSection, type Week } from '../week.ts';
import { overfullSlots } from './occupancy.ts';

const clashes = (week: Week, sections: JudgedSection[], who: () => Who): Breach[] =>
  overfullSlots(
    sections.flatMap((section) => section.lessons),
    1,
  ).map(({ slot, lessons, excess }) => ({
    who: [who(), ...lessons.map((lesson) => sectionWho(week, lesson.section))],
    slots: slotIdsOf(week, [slot]),
    deviation: excess,
    params: { count: lessons.length },
  }));

export const judgeStudents = (week: Week): Breach[] => [
  ...week.sectionsOfStudent.flatMap((sections, student) => clashes(week, sections, () => studentWho(week, student))),
  ...week.sectionsOfUnlisted.flatMap((sections, homeroom) =>
    clashes(week, sections, () => homeroomWho(week, homeroom)),
  ),
];
