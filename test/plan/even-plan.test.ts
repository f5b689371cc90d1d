/** Section plans found without a model: nobody is left out, no line holds too much, and a model finds none that is more even. */
import { describe, expect, test } from 'vitest';
import { searchEvenPlan } from '../../solver/plan/even-plan.ts';
import { spreadSections } from '../../solver/plan/greedy-plan.ts';
import { lineLayouts } from '../../solver/plan/line-layouts.ts';
import { lineModel, type LineContext, type LinePlan } from '../../solver/plan/line-model.ts';
import { courseCounts, evenSize } from '../../solver/plan/section-counts.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { studentSets } from '../../solver/plan/student-sets.ts';
import type { PlanProblem } from '../../solver/plan/types.ts';
import { solveMip } from '../../src/mip/solve-mip.ts';
import { course, problem, twoOfFour } from './problems.ts';

function contextOf(asked: PlanProblem): LineContext {
  const [layout] = lineLayouts(asked);
  if (!layout) throw new Error('no lines');
  return { problem: asked, layout, sets: studentSets(asked, () => false), counts: courseCounts(asked) };
}

const least = ({ counts }: LineContext): number[] => counts.map((count) => count.least);

/** As many sections in one line as in the other, or one more. */
function evenPeak(context: LineContext): number[] {
  const { lines } = context.layout;
  return lines.map(() => Math.ceil(least(context).reduce((sum, n) => sum + n, 0) / lines.length));
}

function search(context: LineContext, seed = 1, peak = evenPeak(context)): LinePlan | null {
  const spread = spreadSections(context, least(context));
  return spread && searchEvenPlan(context, least(context), spread, peak, seed);
}

/** Students of a course in a line, from the seats alone. */
function studentsIn({ sets, layout }: LineContext, plan: LinePlan, c: number, line: number): number {
  return sets.reduce((sum, { courses }, q) => {
    const k = courses.indexOf(c);
    return k < 0 ? sum : sum + (plan.seats[q]?.[k * layout.lines.length + line] ?? 0);
  }, 0);
}

/** Students by whom sizes miss the even ones. */
function unevenness(context: LineContext, plan: LinePlan): number {
  const { layout, counts } = context;
  let missed = 0;
  for (const [c, count] of counts.entries()) {
    const { low, high } = evenSize(context.problem, count, count.least);
    for (const line of layout.lines.keys()) {
      const sections = plan.made[c * layout.lines.length + line] ?? 0;
      const students = studentsIn(context, plan, c, line);
      missed += Math.max(0, sections * low - students, students - sections * high);
    }
  }
  return missed;
}

/** What must hold of any plan, counted from the plan alone. */
function faultsOf(context: LineContext, plan: LinePlan): string[] {
  const faults: string[] = [];
  const { lines } = context.layout;
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);
  for (const [c, { cap }] of context.problem.courses.entries()) {
    if (sum(plan.made.subarray(c * lines.length, (c + 1) * lines.length)) !== least(context)[c])
      faults.push(`${c}: sections`);
    for (const [line, { holds }] of lines.entries()) {
      if (!holds(c) && (plan.made[c * lines.length + line] ?? 0) > 0) faults.push(`${c} in ${line}: not held`);
      if (studentsIn(context, plan, c, line) > cap * (plan.made[c * lines.length + line] ?? 0))
        faults.push(`${c} in ${line}: over the cap`);
    }
  }
  for (const [q, { courses, count }] of context.sets.entries()) {
    const seats = plan.seats[q] ?? new Int32Array(0);
    for (const k of courses.keys()) {
      if (sum(seats.subarray(k * lines.length, (k + 1) * lines.length)) !== count) faults.push(`set ${q}: seats`);
    }
    for (const line of lines.keys()) {
      if (sum(courses.map((_, k) => seats[k * lines.length + line] ?? 0)) > count)
        faults.push(`set ${q}: two courses in line ${line}`);
    }
  }
  for (const line of lines.keys()) {
    const inLine = sum(context.counts.map((_, c) => plan.made[c * lines.length + line] ?? 0));
    if (inLine > (evenPeak(context)[line] ?? 0)) faults.push(`line ${line}: more sections than its share`);
    const { roomCaps } = context.problem;
    if (roomCaps.length > 0 && inLine > roomCaps.length) faults.push(`line ${line}: more sections than rooms`);
    for (const [group, { teachers }] of context.problem.teacherGroups.entries()) {
      const own = context.problem.courses.map(({ teacherGroup }, c) =>
        teacherGroup === group ? (plan.made[c * lines.length + line] ?? 0) : 0,
      );
      if (sum(own) > teachers) faults.push(`line ${line}: too many of group ${group}`);
    }
  }
  return faults;
}

/** Students by whom an exact model's sizes miss the even ones, within the same lines; null: there is no plan. */
async function exactly(context: LineContext): Promise<number | null> {
  const { model } = lineModel(context, {
    name: 'exactly',
    counts: least(context),
    made: null,
    even: 'near',
    slack: 0,
    peak: evenPeak(context),
    groupPeak: null,
    mayLeaveOut: false,
    mayCrowd: false,
  });
  const { status, objective } = await solveMip(model, { seed: 1, maxNodes: 100_000, backend: 'highs' });
  return status === 'infeasible' ? null : objective;
}

