/** 少拆行政班 `walking.keepTogether`: per walking section, homerooms of its students − 1. params: homerooms. */
import { sectionWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import type { RuleJudge } from './rule-judge.ts';

export const judgeWalkingKeepTogether: RuleJudge = (week, rule) =>
  selectSections(week, rule).flatMap((section) => {
    const homerooms = section.represented.length;
    if (section.home || homerooms <= 1) return [];
    return [{ who: [sectionWho(week, section)], slots: [], deviation: homerooms - 1, params: { homerooms } }];
  });
