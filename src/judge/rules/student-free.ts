/**
 * 自习 `student.free`: per student, free periods (open slots of the grade without a lesson) outside `slots`, plus those of each day over
 * `maxPerDay`, plus with `supervised` those without a place in `selfStudy[]`: with a room and a teacher (true) or with a room (false). One
 * finding per student. params: outside, over, without.
 */
import { slotMask } from '../../school/slots.ts';
import { studentWho } from '../names.ts';
import { dayOf, slotIdsOf, type Week } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';
import { insideSlots } from './slots.ts';
import { freeSlots, selectStudents } from './students.ts';

/** By student id: slots of the cycle in which the student has a place in self-study. */
function studySlots(week: Week, needsTeacher: boolean): Map<string, Set<number>> {
  const { grid } = week.model;
  const places = new Map<string, Set<number>>();
  for (const { slot, weeks, room, teacher, students } of week.timetable.selfStudy) {
    if (!week.model.roomOf.has(room) || (needsTeacher && !week.model.teacherOf.has(teacher ?? ''))) continue;
    const held = slotMask(grid, grid.weeks === 1 || weeks === 'every' ? slot : `${slot}/${weeks}`);
    const slots = [...held.keys()].filter((one) => held[one] === 1);
    for (const student of students) {
      const known = places.get(student) ?? new Set();
      places.set(student, known);
      for (const one of slots) known.add(one);
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
    const who = studentWho(week, student);
    const places = study?.get(who.id);
    const outside = free.filter((slot) => !isAllowed(slot));
    const without = study === undefined ? [] : free.filter((slot) => !places?.has(slot));
    const perDay = new Map<number, number[]>();
    for (const slot of free) perDay.set(dayOf(week, slot), [...(perDay.get(dayOf(week, slot)) ?? []), slot]);
    const crowded = [...perDay.values()].filter((slots) => slots.length > maxPerDay);
    const over = crowded.reduce((sum, slots) => sum + slots.length - maxPerDay, 0);
    const deviation = outside.length + over + without.length;
    if (deviation === 0) return [];
    const slots = slotIdsOf(week, [...outside, ...without, ...crowded.flat()]);
    return [{ who: [who], slots, deviation, params: { outside: outside.length, over, without: without.length } }];
  });
};
