/**
 * Every rule an office states, everywhere: docs/rules.md is held against the design first, and then engine, judge, schema, texts, report and
 * cases against docs/rules.md.
 */
import { describe, expect, it } from 'vitest';
import { LOWER_RULE } from '../../src/compile/rules/index.ts';
import { ruleTable } from '../../src/judge/rules/table.ts';
import { describeFinding } from '../../src/report/index.ts';
import { RULES_NOT_READ } from '../../src/school/rule-table.ts';
import { schoolSchema } from '../../src/school/school-schema.ts';
import { conflictText } from '../../src/text/conflicts.ts';
import { RULE_WORDS } from '../../src/text/rules.ts';
import { ruleCases, engineCases } from '../cases/index.ts';
import { smallSchool } from '../support/small-school.ts';
import { partsOf } from './page-tables.ts';

/** As the design names them, family by family. */
const DESIGN = `
  slots.forbid slots.require slots.prefer course.spread course.halfday course.doubles course.notSameDay course.notAdjacent course.order
  sections.sameSlot sections.notSameSlot sections.maxParallel sections.joint weeks.pair lessons.finishBy firstSlot.vary
  teacher.maxPerDay teacher.minPerDay teacher.maxConsecutive teacher.maxDays teacher.maxGap teacher.halfDay teacher.noonSplit
  teacher.meeting teacher.apart teacher.edgeFair teacher.loadFair teacher.keepsHomeroom teacher.sections teacher.fewCourses
  teacher.oneLevel teacher.same progress.equal progress.alternate progress.doubles
  size.band size.balance gender.balance score.balance students.together students.apart student.free student.gaps walking.moves
  walking.keepTogether building.change
  room.prefer room.own room.stable room.near room.reserve
  keep.slot keep.room keep.teacher keep.student`
  .trim()
  .split(/\s+/);

const DOCUMENTED = partsOf('docs/rules.md')
  .map(({ title }) => title)
  .filter((title) => /^\w+\.\w+$/.test(title));

it('docs/rules.md lists every type of the design, each once, and no other', () => {
  expect(DOCUMENTED.toSorted()).toEqual(DESIGN.toSorted());
});

describe.each(DOCUMENTED)('%s', (type) => {
  it('is counted by the judge', () => expect(ruleTable.has(type)).toBe(true));

  it('is lowered to the engine, unless it is refused by name', () => {
    expect([type, type in LOWER_RULE || RULES_NOT_READ.includes(type)]).toEqual([type, true]);
  });

  it('is in the JSON Schema', () => {
    const { properties } = schoolSchema() as { properties: { rules: { items: { properties: { type: object } } } } };
    expect(properties.rules.items.properties.type).toMatchObject({ enum: expect.arrayContaining([type]) });
  });

  it('has its words, in the report and in zouban rules', () => {
    expect(conflictText(type).title.zh).not.toBe(type);
    expect(RULE_WORDS[type]?.meaning.zh).toMatch(/\p{Script=Han}/u);
    const finding = { rule: type, type, strength: 1, who: [], slots: ['mon.1'], deviation: 2, params: {} };
    expect(describeFinding(finding, smallSchool()).zh).not.toContain(`规则 ${type}`);
  });

  it('has three small weeks of its own', () => {
    const about = [...new Set([...ruleCases, ...engineCases])].filter(({ school }) =>
      school.rules?.some((rule) => rule.type === type),
    );
    expect(about.length).toBeGreaterThanOrEqual(3);
  });
});
