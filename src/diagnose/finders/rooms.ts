/**
 * `rooms.periods`: lessons that need a kind of room (or one room) take more room periods than there are. `rooms.seats`: students times
 * periods need more seats there than there are, small-class caps counted. With `slots` facts, only lessons confined to them count.
 * `rooms.large`: home sections too large for all but some rooms of the kind, or for all of them.
 */
import { fact, type Finding } from '../finding.ts';
import { hallViolation } from '../hall.ts';
import { roomCap, type CourseNeed, type Situation } from '../situation.ts';
import { countOf, isInside, lessonWindow, periodsOf, placeOf, slotFacts } from '../windows.ts';

interface Group {
  need: CourseNeed;
  window: Uint8Array;
  /** of one section */
  periods: number;
}

/** What the lessons need: any room of the kind, or the one that they name. */
interface Demand {
  name: string;
  rooms: number[];
  groups: Group[];
}

function demandsOf(situation: Situation): Demand[] {
  const { model } = situation;
  const { rooms } = model.school;
  const demands = new Map<string, Demand>();
  for (const need of situation.needs) {
    if (need.sections === 0) continue;
    for (const lesson of model.courses[need.course]?.lessons ?? []) {
      if (lesson.roomKind === 'none') continue;
      const { room } = lesson;
      const name = room === undefined ? fact('kind', lesson.roomKind) : fact('room', rooms[room]?.id ?? '');
      const own = room === undefined ? [...rooms.keys()].filter((r) => rooms[r]?.kind === lesson.roomKind) : [room];
      const demand = demands.get(name) ?? { name, rooms: own, groups: [] };
      demands.set(name, demand);
      const window = lessonWindow(model, need.course, lesson, placeOf(need), situation.rules);
      // A lesson that can lie nowhere is another finding.
      if (countOf(window) === 0) continue;
      const key = window.join('');
      const same = demand.groups.find((group) => group.need === need && group.window.join('') === key);
      if (same) same.periods += periodsOf(model, lesson);
      else demand.groups.push({ need, window, periods: periodsOf(model, lesson) });
    }
  }
  return [...demands.values()];
}

/** By slot: what the rooms hold, each at most `of(room)` at a time. */
function capacityOf({ model }: Situation, rooms: readonly number[], of: (room: number) => number): Int32Array {
  const capacity = new Int32Array(model.grid.slotCount);
  for (const room of rooms) {
    const away = model.roomUnavailable[room];
    capacity.forEach((_, slot) => {
      if (!away?.[slot]) capacity[slot] = (capacity[slot] ?? 0) + of(room);
    });
  }
  return capacity;
}

const slotsOf = (window: Uint8Array): number[] => [...window.keys()].filter((slot) => window[slot]);

function unionOf(windows: readonly Uint8Array[], slotCount: number): Uint8Array {
  const all = new Uint8Array(slotCount);
  for (const window of windows) {
    window.forEach((bit, slot) => {
      if (bit) all[slot] = 1;
    });
  }
  return all;
}

export const studentsOf = ({ model }: Situation, { takers, unit }: CourseNeed): number =>
  unit.homes.reduce((sum, { homeroom }) => sum + (model.school.homerooms[homeroom]?.size ?? 0), takers.length);

function findOne(
  situation: Situation,
  kind: string,
  demand: Demand,
  amountOf: (group: Group) => number,
  roomOf: (room: number) => number,
): Finding[] {
  const { model } = situation;
  const capacity = capacityOf(situation, demand.rooms, roomOf);
  const cut = hallViolation(
    demand.groups.map((group) => ({ amount: amountOf(group), places: slotsOf(group.window) })),
    capacity,
  );
  if (cut === null) return [];
  const found = cut.flatMap((index) => demand.groups[index] ?? []);
  const slots = unionOf(
    found.map(({ window }) => window),
    model.grid.slotCount,
  );
  const needs = [...new Set(found.map(({ need }) => need))];
  const all = demand.groups.filter(({ need }) => needs.includes(need));
  const kept = all.filter(({ window }) => isInside(window, slots));
  const whole = kept.length === all.length;
  const sums: Record<string, number> = {
    needed: kept.reduce((sum, group) => sum + amountOf(group), 0),
    available: slotsOf(slots).reduce((sum, slot) => sum + (capacity[slot] ?? 0), 0),
    slots: countOf(slots),
  };
  const courses = needs.map((need) => {
    const name = fact('course', model.courses[need.course]?.id ?? '');
    sums[name] = kept.reduce((sum, group) => sum + (group.need === need ? amountOf(group) : 0), 0);
    if (kind === 'rooms.periods') sums[`sections ${name}`] = need.apart;
    else sums[`students ${name}`] = studentsOf(situation, need);
    return name;
  });
  const rooms = demand.rooms.map((room) => {
    const name = fact('room', model.school.rooms[room]?.id ?? '');
    const away = model.roomUnavailable[room];
    sums[name] = roomOf(room) * countOf(slots.map((bit, slot) => (bit && !away?.[slot] ? 1 : 0)));
    return name;
  });
  const named = demand.name.startsWith('room:') ? [] : [demand.name];
  return [{ kind, facts: [...named, ...courses, ...rooms, ...(whole ? [] : slotFacts(model.grid, slots))], sums }];
}

