/** The rules of the school in FET's words, as far as FET has words for them. */
import type { FilledRule } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { byIds, byTag, constraint, oneMask, percentOf, slotFields, tagged, type Constraints } from './constraints.ts';
import type { FixedLesson, FixedSection } from './fixed-sections.ts';
import { allowedRooms, needsRoom, ownRoom } from './lesson-rooms.ts';
import { lessonsBySection, teachersOf } from './selection.ts';
import type { WeekProblem } from './week-problem.ts';

/** Adds what the rule asks for; false where FET cannot say it, or cannot say all of it. */
type Writer = (problem: WeekProblem, rule: FilledRule, constraints: Constraints) => boolean;

const numberOf = (value: unknown, absent: number): number => (typeof value === 'number' ? value : absent);

const maskOf = ({ model }: WeekProblem, { rule }: FilledRule): Uint8Array =>
  slotMask(model.grid, rule['slots'] as SlotSet | undefined);

const sectionsOf = ({ model, lessons }: WeekProblem, { rule }: FilledRule): [FixedSection, FixedLesson[]][] => [
  ...lessonsBySection(model, lessons, rule),
];

const spread: Writer = (problem, filled, { time }) => {
  const { rule, strength } = filled;
  const most = numberOf(rule['maxPerDay'], Number.POSITIVE_INFINITY);
  const days = Math.max(numberOf(rule['minGapDays'], 0), most === 1 ? 1 : 0);
  if (days > 0) {
    for (const [, lessons] of sectionsOf(problem, filled)) {
      if (lessons.length < 2) continue;
      time.push(
        constraint('ConstraintMinDaysBetweenActivities', percentOf(strength), [
          ['Consecutive_If_Same_Day', false],
          ...byIds(lessons),
          ['MinDays', days],
        ]),
      );
    }
  }
  return most === 1 || most >= problem.model.grid.periodsPerDay;
};

function preferSlots(
  { names, model }: WeekProblem,
  { id, strength }: FilledRule,
  constraints: Constraints,
  lessons: readonly FixedLesson[],
  inside: Uint8Array,
): void {
  if (lessons.length === 0) return;
  const slots = oneMask(inside.subarray(0, model.grid.slotsPerWeek));
  constraints.time.push(
    constraint('ConstraintActivitiesPreferredTimeSlots', percentOf(strength), [
      ...byTag(tagged(constraints, id, lessons)),
      ['Number_of_Preferred_Time_Slots', slots.length],
      ...slotFields(names, model.grid.periodsPerDay, slots, ['Preferred_Time_Slot', 'Preferred_Day', 'Preferred_Hour']),
    ]),
  );
}

/** Of strength must it is part of where each lesson may start (`forbiddenSlots`). */
const forbid: Writer = (problem, filled, constraints) => {
  if (filled.strength === 'must') return true;
  const allowed = maskOf(problem, filled).map((bit) => 1 - bit);
  if (!allowed.includes(1)) return false;
  preferSlots(
    problem,
    filled,
    constraints,
    sectionsOf(problem, filled).flatMap(([, lessons]) => lessons),
    allowed,
  );
  return true;
};

/** As many of a section's lessons as the share needs are told where to be: which ones makes no difference. */
const prefer: Writer = (problem, filled, constraints) => {
  const inside = maskOf(problem, filled);
  if (!inside.includes(1)) return false;
  const share = numberOf(filled.rule['share'], 100);
  const told = sectionsOf(problem, filled).flatMap(([section, lessons]) => {
    let wanted = Math.ceil((share * (problem.model.courses[section.course]?.periods ?? 0)) / 100);
    return lessons
      .toSorted((a, b) => b.filled.length - a.filled.length)
      .filter(({ filled: { length } }) => {
        const take = length <= wanted;
        if (take) wanted -= length;
        return take;
      });
  });
  preferSlots(problem, filled, constraints, told, inside);
  return true;
};

const perTeacher =
  (name: string, limit: string): Writer =>
  ({ model, names, lessons }, { rule, strength }, { time }) => {
    for (const teacher of teachersOf(model, lessons, rule)) {
      time.push(
        constraint(name, percentOf(strength), [
          ['Teacher_Name', names.teachers.of[teacher] ?? ''],
          [limit, numberOf(rule['max'], model.grid.periodsPerDay)],
        ]),
      );
    }
    return true;
  };

const maxPerDay: Writer = (problem, filled, constraints) =>
  filled.strength === 'must' &&
  perTeacher('ConstraintTeacherMaxHoursDaily', 'Maximum_Hours_Daily')(problem, filled, constraints);

/** Of strength must its members are not available then (`meetingSlots`). */
/** Where the solver chooses the time, FET cannot be told. */
const meeting: Writer = (_problem, { strength, rule }) => strength === 'must' && typeof rule['length'] !== 'number';

