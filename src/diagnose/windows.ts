/** Where lessons can lie and when teachers can teach, as far as the school and the must rules counted on say. */
import type { FilledLesson, FilledRule, SchoolModel } from '../school/model.ts';
import { slotMask, slotName, type SlotGrid } from '../school/slots.ts';
import type { Rule, SlotSet } from '../school/types.ts';
import type { CourseNeed, Situation } from './situation.ts';

/** At home, or walking; mixed: a course that has sections of both. */
export type Place = 'homeroom' | 'walking' | 'mixed';

export const countOf = (mask: ArrayLike<number>): number => {
  let count = 0;
  for (let i = 0; i < mask.length; i++) count += mask[i] ? 1 : 0;
  return count;
};

export function placeOf({ unit, forming }: CourseNeed): Place {
  if (forming) return 'mixed';
  if (unit.homes.length === 0) return 'walking';
  return unit.pools.length === 0 ? 'homeroom' : 'mixed';
}

export const periodsOf = ({ grid }: SchoolModel, { length, weeks }: FilledLesson): number =>
  length * (weeks === 'every' ? grid.weeks : 1);

const maskOfRule = new WeakMap<Rule, Uint8Array>();

/** The slots that the rule names. */
export function ruleSlots({ grid }: SchoolModel, rule: Rule): Uint8Array {
  const known = maskOfRule.get(rule);
  if (known?.length === grid.slotCount) return known;
  const mask = slotMask(grid, rule['slots'] as SlotSet);
  maskOfRule.set(rule, mask);
  return mask;
}

const SURE_SELECTORS = ['courses', 'subjects', 'grades', 'grouping'];
const OTHER_SELECTORS = ['homerooms', 'sections', 'rooms', 'students', 'groups', 'teachers'];

/** Whether the rule selects every section of the course there, whatever the week will be; `teachers` is looked at elsewhere. */
export function selectsCourse(
  model: SchoolModel,
  rule: Rule,
  course: number,
  place: Place,
  ignoring: readonly string[] = [],
): boolean {
  const it = model.school.courses[course];
  if (!it || OTHER_SELECTORS.some((key) => rule[key] !== undefined && !ignoring.includes(key))) return false;
  return (
    (rule.courses?.includes(it.id) ?? true) &&
    (rule.subjects?.includes(it.subject) ?? true) &&
    (rule.grades?.includes(it.grade) ?? true) &&
    (rule.grouping === undefined || rule.grouping === place)
  );
}

/** Slots of the lines that may hold the course; null where some of them state none, or the grade has no lines. */
function lineSlots(model: SchoolModel, course: number): Uint8Array | null {
  const lines = model.school.grades[model.courses[course]?.grade ?? -1]?.lines;
  if (!Array.isArray(lines)) return null;
  const id = model.courses[course]?.id ?? '';
  const holding = lines.filter((line) => line.courses?.includes(id) ?? true);
  const all = new Uint8Array(model.grid.slotCount);
  for (const line of holding) {
    if (line.slots === undefined) return null;
    slotMask(model.grid, line.slots).forEach((bit, slot) => {
      if (bit) all[slot] = 1;
    });
  }
  return all;
}

/** The weeks in which a lesson takes place together. */
const weekChoices = ({ weeks }: SlotGrid, lesson: FilledLesson): number[][] => {
  if (weeks === 1) return [[0]];
  if (lesson.weeks === 'every') return [[0, 1]];
  return lesson.weeks === 'odd' ? [[0]] : lesson.weeks === 'even' ? [[1]] : [[0], [1]];
};

