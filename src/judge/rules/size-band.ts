/**
 * 班额 `size.band`: per walking section whose students the school does not name, students short of `size.min`, plus students away from
 * `size.target` beyond `tolerance`. params: size, min, target.
 */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { isFormed } from '../week.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

export const judgeSizeBand: RuleJudge = (week, rule) => {
  const tolerance = countOf(rule['tolerance'], 0);
  return selectSections(week, rule).flatMap((section) => {
    if (section.home || !isFormed(section)) return [];
    const size = section.students.length;
    const { min, target } = section.course.size;
    const deviation = Math.max(0, min - size) + Math.max(0, Math.abs(size - target) - tolerance);
    return deviation === 0
      ? []
      : [{ who: [sectionWho(week, section)], slots: [], deviation, params: { size, min, target } }];
  });
};
