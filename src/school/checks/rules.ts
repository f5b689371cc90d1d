import type { FaultList } from '../fault-list.ts';
import { suggestion } from '../nearest.ts';
import { defaultRules } from '../default-rules.ts';
import { RULES_NOT_READ, RULE_SHAPES, RULE_TYPES } from '../rule-table.ts';
import { shapeCheck, type ShapeCheck } from '../shape-check.ts';
import type { School } from '../types.ts';
import { checkSlots, type Draft } from './draft.ts';
import { checkParameters } from './rule-parameters.ts';
import { findSection, homeSection, suggestSection } from './section-ids.ts';
import type { Whole } from './whole.ts';

const checks: ReadonlyMap<string, ShapeCheck> = new Map(
  [...RULE_SHAPES].map(([type, shape]) => [type, shapeCheck(shape)]),
);

/** The shape of each rule by its type; part of the shape pass, before references. */
export function checkRuleShapes(rules: unknown, faults: FaultList): void {
  if (!Array.isArray(rules)) return;
  const ids = new Map<string, number>();
  rules.forEach((rule: unknown, index) => {
    const path = `rules[${index}]`;
    if (typeof rule !== 'object' || rule === null || !('type' in rule) || typeof rule.type !== 'string') return;
    const { type } = rule;
    const check = checks.get(type);
    if (RULES_NOT_READ.includes(type)) faults.report('rule.not-read', `${path}.type`, type, { type });
    else if (check) check(rule, path, faults);
    else if (type !== '') {
      faults.report('rule.type-unknown', `${path}.type`, type, {
        type,
        ...suggestion(type, RULE_TYPES),
      });
    }
    const id = 'id' in rule && typeof rule.id === 'string' ? rule.id : undefined;
    const first = id === undefined ? undefined : ids.get(id);
    if (id === undefined) return;
    if (first === undefined) ids.set(id, index);
    else faults.report('id.duplicate', `${path}.id`, id, { kind: 'rule', id, first: `rules[${first}]` });
  });
}

const DEFAULT_PREFIX = 'default.';

/** The ids of all defaults, whatever this school's subjects and periods are. */
const DEFAULT_IDS: readonly string[] = defaultRules({
  calendar: { days: [], periods: [{ id: '1', name: '', part: 'morning' }] },
  subjects: [
    { id: 'a', name: '', kind: 'main' },
    { id: 'b', name: '', kind: 'pe' },
  ],
} as unknown as School).flatMap((rule) => rule.id ?? []);

export function checkRules(draft: Draft): void {
  for (const { item: rule, path } of draft.rules) {
    if (rule['slots'] !== undefined) checkSlots(draft, rule['slots'] as string | string[], `${path}.slots`);
    if (rule.type === 'course.spread' && rule['maxPerDay'] === undefined && rule['minGapDays'] === undefined) {
      draft.faults.report('rule.spread-empty', path, undefined, { type: rule.type });
    }
    if (rule.type === 'teacher.apart' && (rule.teachers?.length ?? 0) < 2) {
      draft.faults.report('rule.apart-few', path, undefined, { type: rule.type });
    }
    checkParameters(draft, rule, path);
    if (rule.id?.startsWith(DEFAULT_PREFIX) && !DEFAULT_IDS.includes(rule.id)) {
      draft.faults.report('rule.default-unknown', `${path}.id`, rule.id, {
        id: rule.id,
        ...suggestion(rule.id, DEFAULT_IDS),
      });
    }
  }
}

/** Sections that a rule names exist, given or solver-made. */
export function checkRuleSections(draft: Draft, whole: Whole): void {
  for (const { item: rule, path } of draft.rules) {
    rule.sections?.forEach((address, index) => {
      const where = `${path}.sections[${index}]`;
      if (typeof address !== 'string') {
        if (!whole.courseOf.has(address.course) || homeSection(draft, whole, address.course, address.homeroom)) return;
        draft.faults.report('rule.no-home-section', where, undefined, { ...address });
      } else if (draft.allSound('courses') && !findSection(draft, whole, address)) {
        const params = { section: address, ...suggestSection(draft, whole, address) };
        draft.faults.report('rule.section-unknown', where, address, params);
      }
    });
  }
}
