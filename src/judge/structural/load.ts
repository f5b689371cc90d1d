/** A teacher's periods a week over `load.max`; a lesson not placed yet counts with its section's teachers. params: load, max. */
import type { Breach } from '../judgement.ts';
import { teacherWho } from '../names.ts';
import type { JudgedSection, Week } from '../week.ts';

/** Whom each of the section's lessons occupies, with its periods. */
const occupied = (section: JudgedSection): { teachers: number[]; periods: number }[] =>
  section.course.lessons.map((filled) => ({
    teachers: section.lessons.find((lesson) => lesson.filled === filled)?.teachers ?? section.teachers,
    periods: filled.length,
  }));

export function judgeLoads(week: Week): Breach[] {
  const loads = week.model.school.teachers.map(() => 0);
  for (const section of week.sections) {
    for (const { teachers, periods } of occupied(section)) {
      for (const teacher of teachers) loads[teacher] = (loads[teacher] ?? 0) + periods;
    }
  }
  return week.model.school.teachers.flatMap(({ load: { max } }, teacher) => {
    const load = loads[teacher] ?? 0;
    return load > max
      ? [{ who: [teacherWho(week, teacher)], slots: [], deviation: load - max, params: { load, max } }]
      : [];
  });
}
