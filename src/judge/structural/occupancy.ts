import type { JudgedLesson } from '../week.ts';

/** The slots that hold more lessons than `capacity`, in order of the week. */
export function overfullSlots(
  lessons: readonly JudgedLesson[],
  capacity: number,
): { slot: number; lessons: JudgedLesson[]; excess: number }[] {
  const bySlot = new Map<number, JudgedLesson[]>();
  for (const lesson of lessons) {
    for (const slot of lesson.slots) {
      const there = bySlot.get(slot);
      if (there) there.push(lesson);
      else bySlot.set(slot, [lesson]);
    }
  }
  return [...bySlot]
    .filter(([, there]) => there.length > capacity)
    .toSorted(([a], [b]) => a - b)
    .map(([slot, there]) => ({ slot, lessons: there, excess: there.length - capacity }));
}
