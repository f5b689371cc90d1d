/** FET knows things by name alone: the office's own names where they tell things apart, with the id where they do not. */
import type { SchoolModel } from '../../school/model.ts';
import { plainText } from './xml.ts';

export interface Names {
  /** by index */
  of: string[];
  indexOf: Map<string, number>;
}

interface Named {
  id: string;
  name?: string;
}

/** `taken`: names that others have already. */
export function makeNames(items: readonly Named[], taken: ReadonlySet<string> = new Set()): Names {
  const plain = items.map(({ id, name }) => plainText(name ?? '') || plainText(id));
  const count = new Map<string, number>();
  for (const name of plain) count.set(name, (count.get(name) ?? 0) + 1);
  const indexOf = new Map<string, number>();
  const of = items.map(({ id }, index) => {
    const short = plain[index] ?? '';
    const base = count.get(short) === 1 && short !== '' ? short : plainText(`${short} ${id}`) || '·';
    const free = (name: string): boolean => !indexOf.has(name) && !taken.has(name);
    let name = base;
    for (let number = 2; !free(name); number++) name = `${base} (${number})`;
    indexOf.set(name, index);
    return name;
  });
  return { of, indexOf };
}

/** A room of FET holds one lesson: a room for several at once is several there. */
export interface RoomNames {
  /** by room: its names, as many as it holds at once */
  of: string[][];
  indexOf: Map<string, number>;
}

/** Rooms that take any number of sections stand for no more than this many at once. */
const MOST_AT_ONCE = 40;

function makeRoomNames(model: SchoolModel): RoomNames {
  const { rooms } = model.school;
  const places = rooms.flatMap((room, index) =>
    Array.from({ length: Math.min(MOST_AT_ONCE, room.concurrent ?? 1) }, (_, place) => ({ room: index, place })),
  );
  const names = makeNames(
    places.map(({ room, place }) => {
      const { id = '', name } = rooms[room] ?? {};
      const mark = place === 0 ? '' : ` #${place + 1}`;
      return { id: `${id}${mark}`, ...(name === undefined ? {} : { name: `${name}${mark}` }) };
    }),
  );
  const of: string[][] = rooms.map(() => []);
  places.forEach(({ room }, index) => of[room]?.push(names.of[index] ?? ''));
  return { of, indexOf: new Map([...names.indexOf].map(([name, place]) => [name, places[place]?.room ?? -1])) };
}

export interface FetNames {
  days: Names;
  /** periods, and a break of its own at noon that no lesson may have */
  hours: Names;
  /** by hour of FET: the period, −1 at noon */
  periodOfHour: number[];
  /** by period */
  hourOfPeriod: number[];
  teachers: Names;
  /** what FET calls a subject is a course */
  courses: Names;
  rooms: RoomNames;
}

const NOON = { id: 'noon', name: '午休' };

/** The same names whenever the same school is asked. */
export function fetNames(model: SchoolModel): FetNames {
  const { school, grid, courses } = model;
  const periodOfHour: number[] = [];
  grid.breaks.forEach((kind, period) => {
    periodOfHour.push(period);
    if (kind === 'noon' && period + 1 < grid.periodsPerDay) periodOfHour.push(-1);
  });
  const hourOfPeriod: number[] = [];
  periodOfHour.forEach((period, hour) => {
    if (period >= 0) hourOfPeriod[period] = hour;
  });
  return {
    days: makeNames(school.calendar.days),
    hours: makeNames(periodOfHour.map((period) => school.calendar.periods[period] ?? NOON)),
    periodOfHour,
    hourOfPeriod,
    teachers: makeNames(school.teachers),
    courses: makeNames(courses.map(({ id, name }) => ({ id, name }))),
    rooms: makeRoomNames(model),
  };
}
