import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { utilization } from '../../src/report/index.ts';
import type { School } from '../../src/school/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

const use = utilization(smallSchool(), smallWeek());
const found = <T>(list: T[], fits: (item: T) => boolean): T => {
  const item = list.find(fits);
  if (item === undefined) throw new Error('nothing found');
  return item;
};

describe('the fixture', () => {
  it('is a week in which nothing collides', () => {
    expect(judge(smallSchool(), smallWeek()).findings.filter(({ strength }) => strength === 'must')).toEqual([]);
  });
});

describe('rooms', () => {
  it('counts room-slots and seats of the first homeroom’s room', () => {
    // 11 lessons of h1 and 2 of chemistry, all with 6 students; 20 open slots; 10 seats
    expect(use.rooms[0]).toEqual({ room: 'r1', kind: 'classroom', used: 13, available: 20, seated: 78, seats: 130 });
  });

  it('counts students of walking sections as they are', () => {
    // 13 lessons of h2 (5), 2 of politics (5), 2 of geography (6)
    expect(use.rooms[1]).toMatchObject({ used: 17, seated: 13 * 5 + 2 * 5 + 2 * 6, seats: 170 });
  });

  it('counts a double as two room-slots', () => {
    expect(found(use.rooms, ({ room }) => room === 'lab')).toMatchObject({ used: 2, seated: 12 });
  });

  it('gives a shared field as many places as it has', () => {
    expect(found(use.rooms, ({ room }) => room === 'field')).toMatchObject({ used: 2, available: 40 });
  });

  it('takes unavailable slots off', () => {
    const school = smallSchool();
    const [room] = school.rooms;
    if (room) room.unavailable = 'fri.*';
    expect(utilization(school, smallWeek()).rooms[0]?.available).toBe(16);
  });

  it('adds up a kind, slot by slot', () => {
    const kind = found(use.roomKinds, (item) => item.kind === 'classroom');
    expect(kind).toMatchObject({ rooms: 3, used: 32, available: 60 });
    // mon.4: chemistry and politics; tue.4: biology and geography; wed.1: only h2, for h1 is in the laboratory
    expect([kind.usedPerSlot[3], kind.usedPerSlot[7], kind.usedPerSlot[8], kind.usedPerSlot[19]]).toEqual([2, 2, 1, 0]);
    expect(new Set(kind.availablePerSlot)).toEqual(new Set([3]));
  });
});

describe('teachers', () => {
  it('shows load and days', () => {
    expect(found(use.teachers, ({ teacher }) => teacher === 't-chi')).toEqual({
      teacher: 't-chi',
      load: 6,
      max: 8,
      perDay: [2, 1, 2, 1, 0],
      sections: 2,
    });
  });

  it('keeps a lesson without a slot in the load, but on no day', () => {
    const week = smallWeek();
    week.lessons = week.lessons.filter(({ section, index }) => !(section === 'g2-phy/h1' && index === 1));
    const physics = found(utilization(smallSchool(), week).teachers, ({ teacher }) => teacher === 't-phy');
    expect(physics).toMatchObject({ load: 4, perDay: [0, 1, 0, 1, 0] });
  });

  it('gives a lesson to whom it names', () => {
    const week = smallWeek();
    const lesson = found(week.lessons, ({ section, index }) => section === 'g2-pe/h2' && index === 0);
    lesson.teachers = ['t-geo'];
    const { teachers } = utilization(smallSchool(), week);
    expect(found(teachers, ({ teacher }) => teacher === 't-geo')).toMatchObject({ load: 3, perDay: [0, 1, 0, 1, 1] });
    expect(found(teachers, ({ teacher }) => teacher === 't-pe')).toMatchObject({ load: 1, perDay: [0, 0, 0, 0, 1] });
  });
});

