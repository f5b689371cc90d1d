/**
 * The shared table: small weeks with the deviations they must have, for the judge and for the engine's own recount alike.
 * `engineCases` are documents that fit their school; `documentCases` are not, and are for the judge alone; so are `judgeCases`, whose kinds
 * of school the two counts are held to each other on by solving them.
 */
import { PARAMETERS_NOT_READ, RULES_NOT_READ } from '../../src/school/rule-table.ts';
import type { Rule } from '../../src/school/types.ts';
import type { Case } from './build.ts';
import { changeCases } from './change.ts';
import { cycleCases } from './cycle.ts';
import { documentCases } from './document.ts';
import { homeroomCases } from './homerooms.ts';
import { ruleCourseCases } from './rules-courses.ts';
import { ruleFormedCases, rulePeopleCases } from './rules-people.ts';
import { ruleProgressCases } from './rules-progress.ts';
import { ruleRoomCases } from './rules-rooms.ts';
import { ruleSetCases } from './rules-sets.ts';
import { ruleStudentCases } from './rules-students.ts';
import { ruleTeacherCases } from './rules-teachers.ts';
import { ruleTeachingCases } from './rules-teaching.ts';
import { ruleTimeCases } from './rules-time.ts';
import { sectionRuleCases } from './section-rules.ts';
import { structuralSectionCases } from './structural-sections.ts';
import { staffCases } from './staff.ts';
import { structuralWeekCases } from './structural-week.ts';
import { teacherRuleCases } from './teacher-rules.ts';
import { timeRuleCases } from './time-rules.ts';

export type { Case } from './build.ts';
export { changeCases, documentCases };

/** Every rule of the contract; the engine counts those that are read. */
export const ruleCases: Case[] = [
  ...ruleTimeCases,
  ...ruleCourseCases,
  ...ruleSetCases,
  ...ruleTeacherCases,
  ...ruleTeachingCases,
  ...ruleProgressCases,
  ...rulePeopleCases,
  ...ruleStudentCases,
  ...ruleRoomCases,
];

export const isRead = (rule: Rule): boolean =>
  !RULES_NOT_READ.includes(rule.type) &&
  !PARAMETERS_NOT_READ.some((name) => Object.keys(rule).some((key) => name === `${rule.type}.${key}`));

/** A case whose school the reader refuses for a rule that is not read yet. */
export const isPutOff = ({ school }: Case): boolean => !(school.rules ?? []).every(isRead);

export const engineCases: Case[] = [
  ...ruleCases.filter((one) => !isPutOff(one)),
  ...timeRuleCases,
  ...teacherRuleCases,
  ...sectionRuleCases,
  ...structuralWeekCases,
  ...structuralSectionCases,
  ...changeCases,
];

export const judgeCases: Case[] = [...cycleCases, ...staffCases, ...homeroomCases, ...ruleFormedCases];

export const cases: Case[] = [...engineCases, ...judgeCases, ...documentCases, ...ruleCases.filter(isPutOff)];
