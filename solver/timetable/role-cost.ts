/** What depends on who fills a role, or two that exchange their teachers: asked before and after a change, the difference is its exact cost. */
import { apartTotal, staffTotal, teacherTotal } from './cost.ts';
import { changeCapTotal, keepTotal } from './kept-teachers.ts';
import { teachingRulesTotal } from './rules/rule-counters.ts';
import type { WeekState } from './state.ts';

/** `partner`: the other role, −1 where there is none; `one` and `other`: the teachers concerned, −1: nobody. What an open role costs is left out. */
export function rolesCost(state: WeekState, role: number, partner: number, one: number, other: number): number {
  return (
    (one >= 0 ? teacherTotal(state, one) + apartTotal(state, one, other) : 0) +
    (other >= 0 ? teacherTotal(state, other) + apartTotal(state, other, -1) : 0) +
    keepTotal(state, role) +
    (partner >= 0 ? keepTotal(state, partner) : 0) +
    changeCapTotal(state) +
    staffTotal(state) +
    teachingRulesTotal(state)
  );
}
