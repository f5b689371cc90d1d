/** Whose sections are given out anew, besides those without a teacher: fewer colleagues first. */
import type { SchoolModel } from '../school/model.ts';
import { loadUnit, type CompiledRole } from './roles.ts';

/** Colleagues tried one at a time; then circles of two, four, eight … */
const ONE_BY_ONE = 24;

/**
 * Candidates of all roles, in wider and wider circles: those who could take what is left without a teacher, most spare load first, and of
 * everybody in the circle all sections, until circles have more than `most`. `kept`: candidates narrowed to the teachers of the earlier week; `teacherOf`: the plan with
 * these, −1 where nobody is left.
 */
export function* widerCandidates(
  model: SchoolModel,
  roles: CompiledRole[],
  kept: CompiledRole[],
  teacherOf: Int32Array,
  most = Number.POSITIVE_INFINITY,
): Generator<CompiledRole[]> {
  const spare = model.school.teachers.map(({ load }) => load.max * model.grid.weeks * loadUnit(model));
  const colleagues = new Set<number>();
  roles.forEach((role, index) => {
    const teacher = teacherOf[index] ?? -1;
    if (teacher >= 0) spare[teacher] = (spare[teacher] ?? 0) - role.workload;
    else for (const candidate of role.candidates) colleagues.add(candidate);
  });
  const order = [...colleagues].toSorted((a, b) => (spare[b] ?? 0) - (spare[a] ?? 0) || a - b);
  const circleOf = (circle: Set<number>): CompiledRole[] =>
    roles.map((role, index) => (circle.has(teacherOf[index] ?? -1) ? role : (kept[index] ?? role)));
  for (const one of order.slice(0, ONE_BY_ONE)) yield circleOf(new Set([one]));
  for (let count = 2; count < order.length && count <= most; count *= 2) yield circleOf(new Set(order.slice(0, count)));
  if (order.length <= most) yield circleOf(new Set(order));
}
