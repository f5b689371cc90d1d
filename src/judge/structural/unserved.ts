/** 1 per student and course taken without exactly one section. params: sections. */
import type { Unserved } from '../../timetable/types.ts';
import type { Breach } from '../judgement.ts';
import { courseWho, studentWho } from '../names.ts';
import type { Week } from '../week.ts';

interface Pair {
  student: number;
  courseIndex: number;
  sections: number;
}

/** By course and student in file order. */
function unservedPairs(week: Week): Pair[] {
  return week.takers.flatMap(({ takers }, courseIndex) =>
    [...takers].flatMap((student): Pair[] => {
      const held = week.sectionsOfStudent[student]?.filter((section) => section.courseIndex === courseIndex) ?? [];
      return held.length === 1 ? [] : [{ student, courseIndex, sections: held.length }];
    }),
  );
}

export const listUnserved = (week: Week): Unserved[] =>
  unservedPairs(week).map(({ student, courseIndex }) => ({
    student: week.model.school.students[student]?.id ?? '',
    course: week.model.courses[courseIndex]?.id ?? '',
  }));

export const judgeUnserved = (week: Week): Breach[] =>
  unservedPairs(week).map(({ student, courseIndex, sections }) => ({
    who: [studentWho(week, student), courseWho(week, courseIndex)],
    slots: [],
    deviation: 1,
    params: { sections },
  }));
