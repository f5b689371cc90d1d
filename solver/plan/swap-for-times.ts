/**
 * A teacher plan made to fit the week: whoever is away on some days gets the sections whose wishes these days hurt least. Sections are
 * given away, or exchanged two at a time, as long as that costs less; loads, lines and least loads are kept to.
 */
import { onlyRole, type TimeCosts } from '../bounds/time-costs.ts';
import type { Problem } from '../problem/problem.ts';
import { mostPeriods } from './teacher-loads.ts';
import type { TeacherProblem } from './types.ts';

/** A section that does not fit into a teacher's free slots at all. */
const DOES_NOT_FIT = 1_000_000;

/**
 * A function that improves a plan [roles] in place; what it needs to know of the week is asked before, while a plan is made. Where rules say who
 * teaches what nothing happens; of two ways that save as much the one nearer to desired loads is taken, but any saving comes before these. What
 * rules wish of two teachers' weeks (teacher.apart) it does not know.
 */
export function makeSwapForTimes(
  problem: Problem,
  { wishes, free, costWith }: TimeCosts,
  staffing: TeacherProblem,
): (teacherOf: Int32Array) => void {
  const { sections, teachers } = staffing;
  if (staffing.staff) return () => {};
  const eventOf = new Int32Array(sections.length).fill(-1);
  for (let event = 0; event < problem.events.count; event++) {
    const role = onlyRole(problem, event);
    const wish = wishes[event];
    if (role >= 0 && wish && costWith(wish, -1) !== null) eventOf[role] = event;
  }
  /** Whether the other is free at a time when the teacher is not: else nothing is gained by asking. */
  const isFreer = (other: number, teacher: number): boolean =>
    free[other].some((open, slot) => open > free[teacher][slot]);
  const cost = (role: number, teacher: number): number => {
    const wish = eventOf[role] < 0 ? null : wishes[eventOf[role]];
    return wish ? (costWith(wish, teacher) ?? DOES_NOT_FIT) : 0;
  };
  for (const [role, { bound, candidates }] of sections.entries())
    if (bound < 0) for (const teacher of candidates) cost(role, teacher);
  const isOpen = (role: number): boolean => sections[role].bound < 0;
  return (teacherOf) => {
    const load = new Int32Array(teachers.length);
    const rolesOf: Set<number>[] = teachers.map(() => new Set());
    teacherOf.forEach((teacher, role) => {
      if (teacher < 0) return;
      load[teacher] += sections[role].periods;
      rolesOf[teacher].add(role);
    });
    /** Whether the teacher may have the section in place of one of theirs (−1: beside all). */
    const mayTake = (teacher: number, role: number, instead: number): boolean => {
      if (!sections[role].candidates.includes(teacher)) return false;
      const after = load[teacher] + sections[role].periods - (instead < 0 ? 0 : sections[instead].periods);
      if (after > Math.max(load[teacher], mostPeriods(staffing, teacher))) return false;
      if (after < Math.min(load[teacher], teachers[teacher].min)) return false;
      return [...rolesOf[teacher]].every(
        (own) => own === instead || !sections[own].times.some((time) => sections[role].times.includes(time)),
      );
    };
    const give = (role: number, teacher: number): void => {
      const before = teacherOf[role];
      rolesOf[before].delete(role);
      load[before] -= sections[role].periods;
      rolesOf[teacher].add(role);
      load[teacher] += sections[role].periods;
      teacherOf[role] = teacher;
    };
    const offTarget = (teacher: number, by: number): number =>
      teachers[teacher].target < 0 ? 0 : Math.abs(load[teacher] + by - teachers[teacher].target);
    /** The exchange, or gift, that saves most; of equals the one that leaves loads nearer to what is desired. */
    const improve = (role: number): boolean => {
      const teacher = teacherOf[role];
      if (!sections[role].candidates.some((other) => isFreer(other, teacher))) return false;
      const now = cost(role, teacher);
      let best: { heir: number; back: number; saved: number; off: number } | null = null;
      const weigh = (heir: number, back: number, saved: number): void => {
        if (saved <= 0 || (best && saved < best.saved)) return;
        const by = sections[role].periods - (back < 0 ? 0 : sections[back].periods);
        const off = offTarget(heir, by) + offTarget(teacher, -by);
        if (!best || saved > best.saved || off < best.off) best = { heir, back, saved, off };
      };
      for (const heir of sections[role].candidates) {
        if (heir === teacher) continue;
        const saved = now - cost(role, heir);
        if (saved <= 0) continue;
        const isAbove = load[teacher] - sections[role].periods >= teachers[teacher].min;
        if (isAbove && mayTake(heir, role, -1)) weigh(heir, -1, saved);
        for (const back of rolesOf[heir]) {
          // Nobody knows what times a section needs that cannot be counted: then only whoever is there at least as often may have it.
          if (
            !isOpen(back) ||
            (eventOf[back] < 0 && isFreer(heir, teacher)) ||
            !mayTake(heir, role, back) ||
            !mayTake(teacher, back, role)
          )
            continue;
          weigh(heir, back, saved + cost(back, heir) - cost(back, teacher));
        }
      }
      const found = best as { heir: number; back: number } | null;
      if (!found) return false;
      give(role, found.heir);
      if (found.back >= 0) give(found.back, teacher);
      return true;
    };
    // Every change saves something, so that it ends.
    for (let isBetter = true; isBetter;) {
      isBetter = false;
      for (let role = 0; role < sections.length; role++)
        if (teacherOf[role] >= 0 && isOpen(role) && improve(role)) isBetter = true;
    }
  };
}
