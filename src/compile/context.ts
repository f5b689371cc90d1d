/** What the lowering of a rule may look at: the school, its sections, and who could teach them. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import type { CompiledSection } from './sections.ts';
import type { MonitorBuilder } from './monitor-builder.ts';

export interface Lowering {
  model: SchoolModel;
  sections: CompiledSection[];
  /** per section: its role, −1 where nobody teaches; roles are numbered in section order */
  roleOf: number[];
  /** per role: candidate teachers */
  candidates: number[][];
  /** per section: its room demands, with the kind asked for */
  demandsOf: { demand: number; roomKind: string }[][];
  monitors: MonitorBuilder;
}

/** Lowers one rule to monitors; `rule` is its number among the problem's rules. */
export type LowerRule = (filled: FilledRule, rule: number, context: Lowering) => void;

const includes = (list: string[] | undefined, id: string | undefined): boolean =>
  list === undefined || (id !== undefined && list.includes(id));

/** Sections that the rule's selectors select: any within a selector, all between selectors. */
export function selectSections({ rule }: FilledRule, { model, sections }: Lowering): number[] {
  const { school } = model;
  return sections.flatMap((section, index) => {
    const course = school.courses[section.course];
    const homeroom = school.homerooms[section.homeroom]?.id;
    const homes = new Set(section.students.map((s) => school.homerooms[model.studentHomeroom[s] ?? -1]?.id));
    const named =
      rule.sections === undefined ||
      rule.sections.some((it) =>
        typeof it === 'string' ? it === section.id : it.course === course?.id && it.homeroom === homeroom,
      );
    const grouping = section.homeroom >= 0 ? 'homeroom' : 'walking';
    const selected =
      named &&
      includes(rule.courses, course?.id) &&
      includes(rule.subjects, course?.subject) &&
      includes(rule.grades, course?.grade) &&
      (rule.homerooms === undefined || rule.homerooms.some((id) => homes.has(id))) &&
      (rule.grouping === undefined || rule.grouping === grouping);
    return selected ? [index] : [];
  });
}

/**
 * Teachers that the rule selects: by name, and by the sections of its other selectors where they teach; `whileIn` is the condition
 * under which the latter count (−1: always).
 */
export function selectTeachers(filled: FilledRule, context: Lowering): { teacher: number; whileIn: number }[] {
  const { rule } = filled;
  const { model, roleOf, candidates, monitors } = context;
  const named = model.school.teachers.flatMap((teacher, index) => (includes(rule.teachers, teacher.id) ? [index] : []));
  const byPlace = [rule.courses, rule.subjects, rule.grades, rule.homerooms, rule.sections, rule.grouping];
  if (byPlace.every((selector) => selector === undefined)) return named.map((teacher) => ({ teacher, whileIn: -1 }));
  const roles = selectSections(filled, context)
    .flatMap((section) => roleOf[section] ?? -1)
    .filter((role) => role >= 0);
  const whileIn = monitors.condition(roles);
  const could = new Set(roles.flatMap((role) => candidates[role] ?? []));
  return named.filter((teacher) => could.has(teacher)).map((teacher) => ({ teacher, whileIn }));
}

/** An integer parameter of a rule, or the fallback. */
export function intParameter({ rule }: FilledRule, name: string, fallback: number): number {
  const value = rule[name];
  return typeof value === 'number' ? value : fallback;
}
