/**
 * A teacher's periods over `load.max`, both over the cycle of weeks, counted in hundredths of a period and rounded up. Of a course with
 * `loadPercent` that share counts for its own teacher, the first one of the section; teachers of `with` have full load of the lessons
 * they attend. A lesson not placed yet counts with its section's teachers. A joint lesson counts once.
 * A period of self-study counts in full for who supervises it. params: load, max (periods over the cycle, load rounded up).
 */
import type { FilledLesson } from '../../school/model.ts';
import type { Breach } from '../judgement.ts';
import { teacherWho } from '../names.ts';
import { periodsInCycle, type JudgedSection, type Week } from '../week.ts';
import { isAtSameTime } from '../rules/sections-joint.ts';
import { placesOfSection } from './roles.ts';

export const PERIOD = 100;

/**
 * The course's own teacher, −1 for nobody. Where teachers are missing, the first one is it only if no list of `with` asks for this
 * teacher.
 */
function ownTeacher({ model }: Week, section: JudgedSection): number {
  const { course, document } = section;
  const first = model.teacherOf.get(document.teachers[0] ?? '') ?? -1;
  if (course.teachers === 'none') return -1;
  const isCandidate = Array.isArray(course.teachers) && course.teachers.includes(first);
  const complete = document.teachers.length >= placesOfSection(section);
  return complete || isCandidate || !course.with.some((list) => list.includes(first)) ? first : -1;
}

/** Whether the lesson counts with the section that leads this one: held with its lesson, or neither of the two placed. */
function countsThere(week: Week, section: JudgedSection, filled: FilledLesson, teacher: number): boolean {
  const lead = week.leads.get(section);
  if (lead === undefined || filled.index >= lead.course.lessons.length) return false;
  const lesson = section.lessons.find((one) => one.filled === filled);
  const there = lead.lessons.find((one) => one.filled.index === filled.index);
  const together = lesson && there ? isAtSameTime(lesson, there) : lesson === there;
  return together && (there?.teachers ?? lead.teachers).includes(teacher);
}

/** Hundredths of a period by teacher, over the cycle; of lessons alone. */
export function loadsOf(week: Week): number[] {
  const loads = week.model.school.teachers.map(() => 0);
  for (const section of week.sections) {
    const own = section.course.loadPercent === PERIOD ? -1 : ownTeacher(week, section);
    for (const filled of section.course.lessons) {
      const lesson = section.lessons.find((one) => one.filled === filled);
      const periods = periodsInCycle(week.model.grid, filled);
      for (const teacher of lesson?.teachers ?? section.teachers) {
        if (countsThere(week, section, filled, teacher)) continue;
        const share = teacher === own ? section.course.loadPercent : PERIOD;
        loads[teacher] = (loads[teacher] ?? 0) + periods * share;
      }
    }
  }
  return loads;
}

/** Lessons, and self-study that the teacher supervises. */
function allLoadsOf(week: Week): number[] {
  const loads = loadsOf(week);
  for (const { slots, teacher } of week.study) {
    if (teacher >= 0) loads[teacher] = (loads[teacher] ?? 0) + slots.length * PERIOD;
  }
  return loads;
}

export function judgeLoads(week: Week): Breach[] {
  const loads = allLoadsOf(week);
  return week.model.school.teachers.flatMap((teacher, index) => {
    const load = Math.ceil((loads[index] ?? 0) / PERIOD);
    const max = teacher.load.max * week.model.grid.weeks;
    return load > max
      ? [{ who: [teacherWho(week, index)], slots: [], deviation: load - max, params: { load, max } }]
      : [];
  });
}
