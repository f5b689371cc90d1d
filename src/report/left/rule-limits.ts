/** Must rules that a place of one lesson can break, all other lessons being where they are. */
import { slotMask, type SlotGrid } from '../../school/slots.ts';
import type { Rule, SlotSet } from '../../school/types.ts';
import type { Week } from '../week.ts';
import type { Place } from './places.ts';

type Forbids = (place: Place, lesson: number) => boolean;

const dayOf = (grid: SlotGrid, slot: number): number => Math.floor(slot / grid.periodsPerDay);

const taughtSlots = new WeakMap<Week, Set<string>[]>();

/** Per teacher: slots with the lessons held then, each as `slot section index`. */
function teaching(week: Week): Set<string>[] {
  const known = taughtSlots.get(week);
  if (known) return known;
  const taught = week.model.school.teachers.map(() => new Set<string>());
  for (const { section, index, slots, teachers } of week.placed) {
    for (const teacher of teachers) for (const slot of slots) taught[teacher]?.add(`${slot} ${section} ${index}`);
  }
  taughtSlots.set(week, taught);
  return taught;
}

/** Slots that the teacher teaches in with the lesson at the place, and nowhere else. */
function withLesson(week: Week, teacher: number, section: number, lesson: number, { slots }: Place): number[] {
  const own = ` ${section} ${lesson}`;
  const others = [...(teaching(week)[teacher] ?? [])]
    .filter((key) => !key.endsWith(own))
    .map((key) => parseInt(key, 10));
  return [...others, ...slots];
}

const mostOf = (value: unknown): number => (typeof value === 'number' ? value : Number.POSITIVE_INFINITY);

/** The longest run of taught slots that holds one of the place's. */
function runLength({ grid }: Week['model'], taught: ReadonlySet<number>, { slots }: Place): number {
  const ends = (slot: number): boolean => {
    const after = grid.breaks[slot % grid.periodsPerDay];
    return after === 'noon' || after === 'end' || slot % grid.periodsPerDay === grid.periodsPerDay - 1;
  };
  const lengths = slots.map((slot) => {
    let first = slot;
    while (first % grid.periodsPerDay > 0 && !ends(first - 1) && taught.has(first - 1)) first--;
    let last = slot;
    while (!ends(last) && taught.has(last + 1)) last++;
    return last - first + 1;
  });
  return Math.max(0, ...lengths);
}

/** By type of rule: whether the rule, which is about the section, forbids a place to one of its lessons. */
export const RULE_LIMITS: Record<string, (week: Week, section: number, rule: Rule) => Forbids> = {
  'slots.forbid': ({ model }, _, rule) => {
    const shut = slotMask(model.grid, rule['slots'] as SlotSet);
    return ({ slots }) => slots.some((slot) => shut[slot]);
  },
  'course.spread': (week, section, rule) => {
    const { grid } = week.model;
    const most = mostOf(rule['maxPerDay']);
    return (place, index) => {
      const days = new Set(place.slots.map((slot) => dayOf(grid, slot)));
      const others = (week.lessons[section] ?? []).filter((other) => other.index !== index);
      return others.filter(({ slots }) => slots.some((slot) => days.has(dayOf(grid, slot)))).length >= most;
    };
  },
  'lessons.finishBy': ({ model: { grid } }, _, rule) => {
    const last = grid.dayIds.indexOf(String(rule['day']));
    return ({ slots }) => slots.some((slot) => dayOf(grid, slot) % grid.days > last);
  },
  'teacher.maxPerDay': (week, section, rule) => {
    const { grid } = week.model;
    return (place, index) =>
      (week.teachers[section] ?? []).some((teacher) => {
        const taught = withLesson(week, teacher, section, index, place);
        return place.slots.some(
          (slot) => taught.filter((other) => dayOf(grid, other) === dayOf(grid, slot)).length > mostOf(rule['max']),
        );
      });
  },
  'teacher.maxConsecutive': (week, section, rule) => (place, index) =>
    (week.teachers[section] ?? []).some((teacher) => {
      const taught = new Set(withLesson(week, teacher, section, index, place));
      return runLength(week.model, taught, place) > mostOf(rule['max']);
    }),
};
