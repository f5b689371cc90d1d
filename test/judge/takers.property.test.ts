import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deriveTakers, placeOf } from '../../src/judge/takers.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { Course, Homeroom, School, Student } from '../../src/school/types.ts';
import { course, grade, smallSchool, teacher } from '../cases/build.ts';

const HOMEROOMS = ['h1', 'h2', 'h3'];
const COURSES = ['c0', 'c1', 'c2'];
const some = <T>(...values: T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);
/** Without the keys that are undefined. */
const stated = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

const student = fc.record({
  homeroom: fc.constantFrom('h1', 'h2', undefined),
  choices: fc.constantFrom('物化', '物生', '史化', '史生'),
  level: fc.constantFrom('A', 'B'),
  track: some('art'),
  gender: some('f', 'm'),
  extra: fc.subarray(COURSES, { maxLength: 1 }),
  exempt: fc.subarray(COURSES, { maxLength: 1 }),
});
const taught = fc.record({
  subject: fc.constantFrom('phy', 'che', 'mat'),
  for: some('all', 'chosen', 'unchosen', 'listed'),
  level: some<string | string[]>('A', ['A', 'B']),
  track: some<string | string[]>('general', ['art', 'general']),
  gender: some('f'),
  homerooms: some<string | string[]>('h1', ['h2', 'h3']),
  grouping: fc.constantFrom(undefined, 'auto', 'homeroom', 'walking', [['h1', 'h3'], ['h2']]),
});
const anySchool = fc.record({
  students: fc.array(student, { minLength: 1, maxLength: 8 }),
  courses: fc.tuple(taught, taught, taught),
  walking: some('whole', 'fix-two', 'fix-one', 'free', 'auto'),
  atHome: fc.option(fc.subarray(['phy', 'che', 'bio']), { nil: undefined }),
  named: fc.subarray(['s0', 's1', 's2'], { maxLength: 1 }),
});

const shorts: Record<string, string> = { phy: '物', his: '史', che: '化', bio: '生' };

/** h3 is given by its size; a section of the first course names a student. */
function build(parts: typeof anySchool extends fc.Arbitrary<infer Parts> ? Parts : never): School {
  const homerooms = HOMEROOMS.map(
    (id): Homeroom =>
      stated({
        id,
        name: id,
        grade: 'g1',
        size: id === 'h3' ? 40 : undefined,
        atHome: id === 'h1' ? parts.atHome : undefined,
      }) as Homeroom,
  );
  return smallSchool({
    subjects: [
      ...Object.entries(shorts).map(([id, short]) => ({ id, name: id, short, kind: 'elective' as const })),
      { id: 'mat', name: 'mat', kind: 'main' },
    ],
    grades: [
      {
        ...grade('g1', {
          choice: [
            { from: ['phy', 'his'], take: 1 },
            { from: ['che', 'bio'], take: 1 },
          ],
        }),
        ...stated({ walking: parts.walking }),
      } as School['grades'][number],
    ],
    homerooms,
    teachers: [teacher('t1', 'mat')],
    students: parts.students.map(
      ({ homeroom, level, ...rest }, i): Student =>
        stated({
          id: `s${i}`,
          homeroom,
          grade: homeroom === undefined ? 'g1' : undefined,
          levels: { phy: level, che: level, mat: level },
          ...rest,
        }) as Student,
    ),
    courses: parts.courses.map((one, i): Course =>
      course(`c${i}`, stated({ ...one, periods: 1, teachers: 'any' }) as Partial<Course>),
    ),
    sections: parts.named.map((id) => ({ id: 'given', course: 'c0', students: [id] })),
  });
}

it('the judge and the program read who takes a course, and who sits at home or in which pool, alike', () => {
  let read = 0;
  fc.assert(
    fc.property(anySchool, (parts) => {
      const school = build(parts);
      // what the reader refuses has no meaning to agree on
      if (readSchool(JSON.stringify(school)).school === null) return;
      read++;
      const model = makeSchoolModel(school);
      const judged = deriveTakers(model).map((takers) => ({
        takers: [...takers.takers],
        seats: [...takers.takers].map((one) => placeOf(model, takers, one)),
        unlisted: [...takers.unlisted],
      }));
      const planned = courseUnits(model).map(({ takers, homes, pools }) => ({
        takers,
        seats: takers.map((one) => {
          if (homes.some((home) => home.takers.includes(one))) return 'home';
          return pools.find((pool) => pool.takers.includes(one))?.index ?? 'nowhere';
        }),
        unlisted: homes
          .filter(({ homeroom }) => school.homerooms[homeroom]?.size !== undefined)
          .map(({ homeroom }) => homeroom),
      }));
      expect(judged).toEqual(planned);
    }),
    { seed: 3, numRuns: 800 },
  );
  expect(read).toBeGreaterThan(100);
});
