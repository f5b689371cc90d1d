/** What each teacher teaches against the load agreed, over the cycle of weeks. A lesson without a slot still counts in the load, on no day. */
import type { FilledCourse, FilledLesson } from '../../school/model.ts';
import type { TeacherUse } from '../../timetable/types.ts';
import type { PlacedLesson, Week } from '../week.ts';

/** Against the load agreed; `min` is a wish that no structural rule enforces. */
export const loadState = (use: Pick<TeacherUse, 'load' | 'min' | 'max'>): 'over' | 'under' | 'within' =>
  use.load > use.max ? 'over' : use.min !== undefined && use.load < use.min ? 'under' : 'within';

interface Attendance {
  teacher: number;
  /** hundredths of a period over the cycle */
  load: number;
}

/** The section's own teacher counts as the course says, whoever comes with them in full. */
function attendances(
  course: FilledCourse,
  lesson: FilledLesson,
  present: readonly number[],
  own: number | undefined,
  weeks: number,
): Attendance[] {
  const periods = lesson.length * (lesson.weeks === 'every' ? weeks : 1);
  return present.map((teacher) => ({ teacher, load: periods * (teacher === own ? course.loadPercent : 100) }));
}

export function teacherUse(week: Week): TeacherUse[] {
  const { model } = week;
  const { days, periodsPerDay, slotsPerWeek, weeks } = model.grid;
  const load = model.school.teachers.map(() => 0);
  const perDay = model.school.teachers.map(() => Array.from({ length: days }, () => 0));
  const sections = model.school.teachers.map(() => 0);
  const addDays = (teacher: number, lesson: PlacedLesson): void => {
    const row = perDay[teacher];
    for (const slot of lesson.slots) {
      const day = Math.floor((slot % slotsPerWeek) / periodsPerDay);
      if (row) row[day] = (row[day] ?? 0) + 1;
    }
  };
  week.course.forEach((courseIndex, section) => {
    const course = model.courses[courseIndex];
    if (!course) return;
    const placed = new Map((week.lessons[section] ?? []).map((lesson) => [lesson.index, lesson]));
    const own = week.teachers[section] ?? [];
    const main = course.teachers === 'none' ? undefined : own[0];
    const present = new Set(own);
    for (const lesson of course.lessons) {
      const at = placed.get(lesson.index);
      for (const { teacher, load: hundredths } of attendances(course, lesson, at?.teachers ?? own, main, weeks)) {
        present.add(teacher);
        // a joint lesson counts once
        if (at?.joint?.teachers.includes(teacher)) continue;
        load[teacher] = (load[teacher] ?? 0) + hundredths;
        if (at) addDays(teacher, at);
      }
    }
    for (const teacher of present) sections[teacher] = (sections[teacher] ?? 0) + 1;
  });
  // who supervises self-study has the period in full
  for (const { slot, weeks: held, teacher = '' } of week.timetable.selfStudy ?? []) {
    const supervisor = model.teacherOf.get(teacher);
    const first = model.grid.slotById.get(slot);
    if (supervisor === undefined || first === undefined) continue;
    const times = held === 'every' ? weeks : 1;
    load[supervisor] = (load[supervisor] ?? 0) + 100 * times;
    const row = perDay[supervisor];
    const day = Math.floor(first / periodsPerDay);
    if (row) row[day] = (row[day] ?? 0) + times;
  }
  return model.school.teachers.map((teacher, t) => ({
    teacher: teacher.id,
    load: Math.ceil((load[t] ?? 0) / 100),
    ...(teacher.load.min === undefined ? {} : { min: teacher.load.min * weeks }),
    ...(teacher.load.target === undefined ? {} : { target: teacher.load.target * weeks }),
    max: teacher.load.max * weeks,
    perDay: perDay[t] ?? [],
    sections: sections[t] ?? 0,
  }));
}
