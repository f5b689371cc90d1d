/**
 * A teacher for every section where a greedy plan leaves some without: annealing over plans that may ask too much of somebody, until
 * nobody is over his or her load or wanted twice at once, or only where a lesson may still move.
 */
import { drawThreshold, TEMPERATURE_UNIT } from '../search/acceptance.ts';
import { nextBelow, seedRandom } from '../search/random.ts';
import { timesOf } from './section-times.ts';
import type { TeacherProblem } from './types.ts';

/** Proposals for each section, and in all. */
const PROPOSALS = 2_000;
const MOST_PROPOSALS = 400_000;
/** Costs: a unit of workload over the most; a section beyond one at a time; a unit below the least load. */
const OVER = 30;
const TWICE = 90;
const BELOW = 3;
/** Of a section that another than its earlier teacher gets. */
const CHANGED = 12;
/** Of a lesson that cannot stay because its teacher has another then. */
const AGAIN = 28;
const UNKNOWN = 0x7fffffff;
const TEMPERATURE = 60 * TEMPERATURE_UNIT;

/**
 * Gives every section of `members` a teacher, in place. false, and `teacherOf` as it was, where no such plan was found.
 * `most`: what each teacher may give at most, whatever is bound to him or her included. `leastBelow`: no plan has
 * less workload below the least loads in all; the search ends there.
 */
export function fitTeachers(
  problem: TeacherProblem,
  members: readonly number[],
  most: (teacher: number) => number,
  leastBelow: number,
  teacherOf: Int32Array,
): boolean {
  const { sections, teachers } = problem;
  const open = members.filter((s) => sections[s].bound < 0 && sections[s].candidates.length > 1);
  if (open.length === 0) return false;
  const times = timesOf(sections);
  /** [times] 1: at a price, a teacher may have two sections then */
  const loose = new Uint8Array(times.count);
  for (const [s, section] of sections.entries())
    for (const [at, time] of section.times.entries())
      if (time >= problem.looseFrom) loose[times.item[times.start[s] + at]] = 1;
  /** [teachers] workload; [teachers × times] sections */
  const load = new Int32Array(teachers.length);
  const atTime = new Int32Array(teachers.length * times.count);
  let broken = 0;
  let below = 0;
  let changed = 0;
  let again = 0;
  const count = (section: number, teacher: number, by: 1 | -1): void => {
    const mostHere = most(teacher);
    const { min } = teachers[teacher];
    broken -= OVER * Math.max(0, load[teacher] - mostHere);
    below -= Math.max(0, min - load[teacher]);
    const { periods, earlier } = sections[section];
    if (earlier >= 0 && earlier !== teacher) changed += by;
    load[teacher] += by * periods;
    broken += OVER * Math.max(0, load[teacher] - mostHere);
    below += Math.max(0, min - load[teacher]);
    for (let at = times.start[section]; at < times.start[section + 1]; at++) {
      const cell = teacher * times.count + times.item[at];
      const there = atTime[cell];
      atTime[cell] = there + by;
      const more = Math.max(0, there + by - 1) - Math.max(0, there - 1);
      if (loose[times.item[at]] === 1) again += more;
      else broken += TWICE * more;
    }
  };
  const concerned = new Set(members.flatMap((s) => [...sections[s].candidates]));
  for (const teacher of concerned) below += teachers[teacher].min;
  const random = seedRandom(1);
  const plan = teacherOf.slice();
  for (const section of members) {
    const { candidates, bound, earlier } = sections[section];
    if (bound < 0 && earlier >= 0) plan[section] = earlier;
    if (plan[section] < 0) plan[section] = bound >= 0 ? bound : candidates[nextBelow(random, candidates.length)];
    count(section, plan[section], 1);
  }
  const put = (section: number, teacher: number): void => {
    count(section, plan[section], -1);
    plan[section] = teacher;
    count(section, teacher, 1);
  };
  const proposals = Math.min(MOST_PROPOSALS, PROPOSALS * open.length);
  const wishes = (): number => BELOW * below + CHANGED * changed + AGAIN * again;
  let cost = broken + wishes();
  const best = plan.slice();
  let least = broken === 0 ? cost : UNKNOWN;
  for (let n = 0; n < proposals && cost > BELOW * leastBelow; n++) {
    const section = open[nextBelow(random, open.length)];
    const from = plan[section];
    // Every second time in exchange for another section.
    const back = nextBelow(random, 2) === 0 ? open[nextBelow(random, open.length)] : -1;
    const { candidates } = sections[section];
    const to = back >= 0 ? plan[back] : candidates[nextBelow(random, candidates.length)];
    if (to === from || (back >= 0 && !(candidates.includes(to) && sections[back].candidates.includes(from)))) continue;
    put(section, to);
    if (back >= 0) put(back, from);
    const next = broken + wishes();
    const left = (proposals - n) / proposals;
    if (next <= cost || next - cost <= drawThreshold(random, Math.floor(TEMPERATURE * left * left))) {
      cost = next;
      if (broken === 0 && cost < least) {
        least = cost;
        best.set(plan);
      }
      continue;
    }
    if (back >= 0) put(back, to);
    put(section, from);
  }
  if (least === UNKNOWN) return false;
  teacherOf.set(best);
  return true;
}
