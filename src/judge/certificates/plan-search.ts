/**
 * All ways of distributing sections over lines, one group after another; a start that already leaves somebody out is not gone on with.
 * Whether everybody has a seat is asked of all ways in which the students can take their courses together, in whole numbers; the prices
 * that show that somebody has none show it of other distributions too.
 */
import { meet, type Allowance } from './exact-supply.ts';
import type { Group } from './plan-groups.ts';

/** Students who belong to the same groups. */
interface Kind {
  groups: number[];
  students: number;
  /** each way: a line for every one of its groups, no line twice */
  ways: number[][];
}

const MOST_WAYS = 20_000;

function kindsOf(groups: readonly Group[]): Kind[] | null {
  const memberships = new Map<number, number[]>();
  for (const [g, { students }] of groups.entries()) {
    for (const student of students) {
      const list = memberships.get(student);
      if (list) list.push(g);
      else memberships.set(student, [g]);
    }
  }
  const kinds = new Map<string, Kind>();
  for (const own of memberships.values()) {
    const key = own.join();
    const kind = kinds.get(key);
    if (kind) kind.students++;
    else kinds.set(key, { groups: own, students: 1, ways: [] });
  }
  let total = 0;
  for (const kind of kinds.values()) {
    kind.ways = kind.groups.reduce<number[][]>(
      (ways, g) =>
        ways.flatMap((way) =>
          (groups[g]?.allowed ?? []).flatMap((is, line) => (is && !way.includes(line) ? [[...way, line]] : [])),
        ),
      [[]],
    );
    total += kind.ways.length;
    if (total > MOST_WAYS) return null;
  }
  return [...kinds.values()];
}

/** Numbers of sections by line: all of them. */
function spreads({ sections = 0, allowed, put }: Group): number[][] {
  const bound = put.reduce((sum, count) => sum + count, 0);
  let made: { counts: number[]; left: number }[] = [{ counts: [], left: Math.max(0, sections - bound) }];
  put.forEach((count, line) => {
    made = made.flatMap(({ counts, left }) =>
      Array.from({ length: allowed[line] ? left + 1 : 1 }, (_, more) => ({
        counts: [...counts, count + more],
        left: left - more,
      })),
    );
  });
  return made.filter(({ left }) => left === 0).map(({ counts }) => counts);
}

/** A distribution leaves somebody out if its seats are worth less than `due` at these prices. */
interface Dearth {
  /** by group and line; groups that it is not about are left out */
  prices: Map<number, number[]>;
  due: number;
}

interface Placing {
  groups: readonly Group[];
  kinds: readonly Kind[];
  /** by group: sections in each line; of groups without a limit, and of those still to come, nothing */
  placed: Map<number, number[]>;
}

/** Most students of the group that a section is good for. */
const useOf = ({ cap, students }: Group): number => Math.min(cap, students.size);

/** Some students cannot take their courses at all, however many seats there are. */
const hasStranded = ({ kinds, placed }: Placing): boolean =>
  kinds.some(
    ({ groups, ways }) => !ways.some((way) => way.every((line, i) => placed.get(groups[i] ?? -1)?.[line] !== 0)),
  );

