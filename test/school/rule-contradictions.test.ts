/** Rules that cannot hold are found before any search, both named; rules that can are let be. */
import { describe, expect, it } from 'vitest';
import { readSchool } from '../../src/school/read.ts';
import { RULES_NOT_READ } from '../../src/school/rule-table.ts';
import type { Lock, Rule } from '../../src/school/types.ts';
import { describeFault } from '../../src/text/faults.ts';
import { smallSchool } from '../support/small-school.ts';

type Stated = Partial<Rule> & { type: string };
const must = (type: string, keys: Partial<Rule> = {}): Stated => ({ type, strength: 'must', ...keys });
const soft = (type: string, keys: Partial<Rule> = {}): Stated => ({ type, strength: 'high', ...keys });
const order = (first: string, next: string): Stated =>
  must(
    'course.order',
    Object.fromEntries([
      ['first', first],
      // a key of the contract
      // oxlint-disable-next-line unicorn/no-thenable
      ['then', next],
    ]),
  );

const read = (rules: Stated[], locks: Lock[] = [], teachers: Record<string, object> = {}) => {
  const school = smallSchool();
  return readSchool(
    JSON.stringify({
      ...school,
      teachers: school.teachers.map((teacher) => ({ ...teacher, ...teachers[teacher.id] })),
      rules,
      locks,
    }),
  );
};
const ofRules = (rules: Stated[], locks?: Lock[], teachers?: Record<string, object>): string[] =>
  read(rules, locks, teachers)
    .faults.filter(({ code }) => code.startsWith('rule.'))
    .map(({ code, path, severity }) => `${severity === 'warning' ? '(warning) ' : ''}${code} ${path}`);

