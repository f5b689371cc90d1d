/** A settings file at another size: where its rooms turn out too few, some are added. */
import { ATTEMPTS, generateSchool, trySchool } from './generate.ts';
import { isContradiction, roomLack, type RoomLack } from './lack-of-rooms.ts';
import { scaleSettings } from './scale-settings.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import type { GeneratorSettings, RoomSettings } from './settings.ts';

const ROOM_ROUNDS = 12;

/** More of the first rooms of that kind that are large enough; a field takes more sections at once. */
function withRooms(settings: GeneratorSettings, { roomKind, rooms, seats }: RoomLack): GeneratorSettings {
  const fits = (room: RoomSettings): boolean =>
    room.kind === roomKind && Math.min(room.seats, room.maxSize ?? room.seats) >= seats;
  const grown = settings.rooms.find(fits);
  if (!grown) {
    const spare = {
      id: `spare-${settings.rooms.length}`,
      name: '备用教室',
      kind: roomKind,
      count: rooms,
      seats: Math.max(seats, settings.homeroomRooms.seats[1]),
    };
    return { ...settings, rooms: [...settings.rooms, spare] };
  }
  const more =
    grown.concurrent === undefined ? { count: grown.count + rooms } : { concurrent: grown.concurrent + rooms };
  return { ...settings, rooms: settings.rooms.map((room) => (room === grown ? { ...room, ...more } : room)) };
}

/** The school of the settings with about `students` students, and its hidden week. Throws as `generateSchool` does. */
export function generateAtSize(settings: GeneratorSettings, students: number): { school: School; hidden: Timetable } {
  let sized = scaleSettings(settings, students);
  if (sized === settings) return generateSchool(settings);
  let attempt = 0;
  let rounds = 0;
  for (;;) {
    try {
      return trySchool(sized, attempt);
    } catch (error) {
      if (!isContradiction(error)) throw error;
      const lack = roomLack(error);
      if (lack && rounds < ROOM_ROUNDS) {
        sized = withRooms(sized, lack);
        rounds++;
      } else if (lack || attempt + 1 === ATTEMPTS) throw error;
      else attempt++;
    }
  }
}
