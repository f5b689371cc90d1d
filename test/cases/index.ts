/**
 * The shared table: small weeks with the deviations they must have, for the judge and for the engine's own recount alike.
 * `engineCases` are documents that fit their school; `documentCases` are not, and are for the judge alone; so are `judgeCases`, whose kinds
 * of school the two counts are held to each other on by solving them.
 */
import type { Case } from './build.ts';
import { changeCases } from './change.ts';
import { cycleCases } from './cycle.ts';
import { documentCases } from './document.ts';
import { homeroomCases } from './homerooms.ts';
import { sectionRuleCases } from './section-rules.ts';
import { structuralSectionCases } from './structural-sections.ts';
import { staffCases } from './staff.ts';
import { structuralWeekCases } from './structural-week.ts';
import { teacherRuleCases } from './teacher-rules.ts';
import { timeRuleCases } from './time-rules.ts';

export type { Case } from './build.ts';
export { changeCases, documentCases };

export const engineCases: Case[] = [
  ...timeRuleCases,
  ...teacherRuleCases,
  ...sectionRuleCases,
  ...structuralWeekCases,
  ...structuralSectionCases,
  ...changeCases,
];

export const judgeCases: Case[] = [...cycleCases, ...staffCases, ...homeroomCases];

export const cases: Case[] = [...engineCases, ...judgeCases, ...documentCases];