const CASES: [what: string, faults: string[], rules: Stated[], locks?: Lock[], teachers?: Record<string, object>][] = [
  [
    'three periods in two slots',
    ['rule.slots-few rules[0]'],
    [must('slots.require', { courses: ['g2-mat'], slots: 'mon.1|2', count: 3 })],
  ],
  ['two periods in two slots', [], [must('slots.require', { courses: ['g2-mat'], slots: 'mon.1|2', count: 2 })]],
  [
    'a required slot that is forbidden',
    ['rule.slots-short rules[1]'],
    [
      must('slots.require', { courses: ['g2-mat'], slots: 'mon.1', count: 1 }),
      must('slots.forbid', { subjects: ['mat'], slots: 'mon.*' }),
    ],
  ],
  [
    'the same where one of the two is soft',
    [],
    [
      must('slots.require', { courses: ['g2-mat'], slots: 'mon.1', count: 1 }),
      soft('slots.forbid', { subjects: ['mat'], slots: 'mon.*' }),
    ],
  ],
  [
    'the same where the forbidden ones are another course’s',
    [],
    [
      must('slots.require', { courses: ['g2-mat'], slots: 'mon.1', count: 1 }),
      must('slots.forbid', { subjects: ['chi'], slots: 'mon.*' }),
    ],
  ],
  [
    'all slots but two forbidden to a course of three periods',
    ['rule.slots-few rules[0]'],
    [must('slots.forbid', { courses: ['g2-mat'], slots: ['mon|tue|wed|thu.*', 'fri.1|2'] })],
  ],
  [
    'two rules that leave two slots together',
    ['rule.slots-short rules[1]'],
    [
      must('slots.forbid', { courses: ['g2-mat'], slots: '*.2|3|4' }),
      must('lessons.finishBy', { courses: ['g2-mat'], day: 'tue' }),
    ],
  ],
  [
    'a share of the first periods that is too large',
    ['rule.slots-few rules[0]'],
    [must('slots.prefer', { courses: ['g2-mat'], slots: 'mon.1', share: 60 })],
  ],
  [
    'doubles around noon',
    ['rule.no-double rules[0]'],
    [must('course.doubles', { courses: ['g2-phy'], slots: '*.2|3' })],
  ],
  ['doubles after noon', [], [must('course.doubles', { courses: ['g2-phy'], slots: '*.3|4' })]],
  [
    'three lessons on days three apart',
    ['rule.days-few rules[0]'],
    [must('course.spread', { courses: ['g2-mat'], minGapDays: 3 })],
  ],
  ['three lessons on days two apart', [], [must('course.spread', { courses: ['g2-mat'], minGapDays: 2 })]],
  [
    'at least three a day, at most two',
    ['rule.least-over-most rules[0]'],
    [must('teacher.minPerDay', { min: 3 }), must('teacher.maxPerDay', { max: 2, teachers: ['t-chi'] })],
  ],
  [
    'the same of two teachers',
    [],
    [
      must('teacher.minPerDay', { min: 3, teachers: ['t-mat'] }),
      must('teacher.maxPerDay', { max: 2, teachers: ['t-chi'] }),
    ],
  ],
  [
    'at least two sections and at most one',
    ['rule.min-max rules[0]'],
    [must('teacher.sections', { teachers: ['t-chi'], min: 2, max: 1 })],
  ],
  [
    'the same in two rules, about the same sections only',
    ['rule.least-over-most rules[0]'],
    [
      must('teacher.sections', { teachers: ['t-chi'], min: 2 }),
      must('teacher.sections', { teachers: ['t-chi'], max: 1 }),
      must('teacher.sections', { teachers: ['t-chi'], homerooms: ['h1'], max: 1 }),
    ],
  ],
  [
    'two mornings at least, one at most',
    ['rule.least-over-most rules[0]'],
    [must('course.halfday', { subjects: ['mat'], amMin: 2 }), must('course.halfday', { grades: ['g2'], amMax: 1 })],
  ],
  [
    'each course before the other',
    ['rule.contradiction rules[1]'],
    [order('g2-mat', 'g2-chi'), order('g2-chi', 'g2-mat')],
  ],
  ['three courses in a row', [], [order('g2-mat', 'g2-chi'), order('g2-chi', 'g2-eng')]],
  [
    'two students together and apart',
    ['rule.contradiction rules[0]'],
    [
      must('students.apart', { students: ['s01', 's02'] }),
      must('students.together', { students: ['s02', 's01', 's03'] }),
    ],
  ],
  [
    'in courses that differ',
    [],
    [
      must('students.apart', { students: ['s01', 's02'], courses: ['g2-che'] }),
      must('students.together', { students: ['s01', 's02'], courses: ['g2-chi'] }),
    ],
  ],
  [
    'at the same time and not',
    ['rule.contradiction rules[1]'],
    [must('sections.sameSlot', { courses: ['g2-mat'] }), must('sections.notSameSlot', { subjects: ['mat'] })],
  ],
  [
    'a meeting of three periods that noon cuts',
    ['rule.meeting-no-time rules[0]'],
    [must('teacher.meeting', { teachers: ['t-chi', 't-mat'], slots: 'mon.*', length: 3 })],
  ],
  ['a meeting of two', [], [must('teacher.meeting', { teachers: ['t-chi', 't-mat'], slots: 'mon.*', length: 2 })]],
  [
    'a meeting of two whose members are away in turn',
    ['rule.meeting-no-time rules[0]'],
    [must('teacher.meeting', { teachers: ['t-chi', 't-mat'], slots: 'mon.*', length: 2 })],
    [],
    { 't-chi': { unavailable: 'mon.1' }, 't-mat': { unavailable: 'mon.4' } },
  ],
  [
    'the same of all teachers of two subjects, who may not all be members',
    ['(warning) rule.meeting-no-time rules[0]'],
    [must('teacher.meeting', { subjects: ['chi', 'mat'], slots: 'mon.*', length: 2 })],
    [],
    { 't-chi': { unavailable: 'mon.1' }, 't-mat': { unavailable: 'mon.4' } },
  ],
  [
    'a lesson locked where its course is forbidden',
    ['rule.against-lock locks[0].slot'],
    [must('slots.forbid', { homerooms: ['h1'], slots: 'mon.1' })],
    [{ section: 'g2-mat/h1', index: 0, slot: 'mon.1' }],
  ],
  [
    'a lesson locked after the last day, by course and homeroom',
    ['rule.against-lock locks[0].slot'],
    [must('lessons.finishBy', { subjects: ['mat'], day: 'thu' })],
    [{ course: 'g2-mat', homeroom: 'h1', index: 0, slot: 'fri.1' }],
  ],
  [
    'a lesson of another homeroom locked there',
    [],
    [must('slots.forbid', { homerooms: ['h2'], slots: 'mon.1' })],
    [{ section: 'g2-mat/h1', index: 0, slot: 'mon.1' }],
  ],
];

describe('rules that cannot hold', () => {
  const known = CASES.filter(([, , rules]) => rules.every(({ type }) => !RULES_NOT_READ.includes(type)));
  it.each(known)('%s', (_, faults, rules, locks, teachers) => {
    expect(ofRules(rules, locks, teachers)).toEqual(faults);
  });

  it('are named by index and words, in both languages', () => {
    const rules = [
      must('slots.require', { id: 'monday', courses: ['g2-mat'], slots: 'mon.1', count: 1, note: '升旗后数学' }),
      must('slots.forbid', { subjects: ['mat'], slots: 'mon.*' }),
    ];
    const [fault] = read(rules).faults;
    expect(fault && describeFault(fault, 'zh')).toBe(
      'rules[1]（slots.forbid）：与 rules[0]（monday slots.require 升旗后数学）矛盾：课程“g2-mat”需要 1 个课位，两条规则合起来只剩 0 个。请放宽其中一条，或改为软约束。',
    );
    expect(fault && describeFault(fault, 'en')).toContain('rules[0] (monday slots.require 升旗后数学)');
  });
});
