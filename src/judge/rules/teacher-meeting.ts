/**
 * 教研、备课组活动 `teacher.meeting` (a set): periods that the members teach inside `slots`; with `length` inside the slots that `meetings[]`
 * names for the rule, and the whole meeting of every member where it names none that fit. One finding per member. params: count; where the
 * meeting is missing, length.
 */
import type { FilledRule } from '../../school/model.ts';
import { teacherWho } from '../names.ts';
import { selectTeachers } from '../selectors.ts';
import { slotIdsOf, type Week } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';

/** Slots of one week, each `"mon.3"`; undefined where one is none of the calendar. */
function slotsNamed({ model: { grid } }: Week, ids: readonly string[]): number[] | undefined {
  const slots = ids.map((id) => grid.slotById.get(id) ?? -1);
  return slots.includes(-1) ? undefined : slots.toSorted((a, b) => a - b);
}

/** Whether slots, in order, are so many in a row of one part of a day. */
export function isMeeting({ model: { grid } }: Week, slots: readonly number[], length: number): boolean {
  const partOf = (slot: number): string => grid.parts[slot % grid.periodsPerDay] ?? '';
  const dayOfSlot = (slot: number): number => Math.floor(slot / grid.periodsPerDay);
  const [first = -1] = slots;
  const isNext = (slot: number, i: number): boolean =>
    slot === first + i && dayOfSlot(slot) === dayOfSlot(first) && partOf(slot) === partOf(first);
  return slots.length === length && slots.every(isNext);
}

/** The slots of a rule's meeting over the cycle: those it states, or those chosen; undefined where none that fit are chosen. */
export function slotsOfMeeting(week: Week, { id, rule }: Pick<FilledRule, 'id' | 'rule'>): number[] | undefined {
  const { grid } = week.model;
  const inside = insideSlots(week, rule);
  const length = rule['length'];
  if (typeof length !== 'number') return [...grid.slotIds.keys()].filter(inside);
  const named = week.timetable.meetings.filter((meeting) => meeting.rule === id).flatMap(({ slots }) => slots);
  const chosen = slotsNamed(week, named);
  if (chosen === undefined || !isMeeting(week, chosen, length)) return undefined;
  const everyWeek = [...Array(grid.weeks).keys()].flatMap((inWeek) =>
    chosen.map((slot) => inWeek * grid.slotsPerWeek + slot),
  );
  return everyWeek.every(inside) ? everyWeek : undefined;
}

export const judgeTeacherMeeting: RuleJudge = (week, rule) => {
  const filled = week.model.rules.find((one) => one.rule === rule);
  const slots = slotsOfMeeting(week, { id: filled?.id ?? '', rule });
  const meeting = new Set(slots);
  const length = typeof rule['length'] === 'number' ? rule['length'] : 0;
  return selectTeachers(week, rule).flatMap((teacher) => {
    const who = [teacherWho(week, teacher)];
    const missing = slots === undefined ? length * week.model.grid.weeks : 0;
    if (missing > 0) return [{ who, slots: [], deviation: missing, params: { count: 0, length } }];
    const taught = (week.lessonsOfTeacher[teacher] ?? [])
      .flatMap((lesson) => lesson.slots)
      .filter((slot) => meeting.has(slot));
    if (taught.length === 0) return [];
    return [{ who, slots: slotIdsOf(week, taught), deviation: taught.length, params: { count: taught.length } }];
  });
};

/** By teacher: the slots of the meetings (s)he is a member of. */
export function meetingSlots(week: Week): Set<number>[] {
  const slots = week.model.school.teachers.map(() => new Set<number>());
  for (const { id, type, rule } of week.model.rules) {
    if (type !== 'teacher.meeting') continue;
    const meeting = slotsOfMeeting(week, { id, rule }) ?? [];
    for (const teacher of selectTeachers(week, rule)) for (const slot of meeting) slots[teacher]?.add(slot);
  }
  return slots;
}