/** With everything placed. 'seated': in fractions of students. */
function seat(placing: Placing, allowance: Allowance): 'seated' | Dearth | null {
  const { groups, kinds, placed } = placing;
  const supplies: number[] = [];
  const supplyOf = new Map<string, number>();
  for (const [g, counts] of placed) {
    const group = groups[g];
    for (const [line, count] of counts.entries()) {
      if (!group || count === 0 || count * useOf(group) >= group.students.size) continue;
      supplyOf.set(`${g} ${line}`, supplies.length);
      supplies.push(count * useOf(group));
    }
  }
  const demands: number[] = [];
  const ways: number[][][] = [];
  for (const kind of kinds) {
    const own = new Map<string, number[]>();
    for (const way of kind.ways) {
      if (!way.every((line, i) => placed.get(kind.groups[i] ?? -1)?.[line] !== 0)) continue;
      const taken = way.flatMap((line, i) => supplyOf.get(`${kind.groups[i]} ${line}`) ?? []);
      own.set(taken.join(), taken);
    }
    if (own.has('')) continue;
    demands.push(kind.students);
    ways.push([...own.values()]);
  }
  const answer = meet({ demands, supplies, ways }, allowance);
  if (answer === null) return null;
  if (answer === 'met') return 'seated';
  const prices = new Map<number, number[]>();
  for (const [g, counts] of placed) {
    const own = counts.map((count, line) =>
      count === 0 ? answer.without : (answer.prices[supplyOf.get(`${g} ${line}`) ?? -1] ?? 0),
    );
    if (own.some((price) => price > 0)) prices.set(g, own);
  }
  let due = 0;
  for (const { groups: own, students, ways: all } of kinds) {
    let least = Number.POSITIVE_INFINITY;
    for (const way of all) {
      let price = 0;
      for (const [i, line] of way.entries()) price += prices.get(own[i] ?? -1)?.[line] ?? 0;
      least = Math.min(least, price);
    }
    due += least * students;
  }
  return Number.isSafeInteger(due) ? { prices, due } : null;
}

function isShort({ groups, placed }: Placing, { prices, due }: Dearth): boolean {
  let worth = 0;
  for (const [g, own] of prices) {
    const group = groups[g];
    if (!group) continue;
    const counts = placed.get(g);
    let brought = 0;
    for (const [line, price] of own.entries()) brought += ((counts ?? group.put)[line] ?? 0) * price;
    if (counts === undefined) {
      const free = (group.sections ?? 0) - group.put.reduce((sum, count) => sum + count, 0);
      const dearest = Math.max(0, ...own.filter((_, line) => group.allowed[line]));
      brought += Math.max(0, free) * dearest;
    }
    worth += brought * useOf(group);
  }
  return worth < due;
}

/** true: at least one distribution was not ruled out · null: the allowance is used up */
export function canBePlanned(groups: readonly Group[], seats: boolean, allowance: Allowance): boolean | null {
  const kinds = kindsOf(groups);
  if (kinds === null) return null;
  if (kinds.some(({ ways }) => ways.length === 0)) return false;
  const lines = groups[0]?.allowed.length ?? 0;
  const limited = [...groups.keys()].filter((g) => groups[g]?.sections !== undefined);
  const options = new Map(limited.map((g) => [g, groups[g] ? spreads(groups[g]) : []]));
  // Few ways first, so that what cannot be shows early.
  limited.sort((a, b) => (options.get(a)?.length ?? 0) - (options.get(b)?.length ?? 0));
  const placing: Placing = { groups, kinds, placed: new Map() };
  const { placed } = placing;
  const ways = kinds.reduce((sum, kind) => sum + kind.ways.length, 0);
  const known: Dearth[] = [];
  const seen = new Set<string>();
  /** Lines that every group treats alike can change their names: such starts are the same. */
  const start = (): string =>
    Array.from({ length: lines }, (_, line) =>
      [
        groups.map(({ allowed, put }) => `${allowed[line] ? 1 : 0}${put[line] ?? 0}`).join(''),
        ...[...placed.values()].map((counts) => counts[line] ?? 0),
      ].join(' '),
    )
      .sort()
      .join('|');
  const leavesOut = (): boolean => {
    allowance.steps -= ways + known.length * groups.length * lines;
    if (known.some((dearth) => isShort(placing, dearth)) || hasStranded(placing)) return true;
    const key = start();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  };
  const everybodySeated = (): boolean | null => {
    if (!seats) return true;
    const answer = seat(placing, allowance);
    if (answer === 'seated' || answer === null) return answer === null ? null : true;
    if (!isShort(placing, answer)) return null;
    known.unshift(answer);
    return false;
  };
  const place = (at: number): boolean | null => {
    const g = limited[at];
    if (g === undefined) return everybodySeated();
    let sure = true;
    for (const counts of options.get(g) ?? []) {
      if (allowance.steps < 0) return null;
      placed.set(g, counts);
      const below = leavesOut() ? false : place(at + 1);
      placed.delete(g);
      if (below === true) return true;
      if (below === null) sure = false;
    }
    return sure ? false : null;
  };
  return place(0);
}
