/** Rules that must hold and cannot, beside each other, beside locks, or beside when teachers are there; each names the other by index and words. */
import { readSlotSet } from '../slots.ts';
import type { Rule, SlotSet } from '../types.ts';
import type { Draft, Entry } from './draft.ts';
import { coversCourse, coversSection, mustRules, otherRule, teachersCovered } from './rule-coverage.ts';
import { findSection, homeSection, type SectionPlace } from './section-ids.ts';
import type { Whole } from './whole.ts';

type Rules = readonly Entry<Rule>[];

const ofType = (rules: Rules, type: string): Rules => rules.filter(({ item }) => item.type === type);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** A least number above a greatest one, in one rule or in two about the same. */
function checkBounds(draft: Draft, low: Entry<Rule>, lowKey: string, high: Entry<Rule>, highKey: string): void {
  const least = number(low.item[lowKey]);
  const most = number(high.item[highKey]);
  if (least === undefined || most === undefined || least <= most) return;
  const params = { least, most };
  if (low === high) draft.faults.report('rule.min-max', low.path, undefined, params);
  else draft.faults.report('rule.least-over-most', low.path, undefined, { ...params, ...otherRule(high) });
}

function checkTeacherBounds(draft: Draft, rules: Rules): void {
  for (const low of ofType(rules, 'teacher.minPerDay')) {
    const whom = new Set(teachersCovered(draft, low.item));
    for (const high of ofType(rules, 'teacher.maxPerDay')) {
      if (teachersCovered(draft, high.item).some((id) => whom.has(id))) checkBounds(draft, low, 'min', high, 'max');
    }
  }
  /** what a rule counts: its teachers and every selector, as text */
  const about = ({ item }: Entry<Rule>): string => {
    const { teachers, courses, subjects, grades, homerooms, sections, grouping, students, rooms } = item;
    const sets = [teachers, courses, subjects, grades, homerooms, students, rooms].map((set) => set?.toSorted());
    return JSON.stringify([sets, sections, grouping]);
  };
  const numbers = ofType(rules, 'teacher.sections');
  for (const low of numbers) {
    for (const high of numbers) if (about(low) === about(high)) checkBounds(draft, low, 'min', high, 'max');
  }
}

function checkHalfdays(draft: Draft, whole: Whole, rules: Rules): void {
  const halves = ofType(rules, 'course.halfday');
  const courses = [...whole.courses.keys()];
  for (const low of halves) {
    for (const high of halves) {
      const isShared = courses.some(
        (course) => coversCourse(whole, low.item, course) && coversCourse(whole, high.item, course),
      );
      if (low === high || isShared) checkBounds(draft, low, 'amMin', high, 'amMax');
    }
  }
}

const contradict = (draft: Draft, rule: Entry<Rule>, other: Entry<Rule>): void =>
  draft.faults.report('rule.contradiction', rule.path, undefined, otherRule(other));

const hasOnly = (rule: Rule, keys: readonly string[]): boolean =>
  ['teachers', 'courses', 'subjects', 'grades', 'homerooms', 'sections', 'rooms', 'students', 'grouping'].every(
    (key) => keys.includes(key) || rule[key] === undefined,
  );

/** One course before another, and the other before the one. */
function checkOrders(draft: Draft, whole: Whole, rules: Rules): void {
  // in odd and in even weeks the two may well be in turn
  if (whole.model.grid.weeks > 1) return;
  const orders = ofType(rules, 'course.order').filter(({ item }) => hasOnly(item, []));
  orders.forEach((rule, i) => {
    const { first, then } = rule.item as unknown as { first: string; then: string };
    const against = orders.slice(0, i).find(({ item }) => item['first'] === then && item['then'] === first);
    if (against && takeBoth(whole, first, then)) contradict(draft, rule, against);
  });
}

const takersOf = ({ units, courseOf }: Whole, course: string): readonly number[] =>
  units.find((unit) => unit.course === courseOf.get(course))?.takers ?? [];

function takeBoth(whole: Whole, one: string, other: string): boolean {
  const takers = new Set(takersOf(whole, one));
  return takersOf(whole, other).some((student) => takers.has(student));
}

/** Two students who must sit together and must not, in a course that both take. */
function checkPairs(draft: Draft, whole: Whole, rules: Rules): void {
  const plain = ({ item }: Entry<Rule>): boolean => hasOnly(item, ['students', 'courses']);
  for (const apart of ofType(rules, 'students.apart').filter(plain)) {
    for (const together of ofType(rules, 'students.together').filter(plain)) {
      const both = (apart.item.students ?? []).filter((id) => together.item.students?.includes(id));
      const students = both.flatMap((id) => whole.studentOf.get(id) ?? []);
      const isShared = whole.courses.some(({ item: { id } }) => {
        const named = [apart, together].every(({ item }) => item.courses?.includes(id) !== false);
        return named && takersOf(whole, id).filter((student) => students.includes(student)).length >= 2;
      });
      if (isShared) contradict(draft, apart, together);
    }
  }
}

