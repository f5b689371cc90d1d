/**
 * `sections.plan`: no way of distributing sections over a grade's lines lets every student take all courses, although nothing that can
 * be counted is too few: shown by going through all of them. Only a search that came to its end says anything.
 */
import { fact, type Fact, type Finding } from '../finding.ts';
import { combinationsOf, countLayouts, ofCourses, planInstance, type PlanInstance } from '../section-plan/instance.ts';
import { decide } from '../section-plan/search.ts';
import type { Situation } from '../situation.ts';

/** Steps of one search, and of all searches for the fewest courses. */
const STEPS = 16_000_000;

const coursesOf = ({ units }: PlanInstance): number[] => [...new Set(units.map(({ course }) => course))];

/** The fewest courses that are still impossible together; null where there are none, or the search does not end. */
function fewestCourses(instance: PlanInstance, seats: boolean): PlanInstance | null {
  const work = { left: STEPS };
  if (decide(instance, seats, work) !== 'impossible') return null;
  const shrinking = { left: STEPS };
  let kept = instance;
  for (const course of coursesOf(instance)) {
    const rest = ofCourses(kept, new Set(coursesOf(kept).filter((it) => it !== course)));
    if (decide(rest, seats, shrinking) === 'impossible') kept = rest;
  }
  return kept;
}

function findingOf(situation: Situation, grade: number, instance: PlanInstance, seats: boolean): Finding {
  const { model, needs } = situation;
  const gradeId = model.school.grades[grade]?.id ?? '';
  const { units } = instance;
  const several = combinationsOf(units).filter((it) => it.units.length > 1);
  const holding = units.reduce((bits, { lines }) => bits | lines, 0);
  const lines = instance.lines.filter((_, l) => (holding >> l) & 1).map((id) => fact('line', `${gradeId}/${id}`));
  const courses = coursesOf(instance).sort((a, b) => a - b);
  const sums: Record<string, number> = {
    lines: lines.length,
    layouts: countLayouts(instance),
    combinations: several.length,
    students: several.reduce((sum, { students }) => sum + students, 0),
  };
  const facts: Fact[] = [];
  for (const course of courses) {
    const own = units.filter((unit) => unit.course === course);
    const name = fact('course', model.courses[course]?.id ?? '');
    const limited = own.flatMap(({ sections }) => sections ?? []);
    facts.push(name);
    sums[name] = own.reduce((sum, { students }) => sum + students.length, 0);
    if (limited.length > 0) sums[`sections ${name}`] = limited.reduce((sum, count) => sum + count, 0);
    const free = own.find(({ listed, sections }) => !listed && sections !== null);
    if (seats && free) sums[`cap ${name}`] = free.cap;
  }
  const given = courses.flatMap((course) => needs.find((need) => need.course === course)?.given ?? []);
  return { kind: 'sections.plan', facts: [...facts, ...given.map(({ id }) => fact('section', id)), ...lines], sums };
}

/** What a count has shown of the lines of a grade, or of its seats, is not shown again by trying. */
const isCounted = (situation: Situation, grade: number, known: readonly Finding[]): boolean => {
  const { model } = situation;
  const line = fact('line', `${model.school.grades[grade]?.id ?? ''}/`);
  return known.some(({ kind, facts }) => {
    if (facts.some((name) => name.startsWith(line))) return true;
    const [course = ''] = facts;
    return (
      kind === 'sections.seats' &&
      model.courses[model.courseOf.get(course.slice('course:'.length)) ?? -1]?.grade === grade
    );
  });
};

/** `known`: what has been found by counting. */
export function findSectionPlan(situation: Situation, known: readonly Finding[] = []): Finding[] {
  return [...situation.model.school.grades.keys()].flatMap((grade) => {
    const instance = planInstance(situation, grade);
    if (instance === null || isCounted(situation, grade, known)) return [];
    for (const seats of [false, true]) {
      const fewest = fewestCourses(instance, seats);
      if (fewest !== null) return [findingOf(situation, grade, fewest, seats)];
    }
    return [];
  });
}
