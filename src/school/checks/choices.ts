/** Choices of students and combinations of grades: strings of shorts and how a set of subjects fits the choice groups. */
import { takeRangeOf } from '../model.ts';
import type { ChoiceGroup } from '../types.ts';
import type { Draft } from './draft.ts';

/** The subject ids of a string of shorts, or null (reported) where a character is the short of no subject or comes twice. */
export function readShorts(draft: Draft, shorts: string, path: string): string[] | null {
  const known = shortsOf(draft);
  const subjects: string[] = [];
  for (const short of shorts) {
    const subject = known.get(short);
    if (subject === undefined) {
      const all = [...known.keys()].join('');
      if (draft.allSound('subjects')) draft.faults.report('choice.short-unknown', path, shorts, { short, known: all });
      return null;
    }
    if (subjects.includes(subject)) {
      draft.faults.report('choice.short-twice', path, shorts, { short });
      return null;
    }
    subjects.push(subject);
  }
  return subjects;
}

const cache = new WeakMap<Draft, Map<string, string>>();

function shortsOf(draft: Draft): Map<string, string> {
  const known = cache.get(draft) ?? new Map<string, string>();
  if (!cache.has(draft)) {
    for (const { item } of draft.subjects) if (item.short !== undefined) known.set(item.short, item.id);
    cache.set(draft, known);
  }
  return known;
}

/** Whether so many subjects are as many as the group asks for. */
export function takes(group: ChoiceGroup, subjects: number): boolean {
  const { min, max } = takeRangeOf(group);
  return subjects >= min && subjects <= max;
}

/** As faults say it: `3`, `1–12`. */
export function takeText(group: ChoiceGroup): string {
  const { min, max } = takeRangeOf(group);
  return min === max ? String(min) : `${min}–${max}`;
}

/** Whether the subjects take exactly what each group asks for, and nothing else. Groups with a default may be left out. */
export function fitsCombination(groups: readonly ChoiceGroup[], subjects: readonly string[]): boolean {
  const taken = groups.map((group) => group.from.filter((id) => subjects.includes(id)).length);
  const fits = groups.every(
    (group, g) => takes(group, taken[g] ?? 0) || (taken[g] === 0 && group.default !== undefined),
  );
  return fits && taken.reduce((sum, n) => sum + n, 0) === subjects.length;
}

/** A student's subjects match a combination if they are the same in every group that the combination speaks of. */
export function isCombination(
  groups: readonly ChoiceGroup[],
  combination: readonly string[],
  chosen: readonly string[],
): boolean {
  return groups.every((group) => {
    const wanted = group.from.filter((id) => combination.includes(id));
    return wanted.length === 0 || group.from.every((id) => wanted.includes(id) === chosen.includes(id));
  });
}
