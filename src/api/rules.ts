/** Rules as an office looks them up: every type there is, and those that would fit a school. */
import { defaultRules } from '../school/default-rules.ts';
import { jsonSchema, type JsonSchema } from '../school/json-schema.ts';
import { makeSchoolModel } from '../school/model.ts';
import { RULE_TABLE, RULES_NOT_READ, SELECTORS } from '../school/rule-table.ts';
import { suggestRules } from '../school/suggest-rules.ts';
import type { Rule, School } from '../school/types.ts';
import { conflictText } from '../text/conflicts.ts';
import { FAMILY_WORDS, parameterWords, RULE_WORDS } from '../text/rules.ts';
import { suggestionWords } from '../text/rule-suggestions.ts';
import type { Lang, Words } from '../text/lang.ts';

export interface RuleParameter {
  name: string;
  required: boolean;
  words: Words;
  schema: JsonSchema;
}

export interface RuleType {
  type: string;
  family: Words;
  title: Words;
  meaning: Words;
  /** what the deviation counts, and in which unit */
  counts: Words;
  unit: Words;
  /** judges all that it selects as one set */
  isSet: boolean;
  /** false: part of the contract, refused by name in this version */
  isRead: boolean;
  /** the selectors that mean something */
  selectors: string[];
  parameters: RuleParameter[];
  /** default rules of this type */
  defaults: string[];
}

const EMPTY: Words = { zh: '', en: '' };

/** The ids of defaults by type, whatever a school's subjects and periods are. */
const DEFAULTS: readonly Rule[] = defaultRules({
  calendar: { days: [], periods: [{ id: '1', name: '', part: 'morning' }] },
  subjects: [
    { id: 'a', name: '', kind: 'main' },
    { id: 'b', name: '', kind: 'pe' },
  ],
} as unknown as School);

/** In the order of docs/rules.md. */
export const ruleTypes = (): RuleType[] =>
  RULE_TABLE.map(({ type, family, isSet, only = SELECTORS, parameters }) => ({
    type,
    family: FAMILY_WORDS[family] ?? EMPTY,
    title: conflictText(type).title,
    meaning: RULE_WORDS[type]?.meaning ?? EMPTY,
    counts: RULE_WORDS[type]?.counts ?? EMPTY,
    unit: conflictText(type).unit,
    isSet: isSet === true,
    isRead: !RULES_NOT_READ.includes(type),
    selectors: only.filter((selector) => !(selector in parameters())),
    parameters: Object.entries(parameters()).map(([name, shape]) => ({
      name,
      required: shape.optional !== true,
      words: parameterWords(type, name),
      schema: jsonSchema(shape),
    })),
    defaults: DEFAULTS.flatMap((rule) => (rule.type === type && rule.id !== undefined ? [rule.id] : [])),
  }));

/** Rules that fit the school, each with a note in the language; a school with them is read without a fault. */
export const suggestedRules = (school: School, lang: Lang): Rule[] =>
  suggestRules(makeSchoolModel(school)).map(({ rule, reason, params }) => {
    const { type, strength, ...keys } = rule;
    return { type, ...keys, strength, note: suggestionWords(reason, params)[lang] };
  });
