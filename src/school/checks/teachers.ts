import { checkBand, checkSlots, countOf, type Draft } from './draft.ts';

export function checkTeachers(draft: Draft): void {
  for (const { item: teacher, path } of draft.teachers) {
    checkBand(draft, teacher.load, `${path}.load`);
    checkSlots(draft, teacher.avoid, `${path}.avoid`);
    const unavailable = checkSlots(draft, teacher.unavailable, `${path}.unavailable`);
    if (!unavailable) continue;
    const open = countOf(draft.open.map((bit, slot) => (bit && !unavailable[slot] ? 1 : 0)));
    const needed = teacher.load.min ?? 0;
    if (needed > open) {
      draft.faults.warn('teacher.load-over-slots', `${path}.load.min`, needed, { teacher: teacher.id, needed, open });
    }
  }
}
