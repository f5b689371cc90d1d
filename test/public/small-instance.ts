/** The .tim text of an instance stated in words. */
import { SLOTS } from '../../src/public/itc2007/instance.ts';

export interface SmallInstance {
  /** [rooms] */
  rooms: { seats: number; features?: number[] }[];
  features?: number;
  students: number;
  /** `closed`: slots the event may not have */
  events: { students: number[]; features?: number[]; closed?: number[] }[];
  /** the first before the second */
  precedences?: [number, number][];
}

export function timText({ rooms, features = 0, students, events, precedences = [] }: SmallInstance): string {
  const bits = (count: number, ones: readonly number[]): number[] =>
    Array.from({ length: count }, (_, index) => (ones.includes(index) ? 1 : 0));
  const numbers = [
    ...[events.length, rooms.length, features, students],
    ...rooms.map(({ seats }) => seats),
    ...Array.from({ length: students }, (_, student) =>
      events.map((event) => (event.students.includes(student) ? 1 : 0)),
    ).flat(),
    ...rooms.flatMap((room) => bits(features, room.features ?? [])),
    ...events.flatMap((event) => bits(features, event.features ?? [])),
    ...events.flatMap(({ closed = [] }) => bits(SLOTS, closed).map((is) => 1 - is)),
    ...events.flatMap((_, one) =>
      events.map((__, other) => {
        const says = (a: number, b: number): boolean => precedences.some(([x, y]) => x === a && y === b);
        return says(one, other) ? 1 : says(other, one) ? -1 : 0;
      }),
    ),
  ];
  return `${numbers.join('\n')}\n`;
}
