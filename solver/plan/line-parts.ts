/**
 * Lines that share no course share no decision: a grade's problem falls into parts, each solved for itself, and the answers make
 * one plan. Not where a homeroom's free slots are counted over all lines.
 */
import type { LineLayout } from './line-layouts.ts';
import type { LineContext, LinePlan } from './line-model.ts';
import { lineGroups, studentSets } from './student-sets.ts';
import type { PlanProblem, WalkingType } from './types.ts';

export interface LinePart {
  problem: PlanProblem;
  layout: LineLayout;
  /** indexes in the whole problem, ascending */
  courses: number[];
  lines: number[];
  given: number[];
}

/** Students by the courses of the part; `fixed` of the given sections follows the types. */
export function partProblem(problem: PlanProblem, part: Omit<LinePart, 'problem' | 'layout'>): PlanProblem {
  const place = new Map(part.courses.map((course, index) => [course, index]));
  const types: WalkingType[] = [];
  const kept: number[] = [];
  for (const [t, type] of problem.types.entries()) {
    const courses = type.courses.flatMap((course) => place.get(course) ?? []);
    if (courses.length === 0) continue;
    types.push({ homeroom: type.homeroom, courses, count: type.count });
    kept.push(t);
  }
  return {
    ...problem,
    courses: part.courses.map((course) => problem.courses[course]),
    types,
    lines: problem.lines
      ? part.lines.map((line) => {
          const held = problem.lines?.[line].courses ?? null;
          return { courses: held ? held.flatMap((course) => place.get(course) ?? []) : null };
        })
      : null,
    given: part.given.map((g) => {
      const section = problem.given[g];
      return {
        ...section,
        course: place.get(section.course) ?? -1,
        line: part.lines.indexOf(section.line),
        fixed: section.fixed ? Int32Array.from(kept, (t) => section.fixed?.[t] ?? 0) : null,
      };
    }),
  };
}

/** In order of their first courses; the whole problem where nothing can be told apart. */
export function lineParts(problem: PlanProblem, layout: LineLayout): LinePart[] {
  const everything = {
    problem,
    layout,
    courses: [...problem.courses.keys()],
    lines: [...layout.lines.keys()],
    given: [...problem.given.keys()],
  };
  const groupOf = lineGroups(problem, layout.lines);
  const groups = [...new Set(groupOf)];
  if (groups.length < 2 || layout.countsHomerooms) return [everything];
  return groups.map((group, index) => {
    const courses = everything.courses.filter((course) => groupOf[course] === group);
    const given = everything.given.filter((g) => groupOf[problem.given[g].course] === group);
    const lines = everything.lines.filter(
      (line) =>
        courses.some((course) => layout.lines[line].holds(course)) || given.some((g) => problem.given[g].line === line),
    );
    const part = { courses, lines, given };
    return {
      ...part,
      problem: partProblem(problem, part),
      layout: {
        name: `${layout.name}/${index + 1}`,
        lines: lines.map((line) => ({
          periods: layout.lines[line].periods,
          holds: (course: number): boolean => layout.lines[line].holds(courses[course]),
        })),
        countsHomerooms: false,
      },
    };
  });
}

/** The parts' plans as a plan of the whole `context`, whose sets are told apart by the same groups of courses. */
export function joinParts(context: LineContext, parts: readonly LinePart[], plans: readonly LinePlan[]): LinePlan {
  const { problem, layout, sets } = context;
  if (parts.length === 1) return plans[0];
  const width = layout.lines.length;
  const joined: LinePlan = {
    made: new Int32Array(problem.courses.length * width),
    givenLine: new Int32Array(problem.given.length).fill(-1),
    seats: sets.map((set) => new Int32Array(set.courses.length * width)),
    unserved: 0,
  };
  const indexOf = (set: { courses: readonly number[]; boundTo: readonly number[] }): string =>
    `${set.courses.join(',')}|${set.boundTo.join(',')}`;
  const place = new Map(sets.map((set, q) => [indexOf(set), q]));
  for (const [p, part] of parts.entries()) {
    const plan = plans[p];
    const own = part.lines.length;
    joined.unserved += plan.unserved;
    for (const [c, course] of part.courses.entries()) {
      for (const [l, line] of part.lines.entries()) joined.made[course * width + line] = plan.made[c * own + l];
    }
    for (const [g, given] of part.given.entries()) joined.givenLine[given] = part.lines[plan.givenLine[g]] ?? -1;
    for (const [q, set] of studentSets(part.problem, () => false).entries()) {
      const whole = place.get(
        indexOf({
          courses: set.courses.map((c) => part.courses[c]),
          boundTo: set.boundTo.map((g) => (g < 0 ? -1 : part.given[g])),
        }),
      );
      if (whole === undefined) continue;
      for (const k of set.courses.keys()) {
        for (const [l, line] of part.lines.entries())
          joined.seats[whole][k * width + line] = plan.seats[q][k * own + l];
      }
    }
  }
  return joined;
}
