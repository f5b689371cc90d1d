/** Rules on who sits with whom, while students change sections: the monitors that look at a proposal, and what they cost before and with it. */
import { rosterDeviation, type People } from '../monitors/roster-shapes.ts';
import { invertCsr, itemsOf, type Csr } from '../problem/problem.ts';
import type { Rosters } from './rosters.ts';

export interface RosterWatch {
  rosters: Rosters;
  /** CSR event → roster monitors */
  rosterOf: Csr;
  /** [roster monitors] people of each of its events, to be filled */
  people: People[][];
  /** [roster monitors] number of the look at which it was found last */
  looked: Int32Array;
  look: number;
  /** [roster monitors] deviation before the proposal */
  kept: Int32Array;
  /** [roster monitors] those that look at the events of the proposal, the first watchCount; and their deviation with it */
  watching: Int32Array;
  watchCount: number;
  proposed: Int32Array;
}

export function openWatch(rosters: Rosters): RosterWatch {
  const { events, monitors } = rosters.problem;
  const { roster } = monitors;
  const watch: RosterWatch = {
    rosters,
    rosterOf: invertCsr(roster.events, events.count),
    people: Array.from({ length: roster.count }, (_, m) =>
      Array.from(itemsOf(roster.events, m), () => ({ count: 0, sum: 0 })),
    ),
    looked: new Int32Array(roster.count),
    look: 0,
    kept: new Int32Array(roster.count),
    watching: new Int32Array(roster.count),
    watchCount: 0,
    proposed: new Int32Array(roster.count),
  };
  for (let m = 0; m < roster.count; m++) watch.kept[m] = rosterDeviation(monitors, m, seated(watch, m));
  return watch;
}

/** Begins a proposal. */
export function watchNothing(watch: RosterWatch): void {
  watch.look++;
  watch.watchCount = 0;
}

/** Finds the monitors of an event of the proposal that were not found yet; gives what these cost before it. */
export function watchEvent(watch: RosterWatch, event: number): number {
  const { rosterOf, looked, watching, kept, rosters } = watch;
  const { rule } = rosters.problem.monitors.roster;
  let cost = 0;
  for (let i = rosterOf.start[event]; i < rosterOf.start[event + 1]; i++) {
    const m = rosterOf.item[i];
    if (looked[m] === watch.look) continue;
    looked[m] = watch.look;
    watching[watch.watchCount++] = m;
    cost += rosters.ruleCost[rule[m]] * kept[m];
  }
  return cost;
}

/** What those that were found cost now, with the proposal carried out. */
export function watchedCost(watch: RosterWatch): number {
  const { watching, proposed, rosters } = watch;
  const { monitors } = rosters.problem;
  let cost = 0;
  for (let i = 0; i < watch.watchCount; i++) {
    proposed[i] = rosterDeviation(monitors, watching[i], seated(watch, watching[i]));
    cost += rosters.ruleCost[monitors.roster.rule[watching[i]]] * proposed[i];
  }
  return cost;
}

/** The proposal stands. */
export function keepWatched({ watching, kept, proposed, watchCount }: RosterWatch): void {
  for (let i = 0; i < watchCount; i++) kept[watching[i]] = proposed[i];
}

/** Who sits in each event of the monitor now. */
function seated({ people, rosters }: RosterWatch, monitor: number): People[] {
  const { problem, valued, valueSum, size } = rosters;
  const { roster } = problem.monitors;
  const list = people[monitor];
  const row = roster.value[monitor];
  const from = roster.events.start[monitor];
  for (let i = 0; i < list.length; i++) {
    const event = roster.events.item[from + i];
    const cell = row * problem.events.count + event;
    list[i].count = row < 0 ? size[event] : valued[cell];
    list[i].sum = row < 0 ? 0 : valueSum[cell];
  }
  return list;
}
