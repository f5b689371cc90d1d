/**
 * 1 per student and course taken without exactly one section. A homeroom given by `size` counts as one student, listed by the homeroom's
 * id. params: sections.
 */
import type { Unserved, Who } from '../../timetable/types.ts';
import type { Breach } from '../judgement.ts';
import { courseWho, homeroomWho, studentWho } from '../names.ts';
import type { JudgedSection, Week } from '../week.ts';

interface Pair {
  who: Who;
  courseIndex: number;
  sections: number;
}

/** By course, in file order: the students, then the homerooms given by size. */
function unservedPairs(week: Week): Pair[] {
  return week.takers.flatMap(({ takers, unlisted }, courseIndex) => {
    const held = (sections: JudgedSection[] | undefined): number =>
      (sections ?? []).filter((section) => section.courseIndex === courseIndex).length;
    const students = [...takers]
      .map((student) => ({ student, sections: held(week.sectionsOfStudent[student]) }))
      .filter(({ sections }) => sections !== 1)
      .map(({ student, sections }) => ({ who: studentWho(week, student), courseIndex, sections }));
    const homerooms = [...unlisted]
      .map((homeroom) => ({ homeroom, sections: held(week.sectionsOfUnlisted[homeroom]) }))
      .filter(({ sections }) => sections !== 1)
      .map(({ homeroom, sections }) => ({ who: homeroomWho(week, homeroom), courseIndex, sections }));
    return [...students, ...homerooms];
  });
}

export const listUnserved = (week: Week): Unserved[] =>
  unservedPairs(week).map(({ who, courseIndex }) => ({
    student: who.id,
    course: week.model.courses[courseIndex]?.id ?? '',
  }));

export const judgeUnserved = (week: Week): Breach[] =>
  unservedPairs(week).map(({ who, courseIndex, sections }) => ({
    who: [who, courseWho(week, courseIndex)],
    slots: [],
    deviation: 1,
    params: { sections },
  }));
