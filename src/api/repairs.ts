/** Repairs of a school that cannot be done: what an office could change, at what price, each tried by a real solve before it is told. */
import { nameChange, plansFromWeek, repairPlans, type RepairPlan } from '../diagnose/index.ts';
import { writeSchool } from '../generate/write-school.ts';
import { makeSchoolModel } from '../school/model.ts';
import { readSchoolToDiagnose } from '../school/read.ts';
import type { School } from '../school/types.ts';
import { alikeTogether, changesTogether, changeText } from '../text/repairs.ts';
import type { Words } from '../text/lang.ts';
import { leftInWeek } from '../report/index.ts';
import type { Repair, Timetable } from '../timetable/types.ts';
import { tryChanged } from './capped-solve.ts';
import { hindrancesOf } from './hindrances.ts';
import type { Repairs, RepairOptions } from './types.ts';

/** The kinds of a plan's changes, as a key. */
const kindsOf = ({ changes }: RepairPlan): string => [...new Set(changes.map(({ kind }) => kind))].sort().join(' ');

/** Different kinds of changes first: an office wants to choose between a teacher and a room, not between two teachers. */
export function byVariety(plans: readonly RepairPlan[]): RepairPlan[] {
  const kinds = new Map<string, RepairPlan[]>();
  for (const plan of plans) {
    const key = kindsOf(plan);
    kinds.set(key, [...(kinds.get(key) ?? []), plan]);
  }
  const rounds = Math.max(0, ...[...kinds.values()].map((list) => list.length));
  return Array.from({ length: rounds }, (_, round) => [...kinds.values()].flatMap((list) => list[round] ?? [])).flat();
}

/**
 * The cheapest first, a second plan of the same kinds as if it cost twice as much, a third thrice: what is just enough may leave no week,
 * and then a little more of it is to be tried before something far dearer.
 */
function byPriceAndKind(plans: readonly RepairPlan[]): RepairPlan[] {
  const before = new Map<string, number>();
  const weighed = plans.map((plan) => {
    const kinds = kindsOf(plan);
    const round = (before.get(kinds) ?? 0) + 1;
    before.set(kinds, round);
    return { plan, weight: plan.price * round };
  });
  return weighed.toSorted((a, b) => a.weight - b.weight).map(({ plan }) => plan);
}

/** A change may break what the reader asks for: such a school is none. */
export const isUsable = (school: School): boolean => readSchoolToDiagnose(writeSchool(school)).school !== null;

function textOf(school: School, { changes }: RepairPlan): Words {
  const model = makeSchoolModel(school);
  return changesTogether(alikeTogether(changes.map((change) => nameChange(model, change))).map(changeText));
}

/** Whether a cure is among its changes already. */
const isMore = (plan: RepairPlan, found: readonly { repair: Repair }[]): boolean => {
  const changes = new Set(plan.changes.map((change) => JSON.stringify(change)));
  return found.some(({ repair }) => repair.change.every((change) => changes.has(JSON.stringify(change))));
};

/** A plan with which no complete week was found, and the week that was. */
interface Failure {
  plan: RepairPlan;
  week: Timetable;
}

/** Weeks of failed plans that are kept, those with the least broken. */
const MOST_FAILURES = 2;

interface Tried {
  found: Repairs;
  failures: Failure[];
}

/** Most changes that close at all do so within so much of the epochs: what does not is tried with all of them only where too few do. */
const FIRST_SHARE = 1 / 4;

/** In their order. Only those with which a complete week was found are given, the cheapest first. */
export async function tryPlans(school: School, plans: readonly RepairPlan[], options: RepairOptions): Promise<Tried> {
  const cured: { repair: Repair; school: School }[] = [];
  const open = new Map<RepairPlan, Timetable | null>();
  const isOver = (): boolean => cured.length >= options.most || options.interrupt?.aborted === true;
  const tryWith = async (epochs: number, tried: readonly RepairPlan[]): Promise<void> => {
    for (const plan of tried) {
      if (isOver()) return;
      if (isMore(plan, cured)) continue;
      const text = textOf(school, plan);
      options.onTry?.(plans.indexOf(plan) + 1, plans.length, text);
      const week = await tryChanged(plan.school, { ...options, epochs });
      open.set(plan, week);
      if (week?.status !== 'complete') continue;
      open.delete(plan);
      const verified = { seed: options.seed, epochs };
      cured.push({ repair: { change: plan.changes, price: plan.price, verified, text }, school: plan.school });
    }
  };
  const first = Math.ceil(options.epochs * FIRST_SHARE);
  await tryWith(first, plans);
  if (first < options.epochs) {
    await tryWith(
      options.epochs,
      plans.filter((plan) => open.get(plan) !== null && open.has(plan)),
    );
  }
  cured.sort((a, b) => a.repair.price - b.repair.price);
  const failures = [...open]
    .flatMap(([plan, week]): Failure[] => (week === null ? [] : [{ plan, week }]))
    .toSorted((a, b) => a.week.score.hard - b.week.score.hard)
    .slice(0, MOST_FAILURES);
  const found = {
    repairs: cured.map(({ repair }) => repair),
    schools: cured.map(({ school: repaired }) => writeSchool(repaired)),
    failed: open.size,
  };
  return { found, failures };
}

/** What lifts the causes that are proved is not always enough: then a change more, that aims at what is in the way of the week found with it. */
function plansFurther({ plan, week }: Failure): RepairPlan[] {
  const left = leftInWeek(plan.school, week);
  if (left === null) return [];
  const { alone } = plansFromWeek(plan.school, hindrancesOf(plan.school, week, left), isUsable);
  return byVariety(alone).map((more) => ({
    changes: [...plan.changes, ...more.changes],
    price: plan.price + more.price,
    school: more.school,
  }));
}

export async function repairs(school: School, options: RepairOptions): Promise<Repairs> {
  const plans = byPriceAndKind(repairPlans(school, isUsable)).slice(0, options.tries);
  const { found, failures } = await tryPlans(school, plans, options);
  if (found.repairs.length > 0) return found;
  const further = failures.flatMap((failure) => plansFurther(failure).slice(0, Math.ceil(options.tries / 2)));
  const more = (await tryPlans(school, further, options)).found;
  return { ...more, failed: found.failed + more.failed };
}
