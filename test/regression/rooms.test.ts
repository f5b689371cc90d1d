import { describe, expect, it } from 'vitest';
import { assignRooms } from '../../solver/index.ts';
import { course, smallSchool } from '../cases/build.ts';
import { plannedWeek } from '../support/week-of.ts';

describe('rooms for a section two of whose lessons lie in one slot', () => {
  it('are two rooms, never one room twice', () => {
    const school = smallSchool({ courses: [course('mat', { periods: 2 })] });
    const withoutRooms = school.homerooms.map(({ id, name, grade }) => ({ id, name, grade }));
    const planned = plannedWeek({ ...school, homerooms: withoutRooms });
    const problem = planned?.week.problem;
    if (!problem) throw new Error('the reader refuses the school');
    const rooms = [
      ...assignRooms(
        problem,
        problem.lessons.event.map((event) => (event === 0 ? 0 : 1)),
      ),
    ];
    expect(rooms.every((room) => room >= 0)).toBe(true);
    expect(rooms[0]).not.toBe(rooms[1]);
    expect(rooms[2]).not.toBe(rooms[3]);
  });
});
