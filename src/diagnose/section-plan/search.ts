/**
 * Whether the sections of a grade can lie in its lines so that every student can take all courses, each in a line of its own: the units
 * are laid out one after another, and no layout is left out. Without seats (`seats` false) a section holds everybody.
 */
import { combinationsOf, layoutsOfUnit, type Combination, type PlanInstance, type PlanUnit } from './instance.ts';
import { layoutsOf } from './layouts.ts';
import { seatAll, type Cut } from './seating.ts';
import { hasWay, type Work } from './ways.ts';

/** 'possible' with seats: as far as this search can tell; only 'impossible' is shown for certain */
export type Verdict = 'possible' | 'impossible' | 'unfinished';

/** Permutations of lines that cannot be told apart under which a cut is kept too. */
const MOST_TWINS = 24;

/** Next always the unit that shares most combinations with those before it. */
function orderOf(units: readonly PlanUnit[], combinations: readonly Combination[]): number[] {
  const left = new Set(units.flatMap(({ sections }, u) => (sections === null ? [] : [u])));
  const order: number[] = [];
  while (left.size > 0) {
    let best = -1;
    let most = -1;
    for (const u of left) {
      const shared = combinations.filter((it) => it.units.includes(u));
      const known = shared.filter((it) => it.units.some((other) => order.includes(other))).length;
      const score = known * 1000 + shared.length;
      if (score > most) [best, most] = [u, score];
    }
    left.delete(best);
    order.push(best);
  }
  return order;
}

/** By line, the first line that every unit treats the same. */
function twinsOf({ units, lines }: PlanInstance): number[] {
  const keys = lines.map((_, l) => units.map(({ lines: own, held }) => `${(own >> l) & 1}${held[l] ?? 0}`).join(' '));
  return keys.map((key) => keys.indexOf(key));
}

/** All orders of the lines that change nothing but names; the plain one first, and alone where there are too many. */
function renamings(twins: readonly number[]): number[][] {
  const all: number[][] = [];
  const order: number[] = [];
  const place = (at: number): void => {
    if (all.length > MOST_TWINS) return;
    if (at === twins.length) {
      all.push([...order]);
      return;
    }
    twins.forEach((twin, line) => {
      if (twin !== twins[at] || order.slice(0, at).includes(line)) return;
      order[at] = line;
      place(at + 1);
    });
  };
  place(0);
  return all.length > MOST_TWINS ? all.slice(0, 1) : all;
}

/** Of a unit that can lie in more ways than these, any number of sections is allowed: what is impossible then is so without. */
const MOST_LAYOUTS = 20_000;

interface KeptCut extends Cut {
  /** by unit: the most that its sections can bring, wherever they lie */
  most: number[];
}

function keep({ prices, worth }: Cut, units: readonly PlanUnit[], lineCount: number): KeptCut {
  const most = units.map(({ sections, lines, held, fill }, u) => {
    if (sections === null) return 0;
    const priceOf = (line: number): number => prices[u * lineCount + line] ?? 0;
    const bound = held.reduce((sum, count, line) => sum + count * priceOf(line), 0);
    const free = sections - held.reduce((sum, count) => sum + count, 0);
    const dearest = held.reduce((price, _, line) => ((lines >> line) & 1 ? Math.max(price, priceOf(line)) : price), 0);
    return fill * (bound + Math.max(0, free) * dearest);
  });
  return { prices, worth, most };
}