interface SizedSection {
  name: string;
  size: number;
  periods: number;
  window: Uint8Array;
}

function sizedSections(situation: Situation, demand: Demand): SizedSection[] {
  const { model } = situation;
  const found = new Map<string, SizedSection>();
  for (const { need, window, periods } of demand.groups) {
    if (need.forming || need.joint) continue;
    const course = model.courses[need.course]?.id ?? '';
    for (const { homeroom, takers } of need.unit.homes) {
      const { id, size } = model.school.homerooms[homeroom] ?? { id: '' };
      const given = need.given.find(({ homerooms }) => homerooms?.length === 1 && homerooms[0] === id);
      const name = fact('section', given?.id ?? `${course}/${id}`);
      const before = found.get(name);
      const all = before ? unionOf([before.window, window], window.length) : window;
      found.set(name, {
        name,
        size: size ?? takers.length,
        periods: periods + (before?.periods ?? 0),
        window: all,
      });
    }
  }
  return [...found.values()];
}

function findLarge(situation: Situation, demand: Demand): Finding[] {
  const { model } = situation;
  if (demand.name.startsWith('room:')) return [];
  const sections = sizedSections(situation, demand);
  const largest = Math.max(0, ...demand.rooms.map((room) => roomCap(model, room)));
  const sizes = [...new Set(sections.map(({ size }) => size))].sort((a, b) => b - a);
  for (const size of sizes) {
    const rooms = demand.rooms.filter((room) => roomCap(model, room) >= size);
    if (rooms.length === demand.rooms.length) return [];
    const capacity = capacityOf(situation, rooms, (room) => model.school.rooms[room]?.concurrent ?? 1);
    const count = (some: readonly SizedSection[]) => {
      const slots = unionOf(
        some.map(({ window }) => window),
        model.grid.slotCount,
      );
      return {
        needed: some.reduce((sum, { periods }) => sum + periods, 0),
        available: slotsOf(slots).reduce((sum, slot) => sum + (capacity[slot] ?? 0), 0),
      };
    };
    let kept = sections.filter((section) => section.size >= size);
    if (count(kept).needed <= count(kept).available) continue;
    for (const section of kept.toSorted((a, b) => a.size - b.size)) {
      const rest = kept.filter((it) => it !== section);
      if (rest.length > 0 && count(rest).needed > count(rest).available) kept = rest;
    }
    const least = Math.min(...kept.map((section) => section.size));
    const own = demand.rooms.filter((room) => roomCap(model, room) >= least);
    const sums: Record<string, number> = { ...count(kept), size: least, largest };
    for (const { name, periods } of kept) sums[name] = periods;
    const facts = [
      demand.name,
      ...kept.map(({ name }) => name),
      ...own.map((room) => fact('room', model.school.rooms[room]?.id ?? '')),
    ];
    if (own.length === rooms.length) return [{ kind: 'rooms.large', facts, sums }];
  }
  return [];
}

export function findRooms(situation: Situation): Finding[] {
  const { model } = situation;
  const { rooms } = model.school;
  const concurrent = (room: number): number => rooms[room]?.concurrent ?? 1;
  return demandsOf(situation).flatMap((demand) => {
    const sections = (group: Group): number => group.periods * group.need.apart;
    const students = (group: Group): number =>
      group.need.joint ? 0 : group.periods * studentsOf(situation, group.need);
    const periods = findOne(situation, 'rooms.periods', demand, sections, concurrent);
    if (periods.length > 0) return periods;
    const seats = (room: number): number => concurrent(room) * roomCap(model, room);
    const large = findLarge(situation, demand);
    return large.length > 0 ? large : findOne(situation, 'rooms.seats', demand, students, seats);
  });
}
