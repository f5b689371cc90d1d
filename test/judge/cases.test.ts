import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { ruleTable } from '../../src/judge/rules/table.ts';
import type { Rule } from '../../src/school/types.ts';
import { cases, changeCases, documentCases, engineCases, ruleCases } from '../cases/index.ts';

const STRUCTURAL = [
  'student',
  'teacher',
  'room',
  'slot',
  'size',
  'kind',
  'qualified',
  'load',
  'unserved',
  'unplaced',
  'line',
  'lock',
  'document',
].map((name) => `structural.${name}`);

describe('the shared table of small weeks', () => {
  it.each(cases)('$name', ({ school, timetable, base, expect: stated }) => {
    const { rules } = judge(school, timetable, base);
    const counted = rules.filter(({ deviation }) => deviation > 0).map(({ rule, deviation }) => [rule, deviation]);
    expect(Object.fromEntries(counted)).toEqual(stated);
  });

  it.each(cases)('adds up: $name', ({ school, timetable, base }) => {
    const { rules, findings, hard, soft, unserved, unplaced } = judge(school, timetable, base);
    expect(findings.every(({ deviation }) => deviation > 0)).toBe(true);
    const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
    for (const { rule, deviation } of rules) {
      expect(sum(findings.filter((finding) => finding.rule === rule).map((finding) => finding.deviation))).toBe(
        deviation,
      );
    }
    const costs = (must: boolean) =>
      rules.filter((rule) => (rule.strength === 'must') === must).map((rule) => rule.cost);
    expect([hard, soft]).toEqual([sum(costs(true)), sum(costs(false))]);
    const deviationOf = (id: string) => rules.find(({ rule }) => rule === id)?.deviation;
    expect(unserved.length).toBe(deviationOf('structural.unserved'));
    expect(sum(unplaced.map(({ periods }) => periods))).toBe(deviationOf('structural.unplaced') ?? 0);
  });

  it('lists of a plan of sections only what sections decide, and counts nothing else', () => {
    const plans = [...engineCases, ...documentCases].filter(({ timetable }) => timetable.scope === 'sections');
    expect(plans.length).toBeGreaterThan(0);
    for (const { school, timetable } of plans) {
      const rules: Rule[] = [
        { id: 'no-monday', type: 'slots.forbid', slots: 'mon.*', strength: 'must' },
        { id: 'level', type: 'size.balance', strength: 'mid' },
      ];
      const ids = judge({ ...school, defaults: false, rules }, timetable).rules.map(({ rule }) => rule);
      expect(ids).toEqual([
        'structural.size',
        'structural.qualified',
        'structural.load',
        'structural.unserved',
        'structural.line',
        'structural.lock',
        'structural.document',
        'level',
      ]);
    }
  });

  it('lists every structural rule first, in one order, then the rules of the school', () => {
    const weeks = [...engineCases, ...documentCases].filter(({ timetable }) => timetable.scope === 'week');
    for (const { school, timetable, base } of weeks) {
      const ids = judge(school, timetable, base).rules.map(({ rule }) => rule);
      expect(ids.slice(0, STRUCTURAL.length)).toEqual(STRUCTURAL);
      const hasCap = (rule: Rule): boolean => ('max' in rule && rule.type.startsWith('keep.')) || 'maxEach' in rule;
      const stated = (school.rules ?? [])
        .filter(({ type }) => base !== undefined || !type.startsWith('keep.'))
        .flatMap((rule) => (hasCap(rule) ? [rule.id, `${rule.id}.max`] : [rule.id]));
      expect(ids.slice(STRUCTURAL.length, STRUCTURAL.length + stated.length)).toEqual(stated);
    }
  });

  it('has three cases for every office rule and two for every structural one', () => {
    const breaking = (id: string) => cases.filter((one) => (one.expect[id] ?? 0) > 0).length;
    for (const id of STRUCTURAL) expect([id, breaking(id) >= 2]).toEqual([id, true]);
    const stating = [...engineCases, ...ruleCases];
    for (const type of ruleTable.keys()) {
      const about = stating.filter(({ school }) => school.rules?.[0]?.type === type);
      const kept = about.filter((one) => (one.expect[type] ?? 0) === 0).length;
      expect([type, about.length >= 3, kept >= 1, kept < about.length]).toEqual([type, true, true, true]);
    }
  });

  it('has three cases for the caps on change of every kind, kept and broken', () => {
    for (const type of ['keep.slot', 'keep.room', 'keep.teacher', 'keep.student']) {
      const about = changeCases.filter(({ school }) =>
        school.rules?.some((rule) => rule.type === type && (rule['max'] ?? rule['maxEach']) !== undefined),
      );
      const broken = about.filter((one) => (one.expect[`${type}.max`] ?? 0) > 0).length;
      expect([type, about.length >= 3, broken >= 1, broken < about.length]).toEqual([type, true, true, true]);
    }
  });
});
