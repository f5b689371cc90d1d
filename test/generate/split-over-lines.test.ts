import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../src/generate/random.ts';
import { splitOverLines, type LineShare } from '../../src/generate/hidden-plan/split-over-lines.ts';

/** How many students take each pair of four subjects, in the order 01 02 03 12 13 23. */
function studentsOf(pairs: number[]): number[][] {
  const all = [0, 1, 2, 3].flatMap((a) => [1, 2, 3].filter((b) => b > a).map((b) => [a, b]));
  return all.flatMap((pair, i) => Array.from({ length: pairs[i] ?? 0 }, () => pair));
}

const coursesOf = (taken: number[][], cap: number): { cap: number; takers: number }[] =>
  [0, 1, 2, 3].map((c) => ({ cap, takers: taken.filter((pair) => pair.includes(c)).length }));

const sections = (shares: LineShare[]): number =>
  shares.reduce((sum, share) => sum + share.sections.reduce((a, b) => a + b, 0), 0);

describe('two of four subjects over two lines', () => {
  it('gives every student both courses, one in each line, and no section more students than its cap', () => {
    const mixes = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(mixes, fc.integer({ min: 20, max: 50 }), fc.nat(), (pairs, cap, seed) => {
        const taken = studentsOf(pairs);
        fc.pre(taken.length > 0);
        const courses = coursesOf(taken, cap);
        const shares = splitOverLines(courses, taken, 2, makeRandom(seed, 'test'));
        expect(shares).toHaveLength(2);
        taken.forEach((pair, student) => {
          expect(shares.map((share) => share.courseOf[student] ?? -1).sort((a, b) => a - b)).toEqual(pair);
        });
        for (const share of shares) {
          share.sections.forEach((count, c) => {
            expect(share.courseOf.filter((course) => course === c).length).toBeLessThanOrEqual(count * cap);
          });
        }
        const least = courses.reduce((sum, course) => sum + Math.ceil(course.takers / cap), 0);
        expect(sections(shares)).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it('needs one section each where two pairs of subjects never meet', () => {
    const taken = studentsOf([0, 6, 4, 3, 8, 0]);
    expect(sections(splitOverLines(coursesOf(taken, 25), taken, 2, makeRandom(1, 'test')))).toBe(4);
  });

  it('needs a section more where three subjects are taken in a triangle', () => {
    const taken = studentsOf([5, 5, 0, 5, 0, 0]);
    expect(sections(splitOverLines(coursesOf(taken, 10), taken, 2, makeRandom(1, 'test')))).toBe(4);
  });
});
