import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { school, week } from './valid-week.ts';

function disagreements(change: (timetable: Timetable) => void) {
  const timetable = structuredClone(week);
  change(timetable);
  return judge(school, timetable).disagreements;
}

const together = week.score.rules.find(({ rule }) => rule === 'default.together');

describe('what a timetable says of itself', () => {
  it('is believed where the recount says the same: two walking sections, each of two homerooms', () => {
    expect(together).toEqual({
      rule: 'default.together',
      type: 'walking.keepTogether',
      strength: 1,
      deviation: 2,
      cost: 2,
    });
    expect(disagreements(() => {})).toEqual([]);
  });

  it('is contradicted in totals', () => {
    const found = disagreements(({ score }) => {
      score.hard += 1;
      score.soft -= 1;
    });
    expect(found).toEqual([
      { what: 'hard', about: '', claimed: 1, counted: 0 },
      { what: 'soft', about: '', claimed: week.score.soft - 1, counted: week.score.soft },
    ]);
  });

  it('is contradicted rule by rule: deviation, cost, strength, a rule that is not the school’s, one named twice', () => {
    const found = disagreements(({ score }) => {
      const claim = score.rules.find(({ rule }) => rule === 'default.together');
      if (claim) Object.assign(claim, { deviation: 0, cost: 1, strength: 'must' });
      score.rules.push({ rule: 'default.other', type: 'course.spread', strength: 1, deviation: 0, cost: 0 });
      score.rules.push(...score.rules.filter(({ rule }) => rule === 'structural.slot'));
    });
    expect(found).toEqual([
      { what: 'rule', about: 'structural.slot', claimed: 2, counted: 1 },
      { what: 'deviation', about: 'default.together', claimed: 0, counted: 2 },
      { what: 'cost', about: 'default.together', claimed: 1, counted: 2 },
      { what: 'strength', about: 'default.together', claimed: 'must', counted: 1 },
      { what: 'rule', about: 'default.other', claimed: 'course.spread', counted: 'unknown' },
    ]);
  });

  it('is contradicted when it keeps silent about a cost', () => {
    const found = disagreements(({ score }) => {
      score.rules = score.rules.filter(({ rule }) => rule !== 'default.together');
    });
    expect(found).toEqual([
      { what: 'rule', about: 'default.together', claimed: 0, counted: 1 },
      { what: 'deviation', about: 'default.together', claimed: 0, counted: 2 },
      { what: 'cost', about: 'default.together', claimed: 0, counted: 2 },
    ]);
  });

  it.each(['partial', 'impossible'] as const)(
    'is contradicted when it calls a week %s in which everything holds',
    (status) => {
      const found = disagreements((timetable) => (timetable.status = status));
      expect(found).toEqual([{ what: 'status', about: '', claimed: status, counted: 'complete' }]);
    },
  );

  it('is contradicted when it lists students unserved who are served, or lessons unplaced that are placed', () => {
    const found = disagreements(({ unserved, unplaced }) => {
      unserved.push({ student: 'a1', course: 'phy' });
      unplaced.push({ section: 'mat/h1', index: 1, periods: 2 });
    });
    expect(found).toEqual([
      { what: 'unserved', about: 'a1 phy', claimed: 1, counted: 0 },
      { what: 'unplaced', about: 'mat/h1 1 2', claimed: 1, counted: 0 },
    ]);
  });

  it('is contradicted when it leaves out whom it does not serve and what it does not place', () => {
    const found = disagreements((timetable) => {
      timetable.lessons = timetable.lessons.filter(({ section }) => section !== 'pe/h1');
      const physics = timetable.sections.find(({ id }) => id === 'phy/1');
      physics?.students.pop();
    });
    expect(found).toContainEqual({ what: 'unserved', about: 'b2 phy', claimed: 0, counted: 1 });
    expect(found).toContainEqual({ what: 'unplaced', about: 'pe/h1 0 1', claimed: 0, counted: 1 });
  });

  it('is contradicted when it claims to have proved more than there is: in total, and of one rule', () => {
    const found = disagreements(({ score }) => {
      score.hardBound = { value: 1, method: 'sum' };
      score.softBound = { value: score.soft + 1, method: 'sum' };
      for (const row of score.rules)
        row.bound = { value: row.cost + (row.rule === 'default.together' ? 1 : 0), method: 'trivial' };
    });
    expect(found).toEqual([
      { what: 'hardBound', about: '', claimed: 1, counted: 0 },
      { what: 'softBound', about: '', claimed: week.score.soft + 1, counted: week.score.soft },
      { what: 'bound', about: 'default.together', claimed: 3, counted: 2 },
    ]);
  });

  it('is contradicted when its conflicts are not what was found; gathered in one, they are', () => {
    const [one] = week.conflicts.filter(({ rule }) => rule === 'default.together');
    const gathered = disagreements((timetable) => {
      const others = timetable.conflicts.filter(({ rule }) => rule !== 'default.together');
      timetable.conflicts = [...others, ...(one ? [{ ...one, deviation: 2 }] : [])];
    });
    expect(gathered).toEqual([]);
    const found = disagreements((timetable) => {
      timetable.conflicts = timetable.conflicts.filter((conflict) => conflict.rule !== 'default.together');
      if (one) timetable.conflicts.push({ ...one, rule: 'structural.room', type: 'structural.room', strength: 'must' });
    });
    expect(found).toEqual([
      { what: 'conflicts', about: 'structural.room', claimed: 1, counted: 0 },
      { what: 'conflicts', about: 'default.together', claimed: 0, counted: 2 },
    ]);
  });
});
