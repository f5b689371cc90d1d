import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { solve } from '../../src/api/solve.ts';
import { judge } from '../../src/judge/judge.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { countPlainly } from './plain-count.ts';
import { richSchool } from './rich-school.ts';
import { RICH_BYTES, richWeek } from './rich-week.ts';

const TINY = readFileSync(new URL('../../datasets/tiny.school.json', import.meta.url));

interface Sample {
  school: School;
  week: Timetable;
}

const OPTIONS = { seed: 1, islands: 1, epochs: 3, threads: 1, target: { kind: 'complete' }, reproduce: '' } as const;

const solved = async (school: School, bytes: Uint8Array): Promise<Sample> => ({
  school,
  week: await solve(school, bytes, OPTIONS),
});

const SAMPLES: [name: string, make: () => Promise<Sample>][] = [
  ['placed by hand', () => Promise.resolve({ school: richSchool(), week: richWeek() })],
  ['solved for the same school', () => solved(richSchool(), RICH_BYTES)],
  ['solved for the smallest sample', () => solved(JSON.parse(TINY.toString()) as School, TINY)],
];

/** Clashes, seats and loads to the number; of the slots, closed periods and then any periods for a broken lesson. */
function expectAgreement({ school, week }: Sample): boolean {
  const judged = judge(school, week);
  const deviation = (name: string): number =>
    judged.rules.find(({ rule }) => rule === `structural.${name}`)?.deviation ?? -1;
  const plain = countPlainly(school, week);
  const { student, teacher, room, load } = plain;
  const counted = { student, teacher, room, load };
  expect(Object.fromEntries(Object.keys(counted).map((name) => [name, deviation(name)]))).toEqual(counted);
  if (plain.broken === 0) expect(deviation('slot')).toBe(plain.closed);
  else expect(deviation('slot')).toBeGreaterThan(0);
  expect(deviation('size')).toBeGreaterThanOrEqual(plain.seats);
  if (judged.hard > 0) return false;
  expect(Object.values(plain).every((n) => n === 0)).toBe(true);
  return true;
}

type Change = (sample: Sample, pick: (count: number) => number) => void;

/** One random thing done to a week; `pick(n)` chooses below n. */
const CHANGES: Record<string, Change> = {
  'move a lesson': ({ school, week }, pick) => {
    const lesson = week.lessons[pick(week.lessons.length)];
    const day = school.calendar.days[pick(school.calendar.days.length)];
    const period = school.calendar.periods[pick(school.calendar.periods.length)];
    if (lesson && day && period) lesson.slot = `${day.id}.${period.id}`;
  },
  'exchange the times of two lessons': ({ week }, pick) => {
    const one = week.lessons[pick(week.lessons.length)];
    const same = week.lessons.filter((lesson) => lesson.length === one?.length);
    const other = same[pick(same.length)];
    if (one && other) [one.slot, other.slot] = [other.slot, one.slot];
  },
  'exchange two rooms': ({ week }, pick) => {
    const housed = week.lessons.filter((lesson) => lesson.room !== undefined);
    const one = housed[pick(housed.length)];
    const other = housed[pick(housed.length)];
    if (one?.room && other?.room) [one.room, other.room] = [other.room, one.room];
  },
  'take any room': ({ school, week }, pick) => {
    const housed = week.lessons.filter((lesson) => lesson.room !== undefined);
    const lesson = housed[pick(housed.length)];
    const room = school.rooms[pick(school.rooms.length)];
    if (lesson && room) lesson.room = room.id;
  },
  'change a teacher': ({ school, week }, pick) => {
    const taught = week.sections.filter((section) => section.teachers.length > 0);
    const section = taught[pick(taught.length)];
    const teacher = school.teachers[pick(school.teachers.length)];
    if (section && teacher) section.teachers = [teacher.id];
  },
  'move a student': ({ week }, pick) => {
    const from = week.sections[pick(week.sections.length)];
    const siblings = week.sections.filter((section) => section.course === from?.course && section !== from);
    const to = siblings[pick(siblings.length)];
    const [student] = from?.students.splice(pick(from.students.length), 1) ?? [];
    if (student !== undefined) to?.students.push(student);
  },
};

describe.each(SAMPLES)('the week %s', (_, make) => {
  let valid: Sample;
  beforeAll(async () => {
    valid = await make();
  });
  const copy = (): Sample => ({ school: valid.school, week: structuredClone(valid.week) });

  test('is complete, without disagreement, and the plain count finds nothing', () => {
    const sample = copy();
    expect(judge(sample.school, sample.week)).toMatchObject({ hard: 0, disagreements: [] });
    expect(expectAgreement(sample)).toBe(true);
  });

  test('with any one lesson moved to any one slot, is counted alike both ways', () => {
    const sample = copy();
    let accepted = 0;
    for (const lesson of sample.week.lessons) {
      const home = lesson.slot;
      for (const day of sample.school.calendar.days) {
        for (const period of sample.school.calendar.periods) {
          lesson.slot = `${day.id}.${period.id}`;
          if (lesson.slot !== home && expectAgreement(sample)) accepted++;
        }
      }
      lesson.slot = home;
    }
    expect(accepted).toBeGreaterThan(0);
  });

  test('with any one lesson in any one room, is counted alike both ways', () => {
    const sample = copy();
    for (const lesson of sample.week.lessons) {
      const home = lesson.room;
      if (home === undefined) continue;
      for (const room of sample.school.rooms) {
        lesson.room = room.id;
        expectAgreement(sample);
      }
      lesson.room = home;
    }
  });

  test('with any one section taught by anybody, is counted alike both ways', () => {
    const sample = copy();
    for (const section of sample.week.sections) {
      const own = section.teachers;
      for (const teacher of sample.school.teachers) {
        section.teachers = [teacher.id];
        expectAgreement(sample);
      }
      section.teachers = own;
    }
  });

  test('after a few random changes, is counted alike both ways', () => {
    const change = fc.tuple(
      fc.constantFrom(...Object.keys(CHANGES)),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const sample = copy();
        for (const [kind, numbers] of changes) {
          let at = 0;
          CHANGES[kind]?.(sample, (count) => (count === 0 ? 0 : (numbers[at++] ?? 0) % count));
        }
        expectAgreement(sample);
      }),
      { seed: 20_231, numRuns: 300 },
    );
  });
});
