/** What cannot be done, with proofs that anyone can recount. */
export { applyChange } from './repairs/apply-change.ts';
export type { Change } from './repairs/change.ts';
export { nameChange } from './repairs/name-change.ts';
export { plansFromWeek, type Hindrance } from './repairs/from-week.ts';
export { repairPlans, type RepairPlan } from './repairs/plans.ts';
export { findImpossible } from './find.ts';
export type { Finding } from './finding.ts';
export { nameFacts, type NamedFact } from './name-facts.ts';
export { choosingGrades, countMode, inMode, MODES, type Mode } from './modes.ts';
export { makeSituation } from './situation.ts';
export { combinations, countScenario, withCap, type WhatIf } from './what-if.ts';
export { relaxationsOf, type Relaxation } from './relaxations.ts';
