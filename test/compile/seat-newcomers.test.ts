/** Who sits where when a week is solved again: those who were there stay, newcomers find a seat. */
import { expect, it } from 'vitest';
import { earlierSections } from '../../src/compile/earlier-sections.ts';
import { underEarlierIds } from '../../src/compile/seat-newcomers.ts';
import type { EarlierWeek } from '../../src/school/earlier-week.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { School } from '../../src/school/types.ts';
import { course, grade, smallSchool, students, teacher } from '../cases/build.ts';

/** Sections as `id: students`, with `@line` where it has one; the course is what stands before the slash. */
type Rows = Record<string, string>;

const baseOf = (rows: Rows): EarlierWeek => ({
  sections: Object.entries(rows).map(([name, who]) => {
    const [id = '', line] = name.split('@');
    const section = { id, course: id.split('/')[0] ?? '', homerooms: [], students: who.split(' '), teachers: [] };
    return line === undefined ? section : { ...section, line };
  }),
  lessons: [],
});

const chosen = { periods: 1, for: 'chosen', grouping: 'walking' } as const;

/** Physics and history walk, in sections of at most `max`; who chooses what is written as `a1: phy`. */
const school = (choices: Record<string, string[]>, max: number, parts: Partial<School> = {}): School =>
  smallSchool({
    grades: [grade('g1', { choice: [{ from: ['phy', 'his', 'pe'], take: 2 }], size: { max } })],
    students: Object.entries(choices).map(([id, list]) => ({
      id,
      homeroom: id.startsWith('a') ? 'h1' : 'h2',
      choices: list,
    })),
    courses: [course('phy', chosen), course('his', chosen), course('pe', { ...chosen, roomKind: 'field' })],
    ...parts,
  });

/** null: everybody is planned anew. */
function seated(now: School, before: Rows): { rows: Rows; anew: string[] } | null {
  const model = makeSchoolModel(now, baseOf(before));
  const found = earlierSections(model, courseUnits(model));
  if (!found) return null;
  const rows = found.sections.map(({ id, lineId, students: who }) => [
    lineId === undefined ? id : `${id}@${lineId}`,
    who.map((student) => now.students[student]?.id).join(' '),
  ]);
  return {
    rows: Object.fromEntries(rows) as Rows,
    anew: [...found.anew].map((index) => now.grades[index]?.id ?? ''),
  };
}

const both = ['phy', 'his'];

it('one more than all sections hold: under a cap a section is opened and nobody else changes, else all are planned anew', () => {
  const choices = { a1: both, a2: both, a3: both };
  const before = { 'phy/1': 'a1 a2', 'his/1': 'a1 a2' };
  const capped = school(choices, 2, { rules: [{ type: 'keep.student', strength: 'high', max: 0 }] });
  expect(seated(capped, before)).toEqual({
    rows: { 'phy/1': 'a1 a2', 'phy/2': 'a3', 'his/1': 'a1 a2', 'his/2': 'a3' },
    anew: [],
  });
  expect(seated(school(choices, 2), before)).toBeNull();
});

it('a course that is new opens what it needs, and the others stay', () => {
  const now = school({ a1: both, a2: both, a3: both, b1: both }, 2);
  const found = seated(now, { 'phy/1': 'a1 b1', 'phy/2': 'a2 a3' });
  expect(found).toMatchObject({ rows: { 'phy/1': 'a1 b1', 'phy/2': 'a2 a3' }, anew: [] });
  expect(Object.keys(found?.rows ?? {})).toEqual(['phy/1', 'phy/2', 'his/1', 'his/2']);
});

it('a smaller section than before: those who are too many go to the other one', () => {
  const now = school({ a1: both, a2: both, a3: both, b1: both, b2: both }, 3);
  const history = { 'his/1': 'a1 a2', 'his/2': 'a3 b1 b2' };
  expect(seated(now, { 'phy/1': 'a1 a2 a3 b1', 'phy/2': 'b2', ...history })?.rows).toEqual({
    'phy/1': 'a1 a2 a3',
    'phy/2': 'b1 b2',
    ...history,
  });
});

it('where a line stands in the way, one other student changes, unless a cap says nobody may', () => {
  const lines = {
    grades: [grade('g1', { choice: [{ from: ['phy', 'his', 'pe'], take: 2 }], size: { max: 2 }, lines: 3 })],
  };
  // a3 has history in line 1, where the only seat in physics is; a2 can take that.
  const now = school({ a1: ['phy', 'pe'], a2: ['phy', 'pe'], a3: both, b1: ['phy', 'pe'] }, 2, lines);
  const before = { 'phy/1@1': 'b1', 'phy/2@2': 'a1 a2', 'his/1@1': 'a3', 'pe/1@3': 'a1 a2', 'pe/2@3': 'b1' };
  expect(seated(now, before)).toMatchObject({
    rows: { 'his/1@1': 'a3', 'phy/1@1': 'a1 b1', 'phy/2@2': 'a2 a3' },
    anew: [],
  });
  const capped = { ...now, rules: [{ type: 'keep.student', strength: 'low', maxEach: 0 } as const] };
  expect(seated(capped, before)?.anew).toEqual(['g1']);
});

it('under a cap a grade in which it does not work out is planned anew, the other one keeps its sections', () => {
  const two = school({ a1: both, a2: both }, 2);
  const now: School = {
    ...two,
    grades: [...two.grades, grade('g2', { choice: [{ from: ['phy', 'his'], take: 1 }], lines: 1, size: { max: 1 } })],
    homerooms: [...two.homerooms, { id: 'k1', name: 'k1', grade: 'g2' }],
    students: [...two.students, ...students('c', 'k1', 2, { choices: ['phy'] })],
    courses: [...two.courses, course('phy2', { ...chosen, subject: 'phy', grade: 'g2', sections: 1 })],
    teachers: [...two.teachers, teacher('p3', 'phy')],
  };
  const capped: School = { ...now, rules: [{ type: 'keep.student', strength: 'low', max: 1 }] };
  expect(seated(capped, { 'phy/1': 'a1 a2', 'his/1': 'a1 a2', 'phy2/1@1': 'c1' })).toEqual({
    rows: { 'phy/1': 'a1 a2', 'his/1': 'a1 a2' },
    anew: ['g2'],
  });
});

it('sections planned anew take the ids of those whose students they have', () => {
  const now = school({ a1: both, a2: both, a3: both, b1: both, b2: both }, 2);
  const model = makeSchoolModel(now, baseOf({ 'phy/1': 'a1 a2', 'phy/2': 'a3 b1' }));
  const planned = [[2, 3], [0, 4], [1]].map((who, index) => ({
    id: `phy/${index + 1}`,
    course: 0,
    homeroom: -1,
    pool: 0,
    students: who,
    size: who.length,
    line: -1,
  }));
  expect(underEarlierIds(model, planned).map(({ id }) => id)).toEqual(['phy/2', 'phy/1', 'phy/3']);
});
