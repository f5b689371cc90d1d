/**
 * The small school's week, made by hand: che beside pol on mon.4 and wed.4, bio beside geo on tue.4 and thu.4; fri.3 and fri.4 are
 * free for everybody. Homeroom h1 is at home in r1, h2 in r2; bio walks to r3, the double of physics to the laboratory, PE to the field.
 */
import type { Lesson, Timetable, TimetableSection } from '../../src/timetable/types.ts';

const H1 = ['s01', 's02', 's03', 's04', 's05', 's06'];
const H2 = ['s07', 's08', 's09', 's10', 's11'];

/** course, slots of its lessons in order, room of each (one for all if it is one) */
type Line = [course: string, slots: string, rooms: string];

const HOME: Record<string, Line[]> = {
  h1: [
    ['chi', 'mon.1 wed.3 thu.2', 'r1'],
    ['mat', 'mon.2 tue.1 thu.3', 'r1'],
    ['eng', 'mon.3 tue.2 thu.1', 'r1'],
    ['phy', 'tue.3 wed.1', 'r1 lab'],
    ['his-q', 'fri.1', 'r1'],
    ['pe', 'fri.2', 'field'],
  ],
  h2: [
    ['chi', 'mon.2 tue.3 wed.1', 'r2'],
    ['mat', 'mon.1 tue.2 wed.3', 'r2'],
    ['eng', 'tue.1 wed.2 thu.2', 'r2'],
    ['his', 'mon.3 thu.1 fri.2', 'r2'],
    ['phy-q', 'thu.3', 'r2'],
    ['pe', 'fri.1', 'field'],
  ],
};

const WALKING: [line: Line, students: string[]][] = [
  [['che', 'mon.4 wed.4', 'r1'], H1],
  [
    ['bio', 'tue.4 thu.4', 'r3'],
    ['s01', 's02', 's03', 's10', 's11'],
  ],
  [['pol', 'mon.4 wed.4', 'r2'], H2],
  [
    ['geo', 'tue.4 thu.4', 'r2'],
    ['s04', 's05', 's06', 's07', 's08', 's09'],
  ],
];

const teacherOf = (course: string): string => `t-${course.replace('-q', '')}`;

function lessonsOf(section: string, [course, slots, rooms]: Line): Lesson[] {
  const roomList = rooms.split(' ');
  return slots.split(' ').map((slot, index) => ({
    section,
    index,
    slot,
    length: course === 'phy' && index === 1 ? 2 : 1,
    weeks: 'every',
    room: roomList[index] ?? roomList[0] ?? '',
  }));
}

/** A fresh copy on every call. */
export function smallWeek(): Timetable {
  const sections: TimetableSection[] = [];
  const lessons: Lesson[] = [];
  for (const [homeroom, lines] of Object.entries(HOME)) {
    for (const line of lines) {
      const id = `g2-${line[0]}/${homeroom}`;
      const students = [...(homeroom === 'h1' ? H1 : H2)];
      sections.push({ id, course: `g2-${line[0]}`, homerooms: [homeroom], students, teachers: [teacherOf(line[0])] });
      lessons.push(...lessonsOf(id, line));
    }
  }
  for (const [line, students] of WALKING) {
    const id = `g2-${line[0]}/1`;
    const homerooms = ['h1', 'h2'].filter((home) => students.some((s) => (home === 'h1' ? H1 : H2).includes(s)));
    sections.push({ id, course: `g2-${line[0]}`, homerooms, students: [...students], teachers: [teacherOf(line[0])] });
    lessons.push(...lessonsOf(id, line));
  }
  return {
    format: 'zouban/timetable@1',
    school: { name: '小中学', term: '2025 秋', sha256: 'ab'.repeat(32) },
    scope: 'week',
    status: 'complete',
    run: {
      version: '0.1.0',
      seed: 7,
      islands: 4,
      epochs: 3,
      epochSize: 1000,
      skipped: [],
      reproduce: 'zouban solve school.json --seed 7',
      digest: 'cd'.repeat(32),
      observed: { threads: 2, wallSeconds: 1, peakMemoryBytes: 1, stopReason: 'bound' },
    },
    homerooms: [
      { id: 'h1', name: '高二1班', grade: 'g2', students: H1 },
      { id: 'h2', name: '高二2班', grade: 'g2', students: H2 },
    ],
    sections,
    lessons,
    meetings: [],
    selfStudy: [],
    score: {
      hard: 0,
      soft: 6,
      softBound: { value: 4, method: 'trivial' },
      rules: [
        { rule: 'structural.student', type: 'structural.student', strength: 'must', deviation: 0, cost: 0 },
        {
          rule: 'default.gap',
          type: 'teacher.maxGap',
          strength: 3,
          deviation: 2,
          cost: 6,
          bound: { value: 4, method: 'trivial' },
        },
      ],
    },
    conflicts: [],
    unserved: [],
    unplaced: [],
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
  };
}
