import { below, type Random } from './random.ts';
import type { Room } from '../school/types.ts';
import type { GeneratorSettings, GradeSettings, RoomSettings } from './settings.ts';

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Homerooms that the solver is to form have the ids that it will give them. */
export const homeroomId = (grade: GradeSettings, index: number): string =>
  `${grade.id}-${grade.forms ? index + 1 : twoDigits(index + 1)}`;

/** The homeroom's own room: numbered by grade and homeroom, floors filled from below. */
function ownRoom(settings: GeneratorSettings, grade: GradeSettings, index: number, random: Random): Room {
  const { seats, perFloor } = settings.homeroomRooms;
  return {
    id: `r-${homeroomId(grade, index)}`,
    name: grade.forms ? `${grade.name}教室${index + 1}` : `${grade.name}(${index + 1})班教室`,
    seats: seats[0] + below(random, seats[1] - seats[0] + 1),
    kind: 'classroom',
    ...(grade.building === undefined ? {} : { building: grade.building, floor: 1 + Math.floor(index / perFloor) }),
  };
}

function alike(room: RoomSettings): Room[] {
  const { count, id, name, ...rest } = room;
  return Array.from({ length: count }, (_, index) => ({
    id: count === 1 ? id : `${id}-${index + 1}`,
    name: count === 1 ? name : `${name}${index + 1}`,
    ...rest,
  }));
}

export function makeRooms(settings: GeneratorSettings, random: Random): Room[] {
  const own = settings.grades.flatMap((grade) =>
    Array.from({ length: grade.homerooms }, (_, index) => ownRoom(settings, grade, index, random)),
  );
  return [...own, ...settings.rooms.flatMap(alike)];
}
