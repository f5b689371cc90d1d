import { describe, expect, it } from 'vitest';
import { anonymise } from '../../src/api/convert.ts';
import { readSchool, readTimetable } from '../../src/api/school.ts';
import { verify } from '../../src/api/verify.ts';
import { judge } from '../../src/judge/judge.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from '../report/small-week.ts';

/** Everything in it that somebody could be recognised by says 密. */
function secretSchool(): School {
  const school = smallSchool();
  const secret = <T extends { name?: string }>(item: T): T => ({ ...item, name: `密${item.name ?? ''}` });
  return {
    ...school,
    name: '密中',
    term: '密学期',
    buildings: [
      { id: '密楼', name: '密楼', walk: { 密楼2: 3 } },
      { id: '密楼2', name: '密楼2' },
    ],
    rooms: school.rooms.map((room) => ({ ...secret(room), building: '密楼' })),
    teachers: school.teachers.map(secret),
    grades: school.grades.map(secret),
    homerooms: school.homerooms.map(secret),
    courses: school.courses.map(secret),
    students: school.students.map((student) => ({ ...secret(student), 'x-id-card': '密11010' })),
    sections: [{ id: '密班', course: 'g2-bio', students: ['s01', 's02', 's03', 's10', 's11'], teachers: ['t-bio'] }],
    rules: [
      { id: '密老师', type: 'slots.forbid', teachers: ['t-chi'], slots: 'mon.1', strength: 'mid', note: '密' },
      { type: 'room.stable', sections: ['密班', { course: 'g2-chi', homeroom: 'h1' }], strength: 2 },
      { id: 'default.gap', type: 'teacher.maxGap', max: 1, strength: 'high' },
    ],
    locks: [
      { course: 'g2-chi', homeroom: 'h1', index: 0, slot: 'mon.1', room: 'r1' },
      { section: '密班', teachers: ['t-bio'] },
      { student: 's01', section: '密班' },
    ],
    'x-office': '密',
  } as School;
}

/** The small week for it, judged. */
function weekOf(school: School): Timetable {
  const week = smallWeek();
  for (const section of week.sections) if (section.id === 'g2-bio/1') section.id = '密班';
  for (const lesson of week.lessons) if (lesson.section === 'g2-bio/1') lesson.section = '密班';
  week.homerooms = school.homerooms.map(({ id, name, grade }) => ({
    id,
    name,
    grade,
    students: school.students.flatMap((student) => (student.homeroom === id ? [student.id] : [])),
  }));
  week.run.reproduce = 'zouban solve /home/密/school.json';
  const { hard, soft, rules } = judge(school, week);
  week.score = { hard, soft, rules };
  week.status = hard === 0 ? 'complete' : 'partial';
  week.conflicts = [
    {
      rule: '密老师',
      type: 'slots.forbid',
      strength: 3,
      who: [],
      slots: [],
      deviation: 1,
      text: { zh: '密', en: '密' },
    },
  ];
  week.certificates = [{ kind: 'k', proof: 'recounted', facts: ['密'], sums: {}, text: { zh: '密', en: '密' } }];
  return week;
}

const school = secretSchool();
const week = weekOf(school);
const files = anonymise(school, week);
const read = readSchool(files.school);
const readWeek = readTimetable(files.week ?? '');

