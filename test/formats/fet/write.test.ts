/** What FET is told of a school. */
import { describe, expect, it } from 'vitest';
import { readXml, childOf, childrenOf, textOf, type ReadElement } from '../../../src/formats/fet/read-xml.ts';
import { makeNames } from '../../../src/formats/fet/names.ts';
import { writeFet } from '../../../src/formats/fet/write-fet.ts';
import { makeFaultList } from '../../../src/school/fault-list.ts';
import type { Rule, School } from '../../../src/school/types.ts';
import type { Timetable } from '../../../src/timetable/types.ts';
import { course, rule, smallSchool, smallWeek, students, teacher } from '../../cases/build.ts';

function written(school: School, week?: Timetable): ReadElement {
  const { text, faults } = writeFet(school, week);
  const root = readXml(text ?? '', makeFaultList());
  if (!root) throw new Error(JSON.stringify(faults));
  return root;
}

const constraints = (root: ReadElement, list: 'Time' | 'Space', name: string): ReadElement[] =>
  childrenOf(childOf(root, `${list}_Constraints_List`), name);
const all = (root: ReadElement, list: string, tag: string): ReadElement[] => childrenOf(childOf(root, list), tag);
const codes = (school: School, week?: Timetable): string[] => writeFet(school, week).faults.map(({ code }) => code);

/** Maths in h1: two singles and a double with m1; h2 alike with m2. Physics walks: all in one section. */
const school = (more: Partial<School> = {}): School =>
  smallSchool({
    courses: [
      course('mat', { periods: 4, doubles: 1 }),
      course('phy', { grouping: 'walking', lessons: [{ count: 1, roomKind: 'lab:physics' }] }),
    ],
    ...more,
  });
const week = (of: School): Timetable =>
  smallWeek(
    of,
    [
      ['mat/h1', 'm1', 'h1'],
      ['mat/h2', 'm2', 'h2'],
      ['phy/1', 'p1', 'h1 h2'],
    ],
    [],
  );
const fetOf = (more: Partial<School> = {}): ReadElement => written(school(more), week(school(more)));