describe('sections', () => {
  it('shows sizes against the band', () => {
    expect(found(use.sections, ({ course }) => course === 'g2-chi')).toEqual({
      course: 'g2-chi',
      sections: 2,
      students: 11,
      smallest: 5,
      largest: 6,
      min: 3,
      target: 6,
      max: 8,
      histogram: [
        [5, 1],
        [6, 1],
      ],
      overMax: 0,
      oversized: 0,
      overSmallClassCap: 0,
    });
  });

  it('finds sections over size.max and over a small-class cap of a room they use', () => {
    const school = smallSchool();
    const [grade] = school.grades;
    if (grade) grade.size = { target: 4, max: 5 };
    const lab = found(school.rooms, ({ id }) => id === 'lab');
    lab.maxSize = 5;
    const sizes = utilization(school, smallWeek()).sections;
    expect(found(sizes, ({ course }) => course === 'g2-phy')).toMatchObject({ overMax: 1, overSmallClassCap: 1 });
    expect(found(sizes, ({ course }) => course === 'g2-che')).toMatchObject({ overMax: 1, overSmallClassCap: 0 });
    expect(found(sizes, ({ course }) => course === 'g2-bio')).toMatchObject({ overMax: 0 });
  });

  it('calls 56 oversized and 55 not', () => {
    const school = crowd(57);
    const ids = school.students.map(({ id }) => id);
    const week = smallWeek();
    week.sections = [55, 56, 57].map((size, i) => ({
      id: `g2-chi/${i + 1}`,
      course: 'g2-chi',
      homerooms: [],
      students: ids.slice(0, size),
      teachers: [],
    }));
    week.lessons = [];
    expect(utilization(school, week).sections[0]).toMatchObject({ sections: 3, oversized: 2, largest: 57 });
  });
});

const crowd = (size: number): School => ({
  ...smallSchool(),
  students: Array.from({ length: size }, (_, i) => ({ id: `x${i}`, homeroom: 'h1', choices: '物化生' })),
});

describe('slots', () => {
  it('shows what goes on at once', () => {
    expect(use.slots[0]).toEqual({ slot: 'mon.1', sections: 2, rooms: 2, teachers: 2 });
    expect(use.slots.at(-1)).toEqual({ slot: 'fri.4', sections: 0, rooms: 0, teachers: 0 });
    expect(use.slots).toHaveLength(20);
  });
});

describe('students', () => {
  const of = (id: string) => found(use.students, ({ student }) => student === id);

  it('counts free periods and room changes between adjacent lessons', () => {
    // s01: to biology in r3 twice, to the field once; the noon break between 2 and 3 makes wed.2 (lab) to wed.3 (r1) no change
    expect(of('s01')).toEqual({ student: 's01', free: 2, roomChanges: 3, buildingChanges: 0 });
    // s07 has politics and geography in the own room, and comes back from the field
    expect(of('s07')).toEqual({ student: 's07', free: 2, roomChanges: 1, buildingChanges: 0 });
  });

  it('counts changes of building where both are known', () => {
    const school = smallSchool();
    school.buildings = [
      { id: 'a', name: '教学楼' },
      { id: 'b', name: '体育楼' },
    ];
    for (const room of school.rooms) {
      if (room.id === 'r1' || room.id === 'r2') room.building = 'a';
      if (room.id === 'field') room.building = 'b';
    }
    const { students } = utilization(school, smallWeek());
    expect(found(students, ({ student }) => student === 's01')).toMatchObject({ roomChanges: 3, buildingChanges: 1 });
  });

  it('follows the breaks of the grade', () => {
    const school = smallSchool();
    const [grade] = school.grades;
    if (grade) grade.breakAfter = { '2': 'long' };
    const { students } = utilization(school, smallWeek());
    expect(found(students, ({ student }) => student === 's01')).toMatchObject({ roomChanges: 4 });
  });

  it('leaves slots closed for the grade out of the free ones', () => {
    const school = smallSchool();
    const [grade] = school.grades;
    if (grade) grade.closed = 'fri.4';
    expect(utilization(school, smallWeek()).students[0]?.free).toBe(1);
  });
});