const apart: Writer = ({ model, lessons }, { rule, strength }, { time }) => {
  if (numberOf(rule['maxShared'], 0) > 0) return false;
  const members = new Set(teachersOf(model, lessons, rule));
  const theirs = lessons.filter(({ teachers }) => teachers.some((teacher) => members.has(teacher)));
  if (theirs.length > 1) {
    time.push(constraint('ConstraintActivitiesNotOverlapping', percentOf(strength), byIds(theirs)));
  }
  return true;
};

const own: Writer = (problem, filled, constraints) => {
  const { model, names } = problem;
  const byRoom = new Map<number, FixedLesson[]>();
  for (const lesson of sectionsOf(problem, filled).flatMap(([, lessons]) => lessons)) {
    const room = ownRoom(model, lesson);
    if (room < 0 || !allowedRooms(model, lesson).includes(room)) continue;
    byRoom.set(room, [...(byRoom.get(room) ?? []), lesson]);
  }
  for (const [room, lessons] of byRoom) {
    constraints.space.push(
      constraint('ConstraintActivityTagPreferredRoom', percentOf(filled.strength), [
        ['Activity_Tag', tagged(constraints, `${filled.id} ${names.rooms.of[room]?.[0] ?? ''}`, lessons)],
        ['Room', names.rooms.of[room]?.[0] ?? ''],
      ]),
    );
  }
  return true;
};

/** FET counts rooms, not kinds: one constraint for the lessons of each kind. It knows this as a must only. */
const stable: Writer = (problem, filled, { space }) => {
  if (filled.strength !== 'must') return false;
  for (const [, lessons] of sectionsOf(problem, filled)) {
    for (const kind of new Set(lessons.map(({ filled: { roomKind } }) => roomKind))) {
      const same = lessons.filter((lesson) => lesson.filled.roomKind === kind && needsRoom(lesson));
      const choice = same.some((lesson) => allowedRooms(problem.model, lesson).length > 1);
      if (same.length < 2 || !choice) continue;
      space.push(
        constraint('ConstraintActivitiesOccupyMaxDifferentRooms', percentOf(filled.strength), [
          ...byIds(same),
          ['Max_Number_of_Different_Rooms', 1],
        ]),
      );
    }
  }
  return true;
};

/** What the sections alone decide, which stand. */
const decided: Writer = () => true;

const WRITERS: Readonly<Record<string, Writer>> = {
  'course.spread': spread,
  'slots.forbid': forbid,
  'slots.prefer': prefer,
  'teacher.maxPerDay': maxPerDay,
  'teacher.maxConsecutive': perTeacher('ConstraintTeacherMaxHoursContinuously', 'Maximum_Hours_Continuously'),
  'teacher.meeting': meeting,
  'teacher.apart': apart,
  'room.own': own,
  'room.stable': stable,
  'size.balance': decided,
  'walking.keepTogether': decided,
  'keep.student': decided,
  'keep.teacher': decided,
};

/** Wishes that bear on the time a lesson has or the room; musts are always written. */
const isLeftToOurselves = ({ type, strength }: FilledRule, wishes: readonly string[]): boolean =>
  strength !== 'must' && WRITERS[type] !== decided && !wishes.includes(type);

/** What of the rules FET is told beside the musts: all that it can, or only these types. */
export type Wishes = 'all' | readonly string[];

/** Adds the constraints of all rules; gives those that FET cannot say in full. */
export function addRules(problem: WeekProblem, wishes: Wishes, constraints: Constraints): FilledRule[] {
  return problem.model.rules.filter((rule) => {
    if (wishes !== 'all' && isLeftToOurselves(rule, wishes)) return false;
    const write = rule.rule.rooms === undefined ? WRITERS[rule.type] : undefined;
    return !write?.(problem, rule, constraints);
  });
}

const mustRules = ({ model }: WeekProblem, type: string): FilledRule[] =>
  model.rules.filter((rule) => rule.type === type && rule.strength === 'must' && rule.rule.rooms === undefined);

/** By FET's number of the lesson: where a must rule forbids it. */
export function forbiddenSlots(problem: WeekProblem): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  for (const rule of mustRules(problem, 'slots.forbid')) {
    const mask = maskOf(problem, rule);
    for (const [, lessons] of sectionsOf(problem, rule)) {
      for (const { id } of lessons)
        found.set(
          id,
          mask.map((bit, slot) => bit | (found.get(id)?.[slot] ?? 0)),
        );
    }
  }
  return found;
}

/** By teacher: where a meeting is that must be free of lessons. */
export function meetingSlots(problem: WeekProblem): Map<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  for (const rule of mustRules(problem, 'teacher.meeting')) {
    if (typeof rule.rule['length'] === 'number') continue;
    const mask = maskOf(problem, rule);
    for (const teacher of teachersOf(problem.model, problem.lessons, rule.rule)) {
      found.set(
        teacher,
        mask.map((bit, slot) => bit | (found.get(teacher)?.[slot] ?? 0)),
      );
    }
  }
  return found;
}
