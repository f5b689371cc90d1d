/** Rules on two courses: sections of both that have a student in common. Who sits where may change, so all that could share are listed. */
import { PAIR_SHAPE } from '../../../solver/index.ts';
import type { FilledRule } from '../../school/model.ts';
import { selectSections, type LowerRule, type Lowering } from '../context.ts';

type Pair = readonly [one: number, other: number];

/** Pairs of a section of each list that share a student, or of which one is formed by the solver in the same grade. */
function sharingPairs({ model, sections }: Lowering, ones: number[], others: number[]): Pair[] {
  const gradeOf = (event: number): number => model.courses[sections[event]?.course ?? -1]?.grade ?? -1;
  const isFormed = (event: number): boolean => (sections[event]?.pool ?? -1) >= 0;
  return ones.flatMap((one) => {
    const students = new Set(sections[one]?.students);
    const homeroom = sections[one]?.homeroom ?? -1;
    return others.flatMap((other): Pair[] => {
      const couldMeet = (isFormed(one) || isFormed(other)) && gradeOf(one) === gradeOf(other);
      // A homeroom given by its size has no students to share.
      const isOneHome = homeroom >= 0 && homeroom === sections[other]?.homeroom;
      const meet = couldMeet || isOneHome || (sections[other]?.students ?? []).some((student) => students.has(student));
      return meet ? [[one, other]] : [];
    });
  });
}

/** Selected sections per course, in the order in which the rule names the courses. */
function byCourse(filled: FilledRule, context: Lowering, courses: readonly string[]): number[][] {
  const selected = selectSections(filled, context);
  return [...new Set(courses)].map((id) => {
    const course = context.model.courseOf.get(id);
    return selected.filter((event) => context.sections[event]?.course === course);
  });
}

/** Pairs of sections of any two of the rule's courses, the earlier course first. */
function coursePairs(filled: FilledRule, context: Lowering): Pair[] {
  const lists = byCourse(filled, context, filled.rule.courses ?? []);
  return lists.flatMap((ones, index) =>
    lists.slice(index + 1).flatMap((others) => sharingPairs(context, ones, others)),
  );
}

/** Row of slots that the next one follows without a noon or end break, by the breaks of the section's grade. */
function runsOn({ model, sections, monitors }: Lowering, event: number): number {
  const { grid } = model;
  const breaks = model.gradeBreaks[model.courses[sections[event]?.course ?? -1]?.grade ?? -1];
  return monitors.slotSet(
    Uint8Array.from({ length: grid.slotCount }, (_, slot) => {
      const period = slot % grid.periodsPerDay;
      const isApart = period + 1 === grid.periodsPerDay || breaks?.[period] === 'noon' || breaks?.[period] === 'end';
      return isApart ? 0 : 1;
    }),
  );
}

/** 不排同一天（课程互斥） */
export const lowerCourseNotSameDay: LowerRule = (filled, rule, context) => {
  for (const [one, other] of coursePairs(filled, context)) {
    context.monitors.pair({ rule, shape: PAIR_SHAPE.sameDay, one, other, runsOn: -1, always: 0 });
  }
};

/** 课程不相邻: either way round, or with `ordered` the earlier course before the later alone. */
export const lowerCourseNotAdjacent: LowerRule = (filled, rule, context) => {
  const add = (one: number, other: number): void =>
    void context.monitors.pair({
      rule,
      shape: PAIR_SHAPE.follows,
      one,
      other,
      runsOn: runsOn(context, one),
      always: 0,
    });
  for (const [one, other] of coursePairs(filled, context)) {
    add(one, other);
    if (filled.rule['ordered'] !== true) add(other, one);
  }
};

/** 先后 */
export const lowerCourseOrder: LowerRule = (filled, rule, context) => {
  const { first, then } = filled.rule;
  const [ones = [], others = []] = byCourse(filled, context, [String(first), String(then)]);
  for (const [one, other] of sharingPairs(context, ones, others)) {
    context.monitors.pair({ rule, shape: PAIR_SHAPE.order, one, other, runsOn: -1, always: 0 });
  }
};

/** 单双周: per homeroom, its own sections at home. */
export const lowerWeeksPair: LowerRule = (filled, rule, context) => {
  const [ones = [], others = []] = byCourse(filled, context, filled.rule.courses ?? []);
  const homeOf = (event: number): number => context.sections[event]?.homeroom ?? -1;
  const homes = new Set([...ones, ...others].map(homeOf).filter((home) => home >= 0));
  for (const home of homes) {
    const one = ones.find((event) => homeOf(event) === home);
    const other = others.find((event) => homeOf(event) === home);
    // Without a partner every lesson of a single week is alone.
    const [a, b] = one === undefined ? [other ?? -1, -1] : [one, other ?? -1];
    context.monitors.pair({ rule, shape: PAIR_SHAPE.alternateWeeks, one: a, other: b, runsOn: -1, always: 1 });
  }
};
