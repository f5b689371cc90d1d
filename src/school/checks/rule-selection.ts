/** Rules whose selectors leave nothing: no course is of all the subjects, grades and homerooms at once. Such a rule asks for nothing. */
import type { Course, Rule } from '../types.ts';
import type { Draft } from './draft.ts';
import type { Whole } from './whole.ts';

const includes = (list: readonly string[] | undefined, id: string): boolean => list === undefined || list.includes(id);

function isSelected({ model, units }: Whole, rule: Rule, course: Course, index: number): boolean {
  const { homerooms } = model.school;
  const ofGrade = homerooms.filter(({ grade }) => grade === course.grade);
  const unit = units[index];
  const grouping =
    rule.grouping === undefined || (rule.grouping === 'homeroom' ? unit?.homes.length : unit?.pools.length) !== 0;
  return (
    grouping &&
    includes(rule.courses, course.id) &&
    includes(rule.subjects, course.subject) &&
    includes(rule.grades, course.grade) &&
    (rule.homerooms === undefined || ofGrade.some(({ id }) => rule.homerooms?.includes(id)))
  );
}

/** A warning for each; a rule that names sections is looked at elsewhere. */
export function checkRuleSelection(draft: Draft, whole: Whole): void {
  if (!draft.allSound('courses')) return;
  for (const { item: rule, path } of draft.rules) {
    const { courses, subjects, grades, homerooms, grouping, sections } = rule;
    if ([courses, subjects, grades, homerooms, grouping].every((one) => one === undefined)) continue;
    if (sections !== undefined || rule.strength === 'off') continue;
    if (whole.courses.some(({ item }, index) => isSelected(whole, rule, item, index))) continue;
    draft.faults.warn('rule.selects-nothing', path, undefined, { type: rule.type });
  }
}
