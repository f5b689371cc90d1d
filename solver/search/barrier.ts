/** What happens between epochs, when all islands have stopped: the best is found, and the worst island takes it over. */
import type { Problem } from '../problem/problem.ts';
import { HEADER, viewIsland } from './island-record.ts';
import type { EpochPlan } from './schedule.ts';

/** True score first, then the island's number: one total order, never who came first. */
export function bestIsland(islands: readonly Int32Array[]): number {
  let best = 0;
  for (let i = 1; i < islands.length; i++) if (isBetter(islands[i], islands[best])) best = i;
  return best;
}

function isBetter(one: Int32Array, other: Int32Array): boolean {
  const hard = one[HEADER.bestHard] - other[HEADER.bestHard];
  return hard < 0 || (hard === 0 && one[HEADER.bestSoft] < other[HEADER.bestSoft]);
}

/** At the end of a cooling the worst island goes on from the best one's solution; weights stay its own. */
export function exchange(problem: Problem, islands: readonly Int32Array[], plan: EpochPlan): void {
  if (!plan.coolingEnds || islands.length < 2) return;
  const best = bestIsland(islands);
  let worst = 0;
  for (let i = 1; i < islands.length; i++) if (!isBetter(islands[i], islands[worst])) worst = i;
  if (best === worst) return;
  const from = viewIsland(problem, islands[best]);
  const to = viewIsland(problem, islands[worst]);
  to.header[HEADER.bestHard] = from.header[HEADER.bestHard];
  to.header[HEADER.bestSoft] = from.header[HEADER.bestSoft];
  to.best.lessonSlot.set(from.best.lessonSlot);
  to.best.roleTeacher.set(from.best.roleTeacher);
  to.best.demandRoom.set(from.best.demandRoom);
  to.best.enrolled.set(from.best.enrolled);
}