describe('an even plan without a model', () => {
  test('sections that are spread over the lines at first go to another one where sizes ask for it', () => {
    // 化学 in two sections; 生物, 政治 and 地理 in one each: where these lie decides who sits with whom.
    const asked = problem({
      courses: [course({ cap: 8 }), course({ cap: 12 }), course({ cap: 12 }), course({ cap: 12 })],
      types: [
        { homeroom: -1, courses: [0, 1], count: 4 },
        { homeroom: -1, courses: [0, 2], count: 8 },
        { homeroom: -1, courses: [2, 3], count: 4 },
        { homeroom: -1, courses: [1, 3], count: 8 },
      ],
    });
    const context = contextOf(asked);
    const plan = search(context);
    if (!plan) throw new Error('no plan');
    expect(faultsOf(context, plan)).toEqual([]);
    expect(unevenness(context, plan)).toBe(0);
  });

  test('of full sections, one of which must be uneven, no more students are missed than a model needs', async () => {
    const asked = problem({
      courses: [3, 4, 5, 5].map((_, teacherGroup) => course({ cap: 40, teacherGroup })),
      types: twoOfFour([0, 49, 71, 25, 121, 54]),
      teacherGroups: [{ teachers: 7 }, { teachers: 7 }, { teachers: 6 }, { teachers: 6 }],
    });
    const context = contextOf(asked);
    const plan = search(context);
    if (!plan) throw new Error('no plan');
    expect(faultsOf(context, plan)).toEqual([]);
    expect(unevenness(context, plan)).toBe(await exactly(context));
  });

  test('there is none where a teacher would have to be in two sections of a line', () => {
    const asked = problem({
      courses: [course({ teacherGroup: 0 }), course({ teacherGroup: 0 })],
      types: [{ homeroom: -1, courses: [0, 1], count: 120 }],
      teacherGroups: [{ teachers: 1 }],
    });
    expect(search(contextOf(asked))).toBeNull();
  });

  test('given sections are left to a model', () => {
    const given = { course: 0, teacher: -1, line: -1, cap: 50, closed: false, fixed: null };
    const asked = problem({
      courses: [course(), course()],
      types: [{ homeroom: -1, courses: [0, 1], count: 40 }],
      given: [given],
    });
    expect(search(contextOf(asked))).toBeNull();
  });

  test('random grades: nothing is broken, and nine of ten are as even as a model within the same lines finds', async () => {
    const random = seedRandom(5);
    let asEven = 0;
    const grades = 40;
    for (let grade = 0; grade < grades; grade++) {
      const students = [0, 1, 2, 3, 4, 5].map(() => nextBelow(random, 61));
      const cap = 15 + nextBelow(random, 36);
      const context = contextOf(
        problem({ courses: [0, 1, 2, 3].map(() => course({ cap })), types: twoOfFour(students) }),
      );
      const plan = search(context);
      const leastUneven = await exactly(context);
      if (plan) expect(faultsOf(context, plan)).toEqual([]);
      const found = plan && unevenness(context, plan);
      if (found !== null && leastUneven !== null) expect(found).toBeGreaterThanOrEqual(leastUneven);
      if (found === leastUneven) asEven++;
    }
    expect(asEven / grades).toBeGreaterThanOrEqual(0.9);
  });

  test('random grades with few teachers and rooms, and lines that hold some courses only: nothing is broken', () => {
    const random = seedRandom(6);
    let found = 0;
    for (let grade = 0; grade < 60; grade++) {
      const students = [0, 1, 2, 3, 4, 5].map(() => nextBelow(random, 61));
      const teacherGroups = [0, 1].map(() => ({ teachers: 1 + nextBelow(random, 6) }));
      const wish = (c: number) => ({ cap: 20 + nextBelow(random, 31), teacherGroup: c % 2 });
      const asked = problem({
        courses: [0, 1, 2, 3].map((c) => course(wish(c))),
        types: twoOfFour(students),
        teacherGroups,
        roomCaps: new Array<number>(3 + nextBelow(random, 8)).fill(50),
        lines: [{ courses: null }, { courses: nextBelow(random, 2) === 0 ? [0, 1, 2] : null }, { courses: [0, 3] }],
      });
      const context = contextOf(asked);
      const { lines } = context.layout;
      const peak = lines.map(() => 3 + nextBelow(random, 8));
      const plan = search(context, grade, peak);
      if (!plan) continue;
      found++;
      const ofPeak = (fault: string): boolean => fault.endsWith('more sections than its share');
      expect(faultsOf(context, plan).filter((fault) => !ofPeak(fault))).toEqual([]);
      for (const line of lines.keys()) {
        const here = context.counts.reduce((sum, _, c) => sum + (plan.made[c * lines.length + line] ?? 0), 0);
        expect(here).toBeLessThanOrEqual(peak[line] ?? 0);
      }
    }
    expect(found).toBeGreaterThan(10);
  });

  test('a student whose courses no lines can hold side by side is given up at once', () => {
    const n = 12;
    const all = Array.from({ length: n }, (_, c) => c);
    const asked = problem({
      courses: [...all, n, n + 1].map(() => course()),
      types: [{ homeroom: -1, courses: [...all, n, n + 1], count: 5 }],
      lines: [...all.map(() => ({ courses: all })), { courses: [0, n, n + 1] }],
    });
    const context = contextOf(asked);
    expect(spreadSections(context, least(context))).not.toBeNull();
    expect(search(context, 1, new Array<number>(n + 1).fill(50))).toBeNull();
  });

  test('who sits above a cap weighs more than uneven sizes do', () => {
    const asked = problem({
      courses: [0, 1, 2, 3].map(() => course({ cap: 36 })),
      types: twoOfFour([53, 13, 17, 29, 7, 1]),
    });
    const context = contextOf(asked);
    const plan = search(context);
    if (!plan) throw new Error('no plan');
    expect(faultsOf(context, plan)).toEqual([]);
  });

  test('the same seed gives the same plan', () => {
    const context = contextOf(
      problem({ courses: [0, 1, 2, 3].map(() => course({ cap: 31 })), types: twoOfFour([31, 22, 9, 14, 40, 17]) }),
    );
    expect(search(context, 7)).toEqual(search(context, 7));
  });
});
