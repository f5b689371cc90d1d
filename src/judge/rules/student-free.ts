/**
 * 自习 `student.free`: per student, free periods (open slots of the grade without a lesson) outside `slots`, plus those of each day over
 * `maxPerDay`, plus with `supervised` those without a place in `selfStudy[]`: with a room and a teacher (true) or with a room (false). One
 * finding per student. params: outside, over, without.
 */
import { studentWho } from '../names.ts';
import { dayOf, slotIdsOf, type Week } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';
import { freeSlots, selectStudents } from './students.ts';

/** By student: slots of the cycle in which the student has a place in self-study. */
function studySlots(week: Week, needsTeacher: boolean): Map<number, Set<number>> {
  const places = new Map<number, Set<number>>();
  for (const { slots, room, teacher, students } of week.study) {
    if (room < 0 || (needsTeacher && teacher < 0)) continue;
    for (const student of students) {
      const known = places.get(student) ?? new Set();
      places.set(student, known);
      for (const slot of slots) known.add(slot);
    }
  }
  return places;
}

export const judgeStudentFree: RuleJudge = (week, rule) => {
  const isAllowed = rule['slots'] === undefined ? () => true : insideSlots(week, rule);
  const maxPerDay = countOf(rule['maxPerDay'], Number.POSITIVE_INFINITY);
  const { supervised } = rule;
  const study = typeof supervised === 'boolean' ? studySlots(week, supervised) : undefined;
  return selectStudents(week, rule).flatMap((student) => {
    const free = freeSlots(week, student);
    const places = study?.get(student);
    const outside = free.filter((slot) => !isAllowed(slot));
    const without = study === undefined ? [] : free.filter((slot) => !places?.has(slot));
    const perDay = new Map<number, number[]>();
    for (const slot of free) perDay.set(dayOf(week, slot), [...(perDay.get(dayOf(week, slot)) ?? []), slot]);
    const crowded = [...perDay.values()].filter((slots) => slots.length > maxPerDay);
    const over = crowded.reduce((sum, slots) => sum + slots.length - maxPerDay, 0);
    const deviation = outside.length + over + without.length;
    if (deviation === 0) return [];
    const slots = slotIdsOf(week, [...outside, ...without, ...crowded.flat()]);
    return [
      {
        who: [studentWho(week, student)],
        slots,
        deviation,
        params: { outside: outside.length, over, without: without.length },
      },
    ];
  });
};
