/** Rules that must hold and leave a course too few slots, days or places for its doubles, alone or together. */
import type { FilledCourse } from '../model.ts';
import { readSlotSet } from '../slots.ts';
import type { Rule, SlotSet } from '../types.ts';
import { countOf, type Draft, type Entry } from './draft.ts';
import { coversCourse, mustRules, otherRule } from './rule-coverage.ts';
import type { Whole } from './whole.ts';

const maskOf = ({ grid }: Draft, set: unknown): Uint8Array =>
  grid ? readSlotSet(grid, set as SlotSet | undefined, '', () => {}) : new Uint8Array(0);

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Slots that a must rule keeps a course's lessons out of; undefined for a rule of another kind. */
function closedBy(draft: Draft, { model }: Whole, rule: Rule): Uint8Array | undefined {
  if (rule.type === 'slots.forbid') return maskOf(draft, rule['slots']);
  if (rule.type !== 'lessons.finishBy') return undefined;
  const { grid } = model;
  const last = grid.dayIds.indexOf(String(rule['day']));
  const dayOf = (slot: number): number => Math.floor((slot % grid.slotsPerWeek) / grid.periodsPerDay);
  return Uint8Array.from({ length: grid.slotCount }, (_, slot) => (last >= 0 && dayOf(slot) > last ? 1 : 0));
}

/** Periods over the cycle that a must rule wants inside its slots. */
function neededBy(rule: Rule, course: FilledCourse, weeks: number): number | undefined {
  if (rule.type === 'slots.require') {
    const count = number(rule['count']);
    return count === undefined ? course.periods : count * weeks;
  }
  if (rule.type !== 'slots.prefer') return undefined;
  return Math.floor(((number(rule['share']) ?? 100) * course.periods + 99) / 100);
}

const inside = (open: Uint8Array, wanted: Uint8Array): Uint8Array => open.map((bit, slot) => bit & (wanted[slot] ?? 0));
const without = (open: Uint8Array, closed: Uint8Array): Uint8Array => open.map((bit, slot) => (closed[slot] ? 0 : bit));

/** A section has one lesson at a time: so many periods need as many slots. */
function checkSlotsOf(draft: Draft, whole: Whole, course: number, covering: readonly Entry<Rule>[]): void {
  const { model } = whole;
  const filled = model.courses[course];
  const open = model.gradeOpen[filled?.grade ?? -1];
  const entry = whole.courses[course];
  if (filled === undefined || open === undefined || entry === undefined) return;
  const closing = covering.flatMap((rule) => {
    const closed = closedBy(draft, whole, rule.item);
    return closed === undefined ? [] : [{ rule, closed }];
  });
  const check = (asking: Entry<Rule> | undefined, wanted: Uint8Array, needed: number): void => {
    let left = inside(open, wanted);
    const report = (at: Entry<Rule>, other: Entry<Rule> | undefined): void => {
      const params = { course: entry.item.id, needed, open: countOf(left) };
      if (other === undefined) draft.faults.report('rule.slots-few', at.path, undefined, params);
      else draft.faults.report('rule.slots-short', at.path, undefined, { ...params, ...otherRule(other) });
    };
    if (asking !== undefined && countOf(left) < needed) return report(asking, undefined);
    let before = asking;
    for (const { rule, closed } of closing) {
      const fewer = without(left, closed);
      const takes = countOf(fewer) < countOf(left);
      left = fewer;
      if (countOf(left) < needed) return report(rule, before);
      if (takes) before ??= rule;
    }
    return undefined;
  };
  const everywhere = new Uint8Array(open.length).fill(1);
  check(undefined, everywhere, filled.periods);
  for (const rule of covering) {
    const needed = neededBy(rule.item, filled, model.grid.weeks);
    if (needed !== undefined) check(rule, maskOf(draft, rule.item['slots']), needed);
  }
}

/** Whether some start of a day has the double in `allowed` slots without a break in it that ends a half or is too long. */
function hasPlaceForDouble({ model }: Whole, filled: FilledCourse, allowed: Uint8Array, acrossLong: boolean): boolean {
  const { grid } = model;
  const breaks = model.gradeBreaks[filled.grade] ?? [];
  const doubles = filled.lessons.filter(({ length }) => length >= 2);
  const goes = (period: number): boolean => breaks[period] === 'short' || (acrossLong && breaks[period] === 'long');
  return doubles.every(({ length, slots }) =>
    Array.from({ length: grid.slotCount }, (_, start) => start).some((start) => {
      const period = start % grid.periodsPerDay;
      if (period + length > grid.periodsPerDay) return false;
      const taken = Array.from({ length }, (_, i) => start + i);
      return (
        taken.every((slot) => allowed[slot] === 1 && (slots === undefined || slots[slot] === 1)) &&
        taken.slice(0, -1).every((slot) => goes(slot % grid.periodsPerDay))
      );
    }),
  );
}

function checkDoubles(draft: Draft, whole: Whole, course: number, { item: rule, path }: Entry<Rule>): void {
  const filled = whole.model.courses[course];
  const open = whole.model.gradeOpen[filled?.grade ?? -1];
  if (filled === undefined || open === undefined) return;
  const doubles = filled.lessons.filter(({ length, weeks }) => length >= 2 && weeks === 'every').length;
  const allowed = rule['slots'] === undefined ? open : inside(open, maskOf(draft, rule['slots']));
  const id = whole.courses[course]?.item.id ?? '';
  if (!hasPlaceForDouble(whole, filled, allowed, rule['acrossLong'] === true)) {
    draft.faults.report('rule.no-double', path, undefined, { course: id });
  }
  const { days } = whole.model.grid;
  if (rule['alternateDays'] === true && doubles > Math.ceil(days / 2)) {
    draft.faults.report('rule.doubles-days', path, undefined, { course: id, doubles, days });
  }
}

/** A course's lessons in one week need days: so many a day at most, so many days from one to the next. */
function checkSpread(draft: Draft, whole: Whole, course: number, { item: rule, path }: Entry<Rule>): void {
  const filled = whole.model.courses[course];
  const { days } = whole.model.grid;
  const lessons = filled?.lessons.filter(({ weeks }) => weeks === 'every').length ?? 0;
  const perDay = number(rule['maxPerDay']);
  const gap = number(rule['minGapDays']);
  const needed = Math.max(
    perDay === undefined ? 0 : Math.ceil(lessons / perDay),
    gap === undefined || lessons === 0 ? 0 : 1 + (lessons - 1) * gap,
  );
  if (needed <= days) return;
  const params = { course: whole.courses[course]?.item.id ?? '', lessons, needed, days };
  draft.faults.report('rule.days-few', path, undefined, params);
}

/** One fault for each rule: the first course that cannot have what it asks for. */
export function checkRuleSlots(draft: Draft, whole: Whole): void {
  const rules = mustRules(draft);
  for (const course of whole.courses.keys()) {
    const covering = rules.filter(({ item, path }) => draft.faults.isClean(path) && coversCourse(whole, item, course));
    if (covering.length === 0 || !hasTakers(whole, course)) continue;
    checkSlotsOf(draft, whole, course, covering);
    for (const rule of covering) {
      if (rule.item.type === 'course.doubles') checkDoubles(draft, whole, course, rule);
      if (rule.item.type === 'course.spread') checkSpread(draft, whole, course, rule);
    }
  }
}

const hasTakers = ({ units }: Whole, course: number): boolean => {
  const unit = units.find((one) => one.course === course);
  return unit !== undefined && (unit.takers.length > 0 || unit.homes.length > 0);
};
