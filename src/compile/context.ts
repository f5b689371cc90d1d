/** What the lowering of a rule may look at: the school, its sections, and who could teach them. */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import { homesOf } from './room-sets.ts';
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
  /** The demand should stay in these rooms, because a cap says so; `always`: no other room is allowed at all. */
  keepRooms(demand: number, rooms: number[], always: boolean): void;
  /** So many of the rooms should stay free in the slots of the mask. */
  reserveRooms(rule: number, rooms: number[], count: number, mask: Uint8Array): void;
}

/** Lowers one rule to monitors; `rule` is its number among the problem's rules, `capRule` that of its caps, −1 where it states none. */
export type LowerRule = (filled: FilledRule, rule: number, context: Lowering, capRule: number) => void;

const includes = (list: string[] | undefined, id: string | undefined): boolean =>
  list === undefined || (id !== undefined && list.includes(id));

/** Whether the selectors that select sections by what they are select this one: any within a selector, all between selectors. */
export function isPlaceSelected({ rule }: FilledRule, section: CompiledSection, model: SchoolModel): boolean {
  const { school } = model;
  const course = school.courses[section.course];
  const homeroom = school.homerooms[section.homeroom]?.id;
  const isHere = (id: string): boolean =>
    section.given?.homerooms?.includes(id) ?? homesOf(model, section).includes(model.homeroomOf.get(id) ?? -1);
  const isNamed =
    rule.sections?.some((it) =>
      typeof it === 'string' ? it === section.id : it.course === course?.id && it.homeroom === homeroom,
    ) ?? true;
  return (
    isNamed &&
    includes(rule.courses, course?.id) &&
    includes(rule.subjects, course?.subject) &&
    includes(rule.grades, course?.grade) &&
    (rule.homerooms?.some(isHere) ?? true) &&
    (rule.students?.some((id) => section.students.includes(model.studentOf.get(id) ?? -1)) ?? true) &&
    (rule.grouping === undefined || rule.grouping === (section.homeroom >= 0 ? 'homeroom' : 'walking'))
  );
}

/**
 * Sections that the rule's selectors select. Teachers and rooms are not settled yet: every section that could have one of them is
 * selected, and the true score looks whether it does.
 */
export const selectSections = (filled: FilledRule, context: Lowering): number[] =>
  context.sections.flatMap((section, index) =>
    isPlaceSelected(filled, section, context.model) &&
    mayBeTaughtBy(filled, index, context) &&
    mayBeHeldIn(filled, index, context)
      ? [index]
      : [],
  );

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
  const { courses, subjects, grades, homerooms, sections, grouping, rooms, students } = rule;
  const byPlace = [courses, subjects, grades, homerooms, sections, grouping, rooms, students];
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
