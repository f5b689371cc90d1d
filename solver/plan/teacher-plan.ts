/**
 * Teachers to sections: components of teachers who share sections, sections that nobody need tell apart as one class. A greedy
 * plan with repairs first; an integer program only where the greedy plan does not reach its own lower bound.
 */
import { fitTeachers } from './fit-teachers.ts';
import { handOut } from './hand-out.ts';
import { withoutModels, type MipAnswer, type MipModel, type MipProcedure } from './mip-model.ts';
import { polishTeachers } from './polish-teachers.ts';
import { components, type Component } from './teacher-classes.ts';
import { BELOW_MIN, mostPeriods, priceOfLoad, SHORT } from './teacher-loads.ts';
import { componentModel } from './teacher-model.ts';
import type { TeacherPlan, TeacherProblem } from './types.ts';

/** Branch-and-bound nodes of the first try: mostly enough for everyone to have a teacher. */
const FEW_NODES = 20;

/** No plan of the component does better: its periods against what its teachers may give, and must be given, in all. */
function lowerBound(problem: TeacherProblem, component: Component): { short: number; hard: number } {
  const sum = (of: (teacher: number) => number): number => component.teachers.reduce((total, t) => total + of(t), 0);
  const periods = component.classes.reduce((total, group) => total + group.periods * group.members.length, 0);
  const bound = new Int32Array(problem.teachers.length);
  for (const section of problem.sections) if (section.bound >= 0) bound[section.bound] += section.periods;
  const short = Math.max(0, periods - sum((teacher) => Math.max(bound[teacher], mostPeriods(problem, teacher))));
  const below = Math.max(0, sum((teacher) => problem.teachers[teacher].min) - periods);
  return { short, hard: short * SHORT + below * BELOW_MIN };
}

function* solveComponent(
  problem: TeacherProblem,
  component: Component,
  key: string,
  teacherOf: Int32Array,
): Generator<MipModel, { short: number; shortBound: number; optimal: boolean }, MipAnswer> {
  const bound = lowerBound(problem, component);
  let first = handOut(problem, component, teacherOf);
  if (first.hard > bound.hard && bound.short === 0) {
    const members = component.classes.flatMap((group) => group.members);
    const most = (teacher: number): number => mostPeriods(problem, teacher);
    if (fitTeachers(problem, members, most, bound.hard / BELOW_MIN, teacherOf))
      first = handOut(problem, component, teacherOf, true);
  }
  // Nearer to the desired loads is a wish; it is no reason for a long search.
  if (first.hard <= bound.hard) return { short: first.short, shortBound: bound.short, optimal: true };
  const { model, read } = componentModel(problem, component, key);
  let answer = yield { ...model, key: `${key}/few`, maxNodes: FEW_NODES };
  const isUsable = (): boolean => answer.status === 'optimal' || answer.status === 'feasible';
  const isEnough = (): boolean => isUsable() && Math.floor(answer.objective / SHORT) <= bound.short;
  // Periods without a teacher are worth a long search, loads nearer to their targets are not.
  if (answer.status !== 'optimal' && !isEnough()) answer = yield model;
  const optimal = answer.status === 'optimal';
  const usable = isUsable();
  if (usable && answer.objective < first.cost) read(answer.values, teacherOf);
  const cost = usable ? Math.min(first.cost, answer.objective) : first.cost;
  const short = Math.floor(cost / SHORT);
  return { short, shortBound: optimal ? short : bound.short, optimal };
}

/**
 * Bound teachers are kept whatever they cost; nobody else is given more than `max`, or two sections of one time. Once `stopped`, what is left is
 * nobody's: for whoever throws the plan away.
 */
export function* planTeachers(problem: TeacherProblem, stopped = (): boolean => false): MipProcedure<TeacherPlan> {
  const teacherOf = new Int32Array(problem.sections.length).fill(-1);
  let short = 0;
  for (const { bound, candidates, periods } of problem.sections)
    if (bound < 0 && candidates.length === 0) short += periods;
  let shortBound = short;
  let optimal = true;
  for (const [index, component] of components(problem).entries()) {
    if (stopped()) break;
    const part = yield* solveComponent(problem, component, `${problem.key}/${index}`, teacherOf);
    short += part.short;
    shortBound += part.shortBound;
    optimal &&= part.optimal;
  }
  if (problem.staff && !stopped()) {
    polishTeachers(problem, teacherOf, {
      price: (teacher, load, courses) => priceOfLoad(problem.teachers[teacher], load, courses),
      most: (teacher) => mostPeriods(problem, teacher),
      short: SHORT,
    });
    short = problem.sections.reduce((sum, { periods }, s) => sum + (teacherOf[s] < 0 ? periods : 0), 0);
  }
  return { teacherOf, short, shortBound, optimal };
}

/** The plan that needs no model, for whom the clock has struck. */
export const planTeachersGreedily = (problem: TeacherProblem): TeacherPlan => withoutModels(planTeachers(problem));
