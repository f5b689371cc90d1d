/** The rules as the engine numbers them: the structural ones, the school's, and after each that caps change a row for its caps. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import { STRUCTURAL } from './structural.ts';

export interface RuleRow {
  id: string;
  type: string;
  strength: 'must' | number;
  /** null: structural */
  filled: FilledRule | null;
  /** the caps of the rule, which must hold whatever its strength */
  isCap: boolean;
}

/** A limit that a rule states on what changes, by the names of rules.md; undefined where it states none. */
export function capOf({ rule }: FilledRule, name: 'maxEach' | 'max'): number | undefined {
  const value = rule[name];
  return typeof value === 'number' ? value : undefined;
}

const hasCap = (filled: FilledRule): boolean =>
  filled.type.startsWith('keep.') && (capOf(filled, 'maxEach') !== undefined || capOf(filled, 'max') !== undefined);

export function ruleRows(model: SchoolModel): RuleRow[] {
  return [
    ...STRUCTURAL.map((id): RuleRow => ({ id, type: id, strength: 'must', filled: null, isCap: false })),
    ...model.rules.flatMap((filled): RuleRow[] => {
      const { id, type, strength } = filled;
      const own: RuleRow = { id, type, strength, filled, isCap: false };
      return hasCap(filled) ? [own, { id: `${id}.max`, type, strength: 'must', filled, isCap: true }] : [own];
    }),
  ];
}
