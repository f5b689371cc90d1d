/** Rules on who teaches what: plan, search and recount say the same, and the plan gives the answer that the rule asks for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTeachers, trueScore, withoutModels } from '../../solver/index.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { makeWeekState, loadSolution } from '../../solver/timetable/state.ts';
import { assembleSections, lineTimes } from '../../src/compile/assemble.ts';
import { planProblems } from '../../src/compile/plan-problem.ts';
import { compileWeek } from '../../src/compile/problem.ts';
import { compileRoles } from '../../src/compile/roles.ts';
import { STAFF_RULES } from '../../src/compile/rules/index.ts';
import { teacherProblem } from '../../src/compile/teacher-problem.ts';
import { planSections } from '../../solver/index.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';
import { NEIGHBOURHOODS, proposeExactly, startedState } from './states.ts';

const strength = fc.constantFrom<Rule['strength']>('must', 'high', 'mid', 'low', 5);

const staffRule: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.constantFrom<Omit<Rule, 'strength'>>(
      { type: 'teacher.fewCourses', max: 1 },
      { type: 'teacher.fewCourses', max: 1, subjects: ['mat'] },
      { type: 'teacher.oneLevel' },
      { type: 'teacher.sections', courses: ['g1-mat'], max: 1 },
      { type: 'teacher.sections', teachers: ['t-mat1'], homerooms: ['g1h1'], min: 1 },
      { type: 'teacher.sections', teachers: ['t-eng2'], min: 2, max: 2 },
      { type: 'teacher.keepsHomeroom' },
      { type: 'teacher.same', courses: ['g1-mat', 'g1-eng'] },
      { type: 'teacher.same', courses: ['g1-phy', 'g1-his'] },
      { type: 'teacher.loadFair', tolerance: 0 },
      { type: 'teacher.loadFair', tolerance: 0, teachers: ['t-eng1', 't-eng2'] },
      { type: 'teacher.loadFair', tolerance: 1, teachers: ['t-eng1', 't-mat1', 't-mat2'] },
      { type: 'teacher.loadFair', tolerance: 1, subjects: ['eng'] },
    ),
    strength,
  )
  .map(([body, weight]): Rule => ({ ...body, strength: weight }) as Rule);

/** The school whose English teachers have targets. */
const withTargets = (school: School): School => ({
  ...school,
  teachers: school.teachers.map((one) =>
    one.subjects.includes('eng') ? { ...one, load: { ...one.load, target: one.id === 't-eng1' ? 2 : 5 } } : one,
  ),
});

/** Planned with the rules and, beside it, without them. */
function staffed(random: School, rules: Rule[]) {
  const school = withTargets(random);
  if (readSchool(JSON.stringify(school)).school === null) return null;
  const model = makeSchoolModel({ ...school, rules, defaults: false });
  const units = courseUnits(model);
  const grades = planProblems(model, units);
  const plans = grades.map(({ problem }) => withoutModels(planSections(problem, 1)));
  const { sections, unserved } = assembleSections(model, units, grades, plans);
  const roles = compileRoles(model, sections);
  const problem = teacherProblem(model, sections, roles, (section) => lineTimes(model, section));
  const { staff: _rules, ...plain } = problem;
  const week = compileWeek(model, sections, unserved.length, roles);
  return { week, planned: withoutModels(planTeachers(problem)), plain: withoutModels(planTeachers(plain)) };
}

/** Costs of the rules on who teaches what, must as 1000. */
function staffCostOf(week: ReturnType<typeof compileWeek>, roleTeacher: Int32Array): number {
  const { problem } = week;
  const { deviation } = trueScore(problem, {
    lessonSlot: new Int32Array(problem.lessons.count).fill(-1),
    roleTeacher,
    demandRoom: new Int32Array(problem.roomDemands.count).fill(-1),
    enrolled: problem.enrolments.event,
  });
  return week.ruleTypes.reduce(
    (sum, type, rule) =>
      STAFF_RULES.has(type) ? sum + (deviation[rule] ?? 0) * (problem.rules.weight[rule] || 1000) : sum,
    0,
  );
}

describe('rules on who teaches what', () => {
  it('are counted alike by the search, move by move, and in full', () => {
    let proposed = 0;
    fc.assert(
      fc.property(
        randomSchool,
        fc.array(staffRule, { minLength: 1, maxLength: 3 }),
        fc.nat(1_000_000),
        (school, rules, seed) => {
          const found = staffed(school, rules);
          fc.pre(found !== null);
          const { problem } = found.week;
          const state = startedState(problem, found.planned.teacherOf, seed, 0);
          proposed += proposeExactly(state, NEIGHBOURHOODS['change-teacher'], seed, 60).proposed;
          if (rules.some(({ type, subjects }) => type !== 'teacher.sections' && subjects)) return;
          const fresh = makeWeekState(problem, 0);
          const nowhere = new Int32Array(problem.lessons.count).fill(-1);
          loadSolution(fresh, { lessonSlot: nowhere, roleTeacher: state.roleTeacher });
          const { soft } = trueScore(problem, {
            lessonSlot: nowhere,
            roleTeacher: state.roleTeacher,
            demandRoom: new Int32Array(problem.roomDemands.count).fill(-1),
            enrolled: problem.enrolments.event,
          });
          expect(totalCost(fresh)).toBe(soft);
        },
      ),
      { numRuns: 40, seed: 20_251_124 },
    );
    expect(proposed).toBeGreaterThan(200);
  });

  it('are kept to better by a plan that knows them, without a section less taught', () => {
    let better = 0;
    fc.assert(
      fc.property(randomSchool, fc.array(staffRule, { minLength: 1, maxLength: 3 }), (school, rules) => {
        const found = staffed(school, rules);
        fc.pre(found !== null);
        const { week, planned, plain } = found;
        const [with_, without] = [planned, plain].map(({ teacherOf }) => staffCostOf(week, teacherOf));
        expect(planned.short).toBeLessThanOrEqual(plain.short);
        expect(with_ ?? 0).toBeLessThanOrEqual(without ?? 0);
        if ((with_ ?? 0) < (without ?? 0)) better++;
      }),
      { numRuns: 40, seed: 20_251_124 },
    );
    expect(better).toBeGreaterThan(8);
  });

  it('are what the judge counts of a week that was searched with them', () => {
    let broken = 0;
    fc.assert(
      fc.property(
        randomSchool,
        fc.array(staffRule, { minLength: 2, maxLength: 4 }),
        fc.nat(1_000_000),
        (school, rules, seed) => {
          const stated = { ...withTargets(school), rules };
          const planned = plannedWeek(stated, seed);
          fc.pre(planned !== null);
          const { score } = judgedDocument(stated, planned, search(planned, seed, 1, 512).solution);
          if (score.rules.some(({ type, deviation }) => STAFF_RULES.has(type) && deviation > 0)) broken++;
        },
      ),
      { numRuns: 25, seed: 20_251_124 },
    );
    expect(broken).toBeGreaterThan(3);
  });
});
