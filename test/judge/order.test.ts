import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { cases } from '../cases/index.ts';
import { school, week } from './valid-week.ts';

const shuffled = <T>(list: T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });

const reordered = (timetable: Timetable): fc.Arbitrary<Timetable> =>
  fc
    .tuple(
      shuffled(timetable.lessons),
      fc.tuple(...timetable.sections.map((section) => shuffled(section.students))),
      shuffled([...timetable.sections.keys()]),
    )
    .map(([lessons, students, order]) => {
      const sections = timetable.sections.map((section, i) => ({ ...section, students: students[i] ?? [] }));
      return { ...timetable, lessons, sections: order.flatMap((i) => sections[i] ?? []) };
    });

const ids = {
  section: [...week.sections.map(({ id }) => id), 'phy/2', 'nobody'],
  slot: ['mon.1', 'mon.4', 'tue.1', 'wed.5', 'thu.5', 'fri.1', 'fri.7', 'fri.8', 'sun.1'],
  room: ['r1', 'r2', 'r3', 'lab', 'field', 'tiny', 'r9'],
  teacher: ['m1', 'm2', 'e1', 'p1', 'i1', 's1', 'z9'],
  student: ['a1', 'a2', 'b1', 'c1', 'd2', 'z9'],
};
const oneOf = (list: string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

/** The valid week with lessons and sections thrown in that fit or do not. */
const spoiled: fc.Arbitrary<Timetable> = fc
  .record({
    lessons: fc.array(
      fc.record({
        section: oneOf(ids.section),
        index: fc.nat(3),
        slot: oneOf(ids.slot),
        length: fc.integer({ min: 1, max: 3 }),
        weeks: fc.constantFrom('every' as const, 'odd' as const),
        room: oneOf(ids.room),
      }),
      { maxLength: 6 },
    ),
    sections: fc.array(
      fc.record({
        id: oneOf(ids.section),
        course: oneOf(['mat', 'phy', 'his', 'pe', 'nothing']),
        homerooms: fc.subarray(['h1', 'h2', 'h9']),
        students: fc.array(oneOf(ids.student), { maxLength: 4 }),
        teachers: fc.subarray(ids.teacher, { maxLength: 2 }),
        line: oneOf(['A', 'B']),
      }),
      { maxLength: 4 },
    ),
    kept: fc.nat(week.lessons.length),
  })
  .map(({ lessons, sections, kept }) => ({
    ...week,
    lessons: [...week.lessons.slice(0, kept), ...lessons],
    sections: [...week.sections, ...sections],
  }));

describe('the order of a document', () => {
  it('makes no difference to any case of the table', () => {
    const anyCase = fc
      .constantFrom(...cases)
      .chain((one) => fc.tuple(fc.constant(one as { school: School; timetable: Timetable }), reordered(one.timetable)));
    fc.assert(
      fc.property(anyCase, ([{ school: its, timetable }, other]) => {
        expect(judge(its, other)).toEqual(judge(its, timetable));
      }),
      { seed: 20220901, numRuns: 300 },
    );
  });

  it('makes no difference to a spoiled week either, and nothing is thrown', () => {
    const pair = spoiled.chain((timetable) => fc.tuple(fc.constant(timetable), reordered(timetable)));
    fc.assert(
      fc.property(pair, ([timetable, other]) => {
        const judgement = judge(school, timetable);
        expect(judge(school, other)).toEqual(judgement);
        const total = judgement.findings.reduce((sum, { deviation }) => sum + deviation, 0);
        expect(total).toBe(judgement.rules.reduce((sum, { deviation }) => sum + deviation, 0));
        expect(judgement.findings.every(({ deviation }) => Number.isInteger(deviation) && deviation > 0)).toBe(true);
      }),
      { seed: 20220902, numRuns: 300 },
    );
  });
});
