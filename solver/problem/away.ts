import type { Problem } from './problem.ts';

/** [teachers × slots] 1: an absence, or another must rule, keeps the teacher away, whatever he or she teaches. */
export function mustBeAway({ monitors, rules, slots, teachers }: Problem): Uint8Array {
  const { rule, teacher, set, whileIn, count } = monitors.teacherInside;
  const { start: roomsOf } = rules.onlyRooms;
  const away = new Uint8Array(teachers.count * slots.count);
  for (let m = 0; m < count; m++) {
    const isAlways = whileIn[m] < 0 && roomsOf[rule[m]] === roomsOf[rule[m] + 1];
    if (rules.required[rule[m]] === 0 || !isAlways) continue;
    for (let slot = 0; slot < slots.count; slot++)
      away[teacher[m] * slots.count + slot] |= monitors.slotSets[set[m] * slots.count + slot];
  }
  return away;
}