describe('a file for FET', () => {
  it('has a break at noon that is no period, and an activity for each lesson', () => {
    const root = fetOf();
    expect(all(root, 'Hours_List', 'Hour').map((hour) => textOf(hour, 'Name'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '午休',
      '5',
      '6',
      '7',
      '8',
    ]);
    const activities = all(root, 'Activities_List', 'Activity');
    expect(
      activities.map((one) => `${textOf(one, 'Teacher')} ${textOf(one, 'Students')} ${textOf(one, 'Duration')}`),
    ).toEqual(['m1 h1 1', 'm1 h1 1', 'm1 h1 2', 'm2 h2 1', 'm2 h2 1', 'm2 h2 2', 'p1 phy/1 1']);
    expect(activities.map((one) => textOf(one, 'Activity_Group_Id'))).toEqual(['1', '1', '1', '4', '4', '4', '0']);
  });

  it('has a group per homeroom and per walking section, and a subgroup per set of sections', () => {
    const [year] = all(fetOf(), 'Students_List', 'Year');
    const groups = childrenOf(year, 'Group').map((group) => [
      textOf(group, 'Name'),
      textOf(group, 'Number_of_Students'),
      childrenOf(group, 'Subgroup').map((subgroup) => textOf(subgroup, 'Name')),
    ]);
    expect(groups).toEqual([
      ['h1', '3', ['h1.1']],
      ['h2', '3', ['h2.1']],
      ['phy/1', '6', ['h1.1', 'h2.1']],
    ]);
  });

  it('keeps doubles from the evening break on, singles where they like', () => {
    const starts = constraints(fetOf(), 'Time', 'ConstraintActivitiesPreferredStartingTimes');
    expect(starts.map((one) => textOf(one, 'Number_of_Preferred_Starting_Times'))).toEqual(['25']);
  });

  it('says when teachers, grades and rooms are not there, and when a team meets', () => {
    const root = fetOf({
      teachers: [teacher('m1', 'mat', { unavailable: 'mon.*' }), teacher('m2', 'mat'), teacher('p1', 'phy')],
      rooms: [
        ...smallSchool({ courses: [] }).rooms.slice(0, 4),
        { id: 'field', name: 'field', seats: 50, kind: 'field', concurrent: 2, unavailable: 'fri.1|2' },
      ],
      grades: [{ id: 'g1', name: 'g1', choice: 'none', closed: '*.8' }],
      rules: [rule('teacher.meeting', { subjects: ['mat'], slots: 'tue.1', strength: 'must' })],
    });
    const absences = (list: 'Time' | 'Space', name: string, who: string): string[] =>
      constraints(root, list, name).map((one) => `${textOf(one, who)} ${textOf(one, 'Number_of_Not_Available_Times')}`);
    expect(absences('Time', 'ConstraintTeacherNotAvailableTimes', 'Teacher')).toEqual(['m1 9', 'm2 1']);
    expect(absences('Time', 'ConstraintStudentsSetNotAvailableTimes', 'Students')).toEqual(['g1 5']);
    expect(absences('Space', 'ConstraintRoomNotAvailableTimes', 'Room')).toEqual(['field 2', 'field #2 2']);
  });

  it('offers the rooms of the kind that are large enough; a field for two is two rooms', () => {
    const root = fetOf({
      rooms: smallSchool({ courses: [] }).rooms.map((room) => (room.id === 'r3' ? { ...room, maxSize: 2 } : room)),
    });
    expect(all(root, 'Rooms_List', 'Room').map((room) => textOf(room, 'Name'))).toEqual([
      'r1',
      'r2',
      'r3',
      'lab',
      'field',
      'field #2',
    ]);
    const offered = constraints(root, 'Space', 'ConstraintActivityTagPreferredRooms').map((one) =>
      childrenOf(one, 'Preferred_Room').map(({ text }) => text),
    );
    expect(offered).toEqual([['r1', 'r2']]);
    expect(constraints(root, 'Space', 'ConstraintActivityTagPreferredRoom').map((one) => textOf(one, 'Room'))).toEqual([
      'lab',
    ]);
  });

  const SAID: [type: string, parameters: Partial<Rule>, list: 'Time' | 'Space', name: string, expected: string[]][] = [
    [
      'course.spread',
      { maxPerDay: 1, strength: 'high' },
      'Time',
      'ConstraintMinDaysBetweenActivities',
      ['95 3', '95 3'],
    ],
    [
      'course.spread',
      { minGapDays: 2, courses: ['mat'], homerooms: ['h1'], strength: 'must' },
      'Time',
      'ConstraintMinDaysBetweenActivities',
      ['100 3'],
    ],
    ['slots.forbid', { slots: '*.1', strength: 'mid' }, 'Time', 'ConstraintActivitiesPreferredTimeSlots', ['80 ']],
    [
      'slots.prefer',
      { slots: '*.1', share: 50, strength: 'low' },
      'Time',
      'ConstraintActivitiesPreferredTimeSlots',
      ['50 '],
    ],
    [
      'teacher.maxConsecutive',
      { max: 2, strength: 'mid' },
      'Time',
      'ConstraintTeacherMaxHoursContinuously',
      Array<string>(6).fill('80 '),
    ],
    [
      'teacher.maxPerDay',
      { max: 2, teachers: ['m1'], strength: 'must' },
      'Time',
      'ConstraintTeacherMaxHoursDaily',
      ['100 '],
    ],
    [
      'teacher.apart',
      { teachers: ['m1', 'm2'], strength: 'high' },
      'Time',
      'ConstraintActivitiesNotOverlapping',
      ['95 6'],
    ],
    [
      'room.stable',
      { courses: ['mat'], strength: 'must' },
      'Space',
      'ConstraintActivitiesOccupyMaxDifferentRooms',
      ['100 3', '100 3'],
    ],
  ];
  it.each(SAID)('says %s %j', (type, parameters, list, name, expected) => {
    const found = constraints(fetOf({ rules: [rule(type, parameters)] }), list, name);
    expect(found.map((one) => `${textOf(one, 'Weight_Percentage')} ${textOf(one, 'Number_of_Activities')}`)).toEqual(
      expected,
    );
  });

  it('tells as many lessons to be in preferred slots as the share asks for', () => {
    const root = fetOf({
      rules: [rule('slots.prefer', { slots: '*.1|2', share: 70, courses: ['mat'], homerooms: ['h1'] })],
    });
    const told = all(root, 'Activities_List', 'Activity').filter((one) =>
      childrenOf(one, 'Activity_Tag').some(({ text }) => text === 'slots.prefer'),
    );
    expect(told.map((one) => textOf(one, 'Duration'))).toEqual(['1', '2']);
  });

  it('prefers the own room of a homeroom', () => {
    const found = constraints(
      fetOf({ rules: [rule('room.own', { strength: 'high' })] }),
      'Space',
      'ConstraintActivityTagPreferredRoom',
    );
    expect(found.map((one) => `${textOf(one, 'Weight_Percentage')} ${textOf(one, 'Room')}`)).toEqual([
      '100 lab',
      '95 r1',
      '95 r2',
    ]);
  });

  it('a must that forbids slots is part of where a lesson may start', () => {
    const root = fetOf({ rules: [rule('slots.forbid', { slots: '*.1', courses: ['phy'], strength: 'must' })] });
    const starts = constraints(root, 'Time', 'ConstraintActivitiesPreferredStartingTimes');
    expect(starts.map((one) => textOf(one, 'Number_of_Preferred_Starting_Times'))).toEqual(['25', '35']);
  });

  it('holds what locks hold', () => {
    const root = fetOf({ locks: [{ section: 'mat/h1', index: 2, slot: 'wed.3', room: 'r2' }] });
    const [time] = constraints(root, 'Time', 'ConstraintActivityPreferredStartingTime');
    const [room] = constraints(root, 'Space', 'ConstraintActivityPreferredRoom');
    expect(
      time && [textOf(time, 'Activity_Id'), textOf(time, 'Preferred_Day'), textOf(time, 'Preferred_Hour')],
    ).toEqual(['3', 'wed', '3']);
    expect(room && [textOf(room, 'Activity_Id'), textOf(room, 'Room')]).toEqual(['3', 'r2']);
  });

  it('keeps names apart and plain, whatever the office calls things', () => {
    expect(
      makeNames([
        { id: 'a', name: '王 芳' },
        { id: 'b', name: '王 芳' },
        { id: 'c', name: ' \u0001<李>\n' },
        { id: 'd' },
      ]).of,
    ).toEqual(['王 芳 a', '王 芳 b', '<李>', 'd']);
    const odd = school({
      teachers: [teacher('m1', 'mat', { name: '& <b> "\u0008' }), teacher('m2', 'mat'), teacher('p1', 'phy')],
    });
    expect(
      textOf(
        all(written(odd, week(odd)), 'Teachers_List', 'Teacher')[0] ?? { tag: '', text: '', children: [] },
        'Name',
      ),
    ).toBe('& <b> "');
  });
});

describe('what FET cannot be told', () => {
  it('odd and even weeks are refused', () => {
    const { calendar } = smallSchool({ courses: [] });
    expect(codes(school({ calendar: { ...calendar, weeks: ['odd', 'even'] } }), week(school()))).toEqual(['fet.weeks']);
  });

  it('sections that do not stand yet are refused: pairs without a section, sections without a teacher', () => {
    expect(codes(school())).toEqual(['fet.unserved', 'fet.unserved']);
    expect(
      codes(
        school(),
        smallWeek(
          school(),
          [
            ['mat/h1', '', 'h1'],
            ['mat/h2', 'm2', 'h2'],
            ['phy/1', 'p1', 'h1 h2'],
          ],
          [],
        ),
      ),
    ).toContain('fet.no-teacher');
  });

  it('sections that the school itself gives in full are enough', () => {
    const sections = week(school()).sections;
    expect(codes(school({ sections }))).toEqual([]);
  });

  it('rules and locks beyond FET are named', () => {
    const rules = [
      rule('teacher.maxGap', { id: 'gap', max: 1 }),
      rule('room.stable', { id: 'stable' }),
      rule('slots.forbid', { id: 'lab', rooms: ['lab'], slots: '*.1' }),
    ];
    const locks = [{ section: 'mat/h1', index: 2, slot: 'wed.4' }];
    const named = writeFet(school({ rules, locks }), week(school())).faults;
    expect(named.map(({ severity, code, path }) => `${severity} ${code} ${path}`)).toEqual([
      'warning fet.lock locks[0]',
      'warning fet.rule gap',
      'warning fet.rule stable',
      'warning fet.rule lab',
    ]);
  });

  it('lines without slots of their own are named', () => {
    expect(codes(school({ grades: [{ id: 'g1', name: 'g1', choice: 'none', lines: 1 }] }), week(school()))).toEqual([
      'fet.lines',
    ]);
  });

  it('a student who also attends another grade is held by the lesson’s grade alone', () => {
    const two = school({
      grades: [
        { id: 'g1', name: 'g1', choice: 'none' },
        { id: 'g2', name: 'g2', choice: 'none', closed: 'mon.*' },
      ],
      courses: [course('mat', { periods: 1 }), course('eng', { grade: 'g2', periods: 1, grouping: 'walking' })],
      students: [...students('a', 'h1', 3, { extra: ['eng'] }), ...students('b', 'h2', 3)],
      rules: [],
    });
    const root = written(
      two,
      smallWeek(
        two,
        [
          ['mat/h1', 'm1', 'h1'],
          ['mat/h2', 'm2', 'h2'],
          ['eng/1', 'e1', 'h1'],
        ],
        [],
      ),
    );
    expect(constraints(root, 'Time', 'ConstraintStudentsSetNotAvailableTimes')).toEqual([]);
    const starts = constraints(root, 'Time', 'ConstraintActivitiesPreferredStartingTimes');
    expect(starts.map((one) => textOf(one, 'Number_of_Preferred_Starting_Times'))).toEqual(['32']);
  });
});
