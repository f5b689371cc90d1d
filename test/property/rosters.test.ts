/** Rules on who sits with whom: the exchange of students counts them as the recount does, and students are seated by them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSections, trueScore, type Problem, withoutModels } from '../../solver/index.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';
import { exchangeStudents } from '../../solver/sectioning/exchange-students.ts';
import { assembleSections } from '../../src/compile/assemble.ts';
import { planProblems } from '../../src/compile/plan-problem.ts';
import { compileWeek } from '../../src/compile/problem.ts';
import { ROSTER_RULES, seatByRules } from '../../src/compile/seat-by-rules.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek, search } from '../support/week-of.ts';

const strength = fc.constantFrom<Rule['strength']>('must', 'high', 'mid', 5);

const rosterRule: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.constantFrom<Omit<Rule, 'strength'>>(
      { type: 'size.band', tolerance: 0 },
      { type: 'size.band', tolerance: 1, courses: ['g1-bio'] },
      { type: 'gender.balance', tolerance: 0 },
      { type: 'gender.balance', tolerance: 1, subjects: ['che', 'bio'] },
      { type: 'gender.balance', tolerance: 0, sections: ['g1-bio/1', 'g1-geo/1'] },
      { type: 'score.balance', tolerance: 10 },
      { type: 'score.balance', tolerance: 0, grades: ['g1'] },
      { type: 'students.together', students: ['g1h1s1', 'g1h1s2', 'g1h2s1'] },
      { type: 'students.together', students: ['g1h1s1', 'g1h1s3'], courses: ['g1-bio', 'g1-che'] },
      { type: 'students.apart', students: ['g1h1s1', 'g1h1s2', 'g1h1s3', 'g1h1s4'] },
    ),
    strength,
  )
  .map(([body, weight]): Rule => ({ ...body, strength: weight }) as Rule);

/** The school with genders and scores of its students, here and there none. */
const withPeople = (school: School, seed: number): School => {
  const random = seedRandom(seed);
  return {
    ...school,
    students: school.students.map((student) => ({
      ...student,
      ...(nextBelow(random, 8) > 0 ? { gender: nextBelow(random, 2) === 0 ? 'f' : '男' } : {}),
      ...(nextBelow(random, 8) > 0 ? { score: 400 + nextBelow(random, 300) + nextBelow(random, 4) / 4 } : {}),
      ...(nextBelow(random, 2) > 0 ? { scores: { bio: nextBelow(random, 100) } } : {}),
    })),
  };
};

/** The sections of the plan, which knows nothing of such rules, and the week compiled from any. */
function seatedSchool(plain: School, rules: Rule[], seed: number) {
  if (readSchool(JSON.stringify(plain)).school === null) return null;
  const model = makeSchoolModel({ ...withPeople(plain, seed), rules, defaults: false });
  const units = courseUnits(model);
  const grades = planProblems(model, units);
  const plans = grades.map(({ problem }) => withoutModels(planSections(problem, 1)));
  const { sections, unserved } = assembleSections(model, units, grades, plans);
  return { model, sections, compile: (which: typeof sections) => compileWeek(model, which, unserved.length) };
}

const scoreOf = (problem: Problem, enrolled: Int32Array) =>
  trueScore(problem, {
    lessonSlot: new Int32Array(problem.lessons.count).fill(-1),
    roleTeacher: new Int32Array(problem.roles.count).fill(-1),
    demandRoom: new Int32Array(problem.roomDemands.count).fill(-1),
    enrolled,
  });

/** Students in a second section of a line of the plan; there are some where the plan had to crowd its lines. */
function twiceInLine({ sections, lineOf }: ReturnType<typeof compileWeek>): number {
  const seen = new Set<string>();
  let twice = 0;
  sections.forEach(({ students }, event) => {
    const line = lineOf[event] ?? -1;
    if (line < 0) return;
    for (const student of students) {
      if (seen.has(`${line} ${student}`)) twice++;
      seen.add(`${line} ${student}`);
    }
  });
  return twice;
}

const RUNS = { numRuns: 40, seed: 20_251_124 };
const someRules = fc.array(rosterRule, { minLength: 1, maxLength: 3 });

describe('rules on who sits with whom', () => {
  it('cost an exchange of students what the recount says', () => {
    let gained = 0;
    fc.assert(
      fc.property(randomSchool, someRules, fc.nat(1_000_000), (school, rules, seed) => {
        const found = seatedSchool(school, rules, seed);
        fc.pre(found !== null);
        const { problem } = found.compile(found.sections);
        const enrolled = problem.enrolments.event.slice();
        const before = scoreOf(problem, enrolled);
        const nowhere = new Int32Array(problem.lessons.count).fill(-1);
        const settings = { proposals: 60 * enrolled.length, temperature: 64, hardWeight: 40 };
        const { delta } = exchangeStudents(problem, nowhere, enrolled, seedRandom(seed), settings);
        const after = scoreOf(problem, enrolled);
        expect(40 * (after.hard - before.hard) + after.soft - before.soft).toBe(delta);
        if (delta < 0) gained++;
      }),
      RUNS,
    );
    expect(gained).toBeGreaterThan(10);
  });

  it('are kept to better by students seated by them, and nobody comes to two sections of a line', () => {
    let better = 0;
    fc.assert(
      fc.property(randomSchool, someRules, fc.nat(1_000_000), (school, rules, seed) => {
        const found = seatedSchool(school, rules, seed);
        fc.pre(found !== null);
        const planned = found.compile(found.sections);
        const seated = found.compile(seatByRules(found.model, found.sections, 1));
        const [before, after] = [planned, seated].map(({ problem, ruleTypes }) => {
          const { deviation } = scoreOf(problem, problem.enrolments.event);
          return ruleTypes.reduce(
            (sum, type, rule) =>
              ROSTER_RULES.has(type) ? sum + (deviation[rule] ?? 0) * (problem.rules.weight[rule] || 100) : sum,
            0,
          );
        });
        expect(after ?? 0).toBeLessThanOrEqual(before ?? 0);
        if ((after ?? 0) < (before ?? 0)) better++;
        expect(twiceInLine(seated)).toBeLessThanOrEqual(twiceInLine(planned));
      }),
      RUNS,
    );
    expect(better).toBeGreaterThan(5);
  });

  it('are what the judge counts, when students have changed sections too', () => {
    let broken = 0;
    fc.assert(
      fc.property(randomSchool, someRules, fc.nat(1_000_000), (school, rules, seed) => {
        const stated = { ...withPeople(school, seed), rules };
        const planned = plannedWeek(stated, seed);
        fc.pre(planned !== null);
        const { score } = judgedDocument(stated, planned, search(planned, seed, 1, 512).solution);
        if (score.rules.some(({ type, deviation }) => ROSTER_RULES.has(type) && deviation > 0)) broken++;
      }),
      { numRuns: 30, seed: 20_251_124 },
    );
    expect(broken).toBeGreaterThan(3);
  });
});
