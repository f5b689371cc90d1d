/** Who is present in the lessons of each section: the teacher of the course, and one more of each `with` list. */
import type { SchoolModel } from '../school/model.ts';
import { joinedSections, leadingSections } from './joint.ts';
import type { CompiledSection } from './sections.ts';
import { namesSection } from './section-address.ts';

export interface CompiledRole {
  /** index of the section */
  section: number;
  /** teachers, ascending; one where the school binds the role */
  candidates: number[];
  /** lesson indexes within the section that the teacher is present in */
  lessons: number[];
  /** what counts in the load over the cycle, in load units */
  workload: number;
}

/** Load units of one period: hundredths where some course counts in part (`loadPercent`), else whole periods. */
export const loadUnit = (model: SchoolModel): number =>
  model.courses.some((course) => course.loadPercent !== 100) ? 100 : 1;

/** Teachers who may take the section, ascending: one where it is bound (given, locked, head teacher). */
function candidatesFor(model: SchoolModel, section: CompiledSection): number[] {
  const locked = (model.school.locks ?? []).find((lock) => lock.teachers && namesSection(model, section, lock));
  const bound = locked?.teachers?.[0] ?? section.given?.teachers?.[0];
  if (bound !== undefined) return [model.teacherOf.get(bound) ?? -1].filter((teacher) => teacher >= 0);
  const course = model.courses[section.course];
  if (!course || course.teachers === 'none') return [];
  if (course.teachers !== 'head') return course.teachers;
  const head = model.school.homerooms[section.homeroom]?.headTeacher;
  const teacher = head === undefined ? undefined : model.teacherOf.get(head);
  return teacher === undefined ? [] : [teacher];
}

/** The teachers that the school or a lock binds to the section, in the order of its roles. */
function boundTeachers(model: SchoolModel, section: CompiledSection): number[] {
  const locked = (model.school.locks ?? []).find(
    (lock) => lock.teachers && lock.index === undefined && namesSection(model, section, lock),
  );
  return (locked?.teachers ?? section.given?.teachers ?? []).map((id) => model.teacherOf.get(id) ?? -1);
}

/** The roles of all sections, in section order; those who are taught with others have the roles of the section that leads. */
export function compileRoles(model: SchoolModel, sections: CompiledSection[]): CompiledRole[] {
  const leads = leadingSections(model, sections);
  const own = sectionRoles(model, sections);
  const joined = joinedSections(leads);
  return own.flatMap((roles, index) => {
    if ((leads[index] ?? -1) >= 0) return [];
    const others = (joined[index] ?? []).slice(1).map((other) => own[other] ?? []);
    return roles.map((role, place) => ({ ...role, candidates: commonCandidates(role, place, others) }));
  });
}

/** Who may take the role in all sections that are taught as one. */
function commonCandidates({ candidates }: CompiledRole, place: number, others: CompiledRole[][]): number[] {
  const common = candidates.filter((teacher) => others.every((roles) => roles[place]?.candidates.includes(teacher)));
  return common.length > 0 ? common : candidates;
}

/** Section by section: the course's teacher, the course's `with`, then each lesson's own. */
function sectionRoles(model: SchoolModel, sections: CompiledSection[]): CompiledRole[][] {
  const unit = loadUnit(model);
  return sections.map((section, index) => {
    const course = model.courses[section.course];
    if (!course) return [];
    const bound = boundTeachers(model, section);
    const periods = (lesson: number): number => {
      const { length, weeks } = course.lessons[lesson] ?? { length: 0, weeks: 'every' };
      return length * (weeks === 'every' ? model.grid.weeks : 1);
    };
    const every = course.lessons.map((_, lesson) => lesson);
    const roles: CompiledRole[] = [];
    const push = (candidates: number[], lessons: number[], percent: number): void => {
      const total = lessons.reduce((sum, lesson) => sum + periods(lesson), 0);
      roles.push({ section: index, candidates, lessons, workload: (total * percent * unit) / 100 });
    };
    if (course.teachers !== 'none') push(candidatesFor(model, section), every, course.loadPercent);
    for (const list of course.with) {
      const one = bound[roles.length] ?? -1;
      push(one >= 0 ? [one] : [...list].sort((a, b) => a - b), every, 100);
    }
    for (const lesson of every) {
      for (const list of course.lessons[lesson]?.with ?? [])
        push(
          [...list].sort((a, b) => a - b),
          [lesson],
          100,
        );
    }
    return roles;
  });
}
