/** Where a week does not close because students would have to be in two places: courses of which another section may help, and plans that have it. */
import { eachPeriod, enrolledProblem, itemsOf, type Solution } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { takersOf, type GradePlan } from './plan-problem.ts';
import type { CompiledWeek } from './problem.ts';
import { sectionsOfPool, type CompiledSection } from './sections.ts';

/** Of the sections whose students are in two lessons at once, the courses that the plan may give another section. */
export function clashingCourses(model: SchoolModel, week: CompiledWeek, solution: Solution): Set<number> {
  const { sections, problem } = week;
  const { events } = problem;
  const { students } = enrolledProblem(problem, solution.enrolled).events;
  const clashing = new Set<number>();
  /** [students] slot → event attended then */
  const attended = Array.from(problem.students.home, () => new Map<number, number>());
  for (let event = 0; event < events.count; event++) {
    for (const lesson of itemsOf(events.lessons, event)) {
      const start = solution.lessonSlot[lesson] ?? -1;
      if (start < 0) continue;
      eachPeriod(problem, lesson, start, (slot) => {
        for (const student of itemsOf(students, event)) {
          const other = attended[student]?.get(slot);
          if (other !== undefined && other !== event)
            for (const it of [event, other]) clashing.add(sections[it]?.course ?? -1);
          attended[student]?.set(slot, event);
        }
      });
    }
  }
  const formed = new Set(sections.flatMap(({ pool, given, course }) => (pool >= 0 && !given ? [course] : [])));
  return new Set(
    [...clashing].filter((course) => formed.has(course) && model.school.courses[course]?.sections === undefined),
  );
}

/** The plan's question with at least as many sections of each course as there are, and one more of these courses; null: it has none of them. */
export function withMoreSections(
  plan: GradePlan,
  sections: readonly CompiledSection[],
  courses: ReadonlySet<number>,
  attempt: number,
): GradePlan | null {
  const { pools, problem } = plan;
  if (!pools.some(({ course }) => courses.has(course))) return null;
  const asked = pools.map((pool, c) => {
    const now = sectionsOfPool(sections, pool).length;
    return Math.min(takersOf(plan, c), now + (courses.has(pool.course) ? 1 : 0));
  });
  return {
    ...plan,
    problem: {
      ...problem,
      key: `${problem.key}/plan${attempt}`,
      courses: problem.courses.map((course, c) => ({ ...course, atLeast: asked[c] ?? 0 })),
    },
  };
}
