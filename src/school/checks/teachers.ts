import { checkBand, checkSlots, countOf, type Draft } from './draft.ts';

/** Nobody is among the mentors of their own mentor. */
function checkMentors(draft: Draft): void {
  const told = new Set<string>();
  for (const { item, path } of draft.teachers) {
    const chain = [item.id];
    for (let next = item.mentor; next !== undefined; next = draft.teacher.get(next)?.item.mentor) {
      if (next === item.id) {
        const params = { teacher: item.id, chain: [...chain, item.id].join(' → ') };
        if (!told.has(item.id)) draft.faults.report('teacher.mentor-cycle', `${path}.mentor`, item.mentor, params);
        for (const id of chain) told.add(id);
      }
      if (chain.includes(next)) break;
      chain.push(next);
    }
  }
}

export function checkTeachers(draft: Draft): void {
  checkMentors(draft);
  for (const { item: teacher, path } of draft.teachers) {
    checkBand(draft, teacher.load, `${path}.load`);
    checkSlots(draft, teacher.avoid, `${path}.avoid`);
    const unavailable = checkSlots(draft, teacher.unavailable, `${path}.unavailable`);
    if (!unavailable) continue;
    const open = countOf(draft.open.map((bit, slot) => (bit && !unavailable[slot] ? 1 : 0)));
    const needed = (teacher.load.min ?? 0) * (draft.grid?.weeks ?? 1);
    if (needed > open) {
      draft.faults.warn('teacher.load-over-slots', `${path}.load.min`, needed, { teacher: teacher.id, needed, open });
    }
  }
}
