/** A teacher plan falls into components of teachers who share sections; in each, sections that nobody need tell apart are one class. */
import { teamHeads } from '../problem/teams.ts';
import type { TeacherProblem } from './types.ts';

/** Sections with the same periods, candidates, times, course and earlier teacher. */
export interface SectionClass {
  periods: number;
  candidates: readonly number[];
  times: readonly number[];
  course: number;
  earlier: number;
  members: number[];
}

export interface Component {
  teachers: number[];
  classes: SectionClass[];
}

function sectionClasses(problem: TeacherProblem): SectionClass[] {
  const classes = new Map<string, SectionClass>();
  for (const [s, section] of problem.sections.entries()) {
    const candidates = section.bound >= 0 ? [section.bound] : [...section.candidates];
    const key = `${section.periods}|${candidates.join(',')}|${section.times.join(',')}|${section.course}|${section.bound}|${section.earlier}`;
    const known = classes.get(key);
    if (known) known.members.push(s);
    else
      classes.set(key, {
        periods: section.periods,
        candidates,
        times: section.times,
        course: section.course,
        earlier: section.earlier,
        members: [s],
      });
  }
  return [...classes.values()];
}

export function components(problem: TeacherProblem): Component[] {
  const classes = sectionClasses(problem);
  const heads = teamHeads(
    classes.map(({ candidates }) => candidates),
    problem.teachers.length,
  );
  const found = new Map<number, Component>();
  for (const teacher of problem.teachers.keys()) {
    const at = heads[teacher];
    const component = found.get(at);
    if (component) component.teachers.push(teacher);
    else found.set(at, { teachers: [teacher], classes: [] });
  }
  for (const group of classes) {
    if (group.candidates.length > 0) found.get(heads[group.candidates[0]])?.classes.push(group);
  }
  return [...found.values()].filter((component) => component.classes.length > 0);
}
