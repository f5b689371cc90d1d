import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { conflictOf, describeFinding, groupConflicts, type Finding } from '../../src/report/index.ts';
import { conflictText, conflictTypes } from '../../src/text/conflicts.ts';
import { RULE_TYPES } from '../../src/school/rule-table.ts';
import type { School } from '../../src/school/types.ts';
import type { EntityKind, Timetable, Who } from '../../src/timetable/types.ts';
import { ruleCases } from '../cases/index.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

const who = (kind: EntityKind, id: string): Who => ({ kind, id, name: id });

const finding = (type: string, over: Partial<Finding>): Finding => ({
  rule: type,
  type,
  strength: 'must',
  who: [],
  slots: [],
  deviation: 1,
  params: {},
  ...over,
});

/** What is said about the small school's week after `change`, for the first finding of the type. */
function saidAbout(type: string, change: (week: Timetable, school: School) => void): { zh: string; en: string } {
  const [school, week] = [smallSchool(), smallWeek()];
  change(week, school);
  const first = judge(school, week).findings.find((item) => item.type === type);
  if (!first) throw new Error(`no finding of ${type}`);
  return describeFinding(first, school);
}

const lessonAt = (week: Timetable, section: string, index = 0) => {
  const lesson = week.lessons.find((item) => item.section === section && item.index === index);
  if (!lesson) throw new Error(section);
  return lesson;
};

const sectionOf = (week: Timetable, id: string) => {
  const section = week.sections.find((item) => item.id === id);
  if (!section) throw new Error(id);
  return section;
};

