/** A problem of one week made into one of a cycle of odd and even weeks: some lessons in both weeks, some in one, some tied. */
import { makeCsr, type Problem } from '../../solver/index.ts';
import { nextBelow, seedRandom } from '../../solver/search/random.ts';

/** Rows of `width` entries, each written twice in a row. */
function twice<Table extends Uint8Array | Int32Array>(table: Table, width: number): Table {
  const longer = new (table.constructor as new (length: number) => Table)(2 * table.length);
  for (let row = 0; row * width < table.length; row++) {
    const part = table.subarray(row * width, (row + 1) * width);
    longer.set(part, 2 * row * width);
    longer.set(part, (2 * row + 1) * width);
  }
  return longer;
}

export function twoWeeks(problem: Problem, seed: number): Problem {
  const { slots, lessons } = problem;
  const random = seedRandom(seed);
  const { count, days } = slots;
  const span = lessons.event.map(() => 1 + nextBelow(random, 2));
  const parity = span.map((weeks) => (weeks === 2 ? 0 : nextBelow(random, 3) - 1));
  // Row 2d: starts in the first week only, for lessons of both weeks; row 2d + 1: in either week.
  const rows = lessons.starts.start.length - 1;
  const domains = new Uint8Array(4 * rows * count);
  for (let d = 0; d < rows; d++) {
    const row = lessons.domains.subarray(d * count, (d + 1) * count);
    for (const at of [4 * d, 4 * d + 2, 4 * d + 3]) domains.set(row, at * count);
  }
  const width = 2 * count;
  return {
    ...problem,
    slots: {
      ...slots,
      weeks: 2,
      count: width,
      days: 2 * days,
      day: Int32Array.from({ length: width }, (_, s) => (slots.day[s % count] ?? 0) + (s < count ? 0 : days)),
      half: twice(slots.half, count),
      runsOn: twice(slots.runsOn, count),
    },
    rooms: { ...problem.rooms, open: twice(problem.rooms.open, count) },
    lessons: {
      ...lessons,
      span,
      parity,
      domain: lessons.domain.map((d, lesson) => 2 * d + (span[lesson] === 2 ? 0 : 1)),
      domains,
      starts: makeCsr(
        Array.from({ length: 2 * rows }, (_, row) =>
          Array.from({ length: width }, (_unused, s) => s).filter((s) => domains[row * width + s] === 1),
        ),
      ),
    },
    pools: { ...problem.pools, capacity: twice(problem.pools.capacity, count) },
    monitors: { ...problem.monitors, slotSets: twice(problem.monitors.slotSets, count) },
  };
}

/** Pairs of tied lessons of one event that do not keep to each other's weeks. */
export function brokenTies(problem: Problem, lessonSlot: Int32Array): string[] {
  const { lessons, slots } = problem;
  const week = (lesson: number): number => Math.floor((lessonSlot[lesson] ?? 0) / slots.perWeek);
  const tied = [...lessons.parity.keys()].filter((l) => lessons.parity[l] !== 0 && (lessonSlot[l] ?? -1) >= 0);
  return tied.flatMap((one) =>
    tied
      .filter((other) => one < other && lessons.event[one] === lessons.event[other])
      .filter((other) => (week(one) === week(other)) !== (lessons.parity[one] === lessons.parity[other]))
      .map((other) => `${one} ${other}`),
  );
}