/** Slots that a lesson of this length can cover inside `free`, without noon or the day's end in between. */
export function coverable(model: SchoolModel, grade: number, lesson: FilledLesson, free: Uint8Array): Uint8Array {
  const { grid } = model;
  const breaks = model.gradeBreaks[grade] ?? [];
  const covered = new Uint8Array(grid.slotCount);
  for (const held of weekChoices(grid, lesson)) {
    for (let start = 0; start < grid.slotsPerWeek; start++) {
      const period = start % grid.periodsPerDay;
      if (period + lesson.length > grid.periodsPerDay) continue;
      let fits = true;
      for (let k = 0; k < lesson.length && fits; k++) {
        const after = breaks[period + k];
        if (k + 1 < lesson.length && (after === 'noon' || after === 'end')) fits = false;
        if (!held.every((week) => free[week * grid.slotsPerWeek + start + k])) fits = false;
      }
      if (!fits) continue;
      for (const week of held)
        covered.fill(1, week * grid.slotsPerWeek + start, week * grid.slotsPerWeek + start + lesson.length);
    }
  }
  return covered;
}

/** The slots that a lesson of the course can take. `rules`: the must rules counted on. */
export function lessonWindow(
  model: SchoolModel,
  course: number,
  lesson: FilledLesson,
  place: Place,
  rules: readonly FilledRule[],
): Uint8Array {
  const grade = model.courses[course]?.grade ?? -1;
  const free = Uint8Array.from(model.gradeOpen[grade] ?? new Uint8Array(model.grid.slotCount));
  const within = (mask: Uint8Array | null | undefined): void => {
    if (mask) free.forEach((_, slot) => (free[slot] = free[slot] && mask[slot] ? 1 : 0));
  };
  within(lesson.slots);
  if (place === 'walking') within(lineSlots(model, course));
  for (const { type, rule } of rules) {
    if (type !== 'slots.forbid' || !selectsCourse(model, rule, course, place)) continue;
    ruleSlots(model, rule).forEach((bit, slot) => {
      if (bit) free[slot] = 0;
    });
  }
  return coverable(model, grade, lesson, free);
}

/** Lessons of a course that can take the same slots, together. */
export interface LessonGroup {
  course: number;
  window: Uint8Array;
  /** of one section, over the cycle */
  periods: number;
}

const windows = new WeakMap<readonly FilledRule[], Map<string, LessonGroup[]>>();

export function lessonGroups({ model, rules }: Situation, course: number, place: Place): LessonGroup[] {
  const known = windows.get(rules) ?? new Map<string, LessonGroup[]>();
  windows.set(rules, known);
  const key = `${course} ${place}`;
  const before = known.get(key);
  if (before) return before;
  const groups = new Map<string, LessonGroup>();
  for (const lesson of model.courses[course]?.lessons ?? []) {
    const window = lessonWindow(model, course, lesson, place, rules);
    const mask = window.join('');
    const group = groups.get(mask) ?? { course, window, periods: 0 };
    group.periods += periodsOf(model, lesson);
    groups.set(mask, group);
  }
  const made = [...groups.values()];
  known.set(key, made);
  return made;
}

/** Everywhere some lesson of the courses can lie. */
export function unionWindow(situation: Situation, courses: readonly { course: number; place: Place }[]): Uint8Array {
  const all = new Uint8Array(situation.model.grid.slotCount);
  for (const { course, place } of courses) {
    for (const { window } of lessonGroups(situation, course, place)) {
      window.forEach((bit, slot) => {
        if (bit) all[slot] = 1;
      });
    }
  }
  return all;
}

export const isInside = (window: Uint8Array, slots: Uint8Array): boolean =>
  window.every((bit, slot) => !bit || slots[slot] === 1);

/** A rule about teachers that binds this one for certain, if (s)he teaches any of these courses. */
function bindsTeacher(
  model: SchoolModel,
  rule: Rule,
  teacher: number,
  courses: readonly { course: number; place: Place }[],
): boolean {
  if (rule.teachers && !rule.teachers.includes(model.school.teachers[teacher]?.id ?? '')) return false;
  const selects = [...SURE_SELECTORS, ...OTHER_SELECTORS].some((key) => key !== 'teachers' && rule[key] !== undefined);
  return !selects || courses.every(({ course, place }) => selectsCourse(model, rule, course, place, ['teachers']));
}

