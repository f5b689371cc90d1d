import { describe, expect, it } from 'vitest';
import { clashesOf } from '../../src/report/clashes.ts';
import { namingOf } from '../../src/report/naming.ts';
import { weekUtilization } from '../../src/report/utilization/index.ts';
import { readWeek } from '../../src/report/week.ts';
import { ruleCases } from '../cases/index.ts';

const weekOf = (name: string, rules = true) => {
  const found = ruleCases.find((one) => one.name.startsWith(name));
  if (found === undefined) throw new Error(name);
  const school = rules ? found.school : { ...found.school, rules: [] };
  return readWeek(namingOf(school).model, found.timetable);
};

describe('joint sections in the report', () => {
  it('are one lesson for their teacher and one place in the room', () => {
    const week = weekOf('合班: one lesson of both');
    const { teachers, rooms } = weekUtilization(week);
    expect(teachers.find(({ teacher }) => teacher === 's1')).toMatchObject({ load: 3, sections: 2, max: 3 });
    expect(rooms.find(({ room }) => room === 'field')).toMatchObject({ used: 3, seated: 18, seats: 18 });
    const { teacher, room } = clashesOf(week);
    expect([teacher.size, room.size]).toEqual([0, 0]);
  });

  it('are two where they are not at the same time, and collide where no rule joins them', () => {
    const { teachers } = weekUtilization(weekOf('合班: the double at another time'));
    expect(teachers.find(({ teacher }) => teacher === 's1')?.load).toBe(5);
    const { teacher, room } = clashesOf(weekOf('合班: one lesson of both', false));
    expect([teacher.size, room.size]).toEqual([1, 1]);
  });
});