describe('what the judge finds, in the office’s words', () => {
  const cases: [type: string, change: (week: Timetable, school: School) => void, zh: string, en: string][] = [
    [
      'structural.student',
      (week) => (lessonAt(week, 'g2-bio/1').slot = 'mon.4'),
      '学生 s01（高二1班） 周一第四节 同时有 高二化学1班、高二生物1班',
      'Student s01 (高二1班) has 高二化学 section 1, 高二生物 section 1 at once on Mon P4',
    ],
    [
      'structural.teacher',
      (week) => (lessonAt(week, 'g2-chi/h2').slot = 'mon.1'),
      '教师 陈文 周一第一节 同时有 高二1班语文、高二2班语文',
      'Teacher 陈文 has 语文 (高二1班), 语文 (高二2班) at once on Mon P1',
    ],
    [
      'structural.room',
      (week) => (lessonAt(week, 'g2-pol/1').room = 'r1'),
      '教室 101 周一第四节 同时排了 高二化学1班、高二政治1班，最多可容 1 个班，超出 1 个',
      'Room 101 has 高二化学 section 1, 高二政治 section 1 at once on Mon P4; it takes 1, so 1 too many',
    ],
    [
      'structural.slot',
      (_, school) => Object.assign(school.teachers[0] ?? {}, { unavailable: 'mon.1' }),
      '高二1班语文 有 1 课时排在教师 陈文 不能上课的课位：周一第一节',
      '语文 (高二1班) has 1 period in a slot in which teacher 陈文 is not available: Mon P1',
    ],
    [
      'structural.slot',
      (week) => (lessonAt(week, 'g2-phy/h1', 1).slot = 'wed.2'),
      '高二1班物理 有 2 课时排在跨越午休或一天结束的课位：周三第二节、周三第三节',
      '物理 (高二1班) has 2 periods in slots across noon or the end of the day: Wed P2, Wed P3',
    ],
    [
      'structural.size',
      (_, school) => Object.assign(school.rooms[2] ?? {}, { maxSize: 4 }),
      '高二生物1班 有 5 人，教室 103 最多容 4 人，超出 1 人',
      '高二生物 section 1 has 5 students; room 103 takes 4, so 1 too many',
    ],
    [
      'structural.kind',
      (week) => (lessonAt(week, 'g2-pe/h1').room = 'r3'),
      '高二1班体育 周五第二节 所排教室类型不符：103（应用运动场地）',
      '体育 (高二1班) is in a room of the wrong kind on Fri P2: 103 (wanted: sports field)',
    ],
    [
      'structural.kind',
      (week) => delete lessonAt(week, 'g2-pe/h1').room,
      '高二1班体育 周五第二节 没有教室（应用运动场地）',
      '体育 (高二1班) has no room on Fri P2 (wanted: sports field)',
    ],
    [
      'structural.qualified',
      (week) => (sectionOf(week, 'g2-che/1').teachers = ['t-pe']),
      '教师 田育 不在 高二化学1班 的可任课教师之列',
      'Teacher 田育 may not teach 高二化学 section 1',
    ],
    [
      'structural.qualified',
      (week) => (sectionOf(week, 'g2-che/1').teachers = []),
      '高二化学1班 没有任课教师',
      '高二化学 section 1 has no teacher',
    ],
    [
      'structural.load',
      (_, school) => Object.assign(school.teachers[1] ?? {}, { load: { max: 5 } }),
      '教师 马数 周课时 6，超过上限 5，多 1 课时',
      'Teacher 马数 teaches 6 periods a week, 1 over the maximum of 5',
    ],
    [
      'structural.unserved',
      (week) => sectionOf(week, 'g2-bio/1').students.shift(),
      '学生 s01（高二1班） 的 高二生物 没有编入教学班',
      'Student s01 (高二1班) has no section of 高二生物',
    ],
    [
      'structural.unplaced',
      (week) => (week.lessons = week.lessons.filter((lesson) => lesson !== lessonAt(week, 'g2-phy/h1', 1))),
      '高二1班物理 还有 2 课时没有排入课表',
      '物理 (高二1班) still has 2 periods without a slot',
    ],
    [
      'structural.lock',
      (_, school) => (school.locks = [{ course: 'g2-pe', homeroom: 'h1', slot: 'mon.1' }]),
      '第 1 条锁定未遵守：高二1班体育 的课位应为 周一第一节，现排在 周五第二节',
      'Lock 1 is not kept: the slot of 体育 (高二1班) should be Mon P1; it now meets on Fri P2',
    ],
    [
      'structural.document',
      (week) => sectionOf(week, 'g2-che/1').students.push('s99'),
      '课表文件有误，学生不存在（高二化学1班，s99）',
      'The timetable file is faulty: there is no such student (高二化学 section 1, s99)',
    ],
    [
      'structural.line',
      (week, school) => {
        Object.assign(school.grades[0] ?? {}, { lines: [{ id: 'A' }, { id: 'B' }] });
        for (const { id } of week.sections) if (id.endsWith('/1')) sectionOf(week, id).line = 'A';
      },
      '学生 高二1班 s01、s02、s03 在批次 A 中同时编入 高二化学1班、高二生物1班',
      'Student 高二1班 s01, s02, s03 has more than one section in line A: 高二化学 section 1, 高二生物 section 1',
    ],
  ];

  it.each(cases)('%s', (type, change, zh, en) => {
    if (type === 'structural.line') {
      // one student a finding: the judge names each, the report puts them together
      const [school, week] = [smallSchool(), smallWeek()];
      change(week, school);
      const twice = judge(school, week).findings.filter((item) => item.type === type);
      const [first] = twice;
      const three = {
        ...(first ?? finding(type, {})),
        who: [...twice.slice(0, 3).flatMap((f) => f.who.slice(0, 1)), ...(first?.who.slice(1) ?? [])],
      };
      expect(describeFinding(three, school)).toEqual({ zh, en });
      return;
    }
    expect(saidAbout(type, change)).toEqual({ zh, en });
  });
});

