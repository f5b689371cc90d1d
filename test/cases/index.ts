/**
 * The shared table: small weeks with the deviations they must have, for the judge and for the engine's own recount alike.
 * `engineCases` are documents that fit their school; `documentCases` are not, and are for the judge alone.
 */
import type { Case } from './build.ts';
import { documentCases } from './document.ts';
import { sectionRuleCases } from './section-rules.ts';
import { structuralSectionCases } from './structural-sections.ts';
import { structuralWeekCases } from './structural-week.ts';
import { teacherRuleCases } from './teacher-rules.ts';
import { timeRuleCases } from './time-rules.ts';

export type { Case } from './build.ts';
export { documentCases };

export const engineCases: Case[] = [
  ...timeRuleCases,
  ...teacherRuleCases,
  ...sectionRuleCases,
  ...structuralWeekCases,
  ...structuralSectionCases,
];

export const cases: Case[] = [...engineCases, ...documentCases];
