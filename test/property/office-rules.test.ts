/**
 * Each rule of the office alone, on random schools: the search states the exact difference of every proposal, on one week and on a cycle of
 * two; and of a week thrown together, half of it and the whole, the judge counts what the engine counts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRooms, trueScore } from '../../solver/index.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { isRead } from '../cases/index.ts';
import { randomSchool } from '../support/random-school.ts';
import { judgedDocument, plannedWeek } from '../support/week-of.ts';
import { anywhere, NEIGHBOURHOODS, proposeExactly, startedState } from './states.ts';
import { twoWeeks } from './two-weeks.ts';

type Body = Pick<Rule, 'type'> & Partial<Rule>;

/** Rules of the type that random schools can break. */
const BODIES: Record<string, Body[]> = {
  'slots.require': [
    { type: 'slots.require', slots: '*.1|2', count: 2 },
    { type: 'slots.require', slots: 'tue|thu.*', subjects: ['mat'] },
  ],
  'course.halfday': [
    { type: 'course.halfday', amMax: 1, pmMax: 1 },
    { type: 'course.halfday', amMin: 3, grouping: 'homeroom' },
  ],
  'course.doubles': [{ type: 'course.doubles', slots: '*.1|2', alternateDays: true }],
  'course.notSameDay': [
    { type: 'course.notSameDay', courses: ['g1-mat', 'g1-eng'] },
    { type: 'course.notSameDay', courses: ['g1-bio', 'g1-geo', 'g1-che'] },
  ],
  'course.notAdjacent': [
    { type: 'course.notAdjacent', courses: ['g1-mat', 'g1-eng', 'g1-pe'] },
    { type: 'course.notAdjacent', courses: ['g1-mat', 'g1-bio', 'g1-geo'], ordered: true },
  ],
  'course.order': [
    // oxlint-disable-next-line unicorn/no-thenable
    { type: 'course.order', first: 'g1-mat', then: 'g1-eng' },
    // oxlint-disable-next-line unicorn/no-thenable
    { type: 'course.order', first: 'g1-eng', then: 'g1-bio' },
  ],
  'sections.sameSlot': [
    { type: 'sections.sameSlot', subjects: ['bio', 'geo'] },
    { type: 'sections.sameSlot', courses: ['g1-pe', 'g1-eng'] },
  ],
  'sections.notSameSlot': [
    { type: 'sections.notSameSlot', subjects: ['mat', 'bio'] },
    { type: 'sections.notSameSlot', rooms: ['field', 'lab'] },
  ],
  'sections.maxParallel': [
    { type: 'sections.maxParallel', max: 2, slots: '*.1|2|3' },
    { type: 'sections.maxParallel', max: 1, teachers: ['t-mat1', 't-eng1'] },
  ],
  'lessons.finishBy': [{ type: 'lessons.finishBy', day: 'wed', subjects: ['eng', 'bio'] }],
  'firstSlot.vary': [{ type: 'firstSlot.vary' }],
  'teacher.minPerDay': [{ type: 'teacher.minPerDay', min: 2 }],
  'teacher.maxDays': [
    { type: 'teacher.maxDays', max: 2 },
    { type: 'teacher.maxDays', max: 1, subjects: ['mat', 'bio'] },
  ],
  'teacher.halfDay': [{ type: 'teacher.halfDay' }],
  'teacher.noonSplit': [{ type: 'teacher.noonSplit', grades: ['g1'] }],
  'teacher.edgeFair': [
    { type: 'teacher.edgeFair', slots: '*.1', ratio: 100 },
    { type: 'teacher.edgeFair', slots: ['*.1', 'mon.*'], ratio: 80, subjects: ['mat', 'eng', 'che'] },
  ],
  'teacher.meeting': [
    { type: 'teacher.meeting', slots: 'tue|wed.*', length: 2, subjects: ['mat', 'eng'] },
    { type: 'teacher.meeting', slots: '*.2', length: 2 },
  ],
  'progress.equal': [
    { type: 'progress.equal', days: 0 },
    { type: 'progress.equal', days: 1, teachers: ['t-mat1', 't-geo1'] },
  ],
  'progress.alternate': [{ type: 'progress.alternate' }],
  'progress.doubles': [{ type: 'progress.doubles', days: 0 }],
};

const READ = Object.keys(BODIES).filter((type) =>
  (BODIES[type] ?? []).every((body) => isRead({ ...body, strength: 1 })),
);

/** One teacher for each subject, so that (s)he has several sections. */
const fewTeachers = (school: School): School => ({
  ...school,
  teachers: school.teachers
    .filter(({ id }) => id.endsWith('1'))
    .map((teacher) => ({ ...teacher, load: { ...teacher.load, max: 40 } })),
});

/** The random school with the rule alone. */
const withRule = (type: string) =>
  fc.record({
    school: type.startsWith('progress.') ? randomSchool.map(fewTeachers) : randomSchool,
    body: fc.constantFrom(...(BODIES[type] ?? [])),
    strength: fc.constantFrom<Rule['strength']>('must', 'high', 5),
    seed: fc.nat(1_000_000),
  });

describe.each(READ)('%s', (type) => {
  it('is counted alike by the search, the recount and the judge', () => {
    let broken = 0;
    let proposed = 0;
    fc.assert(
      fc.property(withRule(type), ({ school: plain, body, strength, seed }) => {
        const school = { ...plain, rules: [{ ...body, id: 'r', strength }], defaults: false as const };
        const planned = plannedWeek(school, seed);
        fc.pre(planned !== null);
        const { week, bundle, stage } = planned;
        for (const { problem } of bundle.levels) {
          for (const one of [problem, twoWeeks(problem, seed)]) {
            const state = startedState(one, stage.roleTeacher, seed);
            for (const make of Object.values(NEIGHBOURHOODS)) {
              proposed += proposeExactly(state, make, seed, 6).proposed;
            }
          }
        }
        for (let thrown = 0; thrown < 4; thrown++) {
          const found = anywhere(week.problem, stage.roleTeacher, seed + thrown);
          if (found === null) return;
          judgedDocument(school, planned, found);
          const { deviation } = trueScore(week.problem, found);
          if ((deviation[week.ruleIds.indexOf('r')] ?? 0) > 0) broken++;
          const lessonSlot = found.lessonSlot.map((slot, lesson) => ((lesson + seed) % 3 === 0 ? -1 : slot));
          judgedDocument(school, planned, { ...found, lessonSlot, demandRoom: assignRooms(week.problem, lessonSlot) });
        }
      }),
      { numRuns: 12, seed: 20_261_124 },
    );
    expect(proposed).toBeGreaterThan(40);
    expect(broken).toBeGreaterThan(1);
  });
});