describe('rules of the office', () => {
  const school: School = {
    ...smallSchool(),
    rules: [{ id: 'pe-late', type: 'slots.forbid', subjects: ['pe'], slots: 'fri.1', strength: 'mid' }],
  };

  it('names teacher, slots and limits', () => {
    const said = describeFinding(
      finding('teacher.maxConsecutive', {
        rule: 'default.run',
        who: [who('teacher', 't-chi')],
        slots: ['mon.1', 'mon.2'],
        params: { length: 2, max: 1 },
      }),
      school,
    );
    expect(said.zh).toBe('教师 陈文 连上 2 节（最多 1 节）：周一第一节、周一第二节');
    expect(said.en).toBe('Teacher 陈文 teaches 2 periods in a row (at most 1): Mon P1, Mon P2');
  });

  it('takes parameters that a finding leaves out from the rule', () => {
    const said = describeFinding(
      finding('course.spread', { rule: 'default.spread', who: [who('section', 'g2-chi/h1')], slots: ['mon.1'] }),
      school,
    );
    expect(said.zh).toBe('高二1班语文 的课过于集中（每天最多 1 节）：周一第一节');
  });

  it('has words of its own for every type, in both languages', () => {
    for (const type of conflictTypes) {
      const { zh, en } = describeFinding(
        finding(type, {
          who: [
            who('student', 's01'),
            who('teacher', 't-chi'),
            who('section', 'g2-chi/h1'),
            who('course', 'g2-chi'),
            who('room', 'r1'),
            who('grade', 'g2'),
          ],
          slots: ['mon.1'],
          deviation: 3,
          params: {
            size: 9,
            limit: 6,
            load: 9,
            max: 6,
            line: 'A',
            lock: 0,
            held: 'slot',
            value: 'mon.1',
            fault: 'room.twice',
          },
        }),
        school,
      );
      expect(zh, type).toMatch(/\p{Script=Han}/u);
      for (const said of [zh, en]) expect(said, type).not.toMatch(/undefined|NaN|\[object/);
      expect(conflictText(type).title.zh, type).not.toBe(type);
    }
  });

  it('says what every rule of the shared table finds, with the names of everybody', () => {
    for (const { name, school: its, timetable } of ruleCases) {
      for (const found of judge(its, timetable).findings.filter(({ type }) => !type.startsWith('structural'))) {
        const { zh, en } = describeFinding(found, its);
        expect(zh, name).toMatch(/\p{Script=Han}/u);
        expect(en, name).not.toMatch(/\p{Script=Han}/u);
        for (const said of [zh, en]) {
          expect(said, name).not.toMatch(/undefined|NaN|\[object|：：|: :|（）|\(\)/);
          const known = found.who.filter(({ kind }) => ['teacher', 'student', 'room', 'homeroom'].includes(kind));
          for (const { id } of known) expect(said, `${name}: ${found.type}`).toContain(id);
        }
      }
    }
  });

  it('has words for every type of rule', () => {
    expect(RULE_TYPES.filter((type) => !conflictTypes.includes(type))).toEqual([]);
  });

  it('covers every rule in force of a school without rules of its own', () => {
    const known = new Set(conflictTypes);
    for (const { type } of judge(smallSchool(), smallWeek()).rules) expect(known.has(type), type).toBe(true);
  });

  it('still names everything for a type that it does not know', () => {
    const said = describeFinding(finding('room.unheard-of', { who: [who('room', 'r2')], slots: ['tue.4'] }), school);
    expect(said.zh).toContain('102');
    expect(said.zh).toContain('周二第四节');
  });
});

describe('conflicts of many students', () => {
  const atOnce = (student: string) =>
    conflictOf(
      finding('structural.student', {
        who: [who('student', student), who('section', 'g2-chi/h1'), who('section', 'g2-mat/h1')],
        slots: ['mon.1'],
      }),
      smallSchool(),
    );

  it('are one line for the same sections at the same time', () => {
    const other = conflictOf(finding('structural.room', { who: [who('room', 'r1')] }), smallSchool());
    const grouped = groupConflicts([atOnce('s01'), other, ...['s02', 's03', 's04', 's05'].map(atOnce)], smallSchool());
    expect(grouped).toHaveLength(2);
    expect(grouped[0]?.deviation).toBe(5);
    expect(grouped[0]?.text.zh).toBe(
      '学生 高二1班 s01、s02、s03、s04 等5人 周一第一节 同时有 高二1班语文、高二1班数学',
    );
  });

  it('stay apart for different slots', () => {
    const later = { ...atOnce('s02'), slots: ['mon.2'] };
    expect(groupConflicts([atOnce('s01'), later], smallSchool())).toHaveLength(2);
  });
});
