import type { Rule } from '../../school/types.ts';
import type { Breach } from '../judgement.ts';
import type { Week } from '../week.ts';

/** One file per office rule: where the rule does not hold, as breaches whose deviations add up to the rule's. */
export type RuleJudge = (week: Week, rule: Rule) => Breach[];

/** A parameter that must be a count; `fallback` where the rule leaves it out. */
export const countOf = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);
