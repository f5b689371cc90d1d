/** One sentence for each kind of thing that does not hold: who, what, when; and the name of the rule in tables. */
import { named, UNITS, type ConflictText } from './conflict-facts.ts';
import { RULE_TEXTS } from './conflict-rules.ts';
import { STRUCTURAL_TEXTS } from './conflict-structural.ts';

export type { ConflictFacts, ConflictText } from './conflict-facts.ts';

/** A rule type without words of its own still names everything that is known. */
const otherText = (type: string): ConflictText => ({
  title: { zh: type, en: type },
  unit: UNITS.cases,
  sentence: {
    zh: (f) => `规则 ${type} 未满足（偏差 ${f.n}）：${named(f).join('，')}`,
    en: (f) => `Rule ${type} does not hold (deviation ${f.n}): ${named(f).join(', ')}`,
  },
});

export const conflictTypes: readonly string[] = [...Object.keys(STRUCTURAL_TEXTS), ...Object.keys(RULE_TEXTS)];

export const conflictText = (type: string): ConflictText =>
  STRUCTURAL_TEXTS[type] ?? RULE_TEXTS[type] ?? otherText(type);
