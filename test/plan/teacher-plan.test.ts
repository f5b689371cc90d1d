import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { MipAnswer } from '../../solver/plan/mip-model.ts';
import { planTeachers } from '../../solver/plan/teacher-plan.ts';
import type { TeacherPlan, TeacherProblem, TeachingSection } from '../../solver/plan/types.ts';
import { runProcedure } from '../../src/mip/run-procedure.ts';

const plan = (asked: TeacherProblem): Promise<TeacherPlan> =>
  runProcedure(planTeachers(asked), { seed: 1, maxNodes: 2000 });

const section = (wish: Partial<TeachingSection>): TeachingSection => ({
  periods: 4,
  candidates: Int32Array.of(0, 1),
  times: [],
  bound: -1,
  earlier: -1,
  course: 0,
  homeroom: -1,
  ...wish,
});
/** Nothing of an earlier week is dear, no time may be had twice. */
const afresh = { key: 't', changeCost: 0, looseFrom: Number.POSITIVE_INFINITY };
const teacher = (max: number, min = 0, target = -1): TeacherProblem['teachers'][number] => ({
  max,
  min,
  target,
  availableSlots: 40,
});

/** The fewest periods without a teacher, over every way to hand the sections out. */
function leastShort({ teachers, sections }: TeacherProblem): number {
  const load = teachers.map(() => 0);
  const busy = new Set<string>();
  const visit = (s: number): number => {
    const own = sections[s];
    if (!own) return 0;
    let least = own.periods + visit(s + 1);
    for (const t of own.candidates) {
      const keys = own.times.map((time) => `${t}|${time}`);
      if ((load[t] ?? 0) + own.periods > (teachers[t]?.max ?? 0) || keys.some((key) => busy.has(key))) continue;
      load[t] = (load[t] ?? 0) + own.periods;
      for (const key of keys) busy.add(key);
      least = Math.min(least, visit(s + 1));
      load[t] = (load[t] ?? 0) - own.periods;
      for (const key of keys) busy.delete(key);
    }
    return least;
  };
  return visit(0);
}

function faultsOf(asked: TeacherProblem, found: TeacherPlan): string[] {
  const faults: string[] = [];
  const load = asked.teachers.map(() => 0);
  const busy = new Set<string>();
  let short = 0;
  for (const [s, own] of asked.sections.entries()) {
    const t = found.teacherOf[s] ?? -1;
    if (t < 0) {
      short += own.periods;
      continue;
    }
    if (!own.candidates.includes(t)) faults.push(`section ${s} has teacher ${t}`);
    load[t] = (load[t] ?? 0) + own.periods;
    for (const time of own.times) {
      const key = `${t}|${time}`;
      if (busy.has(key)) faults.push(`teacher ${t} is twice at time ${time}`);
      busy.add(key);
    }
  }
  for (const [t, periods] of load.entries())
    if (periods > (asked.teachers[t]?.max ?? 0)) faults.push(`teacher ${t} has ${periods}`);
  if (short !== found.short) faults.push(`${short} periods are short, not ${found.short}`);
  return faults;
}

