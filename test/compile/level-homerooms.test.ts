/** Homerooms that are formed follow the rules on who sits with whom, and keep their sizes and their combinations. */
import { describe, expect, it } from 'vitest';
import { formHomerooms } from '../../src/compile/form-homerooms.ts';
import { solve } from '../../src/api/solve.ts';
import type { Rule, School, Student } from '../../src/school/types.ts';
import { course, grade, rule, smallSchool } from '../cases/build.ts';

/** Sixteen of two first choices; girls and boys take turns twice, scores rise. */
const students = Array.from({ length: 16 }, (_, i): Student => ({
  id: `s${i + 1}`,
  grade: 'g1',
  choices: i < 8 ? ['phy'] : ['his'],
  gender: i % 4 < 2 ? 'f' : 'm',
  score: 500 + 10 * i,
}));

const school = (rules: Rule[], count = 4): School =>
  smallSchool({
    grades: [
      grade('g1', {
        choice: [{ from: ['phy', 'his'], take: 1 }],
        formHomerooms: { count, size: { max: 16 / count } },
      }),
    ],
    homerooms: [],
    students,
    courses: [course('mat', { periods: 2 })],
    rooms: ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, name: id, seats: 20, kind: 'classroom' })),
    rules,
  });

const homeOf = (formed: ReturnType<typeof formHomerooms>, student: string): string | undefined =>
  formed.find((homeroom) => homeroom.students.includes(student))?.id;

describe('homerooms to be formed', () => {
  const plain = formHomerooms(school([]));

  it('are what they were where no rule looks at them', () => {
    expect(formHomerooms(school([rule('gender.balance', { tolerance: 0, grouping: 'walking' })]))).toEqual(plain);
  });

  it('bring together who should sit together, and apart who should not, of one first choice', () => {
    const apart = plain[0]?.students.slice(0, 2) ?? [];
    const together = [plain[0]?.students[2] ?? '', plain[1]?.students[0] ?? ''];
    const formed = formHomerooms(
      school([
        rule('students.apart', { students: apart, strength: 'must' }),
        rule('students.together', { students: together, strength: 'must' }),
      ]),
    );
    expect(homeOf(formed, apart[0] ?? '')).not.toBe(homeOf(formed, apart[1] ?? ''));
    expect(homeOf(formed, together[0] ?? '')).toBe(homeOf(formed, together[1] ?? ''));
    expect(formed.map((homeroom) => homeroom.students.length)).toEqual([4, 4, 4, 4]);
    // 物理 and 历史 stay by themselves.
    for (const homeroom of formed) {
      const first = new Set(homeroom.students.map((id) => students.find((one) => one.id === id)?.choices?.[0]));
      expect(first.size).toBe(1);
    }
  });

  it('are level in girls and scores, and judged so', async () => {
    const rules = [
      rule('gender.balance', { tolerance: 0, strength: 'must' }),
      rule('score.balance', { tolerance: 450, strength: 'high' }),
      rule('students.apart', { students: ['s1', 's2', 's3'], strength: 'low' }),
    ];
    const stated = school(rules, 2);
    const bytes = new TextEncoder().encode(JSON.stringify(stated));
    const week = await solve(stated, bytes, { seed: 1, islands: 1, epochs: 2, threads: 1, reproduce: '' });
    const found = Object.fromEntries(week.score.rules.map((it) => [it.rule, it.deviation]));
    expect(found['gender.balance']).toBe(0);
    expect(found['score.balance']).toBe(0);
    // Of three in two homerooms of one first choice each, all sit together: in one course.
    expect(found['students.apart']).toBe(3);
  });
});
