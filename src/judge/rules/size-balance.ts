/**
 * 人数均衡 `size.balance`: per course and pool, over the walking sections whose students the school does not name, the difference
 * between the largest and the smallest beyond one. params: pool, smallest, largest.
 */
import { courseWho, sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { isFormed, type JudgedSection } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeSizeBalance: RuleJudge = (week, rule) => {
  const pools = new Map<string, JudgedSection[]>();
  for (const section of selectSections(week, rule)) {
    if (section.home || !isFormed(section)) continue;
    const key = `${section.courseIndex} ${section.pool}`;
    pools.set(key, [...(pools.get(key) ?? []), section]);
  }
  return [...pools.values()].flatMap((sections) => {
    const bySize = sections.toSorted((a, b) => a.students.length - b.students.length);
    const small = bySize.at(0);
    const large = bySize.at(-1);
    if (small === undefined || large === undefined) return [];
    const smallest = small.students.length;
    const largest = large.students.length;
    if (largest - smallest <= 1) return [];
    return [
      {
        who: [courseWho(week, small.courseIndex), sectionWho(week, small), sectionWho(week, large)],
        slots: [],
        deviation: largest - smallest - 1,
        params: { pool: small.pool, smallest, largest },
      },
    ];
  });
};
