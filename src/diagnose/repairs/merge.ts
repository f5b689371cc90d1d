/** What is changed twice is changed once by more. */
import type { Change } from './change.ts';

const same = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** null: they stay two changes. */
function both(a: Change, b: Change): Change | null {
  if (a.kind === 'load.raise' && b.kind === 'load.raise' && same(a.teachers, b.teachers))
    return { ...a, by: a.by + b.by };
  if (a.kind === 'teacher.attend' && b.kind === 'teacher.attend' && a.teacher === b.teacher)
    return { ...a, slots: [...a.slots, ...b.slots] };
  if (a.kind === 'room.free' && b.kind === 'room.free' && a.room === b.room)
    return { ...a, slots: [...a.slots, ...b.slots] };
  if (a.kind === 'rule.narrow' && b.kind === 'rule.narrow' && a.rule === b.rule)
    return { ...a, slots: [...a.slots, ...b.slots] };
  if (a.kind === 'slots.open' && b.kind === 'slots.open' && a.grade === b.grade)
    return { ...a, slots: [...a.slots, ...b.slots] };
  if (a.kind === 'rule.ease' && b.kind === 'rule.ease' && a.rule === b.rule && a.limit === b.limit)
    return { ...a, to: b.to };
  if (a.kind === 'periods.lower' && b.kind === 'periods.lower' && a.course === b.course)
    return { ...a, by: a.by + b.by };
  if (a.kind === 'teacher.add' && b.kind === 'teacher.add' && a.subject === b.subject)
    return { ...a, count: a.count + b.count, periods: a.periods + b.periods };
  return null;
}

export function merged(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    const at = kept.findIndex((it) => both(it, change) !== null);
    const before = kept[at];
    const together = before && both(before, change);
    if (together) kept[at] = together;
    else kept.push(change);
  }
  return kept;
}
