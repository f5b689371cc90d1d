/** What the judge returns: numbers and names, no words. Deviations are non-negative integers in the unit of their rule. */
import type { Unplaced, Unserved, Who } from '../timetable/types.ts';

/** One place where a rule does not hold; the deviations of a rule's findings add up to the rule's deviation. */
export interface Finding {
  rule: string;
  type: string;
  strength: 'must' | number;
  who: Who[];
  /** slot ids, in order of the week */
  slots: string[];
  deviation: number;
  /** the numbers behind the deviation; their names stand in the docstring of the rule's file */
  params: Record<string, string | number>;
}

/** A finding before it is tied to its rule. */
export type Breach = Pick<Finding, 'who' | 'slots' | 'deviation' | 'params'>;

export interface JudgedRule {
  rule: string;
  type: string;
  strength: 'must' | number;
  deviation: number;
  /** weight × deviation; the deviation itself for a must */
  cost: number;
}

/** A claim of the timetable about itself that the recount does not share. */
export interface Disagreement {
  what:
    | 'status'
    | 'hard'
    | 'soft'
    | 'hardBound'
    | 'softBound'
    | 'deviation'
    | 'cost'
    | 'strength'
    | 'type'
    | 'bound'
    | 'rule'
    | 'conflicts'
    | 'unserved'
    | 'unplaced';
  /** a rule id, `student course`, `section index`, or empty where the whole timetable is meant */
  about: string;
  claimed: string | number;
  counted: string | number;
}

/** Of one timetable, whatever it says of itself. */
export interface Counting {
  /** sum of the deviations of structural and must rules */
  hard: number;
  /** sum of the costs of soft rules */
  soft: number;
  /** every structural id, then every rule of the school in force, zero ones too; in scope `sections` those that sections decide */
  rules: JudgedRule[];
  findings: Finding[];
  unserved: Unserved[];
  unplaced: Unplaced[];
}

export interface Judgement extends Counting {
  disagreements: Disagreement[];
}
