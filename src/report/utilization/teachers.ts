/** What each teacher teaches against the load agreed. A lesson without a slot still counts in the load, on no day. */
import type { TeacherUse } from '../../timetable/types.ts';
import type { Week } from '../week.ts';

/** Against the load agreed; `min` is a wish that no structural rule enforces. */
export const loadState = (use: Pick<TeacherUse, 'load' | 'min' | 'max'>): 'over' | 'under' | 'within' =>
  use.load > use.max ? 'over' : use.min !== undefined && use.load < use.min ? 'under' : 'within';

export function teacherUse(week: Week): TeacherUse[] {
  const { model } = week;
  const { days, periodsPerDay } = model.grid;
  const load = model.school.teachers.map(() => 0);
  const perDay = model.school.teachers.map(() => Array.from({ length: days }, () => 0));
  const sections = model.school.teachers.map(() => 0);
  week.course.forEach((course, section) => {
    const placed = new Map((week.lessons[section] ?? []).map((lesson) => [lesson.index, lesson]));
    const own = week.teachers[section] ?? [];
    const present = new Set(own);
    for (const lesson of model.courses[course]?.lessons ?? []) {
      const at = placed.get(lesson.index);
      for (const teacher of at?.teachers ?? own) {
        present.add(teacher);
        load[teacher] = (load[teacher] ?? 0) + lesson.length;
        const row = perDay[teacher];
        for (const slot of at?.slots ?? []) {
          const day = Math.floor(slot / periodsPerDay);
          if (row) row[day] = (row[day] ?? 0) + 1;
        }
      }
    }
    for (const teacher of present) sections[teacher] = (sections[teacher] ?? 0) + 1;
  });
  return model.school.teachers.map((teacher, t) => ({
    teacher: teacher.id,
    load: load[t] ?? 0,
    ...(teacher.load.min === undefined ? {} : { min: teacher.load.min }),
    ...(teacher.load.target === undefined ? {} : { target: teacher.load.target }),
    max: teacher.load.max,
    perDay: perDay[t] ?? [],
    sections: sections[t] ?? 0,
  }));
}
