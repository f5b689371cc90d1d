import { describe, expect, test } from 'vitest';
import { verify } from '../../src/api/verify.ts';
import { judge } from '../../src/judge/judge.ts';
import { readSchool } from '../../src/school/read.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { digestOf } from '../../src/timetable/write.ts';
import { CLAIM_MUTANTS } from './claim-mutants.ts';
import { BINDING_DEMANDS, HARMLESS_DEMANDS } from './binding-demands.ts';
import { DEMAND_MUTANTS } from './demand-mutants.ts';
import type { Deviations, Mutant } from './mutant.ts';
import { ROOM_MUTANTS, SIZE_MUTANTS, TEACHER_MUTANTS } from './place-mutants.ts';
import { richSchool } from './rich-school.ts';
import { RICH_BYTES, richWeek } from './rich-week.ts';
import { LINE_MUTANTS, LOCK_MUTANTS } from './bond-mutants.ts';
import { LESSON_MUTANTS, SECTION_MUTANTS, STUDENT_MUTANTS } from './roster-mutants.ts';
import { settle } from './settle.ts';
import { CLASH_MUTANTS, MUST_RULE_MUTANTS, SLOT_MUTANTS } from './time-mutants.ts';

const MUTANTS: Record<string, Mutant[]> = {
  clashes: CLASH_MUTANTS,
  slots: SLOT_MUTANTS,
  'must rules': MUST_RULE_MUTANTS,
  rooms: ROOM_MUTANTS,
  sizes: SIZE_MUTANTS,
  teachers: TEACHER_MUTANTS,
  students: STUDENT_MUTANTS,
  sections: SECTION_MUTANTS,
  lessons: LESSON_MUTANTS,
  lines: LINE_MUTANTS,
  locks: LOCK_MUTANTS,
};

const DEMANDS = [...DEMAND_MUTANTS, ...BINDING_DEMANDS];

const school = richSchool();

/** Deviations of the structural and must rules that are broken. */
function brokenRules(week: Timetable, asking = school): Record<string, number> {
  const broken = judge(asking, week).rules.filter((rule) => rule.strength === 'must' && rule.deviation > 0);
  return Object.fromEntries(broken.map((rule) => [rule.rule.replace(/^structural\./, ''), rule.deviation]));
}

/** What was expected, with the counted number where any was allowed; zero where it was not found at all. */
const filledIn = (expected: Deviations, counted: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(expected).map(([rule, n]) => [rule, n === 'some' ? (counted[rule] ?? -1) : n]));

describe('the valid week', () => {
  test('stands on a school that is read without a fault', () => {
    const { faults } = readSchool(RICH_BYTES);
    expect(faults.filter((fault) => fault.severity !== 'warning')).toEqual([]);
  });

  test('is judged as counted by hand: nothing broken, 9 for two Chinese lessons in a day', () => {
    const judged = judge(school, richWeek());
    expect([judged.hard, judged.soft, judged.disagreements, judged.unserved, judged.unplaced]).toEqual([
      0,
      9,
      [],
      [],
      [],
    ]);
  });

  test('does not depend on the order of its lists', () => {
    const week = richWeek();
    for (const list of [week.sections, week.lessons, week.score.rules, week.homerooms]) list.reverse();
    for (const { students } of week.sections) students.reverse();
    expect(judge(school, week)).toMatchObject({ hard: 0, soft: 9, disagreements: [] });
  });

  test('is the week of its school’s bytes, unchanged since it was written', () => {
    expect(verify(school, RICH_BYTES, richWeek())).toMatchObject({ sameSchool: true, sameDigest: true });
    const otherBytes = new TextEncoder().encode(JSON.stringify({ ...school, term: '2026' }));
    expect(verify(school, otherBytes, richWeek())).toMatchObject({ sameSchool: false, sameDigest: true });
  });

  test('has more than sixty mutants, each with its own name', () => {
    const names = [...Object.values(MUTANTS).flat(), ...DEMANDS, ...CLAIM_MUTANTS].map((mutant) => mutant.name);
    expect(names.length).toBeGreaterThan(60);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.each(Object.entries(MUTANTS))('%s', (_, mutants) => {
  test.each(mutants)('$name', ({ change, expect: expected, unsound }) => {
    const week = richWeek();
    change(week);
    const counted = brokenRules(week);
    const total = Object.values(counted).reduce((sum, deviation) => sum + deviation, 0);

    if (unsound) expect(counted).toMatchObject(filledIn(expected, counted));
    else expect(counted).toEqual(filledIn(expected, counted));
    expect(total).toBeGreaterThan(0);
    expect(judge(school, week).hard).toBe(total);
    expect(judge(school, week).disagreements).toContainEqual({
      what: 'status',
      about: '',
      claimed: 'complete',
      counted: 'partial',
    });
    expect(verify(school, RICH_BYTES, week)).toMatchObject({ hard: total, sameDigest: false });
  });

  test.each(mutants)('$name: told as it is, the document is honest about it', ({ change }) => {
    const week = richWeek();
    change(week);
    const { hard } = judge(school, week);
    settle(school, week);
    expect(judge(school, week)).toMatchObject({ hard, disagreements: [] });
    expect(week.status).toBe('partial');
  });
});

describe('demands', () => {
  test.each(DEMANDS)('$name', ({ change, expect: expected, unsound }) => {
    const demanding = richSchool();
    change(demanding);
    const counted = brokenRules(richWeek(), demanding);
    if (unsound) expect(counted).toMatchObject(filledIn(expected, counted));
    else expect(counted).toEqual(filledIn(expected, counted));
    expect(judge(demanding, richWeek()).hard).toBeGreaterThan(0);
  });

  test.each(HARMLESS_DEMANDS)('$name: the week still stands', ({ change }) => {
    const demanding = richSchool();
    change(demanding);
    expect(brokenRules(richWeek(), demanding)).toEqual({});
  });

  test.each([...DEMANDS, ...HARMLESS_DEMANDS])('$name: a school may ask for it', ({ change }) => {
    const demanding = richSchool();
    change(demanding);
    const { faults } = readSchool(JSON.stringify(demanding));
    expect(faults.filter((fault) => fault.severity !== 'warning')).toEqual([]);
  });
});

describe('claims', () => {
  const told = (mutant: (typeof CLAIM_MUTANTS)[number]): string[] => {
    const week = richWeek();
    mutant.damage?.(week);
    settle(school, week);
    expect(judge(school, week).disagreements).toEqual([]);
    mutant.tell(week);
    return judge(school, week).disagreements.map(({ what }) => what);
  };

  test.each(CLAIM_MUTANTS.filter(({ passes }) => !passes))('$name', (mutant) => {
    expect(told(mutant)).not.toEqual([]);
  });

  // Each of these turns red on the day the judge sees through it; then its `passes` goes.
  test.fails.each(CLAIM_MUTANTS.filter(({ passes }) => passes))('$name', (mutant) => {
    expect(told(mutant)).not.toEqual([]);
  });

  test.each(CLAIM_MUTANTS)('$name: the digest shows that the document was changed', ({ damage, tell }) => {
    const week = richWeek();
    damage?.(week);
    settle(school, week);
    week.run.digest = digestOf(week);
    tell(week);
    expect(verify(school, RICH_BYTES, week).sameDigest).toBe(false);
  });
});
