/** Schools whose rooms stand somewhere. */
import type { School } from '../../src/school/types.ts';

/** The school with its rooms in two buildings of three floors; one room states neither. */
export const withBuildings = (school: School): School => ({
  ...school,
  buildings: [
    { id: 'A', name: 'A' },
    { id: 'B', name: 'B' },
  ],
  rooms: school.rooms.map((room, index) => ({
    ...room,
    ...(index % 5 === 4 ? {} : { building: index % 2 === 0 ? 'A' : 'B', floor: index % 3 }),
  })),
});
