/** Where the school says who sits where, that is how far homerooms are torn apart: no more, and no less. */
import { describe, expect, test } from 'vitest';
import { trueScore } from '../../solver/index.ts';
import { provedLeast } from '../../src/api/score.ts';
import type { School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { plannedWeek } from '../support/week-of.ts';

const takers = (school: School, subject: string): string[] =>
  school.students.filter(({ choices }) => typeof choices === 'string' && choices.includes(subject)).map(({ id }) => id);

/** What the wish to keep homerooms together costs as planned, and what it is proved to cost. */
function together(school: School): { cost: number; bound: number } {
  const planned = plannedWeek(school);
  if (planned === null) throw new Error('the reader refuses the school');
  const { week, stage } = planned;
  const { problem } = week;
  const rule = week.ruleTypes.indexOf('walking.keepTogether');
  const { deviation } = trueScore(problem, {
    lessonSlot: new Int32Array(problem.lessons.count).fill(-1),
    roleTeacher: new Int32Array(problem.roles.count).fill(-1),
    demandRoom: new Int32Array(problem.roomDemands.count).fill(-1),
    enrolled: problem.enrolments.event,
  });
  return { cost: deviation[rule] ?? -1, bound: provedLeast(stage).placed[rule]?.value ?? -1 };
}

describe('sections whose students the school names', () => {
  test('are bounded by what they are', () => {
    const school = smallSchool();
    const [first, ...others] = takers(school, '地');
    // One section of all tears the two homerooms once; two with students of both tear them twice.
    const mixed = [first ?? '', others.at(-1) ?? ''];
    school.sections = [
      { id: 'geo/1', course: 'g2-geo', students: mixed },
      { id: 'geo/2', course: 'g2-geo', students: takers(school, '地').filter((id) => !mixed.includes(id)) },
    ];
    const without = together(smallSchool());
    const given = together(school);
    expect(given.cost).toBeGreaterThan(without.cost);
    expect(given.bound).toBe(given.cost);
    expect(without.bound).toBeLessThanOrEqual(without.cost);
  });

  test('are not bounded by students who take the course in another pool', () => {
    const school = smallSchool();
    school.courses = school.courses.map((course) =>
      course.id === 'g2-geo' ? { ...course, grouping: [['h1'], ['h2']] } : course,
    );
    school.sections = [{ id: 'geo/1', course: 'g2-geo', homerooms: ['h1', 'h2'] }];
    const { cost, bound } = together(school);
    expect(bound).toBeLessThanOrEqual(cost);
  });
});
