/** The rules of a school that states none. Changing this table is a dated decision and restarts every comparison. */
import type { Rule, School } from './types.ts';

/** `days.periods` patterns of the first two periods of the day that are open for lessons in the morning part of the calendar. */
function firstTwoPeriods(school: School): string {
  const lessons = school.calendar.periods.filter((period) => period.part !== 'early' && period.part !== 'evening');
  return `*.${lessons
    .slice(0, 2)
    .map((period) => period.id)
    .join('|')}`;
}

/** Every slot before noon: parts early and morning. */
function beforeNoon(school: School): string {
  const ids = school.calendar.periods
    .filter((period) => period.part === 'early' || period.part === 'morning')
    .map((period) => period.id);
  return ids.length === 0 ? '' : `*.${ids.join('|')}`;
}

const subjectsOfKind = (school: School, kind: string): string[] =>
  school.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id);

/** In the order of rules.md; a default without anything to apply to is left out. */
export function defaultRules(school: School): Rule[] {
  const main = subjectsOfKind(school, 'main');
  const pe = subjectsOfKind(school, 'pe');
  const early = firstTwoPeriods(school);
  const morning = beforeNoon(school);
  return [
    { id: 'default.spread', type: 'course.spread', maxPerDay: 1, strength: 'high' },
    ...(main.length > 0 && morning
      ? [
          {
            id: 'default.main',
            type: 'slots.prefer',
            subjects: main,
            slots: morning,
            share: 70,
            strength: 'mid',
          } as Rule,
        ]
      : []),
    ...(pe.length > 0 && early !== '*.'
      ? [{ id: 'default.pe', type: 'slots.forbid', subjects: pe, slots: early, strength: 'mid' } as Rule]
      : []),
    { id: 'default.run', type: 'teacher.maxConsecutive', max: 3, strength: 'mid' },
    { id: 'default.gap', type: 'teacher.maxGap', max: 2, strength: 'low' },
    { id: 'default.size', type: 'size.balance', strength: 'mid' },
    { id: 'default.room', type: 'room.stable', strength: 'low' },
    { id: 'default.home', type: 'room.own', grouping: 'homeroom', strength: 'high' },
    { id: 'default.together', type: 'walking.keepTogether', grouping: 'walking', strength: 'low' },
  ];
}