describe('anonymised files', () => {
  it('say nothing of the school, its people or its rooms', () => {
    expect(files.school).not.toMatch(/密|"x-/);
    expect(files.week).not.toMatch(/密|"x-/);
    for (const old of ['t-chi', 's01', 'g2', '"lab"']) {
      expect(files.school).not.toContain(old);
      expect(files.week).not.toContain(old);
    }
  });

  it('can be read without a fault', () => {
    expect(read.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect(readWeek.faults).toEqual([]);
  });

  it('number everything in file order', () => {
    expect(read.document?.students.slice(8).map(({ id }) => id)).toEqual(['p09', 'p10', 'p11']);
    expect(read.document?.teachers[0]).toMatchObject({ id: 't01', name: 't01', subjects: ['chi'] });
    expect(read.document?.sections).toMatchObject([
      { id: 's1', course: 'c09', students: ['p01', 'p02', 'p03', 'p10', 'p11'] },
    ]);
    expect(read.document?.locks?.[0]).toEqual({ course: 'c01', homeroom: 'h1', index: 0, slot: 'mon.1', room: 'r1' });
    expect(read.document?.rules?.map(({ id }) => id)).toEqual(['rule1', undefined, 'default.gap']);
    expect(readWeek.document?.sections.map(({ id }) => id)).toContain('c01/h1');
    expect(readWeek.document?.sections.map(({ id }) => id)).toContain('c08/1');
  });

  it('keep what decides the week: calendar, subjects, choices, sizes, the order of everything', () => {
    expect(read.document?.calendar).toEqual(school.calendar);
    expect(read.document?.subjects).toEqual(school.subjects);
    expect(read.document?.students.map(({ choices }) => choices)).toEqual(
      school.students.map(({ choices }) => choices),
    );
    expect(read.document?.rooms.map(({ seats, kind }) => [seats, kind])).toEqual(
      school.rooms.map(({ seats, kind }) => [seats, kind]),
    );
  });

  it('are verified with the score they had', () => {
    if (!read.document || !readWeek.document) throw new Error('not read');
    const recount = verify(read.document, new TextEncoder().encode(files.school), readWeek.document);
    expect(recount).toMatchObject({ hard: week.score.hard, soft: week.score.soft, sameSchool: true, sameDigest: true });
    expect(recount.disagreements).toEqual([]);
    expect(week.score.soft).toBeGreaterThan(0);
    expect(recount.rules.map(({ deviation, cost }) => [deviation, cost])).toEqual(
      week.score.rules.map(({ deviation, cost }) => [deviation, cost]),
    );
  });

  it('word the conflicts anew', () => {
    const texts = readWeek.document?.conflicts.map(({ text }) => text.zh) ?? [];
    expect(texts.length).toBeGreaterThan(0);
    expect(texts).toContain('h1 c01 语文 有 1 课时在禁排的课位：周一第一节');
  });

  it('are the same when made again', () => {
    expect(anonymise(school, week)).toEqual(files);
  });
});

describe('what a school of another kind may hold', () => {
  const full: School = {
    ...smallSchool(),
    groups: [{ id: '密组', name: '密组', teachers: ['t-chi'] }],
    rules: [{ type: 'teacher.meeting', teachers: ['@密组'], slots: 'fri.4', strength: 'must' }],
  };
  full.teachers = full.teachers.map((teacher, t) =>
    t === 1 ? { ...teacher, mentor: 't-chi', grades: ['g2'] } : teacher,
  );
  full.grades = full.grades.map((grade) => ({
    ...grade,
    lines: [{ id: '密线', courses: ['g2-bio'], slots: 'mon.*' }],
    formHomerooms: { count: 2, size: { max: 6 } },
  }));
  full.courses = full.courses.map((course, c) =>
    c === 0 ? { ...course, with: [['t-eng', '@密组']], grouping: [['h1'], ['h2']], teachers: ['t-chi'] } : course,
  );
  const made = JSON.parse(anonymise(full).school) as School;

  it('is renumbered too: groups, mentors, pools, lines, teachers beside the own', () => {
    expect(JSON.stringify(made)).not.toContain('密');
    expect(made.groups).toEqual([{ id: 'group1', name: 'group1', teachers: ['t01'] }]);
    expect(made.rules?.[0]?.teachers).toEqual(['@group1']);
    expect(made.teachers[1]).toMatchObject({ id: 't02', mentor: 't01', grades: ['g1'] });
    expect(made.courses[0]).toMatchObject({
      with: [['t03', '@group1']],
      grouping: [['h1'], ['h2']],
      teachers: ['t01'],
    });
    expect(made.grades[0]?.lines).toEqual([{ id: '1', courses: ['c09'], slots: 'mon.*' }]);
  });

  it('calls homerooms that the solver formed after their grade', () => {
    const formed = smallWeek();
    formed.homerooms = [{ id: 'g2-1', name: '密1班', grade: 'g2', students: ['s01'] }];
    formed.sections = [
      { id: 'g2-chi/g2-1', course: 'g2-chi', homerooms: ['g2-1'], students: ['s01'], teachers: [], line: '密线' },
    ];
    formed.lessons = [];
    const week_ = JSON.parse(anonymise(full, formed).week ?? '') as Timetable;
    expect(week_.homerooms).toEqual([{ id: 'g1-1', name: 'g1-1', grade: 'g1', students: ['p01'] }]);
    expect(week_.sections).toMatchObject([{ id: 'c01/g1-1', homerooms: ['g1-1'], line: '1' }]);
  });

  it('gives a number to what only the week knows', () => {
    const strange = smallWeek();
    strange.unserved = [{ student: '密生', course: 'g2-chi' }];
    const { unserved } = JSON.parse(anonymise(smallSchool(), strange).week ?? '') as Timetable;
    expect(unserved).toEqual([{ student: 'x-p1', course: 'c01' }]);
  });
});
