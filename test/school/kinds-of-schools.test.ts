import { describe, expect, test } from 'vitest';
import { explainSchool } from '../../src/school/explain.ts';
import { readSchool } from '../../src/school/read.ts';
import type { School } from '../../src/school/types.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { formal } from '../support/formal-faults.ts';
import { smallSchool } from '../support/small-school.ts';

const text = (edits: Edits): string => JSON.stringify(editDocument(smallSchool(), edits));
const faultsOf = (edits: Edits) => readSchool(text(edits)).faults;
const twoWeeks = { 'calendar.weeks': ['odd', 'even'] };

const LEGAL: [what: string, edits: Edits][] = [
  ['odd and even weeks, with Saturday closed in one', { ...twoWeeks, 'calendar.closed': 'fri.4/odd' }],
  [
    '1.5 periods: one lesson each week, one every other week, the laboratory in the opposite',
    {
      ...twoWeeks,
      'courses[3].lessons': [
        { count: 1 },
        { count: 1, weeks: 'either' },
        { count: 1, length: 2, weeks: 'other', roomKind: 'lab:physics' },
      ],
    },
  ],
  [
    'a lesson held in the odd week, in a slot closed in the even week',
    {
      ...twoWeeks,
      'calendar.closed': 'mon.1/even',
      'courses[11].periods': undefined,
      'courses[11].lessons': [{ count: 1, weeks: 'either' }],
      locks: [{ section: 'g2-pe/h1', slot: 'mon.1', weeks: 'odd' }],
    },
  ],
  ['a foreign teacher beside the own', { 'courses[2].with': [['t-phy', 't-his']], 'courses[2].loadPercent': 50 }],
  ['a helper in the laboratory only', { 'courses[3].lessons[1].with': [['t-che']] }],
  [
    'given and locked teachers of a section with two',
    {
      'courses[7].with': [['t-bio', 't-geo']],
      sections: [{ id: 'x', course: 'g2-che', teachers: ['t-che', 't-bio'] }],
      locks: [{ section: 'g2-che/1', teachers: ['t-che', 't-geo'] }],
    },
  ],
  ['teachers of whom only those of with are there', { 'courses[11].teachers': 'none', 'courses[11].with': [['t-pe']] }],
  ['a homeroom given by size', { 'homerooms[2]': { id: 'h3', name: '高二3班', grade: 'g2', size: 8, room: 'r3' } }],
  [
    'a homeroom given by size with a section of its own',
    {
      'homerooms[2]': { id: 'h3', name: '高二3班', grade: 'g2', size: 8 },
      sections: [{ id: 'g2-pe/h3', course: 'g2-pe', homerooms: ['h3'], students: [], teachers: ['t-pe'], size: 8 }],
      locks: [{ course: 'g2-chi', homeroom: 'h3', index: 0, slot: 'mon.1' }],
    },
  ],
  [
    'homerooms to be formed from choices',
    {
      homerooms: [],
      'grades[0].formHomerooms': { count: 2, size: { min: 4, max: 8 } },
      'courses[11].grouping': 'homeroom',
      students: smallSchool().students.map(({ id, choices }) => ({ id, choices, grade: 'g2' })),
      locks: [{ section: 'g2-pe/g2-1', slot: 'mon.1' }],
    },
  ],
  ['a mentor of two novices', { 'teachers[0].mentor': 't-mat', 'teachers[2].mentor': 't-mat' }],
  [
    'changes that are to be few',
    {
      rules: [
        { type: 'keep.slot', strength: 'mid', grades: ['g2'] },
        { type: 'keep.room', strength: 'low' },
        { type: 'keep.teacher', strength: 'must' },
        { type: 'keep.student', strength: 'high' },
        { type: 'teacher.apart', teachers: ['t-chi', 't-mat', 't-eng'], maxShared: 2, strength: 'low' },
      ],
    },
  ],
  ['times of the day', { 'calendar.periods[0].start': '8:00', 'calendar.periods[0].end': '08:40' }],
];

describe('legal is', () => {
  test.each(LEGAL)('%s', (_, edits) => {
    expect(formal(faultsOf(edits))).toEqual([]);
  });

  test.each(LEGAL)('%s, also explained, and explaining it is done once', (_, edits) => {
    const explained = explainSchool(JSON.parse(text(edits)) as School);
    const again = readSchool(JSON.stringify(explained));
    expect(formal(again.faults)).toEqual([]);
    expect(again.school && explainSchool(again.school)).toEqual(explained);
  });
});

test('mentors in a circle are told once, with the circle', () => {
  const found = faultsOf({
    'teachers[1].mentor': 't-eng',
    'teachers[2].mentor': 't-phy',
    'teachers[3].mentor': 't-mat',
  });
  expect(found).toHaveLength(1);
  expect(found[0]?.params).toMatchObject({ chain: 't-mat → t-eng → t-phy → t-mat' });
});

test('loads of given sections count over the cycle, in parts', () => {
  const given = { sections: [{ id: 'x', course: 'g2-che', teachers: ['t-che'] }] };
  const codes = (edits: Edits) => faultsOf({ ...given, ...edits }).map(({ code }) => code);
  expect(codes({ ...twoWeeks, 'teachers[5].load.max': 2 })).toEqual([]);
  expect(codes({ ...twoWeeks, 'teachers[5].load.max': 1 })).toEqual(['teacher.given-load']);
  expect(codes({ ...twoWeeks, 'teachers[5].load.max': 1, 'courses[7].loadPercent': 50 })).toEqual([]);
});
