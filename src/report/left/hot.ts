/** Which teachers, students, rooms, rules and slots stand in the way most often, by counting over all places of what is left. */
import type { ReportContext } from '../context.ts';
import { heldKey, roomIsFree, type Blocker, type Surroundings } from './blockers.ts';
import type { BlockedLesson, BlockedPlace } from './lessons.ts';
import { LOOKED_AT } from './limits.ts';

export interface HotSpot {
  /** section: its students, who walk to it; room: one that a lesson names */
  kind: 'teacher' | 'homeroom' | 'section' | 'room' | 'roomKind' | 'rule' | 'lock' | 'line' | 'slot';
  id: string;
  /** sections of the lessons that are left and want it */
  sections: string[];
  /** periods of these lessons */
  needed: number;
  /** periods that these lessons could still take there, as far as it alone is asked; absent for rules, locks, lines and slots */
  free?: number;
  /** lessons that it is in the way of where they stand; of other must rules, by how much they are broken */
  clashes: number;
  /** of the places that ask for least to give way: those that it is in the way of */
  near: number;
  /** places that it alone keeps a lesson from, and places that it keeps one from at all */
  alone: number;
  blocks: number;
}

interface Count extends HotSpot {
  order: number;
  /** slots of the lessons that want it */
  wanted: Set<number>;
  /** of the kind, those that they may use */
  rooms: Set<number>;
}

/** A blocker as the thing that an office would look at: of students, their homeroom or the section they walk to. */
function spotOf(
  { home, week, naming }: ReportContext,
  section: number,
  { kind, id }: Blocker,
): [HotSpot['kind'], string] {
  if (kind !== 'students') return [kind, id];
  const homeroom = home[section] ?? -1;
  return homeroom >= 0
    ? ['homeroom', naming.model.school.homerooms[homeroom]?.id ?? '']
    : ['section', week.timetable.sections[section]?.id ?? ''];
}

/** Whether it could take one period more in the slot. */
function hasTime(
  around: Surroundings,
  { kind, id, rooms }: Pick<Count, 'kind' | 'id' | 'rooms'>,
  slot: number,
): boolean {
  const { week } = around.context;
  const { model } = week;
  const there = around.bySlot[slot] ?? [];
  if (kind === 'teacher') {
    const teacher = model.teacherOf.get(id) ?? -1;
    const away = model.teacherUnavailable[teacher]?.[slot] === 1 || around.meeting[slot]?.has(id) === true;
    return !away && !there.some(({ teachers }) => teachers.includes(teacher));
  }
  if (kind === 'room') return roomIsFree(around, model.roomOf.get(id) ?? -1, [slot]);
  if (kind === 'roomKind') return [...rooms].some((room) => roomIsFree(around, room, [slot]));
  const students =
    kind === 'homeroom'
      ? (model.homeroomStudents[model.homeroomOf.get(id) ?? -1] ?? [])
      : (week.students[week.sectionOf.get(id) ?? -1] ?? []);
  const taught = new Set(there.map(({ section }) => section));
  return !students.some((student) => (week.sectionsOfStudent[student] ?? []).some((section) => taught.has(section)));
}

const HAS_TIME: HotSpot['kind'][] = ['teacher', 'homeroom', 'section', 'room', 'roomKind'];

/** Those in the way most often first: where lessons stand now, and at the places that are nearest to being free. */
export function hotSpots(around: Surroundings, lessons: readonly BlockedLesson[]): HotSpot[] {
  const { context } = around;
  const { model } = context.week;
  const counts = new Map<string, Count>();
  const countOf = (kind: HotSpot['kind'], id: string): Count => {
    const key = `${kind}:${id}`;
    const known = counts.get(key);
    if (known) return known;
    const made = {
      kind,
      id,
      sections: [],
      needed: 0,
      clashes: 0,
      near: 0,
      alone: 0,
      blocks: 0,
      order: counts.size,
      wanted: new Set<number>(),
      rooms: new Set<number>(),
    };
    counts.set(key, made);
    return made;
  };
  /** Locks that hold lessons which are in the way. */
  const locksAt = ({ slots, blockers }: BlockedPlace): Count[] => {
    const keys = blockers.flatMap(({ sections }) =>
      sections.flatMap((section) => slots.map((slot) => heldKey(section, slot % model.grid.slotsPerWeek))),
    );
    return [...new Set(keys.flatMap((key) => around.held.get(key) ?? []))].map((lock) => countOf('lock', lock));
  };
  for (const { section, periods, places, at, nearest, demand } of lessons) {
    const concerned = new Set<Count>();
    const spots = (blockers: readonly Blocker[]): Count[] =>
      blockers.map((blocker) => {
        const count = countOf(...spotOf(context, section, blocker));
        concerned.add(count);
        return count;
      });
    for (const place of places) {
      const found = spots(place.blockers);
      for (const lock of locksAt(place)) {
        concerned.add(lock);
        lock.blocks++;
      }
      for (const count of found) count.blocks++;
      const [only] = found;
      if (only && found.length === 1) only.alone++;
    }
    for (const { blockers } of nearest) for (const count of spots(blockers)) count.near++;
    for (const count of spots(at?.blockers ?? [])) count.clashes++;
    for (const slot of at?.slots.slice(0, 1) ?? []) countOf('slot', model.grid.slotIds[slot] ?? '').clashes++;
    for (const count of concerned) {
      count.needed += periods;
      if (count.kind === 'roomKind') for (const room of demand.rooms) count.rooms.add(room);
      const wanting = context.timetable.sections[section]?.id ?? '';
      if (!count.sections.includes(wanting)) count.sections.push(wanting);
      for (const { slots } of places) for (const slot of slots) count.wanted.add(slot);
    }
  }
  // Rules that places are not asked about are in the way where the judge finds them broken.
  for (const { rule, type, strength, deviation } of context.timetable.conflicts) {
    const counted = rule.startsWith('structural.') || LOOKED_AT.includes(type);
    if (strength === 'must' && !counted) countOf('rule', rule).clashes += deviation;
  }
  return [...counts.values()]
    .filter(({ kind, clashes }) => kind !== 'slot' || clashes > 1)
    .toSorted(
      (a, b) =>
        b.clashes - a.clashes || b.near - a.near || b.alone - a.alone || b.blocks - a.blocks || a.order - b.order,
    )
    .map(({ kind, id, sections, needed, clashes, near, alone, blocks, wanted, rooms }): HotSpot => {
      const spot = { kind, id, sections, needed, clashes, near, alone, blocks };
      if (!HAS_TIME.includes(kind)) return spot;
      return { ...spot, free: [...wanted].filter((slot) => hasTime(around, { kind, id, rooms }, slot)).length };
    });
}
