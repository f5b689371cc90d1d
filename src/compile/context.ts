/** What the lowering of a rule may look at: the school, its sections, and who could teach them. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import type { CompiledSection } from './sections.ts';
import type { MonitorBuilder } from './monitor-builder.ts';

export interface Lowering {
  model: SchoolModel;
  sections: CompiledSection[];
  /** per section: its roles, the teacher of the course first; none where nobody teaches */
  rolesOf: number[][];
  /** per role: candidate teachers */
  candidates: number[][];
  /** per section: its room demands, with the kind asked for */
  demandsOf: { demand: number; roomKind: string }[][];
  monitors: MonitorBuilder;
  /** adds to a rule what the sections alone have decided */
  settled(rule: number, deviation: number): void;
}

/** Lowers one rule to monitors; `rule` is its number among the problem's rules. */
export type LowerRule = (filled: FilledRule, rule: number, context: Lowering) => void;

const includes = (list: string[] | undefined, id: string | undefined): boolean =>
  list === undefined || (id !== undefined && list.includes(id));

/**
 * Sections that the rule's selectors select: any within a selector, all between selectors. Teachers and rooms are not settled yet: every
 * section that could have one of them is selected, and the true score looks whether it does.
 */
export function selectSections(filled: FilledRule, context: Lowering): number[] {
  const { rule } = filled;
  const { model, sections } = context;
  const { school } = model;
  return sections.flatMap((section, index) => {
    const course = school.courses[section.course];
    const homeroom = school.homerooms[section.homeroom]?.id;
    const homes = new Set(
      section.given?.homerooms ?? section.students.map((s) => school.homerooms[model.studentHomeroom[s] ?? -1]?.id),
    );
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
      (rule.grouping === undefined || rule.grouping === grouping) &&
      mayBeTaughtBy(filled, index, context) &&
      mayBeHeldIn(filled, index, context);
    return selected ? [index] : [];
  });
}

function mayBeTaughtBy({ type, rule }: FilledRule, section: number, { model, rolesOf, candidates }: Lowering): boolean {
  if (rule.teachers === undefined || type.startsWith('teacher.')) return true;
  const could = (rolesOf[section] ?? []).flatMap((role) => candidates[role] ?? []);
  return rule.teachers.some((id) => could.includes(model.teacherOf.get(id) ?? -1));
}

function mayBeHeldIn({ rule }: FilledRule, section: number, { model, demandsOf }: Lowering): boolean {
  if (rule.rooms === undefined) return true;
  const kinds = rule.rooms.map((id) => model.school.rooms[model.roomOf.get(id) ?? -1]?.kind);
  return (demandsOf[section] ?? []).some(({ roomKind }) => kinds.includes(roomKind));
}

/**
 * Teachers that the rule selects: by name, and by the sections of its other selectors where they teach; `whileIn` is the condition
 * under which the latter count (−1: always).
 */
export function selectTeachers(filled: FilledRule, context: Lowering): { teacher: number; whileIn: number }[] {
  const { rule } = filled;
  const { model, rolesOf, candidates, monitors } = context;
  const named = model.school.teachers.flatMap((teacher, index) => (includes(rule.teachers, teacher.id) ? [index] : []));
  const byPlace = [rule.courses, rule.subjects, rule.grades, rule.homerooms, rule.sections, rule.grouping, rule.rooms];
  if (byPlace.every((selector) => selector === undefined)) return named.map((teacher) => ({ teacher, whileIn: -1 }));
  const roles = selectSections(filled, context).flatMap((section) => rolesOf[section] ?? []);
  const whileIn = monitors.condition(roles);
  const could = new Set(roles.flatMap((role) => candidates[role] ?? []));
  return named.filter((teacher) => could.has(teacher)).map((teacher) => ({ teacher, whileIn }));
}

/** An integer parameter of a rule, or the fallback. */
export function intParameter({ rule }: FilledRule, name: string, fallback: number): number {
  const value = rule[name];
  return typeof value === 'number' ? value : fallback;
}