/** Sections that must be at the same time and must not. */
function checkParallel(draft: Draft, whole: Whole, rules: Rules): void {
  for (const apart of ofType(rules, 'sections.notSameSlot')) {
    for (const same of ofType(rules, 'sections.sameSlot')) {
      const isShared = [...whole.courses.keys()].some((course) => {
        const homes = whole.units.find((unit) => unit.course === course)?.homes.length ?? 0;
        return homes >= 2 && coversCourse(whole, apart.item, course) && coversCourse(whole, same.item, course);
      });
      if (isShared) contradict(draft, apart, same);
    }
  }
}

/** The longest meeting that all members can come to: free slots in a row, of one part of one day, in every week. */
function longestCommon({ grid, school }: Draft, rule: Rule, members: readonly string[]): number {
  if (!grid) return Number.POSITIVE_INFINITY;
  const quiet = (): void => {};
  const free = readSlotSet(grid, rule['slots'] as SlotSet | undefined, '', quiet);
  for (const { unavailable } of school.teachers.filter(({ id }) => members.includes(id))) {
    readSlotSet(grid, unavailable, '', quiet).forEach((away, slot) => {
      if (away === 1) free[slot] = 0;
    });
  }
  let longest = 0;
  let run = 0;
  for (let slot = 0; slot < grid.slotsPerWeek; slot++) {
    const period = slot % grid.periodsPerDay;
    const goesOn = period > 0 && grid.parts[period] === grid.parts[period - 1];
    const isFree = Array.from({ length: grid.weeks }, (_, week) => free[week * grid.slotsPerWeek + slot] === 1);
    run = isFree.every(Boolean) ? (goesOn ? run : 0) + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function checkMeetings(draft: Draft, rules: Rules): void {
  for (const { item: rule, path } of ofType(rules, 'teacher.meeting')) {
    const length = number(rule['length']);
    const bySubject = rule.subjects !== undefined && hasOnly(rule, ['subjects', 'teachers']);
    const members = bySubject
      ? draft.school.teachers.filter(
          ({ id, subjects }) =>
            rule.teachers?.includes(id) !== false && subjects.some((subject) => rule.subjects?.includes(subject)),
        )
      : draft.school.teachers.filter(({ id }) => teachersCovered(draft, rule).includes(id));
    const ids = members.map(({ id }) => id);
    if (length === undefined || ids.length === 0) continue;
    const longest = longestCommon(draft, rule, ids);
    if (longest >= length) continue;
    const params = { length, longest, members: ids.length };
    // of a subject's teachers some may not teach it there, and then need not come
    if (bySubject) draft.faults.warn('rule.meeting-no-time', path, undefined, params);
    else draft.faults.report('rule.meeting-no-time', path, undefined, params);
  }
}

/** Lessons held by a lock where a must rule does not let them be. */
function checkLocks(draft: Draft, whole: Whole, rules: Rules): void {
  const { grid } = draft;
  if (!grid) return;
  const forbidding = [...ofType(rules, 'slots.forbid'), ...ofType(rules, 'lessons.finishBy')];
  for (const { item: lock, path } of draft.locks) {
    if (lock.slot === undefined || !draft.faults.isClean(path)) continue;
    const address = lock.section ?? { course: lock.course ?? '', homeroom: lock.homeroom ?? '' };
    const place: SectionPlace | undefined =
      typeof address === 'string'
        ? findSection(draft, whole, address)
        : homeSection(draft, whole, address.course, address.homeroom);
    const first = grid.slotById.get(lock.slot);
    if (place === undefined || first === undefined) continue;
    const length = whole.model.courses[place.course]?.lessons[lock.index ?? 0]?.length ?? 1;
    const slots = Array.from({ length }, (_, i) => first + i);
    const id = typeof address === 'string' ? address : `${address.course}/${address.homeroom}`;
    const against = forbidding.find(({ item }) => {
      if (!coversSection(whole, item, place, id)) return false;
      if (item.type === 'lessons.finishBy') {
        return Math.floor(first / grid.periodsPerDay) > grid.dayIds.indexOf(String(item['day']));
      }
      const mask = readSlotSet(grid, item['slots'] as SlotSet | undefined, '', () => {});
      // every week is held: forbidden in each of them, so that no choice of weeks helps
      return slots.some((slot) =>
        Array.from({ length: grid.weeks }, (_, week) => week * grid.slotsPerWeek + slot).every(
          (one) => mask[one] === 1,
        ),
      );
    });
    if (against) {
      draft.faults.report('rule.against-lock', `${path}.slot`, lock.slot, { section: id, ...otherRule(against) });
    }
  }
}

export function checkRuleContradictions(draft: Draft, whole: Whole): void {
  const rules = mustRules(draft);
  checkTeacherBounds(draft, rules);
  checkHalfdays(draft, whole, rules);
  checkOrders(draft, whole, rules);
  checkPairs(draft, whole, rules);
  checkParallel(draft, whole, rules);
  checkMeetings(draft, rules);
  checkLocks(draft, whole, rules);
}
