/** Pairs of sections that have a student in common; a homeroom given by `size` counts as one student. */
import type { JudgedSection, Week } from '../week.ts';

export type Pair = [JudgedSection, JudgedSection];

/** In the order of the week's sections, the earlier one of a pair first; each pair once, sections of two courses only. */
export function sharingPairs(week: Week, sections: readonly JudgedSection[]): Pair[] {
  const place = new Map(sections.map((section, index) => [section, index]));
  const found = new Map<number, Pair>();
  for (const all of [...week.sectionsOfStudent, ...week.sectionsOfUnlisted]) {
    const there = all.filter((section) => place.has(section));
    there.forEach((one, i) => {
      for (const other of there.slice(i + 1)) {
        if (one.courseIndex === other.courseIndex) continue;
        const [a = 0, b = 0] = [place.get(one), place.get(other)];
        const pair: Pair = a < b ? [one, other] : [other, one];
        found.set(Math.min(a, b) * sections.length + Math.max(a, b), pair);
      }
    });
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, pair]) => pair);
}
