/** A week that is known goes to FET and comes back as it was: the judge counts the same of both. */
import { describe, expect, it } from 'vitest';
import { exportFet, importFet } from '../../../src/api/fet.ts';
import { readSchool } from '../../../src/api/school.ts';
import { verify } from '../../../src/api/verify.ts';
import { readFet } from '../../../src/formats/fet/read-fet.ts';
import { writeFet } from '../../../src/formats/fet/write-fet.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { School } from '../../../src/school/types.ts';
import type { Timetable } from '../../../src/timetable/types.ts';
import { engineCases, judgeCases } from '../../cases/index.ts';
import { richSchool } from '../../mutants/rich-school.ts';
import { richWeek } from '../../mutants/rich-week.ts';
import { resultOf } from './result-of.ts';

const counted = (school: School, week: Timetable, base?: Timetable): Record<string, number> =>
  Object.fromEntries(
    judge(school, week, base).rules.flatMap(({ rule, deviation }) => (deviation > 0 ? [[rule, deviation]] : [])),
  );

/** What FET is told of a lock is where the lesson is, whether the week has placed it or not. */
const locksWhatIsNotPlaced = (fet: string, { lessons }: Timetable): boolean =>
  fet.includes('<ConstraintActivityPreferredStartingTime>') && fet.split('<Activity>').length - 1 > lessons.length;

const weeks = [...engineCases, ...judgeCases].flatMap(({ name, school, timetable, base }) => {
  const { text } = writeFet(school, timetable);
  if (text === null || timetable.lessons.length === 0 || locksWhatIsNotPlaced(text, timetable)) return [];
  return [{ name, school, timetable, base, text }];
});

describe('a week of the shared table, read back from FET', () => {
  it('most weeks of the table can be told to FET', () => {
    expect(weeks.length).toBeGreaterThan(100);
  });

  it.each(weeks)('$name', ({ school, timetable, base, text }) => {
    const { week, faults } = readFet(school, resultOf(text, school, timetable));
    expect(faults).toEqual([]);
    expect(week?.lessons.length).toBe(timetable.lessons.filter(({ slot }) => /^\w+\.[1-8]$/.test(slot)).length);
    expect(counted(school, { ...timetable, ...week }, base)).toEqual(counted(school, timetable, base));
  });
});

describe('a whole school with every kind of lock, read back from FET', () => {
  const text = JSON.stringify(richSchool());
  const bytes = new TextEncoder().encode(text);
  const { document: school } = readSchool(bytes);
  if (!school) throw new Error('the rich school is not read');
  const week = richWeek();
  const { document: fet } = exportFet(school, week);
  const back = importFet(school, bytes, new TextEncoder().encode(resultOf(fet ?? '', school, week)));

  it('is a timetable like any other, judged, with its digest', () => {
    expect(back.faults).toEqual([]);
    expect(back.document).toMatchObject({ status: 'complete', scope: 'week', score: { hard: 0, soft: 9 } });
    const verified = verify(school, bytes, back.document ?? week);
    expect(verified).toMatchObject({ hard: 0, soft: 9, disagreements: [], sameSchool: true, sameDigest: true });
  });

  it('has the sections, students, teachers and rooms that it had', () => {
    const plain = ({ sections }: Timetable): object[] =>
      sections.map(({ id, course, students, teachers, line }) => ({ id, course, students, teachers, line }));
    expect(back.document && plain(back.document)).toEqual(plain(week));
    const places = ({ lessons }: Timetable): string[] =>
      lessons.map(({ section, index, slot, room }) => `${section} ${index} ${slot} ${room}`).toSorted();
    expect(back.document && places(back.document)).toEqual(places(week));
  });
});
