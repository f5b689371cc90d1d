/** `rooms.periods`, `rooms.seats` and `rooms.large`: what lessons need of rooms against what there is. */
import type { FilledLesson } from '../../school/model.ts';
import { capOfRoom, sectionsApart, type Book, type CourseEntry } from './book.ts';
import { shortage, total, type CountKind, type Counted } from './counted.ts';
import type { Evidence } from './evidence.ts';
import { maskSet, periodsOf, slotsOfLesson } from './time.ts';

/** The rooms that the certificate is about: all of its kind, or the one that it names and its lessons ask for. */
function roomsOf(
  { model }: Book,
  { kinds, rooms }: Evidence,
): { rooms: number[]; asks: (lesson: FilledLesson) => boolean } | null {
  const [kind, ...others] = kinds;
  const [only, ...more] = rooms;
  if (others.length > 0) return null;
  if (kind === undefined) {
    return only === undefined || more.length > 0 ? null : { rooms: [only], asks: ({ room }) => room === only };
  }
  return {
    rooms: model.school.rooms.flatMap((room, index) => (room.kind === kind ? [index] : [])),
    asks: ({ room, roomKind }) => room === undefined && roomKind === kind,
  };
}

const roomFact = ({ model }: Book, room: number): string => `room:${model.school.rooms[room]?.id}`;

const openIn = ({ model }: Book, room: number, slots: ReadonlySet<number>): number => {
  const away = maskSet(model.roomUnavailable[room]);
  return [...slots].filter((slot) => !away.has(slot)).length;
};

const headsOf = ({ model }: Book, { all, homes }: CourseEntry): number =>
  all.size + total([...homes.keys()].map((homeroom) => model.school.homerooms[homeroom]?.size ?? 0));

function countRooms(book: Book, evidence: Evidence, what: 'periods' | 'seats'): Counted | null {
  const { courses, rules, slots } = evidence;
  const asked = roomsOf(book, evidence);
  if (courses.length === 0 || asked === null) return null;
  if (what === 'seats' && courses.some(({ joined }) => joined > 0)) return null;
  const sums: Record<string, number> & { needed: number; available: number } = { needed: 0, available: 0 };
  const used = new Set(slots ?? []);
  for (const entry of courses) {
    const counted = entry.course.lessons.filter(asked.asks).flatMap((lesson) => {
      const own = slotsOfLesson(book, entry, lesson, entry.where, rules);
      if (slots !== null && ![...own].every((slot) => slots.has(slot))) return [];
      for (const slot of own) used.add(slot);
      return [periodsOf(book, lesson)];
    });
    const name = `course:${entry.course.id}`;
    const [each, word] =
      what === 'periods' ? [sectionsApart(book, entry), 'sections'] : [headsOf(book, entry), 'students'];
    sums[`${word} ${name}`] = each;
    sums[name] = each * total(counted);
    sums.needed += sums[name] ?? 0;
  }
  sums['slots'] = used.size;
  for (const room of asked.rooms) {
    const it = book.model.school.rooms[room];
    if (!it) continue;
    const held = (it.concurrent ?? 1) * (what === 'periods' ? 1 : capOfRoom(it)) * openIn(book, room, used);
    sums[roomFact(book, room)] = held;
    sums.available += held;
  }
  const facts = [
    ...evidence.kinds.map((kind) => `kind:${kind}`),
    ...courses.map(({ course }) => `course:${course.id}`),
    ...asked.rooms.map((room) => roomFact(book, room)),
  ];
  return shortage(facts, evidence, sums);
}

export const countRoomPeriods: CountKind = (book, evidence) => countRooms(book, evidence, 'periods');
export const countRoomSeats: CountKind = (book, evidence) => countRooms(book, evidence, 'seats');

export const countLargeRooms: CountKind = (book, evidence) => {
  const { sections, rules, kinds } = evidence;
  const { model } = book;
  const asked = roomsOf(book, evidence);
  if (sections.length === 0 || kinds.length !== 1 || asked === null) return null;
  const used = new Set<number>();
  const sums: Record<string, number> & { needed: number; available: number } = { needed: 0, available: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const { fact, entry, homeroom } of sections) {
    if (homeroom === undefined || entry.forming || entry.joined > 0) return null;
    least = Math.min(least, model.school.homerooms[homeroom]?.size ?? entry.homes.get(homeroom)?.length ?? 0);
    const lessons = entry.course.lessons.filter(asked.asks);
    for (const lesson of lessons) {
      for (const slot of slotsOfLesson(book, entry, lesson, entry.where, rules)) used.add(slot);
    }
    sums[fact] = total(lessons.map((lesson) => periodsOf(book, lesson)));
    sums.needed += sums[fact] ?? 0;
  }
  const caps = asked.rooms.map((room) => {
    const it = model.school.rooms[room];
    return it ? capOfRoom(it) : 0;
  });
  const large = asked.rooms.filter((_, index) => (caps[index] ?? 0) >= least);
  sums.available = total(large.map((room) => (model.school.rooms[room]?.concurrent ?? 1) * openIn(book, room, used)));
  sums['size'] = least;
  sums['largest'] = Math.max(0, ...caps);
  const facts = [
    ...kinds.map((kind) => `kind:${kind}`),
    ...sections.map(({ fact }) => fact),
    ...large.map((room) => roomFact(book, room)),
  ];
  return shortage(facts, evidence, sums);
};
