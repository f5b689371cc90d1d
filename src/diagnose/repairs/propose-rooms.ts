/** Changes of rooms, and of what needs them. */
import { slotMask, slotName } from '../../school/slots.ts';
import { roomCap, type CourseNeed } from '../situation.ts';
import { placeOf, unionWindow } from '../windows.ts';
import type { Change } from './change.ts';
import { dayByDay, least, leastAmount, type Ground, type Propose } from './ground.ts';

const roomsOf = ({ ids, school }: Ground): string[] => {
  const [kind] = ids('kind');
  return kind === undefined ? ids('room') : school.rooms.filter((room) => room.kind === kind).map(({ id }) => id);
};

/** One room after another is opened where lessons of the cause can lie, in as few slots as will do. */
export const openRooms: Propose = (ground) => {
  const { situation, ids, needs } = ground;
  const { model } = situation;
  const { grid, roomUnavailable, roomOf, school } = model;
  const named = ids('slots');
  const courses = needs.map((need) => ({ course: need.course, place: placeOf(need) }));
  const useful = named.length > 0 ? slotMask(grid, named) : unionWindow(situation, courses);
  // The largest first: seats may be what is missing.
  const rooms = roomsOf(ground).toSorted(
    (a, b) => roomCap(model, roomOf.get(b) ?? -1) - roomCap(model, roomOf.get(a) ?? -1),
  );
  const shut = rooms.flatMap((room) => {
    const mask = roomUnavailable[roomOf.get(room) ?? -1];
    const slots = [...useful.keys()].filter((slot) => useful[slot] && mask?.[slot]);
    return dayByDay(slots.map((slot) => slotName(grid, slot))).map((slot) => ({ room, slot }));
  });
  const make = (count: number): Change[] => {
    const chosen = shut.slice(0, count);
    return rooms.flatMap((room): Change[] => {
      const slots = chosen.filter((it) => it.room === room).map(({ slot }) => slot);
      return slots.length === 0 ? [] : [{ kind: 'room.free', room, slots }];
    });
  };
  const count = leastAmount(ground, shut.length, make);
  if (count === null) return [];
  const leeway = Math.min(shut.length, Math.ceil(count * 1.5) + 1);
  return school.rooms.length === 0 ? [] : [make(count), ...(leeway > count ? [make(leeway)] : [])];
};

const MOST_ROOMS = 6;

export const moreRooms: Propose = (ground) => {
  const { ids, school, finding } = ground;
  const kind = ids('kind')[0] ?? school.rooms.find(({ id }) => id === ids('room')[0])?.kind ?? 'classroom';
  const alike = school.rooms.filter((room) => room.kind === kind).map(({ seats }) => seats);
  const seats = Math.max(50, finding.sums['size'] ?? 0, ...alike);
  return least(ground, MOST_ROOMS, (count) => [{ kind: 'room.add', roomKind: kind, count, seats }]);
};

/** Taught where the homeroom is at home, or in any classroom. */
export const inClassrooms: Propose = (ground) => {
  const [kind] = ground.ids('kind');
  if (kind === 'classroom') return [];
  return ground.needs.flatMap((need): Change[][] => {
    const { id = '' } = ground.school.courses[need.course] ?? {};
    const change: Change = { kind: 'room.ordinary', course: id };
    return ground.lifts([change]) ? [[change]] : [];
  });
};

interface Large {
  homeroom: string;
  grade: string;
  room: string | undefined;
  members: string[];
}

/** Homerooms with more students than the rooms of the kind hold. */
function largeHomerooms({ school, finding, needs, situation }: Ground): Large[] {
  const most = finding.sums['largest'] ?? 0;
  const grades = new Set(needs.map(({ course }: CourseNeed) => school.courses[course]?.grade));
  return situation.model.school.homerooms.flatMap((it): Large[] => {
    const members = school.students.filter(({ homeroom }) => homeroom === it.id).map(({ id }) => id);
    const size = it.size ?? members.length;
    return size > most && grades.size > 0 ? [{ homeroom: it.id, grade: it.grade, room: it.room, members }] : [];
  });
}

/** The rooms of the homerooms that are too large, where their seats allow it. */
export const largerRooms: Propose = (ground) => {
  const { ids, school, finding } = ground;
  const [kind = ''] = ids('kind');
  const large = largeHomerooms(ground);
  const to = Math.max(finding.sums['size'] ?? 0, ...large.map(({ members }) => members.length));
  const able = school.rooms.filter(
    (room) => room.kind === kind && room.maxSize !== undefined && room.maxSize < to && room.seats >= to,
  );
  const own = able.filter(({ id }) => large.some(({ room }) => room === id));
  const others = able.filter((room) => !own.includes(room));
  const rooms = [...own, ...others].map(({ id }) => id);
  const make = (count: number): Change[] => [{ kind: 'room.enlarge', rooms: rooms.slice(0, count), to }];
  const count = Math.max(leastAmount(ground, rooms.length, make) ?? 0, Math.min(own.length, large.length));
  return count === 0 ? [] : [make(count), ...(rooms.length > count ? [make(rooms.length)] : [])];
};

/** Who is too many in a homeroom goes to the smallest of the grade. */
export const smallerHomerooms: Propose = (ground) => {
  const { school, finding } = ground;
  const most = finding.sums['largest'] ?? 0;
  const sizes = new Map<string, number>();
  for (const { homeroom } of school.students) if (homeroom) sizes.set(homeroom, (sizes.get(homeroom) ?? 0) + 1);
  const moves = new Map<string, string[]>();
  for (const { grade, members } of largeHomerooms(ground)) {
    for (const student of members.slice(most)) {
      const [to] = school.homerooms
        .filter((it) => it.grade === grade && it.size === undefined && (sizes.get(it.id) ?? 0) < most)
        .toSorted((a, b) => (sizes.get(a.id) ?? 0) - (sizes.get(b.id) ?? 0));
      if (!to) return [];
      sizes.set(to.id, (sizes.get(to.id) ?? 0) + 1);
      moves.set(to.id, [...(moves.get(to.id) ?? []), student]);
    }
  }
  const changes = [...moves].map(([to, students]): Change => ({ kind: 'homeroom.move', students, to }));
  return changes.length === 0 ? [] : [changes];
};