describe('teachers to sections', () => {
  test('sections of one line go to different teachers', async () => {
    const asked = {
      ...afresh,
      teachers: [teacher(8), teacher(8)],
      sections: [0, 0, 1, 1].map((line) => section({ times: [line] })),
    };
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    expect(found).toMatchObject({ short: 0, shortBound: 0, optimal: true });
  });

  test('three sections in one line and two teachers: one section is short, and that is proved', async () => {
    const asked = {
      ...afresh,
      teachers: [teacher(20), teacher(20)],
      sections: [0, 0, 0].map((line) => section({ times: [line] })),
    };
    const found = await plan(asked);
    expect(faultsOf(asked, found)).toEqual([]);
    expect(found).toMatchObject({ short: 4, shortBound: 4, optimal: true });
  });

  test('loads come near what the school desires, and a bound teacher stays', async () => {
    const sections = [
      section({ bound: 1, candidates: Int32Array.of(1) }),
      ...Array.from({ length: 5 }, () => section({})),
    ];
    const asked = { ...afresh, teachers: [teacher(16, 8, 12), teacher(16, 8, 12)], sections };
    const found = await plan(asked);
    expect(found.teacherOf[0]).toBe(1);
    expect([...found.teacherOf].filter((t) => t === 1).length).toBe(3);
  });

  describe('after a colleague has left', () => {
    /** Two sections of a line, three of another; the third teacher of old is gone. */
    const left = (wish: Partial<TeacherProblem> = {}): TeacherProblem => ({
      ...afresh,
      changeCost: 450,
      teachers: [teacher(8), teacher(12), teacher(8)],
      sections: [
        section({ times: [0], earlier: 0 }),
        section({ times: [0], earlier: 1 }),
        section({ times: [1], earlier: 1 }),
        section({ times: [1], candidates: Int32Array.of(1, 2) }),
      ],
      ...wish,
    });

    test('everyone keeps what they had, and only what was given up goes to somebody else', async () => {
      const found = await plan(left());
      expect([...found.teacherOf]).toEqual([0, 1, 1, 2]);
    });

    test('who has too much to take it hands one on: as few change as can be', async () => {
      const asked = left({ teachers: [teacher(8), teacher(12), teacher(0)] });
      const found = await plan(asked);
      expect(faultsOf(asked, found)).toEqual([]);
      expect([...found.teacherOf]).toEqual([0, 1, 0, 1]);
    });

    test('a lesson that may move is had twice rather than that nobody gives it', async () => {
      const sections = [
        section({ times: [100, 101], earlier: 0, candidates: Int32Array.of(0) }),
        section({ times: [101, 102] }),
        section({ times: [100, 102], earlier: 1 }),
      ];
      const asked = { ...afresh, changeCost: 450, teachers: [teacher(8), teacher(4)], sections };
      expect((await plan(asked)).short).toBe(4);
      const found = await plan({ ...asked, looseFrom: 100 });
      expect(found).toMatchObject({ short: 0 });
      expect([...found.teacherOf]).toEqual([0, 0, 1]);
    });
  });

  test('random departments: nothing is broken, and no more is short than every way of handing out leaves', async () => {
    const department = fc.record({
      key: fc.constant('t'),
      changeCost: fc.constant(0),
      looseFrom: fc.constant(Number.POSITIVE_INFINITY),
      teachers: fc.array(
        fc.integer({ min: 2, max: 10 }).map((max) => teacher(max)),
        { minLength: 3, maxLength: 3 },
      ),
      sections: fc.array(
        fc
          .record({
            periods: fc.integer({ min: 1, max: 5 }),
            candidates: fc.subarray([0, 1, 2], { minLength: 1 }),
            times: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }),
            course: fc.integer({ min: 0, max: 2 }),
          })
          .map((wish) => section({ ...wish, candidates: Int32Array.from(wish.candidates) })),
        { minLength: 1, maxLength: 7 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(department, async (asked) => {
        const found = await plan(asked);
        expect(faultsOf(asked, found)).toEqual([]);
        expect(found.optimal).toBe(true);
        expect(found.short).toBe(leastShort(asked));
        expect(found.shortBound).toBe(found.short);
      }),
      { numRuns: 150, seed: 13 },
    );
  });

  test('without any answer there is still a plan', () => {
    const asked = {
      ...afresh,
      teachers: [teacher(20), teacher(20)],
      sections: [0, 0, 0, 1, 1].map((line) => section({ times: [line] })),
    };
    const procedure = planTeachers(asked);
    const unknown: MipAnswer = { status: 'unknown', backend: 'none', values: [], objective: 0 };
    let step = procedure.next();
    while (!step.done) step = procedure.next(unknown);
    expect(faultsOf(asked, step.value)).toEqual([]);
    expect(step.value).toMatchObject({ short: 4, optimal: false });
  });
});