function decideTogether(instance: PlanInstance, seats: boolean, work: Work): Verdict {
  const { units } = instance;
  const lineCount = instance.lines.length;
  const combinations = combinationsOf(units).filter((it) => it.units.some((u) => units[u]?.sections !== null));
  const order = orderOf(units, combinations);
  const ofUnit = units.map((_, u) => combinations.filter((it) => it.units.includes(u)));
  const open = Int32Array.from(units, ({ lines }) => lines);
  const twins = twinsOf(instance);
  const names = renamings(twins);
  const layout = Array<number>(units.length * lineCount).fill(0);
  const laid = units.map(() => false);
  const cuts: KeptCut[] = [];
  const question = { units, combinations, lineCount };

  const isCut = ({ prices, worth, most }: KeptCut): boolean => {
    let brings = 0;
    for (const [u, unit] of units.entries()) {
      if (!laid[u]) {
        brings += most[u] ?? 0;
        continue;
      }
      for (let cell = u * lineCount; cell < (u + 1) * lineCount; cell++)
        brings += (layout[cell] ?? 0) * unit.fill * (prices[cell] ?? 0);
    }
    return brings < worth;
  };
  const learn = (cut: Cut): void => {
    for (const name of names) {
      const prices = Int32Array.from(cut.prices, (_, cell) => {
        const line = cell % lineCount;
        return cut.prices[cell - line + (name[line] ?? line)] ?? 0;
      });
      cuts.unshift(keep({ prices, worth: cut.worth }, units, lineCount));
    }
  };
  const isHopeless = (unit: number): boolean => {
    work.left -= cuts.length * layout.length;
    return ofUnit[unit]?.some((it) => !hasWay(it, open, work)) === true || cuts.some(isCut);
  };

  const leaf = (): Verdict => {
    if (!seats) return 'possible';
    const answer = seatAll(question, layout, work);
    if (answer === 'seated') return 'possible';
    if (answer === null) return 'unfinished';
    learn(answer);
    return 'impossible';
  };
  const lay = (at: number, like: readonly number[]): Verdict => {
    const u = order[at];
    const unit = units[u ?? -1];
    if (u === undefined || !unit) return leaf();
    laid[u] = true;
    let verdict: Verdict = 'impossible';
    const layouts = layoutsOf(unit, like, !seats);
    work.left -= layouts.length * lineCount;
    for (const own of layouts) {
      if (work.left < 0) {
        verdict = 'unfinished';
        break;
      }
      own.forEach((count, line) => (layout[u * lineCount + line] = count));
      open[u] = own.reduce((bits, count, line) => (count > 0 ? bits | (1 << line) : bits), 0);
      if (isHopeless(u)) continue;
      const keys = own.map((count, line) => `${like[line]} ${count}`);
      const below = lay(
        at + 1,
        keys.map((key) => keys.indexOf(key)),
      );
      if (below === 'impossible') continue;
      verdict = below;
      break;
    }
    laid[u] = false;
    open[u] = unit.lines;
    if (verdict !== 'possible') layout.fill(0, u * lineCount, (u + 1) * lineCount);
    return verdict;
  };
  return lay(0, twins);
}

/** Units that a chain of students joins, each set with what it may need. */
function componentsOf(units: readonly PlanUnit[]): PlanUnit[][] {
  const of = units.map((_, u) => u);
  for (const { units: taken } of combinationsOf(units)) {
    const joined = new Set(taken.map((u) => of[u]));
    const name = Math.min(...taken.map((u) => of[u] ?? u));
    of.forEach((it, u) => joined.has(it) && (of[u] = name));
  }
  return [...new Set(of)].map((name) => units.filter((_, u) => of[u] === name));
}

export function decide({ lines, units: stated }: PlanInstance, seats: boolean, work: Work): Verdict {
  const units = stated.map((unit) =>
    seats && layoutsOfUnit(unit) > MOST_LAYOUTS ? { ...unit, sections: null } : unit,
  );
  const everywhere = units.map((unit) => unit.lines);
  if (combinationsOf(units).some((it) => !hasWay(it, everywhere, work))) return 'impossible';
  const limited = units.reduce((bits, unit) => (unit.sections === null ? bits : bits | unit.lines), 0);
  const concerned = units.filter((unit) => (unit.lines & limited) !== 0);
  let verdict: Verdict = 'possible';
  for (const own of componentsOf(concerned)) {
    const answer = decideTogether({ lines, units: own }, seats, work);
    if (answer === 'impossible') return answer;
    if (answer === 'unfinished') verdict = answer;
  }
  return verdict;
}
