/** Changes of rules, slots and lessons. */
import { slotMask, slotName } from '../../school/slots.ts';
import type { Rule, SlotSet } from '../../school/types.ts';
import type { Change, RuleLimit } from './change.ts';
import { dayByDay, least, periodsOf, type Ground, type Propose } from './ground.ts';

const statedRules = ({ ids, school }: Ground): { id: string; rule: Rule }[] =>
  ids('rule').flatMap((id) => {
    const rule = (school.rules ?? []).find((it, index) => (it.id ?? `rules[${index}]`) === id);
    return rule ? [{ id, rule }] : [];
  });

export const soften: Propose = (ground) => statedRules(ground).map(({ id }) => [{ kind: 'rule.soften', rule: id }]);

/** What makes each of these rules easier: upwards, or downwards by steps. */
const LIMITS: Record<string, readonly { limit: RuleLimit; step: number }[]> = {
  'teacher.maxPerDay': [{ limit: 'max', step: 1 }],
  'teacher.maxDays': [{ limit: 'max', step: 1 }],
  'teacher.maxConsecutive': [{ limit: 'max', step: 1 }],
  'course.spread': [
    { limit: 'maxPerDay', step: 1 },
    { limit: 'minGapDays', step: -1 },
  ],
  'slots.prefer': [{ limit: 'share', step: -10 }],
};
const MOST_STEPS = 9;

/** The rule goes on as a must, with a limit that can be kept. */
export const ease: Propose = (ground) =>
  statedRules(ground).flatMap(({ id, rule }) =>
    (LIMITS[rule.type] ?? []).flatMap(({ limit, step }) => {
      const from = rule[limit];
      if (typeof from !== 'number') return [];
      const down = limit === 'minGapDays' ? from : Math.floor((from - 1) / -step);
      const make = (steps: number): Change[] => [{ kind: 'rule.ease', rule: id, limit, from, to: from + steps * step }];
      return least(ground, step > 0 ? MOST_STEPS : down, make);
    }),
  );

const NARROWED = ['slots.forbid', 'teacher.meeting'];

/** The rule goes on as a must, in fewer slots. */
export const narrow: Propose = (ground) => {
  const { grid, gradeOpen, courses } = ground.situation.model;
  const open = gradeOpen[courses[ground.needs[0]?.course ?? -1]?.grade ?? -1] ?? [];
  return statedRules(ground).flatMap(({ id, rule }) => {
    if (!NARROWED.includes(rule.type) || rule['slots'] === undefined) return [];
    const mask = slotMask(grid, rule['slots'] as SlotSet);
    const held = [...mask.keys()].filter((slot) => open[slot] && mask[slot]);
    const slots = dayByDay(held.map((slot) => slotName(grid, slot)));
    return least(ground, slots.length - 1, (count) => [
      { kind: 'rule.narrow', rule: id, slots: slots.slice(0, count) },
    ]);
  });
};

export const widen: Propose = ({ needs, school }) =>
  needs.flatMap(({ course }): Change[][] => {
    const { id = '', lessons } = school.courses[course] ?? {};
    return lessons?.some(({ slots }) => slots !== undefined) ? [[{ kind: 'slots.widen', course: id }]] : [];
  });

const COURSES_SHORTENED = 3;

/** Longest first: there a period is missed least. */
export const fewerPeriods: Propose = (ground) =>
  [...ground.needs]
    .sort((a, b) => periodsOf(ground.situation, b.course) - periodsOf(ground.situation, a.course))
    .slice(0, COURSES_SHORTENED)
    .flatMap(({ course, sections }) => {
      const { id = '' } = ground.school.courses[course] ?? {};
      const most = Math.ceil(periodsOf(ground.situation, course)) - 1;
      return least(ground, most, (by) => [{ kind: 'periods.lower', course: id, by, sections }]);
    });

const MOST_OPENED = 10;

/** Slots in which nobody of the grade is taught. */
export const opened: Propose = (ground) => {
  const { grid, gradeOpen, courses } = ground.situation.model;
  const grade = courses[ground.needs[0]?.course ?? -1]?.grade ?? -1;
  const shut = [...(gradeOpen[grade] ?? []).keys()].filter((slot) => !gradeOpen[grade]?.[slot]);
  const slots = dayByDay(shut.map((slot) => slotName(grid, slot)));
  return least(ground, Math.min(MOST_OPENED, slots.length), (count) => [
    { kind: 'slots.open', grade: ground.school.grades[grade]?.id ?? '', slots: slots.slice(0, count) },
  ]);
};

/** Where the week has no slot left to open: a period more at the end of as few days as will do, the last days of the week first. */
export const longerDays: Propose = (ground) => {
  const grade = ground.situation.model.courses[ground.needs[0]?.course ?? -1]?.grade ?? -1;
  const days = ground.school.calendar.days.map(({ id }) => id).toReversed();
  return least(ground, days.length, (count) => [
    { kind: 'period.add', grade: ground.school.grades[grade]?.id ?? '', days: days.slice(0, count) },
  ]);
};

export const fewerDoubles: Propose = (ground) =>
  ground.needs.flatMap(({ course }): Change[][] => {
    const { id = '' } = ground.school.courses[course] ?? {};
    const own = ground.finding.sums[`course:${id}`] ?? 0;
    return own >= ground.short ? [[{ kind: 'doubles.lower', course: id, by: ground.short }]] : [];
  });

/** A break over which a double may go then: the first that is enough. */
export const bridged: Propose = (ground) => {
  const { grid, gradeBreaks, courses } = ground.situation.model;
  const grade = courses[ground.needs[0]?.course ?? -1]?.grade ?? -1;
  const breaks = (gradeBreaks[grade] ?? []).slice(0, grid.periodsPerDay - 1);
  const changes = breaks.flatMap((kind, period): Change[] =>
    kind === 'noon' || kind === 'end'
      ? [{ kind: 'break.bridge', grade: ground.school.grades[grade]?.id ?? '', period: grid.periodIds[period] ?? '' }]
      : [],
  );
  const first = changes.find((change) => ground.lifts([change]));
  return first ? [[first]] : [];
};
