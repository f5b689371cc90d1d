/** What a rule surely looks at, before anybody knows who teaches what and where: enough to say that two rules cannot both hold. */
import { SELECTORS } from '../rule-table.ts';
import type { Rule } from '../types.ts';
import type { Draft, Entry } from './draft.ts';
import type { SectionPlace } from './section-ids.ts';
import type { Whole } from './whole.ts';

/** Rules that must hold, as far as they are sound. */
export const mustRules = ({ rules, faults }: Draft): Entry<Rule>[] =>
  rules.filter(({ item, path }) => item.strength === 'must' && faults.isClean(path));

/** `rules[3]` and its words, for a fault that stands at another rule. */
export function otherRule({ item, path }: Entry<Rule>): { other: string; otherText: string } {
  const { id, type, note } = item;
  return { other: path, otherText: [id, type, note].filter((word) => word !== undefined && word !== '').join(' ') };
}

const includes = (list: readonly string[] | undefined, id: string): boolean => list === undefined || list.includes(id);

/** Whether every section of the course is selected, whoever teaches it and wherever it is. */
export function coversCourse(whole: Whole, rule: Rule, course: number): boolean {
  const { teachers, rooms, students, sections, homerooms, grouping } = rule;
  const item = whole.courses[course]?.item;
  const narrowed = [teachers, rooms, students, sections, homerooms, grouping].some((one) => one !== undefined);
  return (
    item !== undefined &&
    !narrowed &&
    includes(rule.courses, item.id) &&
    includes(rule.subjects, item.subject) &&
    includes(rule.grades, item.grade)
  );
}

/** The same of one section, which may be a homeroom's own. */
export function coversSection(whole: Whole, rule: Rule, place: SectionPlace, id: string): boolean {
  const { teachers, rooms, students, sections, homerooms, grouping, ...wide } = rule;
  if ([teachers, rooms, students].some((one) => one !== undefined)) return false;
  const { homeroom = '' } = place;
  const course = whole.courses[place.course]?.item.id ?? '';
  const home = whole.units[place.course]?.homes.some(
    (one) => whole.model.school.homerooms[one.homeroom]?.id === homeroom,
  );
  const isNamed = sections?.some((address) =>
    typeof address === 'string' ? address === id : address.course === course && address.homeroom === homeroom,
  );
  return (
    coversCourse(whole, wide as Rule, place.course) &&
    isNamed !== false &&
    includes(homerooms, homeroom) &&
    (grouping === undefined || (grouping === 'homeroom') === (home === true))
  );
}

const BESIDE_TEACHERS = SELECTORS.filter((selector) => selector !== 'teachers' && selector !== 'groups');

/** The teachers whom a rule surely looks at: those it names, or all; none where it depends on who teaches what. */
export function teachersCovered({ school }: Draft, rule: Rule): readonly string[] {
  if (BESIDE_TEACHERS.some((key) => rule[key] !== undefined)) return [];
  return rule.teachers ?? school.teachers.map(({ id }) => id);
}