/** Slots of `useful` in which the teacher can teach these courses. */
export function freeSlots(
  { model, rules }: Situation,
  teacher: number,
  courses: readonly { course: number; place: Place }[],
  useful: Uint8Array,
): Uint8Array {
  const away = model.teacherUnavailable[teacher];
  const free = useful.map((bit, slot) => (bit && !away?.[slot] ? 1 : 0));
  for (const { type, rule } of rules) {
    const meets = type === 'teacher.meeting' && rule['length'] === undefined;
    const forbids = type === 'slots.forbid' && rule.teachers !== undefined;
    if (!(meets || forbids) || !bindsTeacher(model, rule, teacher, courses)) continue;
    ruleSlots(model, rule).forEach((bit, slot) => {
      if (bit) free[slot] = 0;
    });
  }
  return free;
}

/** The most slots of a day that can be taught with at most `max` in a row: of a run of n, every (max + 1)th stays free. */
function inRuns({ grid }: SchoolModel, free: Uint8Array, max: number): number {
  let taught = 0;
  let run = 0;
  const close = (): void => {
    taught += run - Math.floor(run / (max + 1));
    run = 0;
  };
  free.forEach((bit, period) => {
    if (bit) run++;
    else close();
    // The breaks of a teacher are the calendar's.
    if (grid.breaks[period] === 'noon' || grid.breaks[period] === 'end') close();
  });
  close();
  return taught;
}

/** Periods that the teacher can give to these courses in the slots of `useful` at most; `load`: whether load.max counts. */
export function teacherPeriods(
  situation: Situation,
  teacher: number,
  courses: readonly { course: number; place: Place }[],
  useful: Uint8Array,
  load = true,
): number {
  const { model, rules } = situation;
  const { grid } = model;
  const free = freeSlots(situation, teacher, courses, useful);
  const least = (type: string): number =>
    rules.reduce(
      (smallest, it) =>
        it.type === type && typeof it.rule['max'] === 'number' && bindsTeacher(model, it.rule, teacher, courses)
          ? Math.min(smallest, it.rule['max'])
          : smallest,
      Number.POSITIVE_INFINITY,
    );
  const perDay = least('teacher.maxPerDay');
  const inRow = least('teacher.maxConsecutive');
  const days = Array.from({ length: grid.weeks * grid.days }, (_, day) => {
    const own = free.subarray(day * grid.periodsPerDay, (day + 1) * grid.periodsPerDay);
    return Math.min(perDay, inRow === Number.POSITIVE_INFINITY ? countOf(own) : inRuns(model, own, inRow));
  });
  // On the best of the days, where only some may be taught.
  const best = days.sort((a, b) => b - a).slice(0, least('teacher.maxDays') * grid.weeks);
  const total = best.reduce((sum, periods) => sum + periods, 0);
  return load ? Math.min(total, (model.school.teachers[teacher]?.load.max ?? 0) * grid.weeks) : total;
}

/** The slots as patterns, one for each day: `mon.1|2`, with the week where weeks differ. */
export function slotPatterns(grid: SlotGrid, slots: Uint8Array): string[] {
  const patterns: string[] = [];
  for (let week = 0; week < grid.weeks; week++) {
    for (let day = 0; day < grid.days; day++) {
      const from = week * grid.slotsPerWeek + day * grid.periodsPerDay;
      const periods = grid.periodIds.filter((_, period) => slots[from + period]);
      if (periods.length === 0) continue;
      const suffix = grid.weeks === 1 ? '' : (slotName(grid, from).split('/')[1] ?? '');
      patterns.push(`${grid.dayIds[day]}.${periods.join('|')}${suffix === '' ? '' : `/${suffix}`}`);
    }
  }
  return patterns;
}

/** As facts, one for each day: `slots:mon.1|2`; `slots:-` for none. */
export function slotFacts(grid: SlotGrid, slots: Uint8Array): string[] {
  const facts = slotPatterns(grid, slots).map((pattern) => `slots:${pattern}`);
  return facts.length > 0 ? facts : ['slots:-'];
}
