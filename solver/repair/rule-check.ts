/** What a look at the required rules finds. */
import type { RepairState } from './state.ts';
import type { Trouble } from './troubles.ts';

export interface RulesFound {
  trouble: Trouble | null;
  /** false: a rule may be broken that this search cannot reason about */
  settled: boolean;
}

export const FINE: RulesFound = { trouble: null, settled: true };
export const UNKNOWN: RulesFound = { trouble: null, settled: false };

export const broken = (events: number[], teachers: number[]): RulesFound => ({
  trouble: { kind: 'rule', events, teachers },
  settled: true,
});

export type Check = (state: RepairState, isRequired: (rule: number) => boolean) => RulesFound;
