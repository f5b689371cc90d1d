/** What is proved, in words. */
import type { Words } from './lang.ts';

/** `attained`: a week with the fewest changes is known; else every week has at least so many, perhaps more. */
export function fewestChangesText(fewest: number, used: number, attained: boolean): Words {
  if (!attained) {
    return {
      zh: `教学班及批次照旧时，只改 ${fewest - 1} 处以内排不出完整课表（已证明）；本方案改 ${used} 处。`,
      en: `With the sections and lines as they were, no complete week has ${fewest - 1} changes or fewer (proved); this one has ${used}.`,
    };
  }
  return {
    zh: `教学班及批次照旧时，至少要改 ${fewest} 处（调课、换教室、换教师或学生换班），本方案改 ${used} 处。`,
    en: `With the sections and lines as they were, at least ${fewest} changes are needed (of lessons, rooms, teachers or students' sections); this week has ${used}.`,
  };
}
