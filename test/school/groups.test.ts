import { describe, expect, test } from 'vitest';
import { explainSchool } from '../../src/school/explain.ts';
import { expandGroups } from '../../src/school/groups.ts';
import { makeSchoolModel } from '../../src/school/model.ts';
import { readSchool } from '../../src/school/read.ts';
import { courseUnits } from '../../src/school/takers.ts';
import type { School } from '../../src/school/types.ts';
import { editDocument, type Edits } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';

const groups = [
  { id: 'science', name: '理科教研组', teachers: ['t-phy', 't-che', 't-bio'] },
  { id: 'both', name: '全年级', homerooms: ['h1', 'h2'] },
  { id: 'sick', name: '病假', students: ['s01', 's02'] },
  { id: 'sport', name: '体育课', courses: ['g2-pe'] },
];
const withGroups = (edits: Edits): School => editDocument(smallSchool(), { groups, ...edits }) as School;
const faultsOf = (edits: Edits) => readSchool(JSON.stringify(withGroups(edits))).faults;

describe('a group', () => {
  test('stands for its members in every list of ids', () => {
    const school = withGroups({
      'rooms[0].homerooms': ['@both'],
      'courses[7].teachers': ['@science'],
      'courses[11].grouping': [['@both']],
      'courses[11].with': [['t-chi'], ['@science']],
      'students[3].exempt': ['@sport'],
      sections: [{ id: 'x', course: 'g2-che', students: ['@sick', 's03'] }],
    });
    expect(readSchool(JSON.stringify(school)).faults).toEqual([]);
    const expanded = expandGroups(school);
    expect(expanded.rooms[0]?.homerooms).toEqual(['h1', 'h2']);
    expect(expanded.courses[7]?.teachers).toEqual(['t-phy', 't-che', 't-bio']);
    expect(expanded.courses[11]).toMatchObject({
      grouping: [['h1', 'h2']],
      with: [['t-chi'], ['t-phy', 't-che', 't-bio']],
    });
    expect(expanded.students[3]?.exempt).toEqual(['g2-pe']);
    expect(expanded.sections?.[0]?.students).toEqual(['s01', 's02', 's03']);
  });

  test('takes part in who takes what', () => {
    const takers = (edits: Edits) => courseUnits(makeSchoolModel(withGroups(edits)))[11]?.takers;
    expect(takers({ 'students[3].exempt': ['@sport'] })).toEqual(takers({ 'students[3].exempt': ['g2-pe'] }));
  });

  test('may stand where a list or one id may stand', () => {
    const school = withGroups({ 'courses[11].homerooms': '@both' });
    expect(readSchool(JSON.stringify(school)).faults).toEqual([]);
    expect(expandGroups(school).courses[11]?.homerooms).toEqual(['h1', 'h2']);
  });

  test('names nobody twice: who is listed beside it, or in two groups, counts once', () => {
    const school = withGroups({ 'courses[7].teachers': ['t-che', '@science'] });
    expect(expandGroups(school).courses[7]?.teachers).toEqual(['t-che', 't-phy', 't-bio']);
  });

  test('is a selector of a rule, by groups or by name', () => {
    const rules = [
      { type: 'teacher.meeting', slots: 'fri.4', groups: ['science'], strength: 'must' },
      { type: 'teacher.meeting', slots: 'fri.4', teachers: ['@science'], strength: 'must' },
    ];
    expect(faultsOf({ rules })).toEqual([]);
    const [first, second] = makeSchoolModel(withGroups({ rules })).rules;
    expect(first?.rule['teachers']).toEqual(['t-phy', 't-che', 't-bio']);
    expect(second?.rule['teachers']).toEqual(['t-phy', 't-che', 't-bio']);
  });

  test('has its faults told where the file has them', () => {
    const found = faultsOf({
      sections: [
        { id: 'x', course: 'g2-che', homerooms: ['h2'], students: ['s10', '@sick'] },
        { id: 'y', course: 'g2-che', students: ['s03', 's04', 's01'] },
      ],
    });
    expect(found.map(({ code, path }) => `${code} ${path}`)).toContain(
      'section.student-outside sections[0].students[1]',
    );
    expect(found.map(({ code, path }) => `${code} ${path}`)).toContain('section.student-twice sections[1].students[2]');
  });

  test('may be empty, and stands for nobody then', () => {
    const school = withGroups({ 'groups[3].courses': [], 'students[3].exempt': ['@sport'] });
    expect(expandGroups(school).students[3]?.exempt).toEqual([]);
  });
});

test('a school without groups stays the very same', () => {
  const school = smallSchool();
  expect(expandGroups(school)).toBe(school);
});

test('explaining a school with groups lists the members', () => {
  const explained = explainSchool(withGroups({ 'courses[7].teachers': ['@science'] }));
  expect(explained.courses[7]?.teachers).toEqual(['t-phy', 't-che', 't-bio']);
});

describe('a mentor', () => {
  const apart = (edits: Edits) =>
    makeSchoolModel(editDocument(smallSchool(), edits) as School).rules.filter(({ type }) => type === 'teacher.apart');

  test('is kept apart from the novice', () => {
    expect(apart({ 'teachers[0].mentor': 't-mat' })).toMatchObject([
      { id: 'mentor:t-chi', strength: 9, rule: { teachers: ['t-mat', 't-chi'] } },
    ]);
  });

  test('unless a rule names the two', () => {
    const rules = [{ type: 'teacher.apart', teachers: ['t-chi', 't-mat'], maxShared: 2, strength: 'low' }];
    expect(apart({ 'teachers[0].mentor': 't-mat', rules })).toMatchObject([{ strength: 1 }]);
  });
});
