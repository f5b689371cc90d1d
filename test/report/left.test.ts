/** What a week that is not complete leaves over: what is in the way of each lesson, and where it is tight. */
import { describe, expect, it } from 'vitest';
import { makeContext } from '../../src/report/context.ts';
import { describeLeft, renderHtml, renderOutline, type Left } from '../../src/report/index.ts';
import type { Rule, School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

const partial = (change: (week: Timetable) => void): Timetable => {
  const week: Timetable = { ...smallWeek(), status: 'partial' };
  change(week);
  return week;
};

function move(week: Timetable, section: string, index: number, slot: string, room?: string): void {
  const lesson = week.lessons.find((it) => it.section === section && it.index === index);
  if (!lesson) throw new Error(`no lesson ${section} ${index}`);
  lesson.slot = slot;
  if (room !== undefined) lesson.room = room;
}

function leftOf(week: Timetable, school: School = smallSchool()): Left {
  const left = describeLeft(makeContext(school, week, 'en'));
  if (!left) throw new Error('nothing is left');
  return left;
}

const withCourse = (school: School, id: string, change: object): School => ({
  ...school,
  courses: school.courses.map((course) => (course.id === id ? { ...course, ...change } : course)),
});

describe('a teacher who is wanted twice at once', () => {
  const school = withCourse(smallSchool(), 'g2-pe', {
    periods: undefined,
    lessons: [{ count: 1, slots: 'fri.2|3', roomKind: 'field' }],
  });
  const week = partial((it) => {
    move(it, 'g2-pe/h2', 0, 'fri.2');
    move(it, 'g2-his/h2', 2, 'fri.3');
  });

  it('is named for both lessons, with the place that is free', () => {
    const { lessons } = leftOf(week, school);
    expect(lessons.map(({ section, at }) => [section, at?.slot, at?.blockers])).toEqual([
      ['g2-pe/h1', 'fri.2', [{ kind: 'teacher', id: 't-pe', sections: ['g2-pe/h2'] }]],
      ['g2-pe/h2', 'fri.2', [{ kind: 'teacher', id: 't-pe', sections: ['g2-pe/h1'] }]],
    ]);
    expect(lessons[0]?.places).toEqual({
      all: 2,
      teacher: 1,
      students: 0,
      room: 0,
      rule: 0,
      lock: 0,
      line: 0,
      free: 1,
    });
    expect(lessons[0]?.nearest).toEqual([{ slot: 'fri.3', weeks: 'every', covers: ['fri.3'], blockers: [] }]);
    expect(lessons[0]?.text.zh).toContain('教师 田育（当时上高二2班体育）');
    expect(lessons[0]?.text.en).toContain('teacher 田育, who has');
  });

  it('is the hottest resource', () => {
    const [first] = leftOf(week, school).hot;
    expect(first).toMatchObject({ kind: 'teacher', id: 't-pe', clashes: 2, alone: 2, blocks: 2, needed: 2, free: 1 });
  });
});

describe('a lesson without a place', () => {
  const week = partial((it) => {
    it.lessons = it.lessons.filter(({ section, index }) => !(section === 'g2-geo/1' && index === 1));
    it.unplaced = [{ section: 'g2-geo/1', index: 1, periods: 1 }];
  });

  it('could be where the week leaves a hole', () => {
    const [lesson, ...others] = leftOf(week).lessons;
    expect(others).toEqual([]);
    expect(lesson).toMatchObject({ section: 'g2-geo/1', index: 1, periods: 1 });
    expect(lesson).not.toHaveProperty('at');
    // thu.4 was its own; fri.3 and fri.4 are free for everybody
    expect(lesson?.places).toMatchObject({ all: 20, students: 17, free: 3 });
    expect(lesson?.nearest.map(({ slot }) => slot)).toEqual(['thu.4', 'fri.3', 'fri.4']);
  });
});

describe('a kind of room of which there is one', () => {
  const rooms = smallSchool().rooms.map((room) => (room.id === 'field' ? { ...room, concurrent: 1 } : room));
  const two = smallSchool();
  two.teachers.push({ id: 't-pe2', name: '田二', subjects: ['pe'], load: { max: 4 } });
  const week = partial((it) => {
    move(it, 'g2-pe/h2', 0, 'fri.2');
    move(it, 'g2-his/h2', 2, 'fri.3');
    const section = it.sections.find(({ id }) => id === 'g2-pe/h2');
    if (section) section.teachers = ['t-pe2'];
  });

  it('is in the way of both lessons', () => {
    const { lessons, hot } = leftOf(week, { ...two, rooms });
    expect(lessons.map(({ section }) => section)).toEqual(['g2-pe/h1', 'g2-pe/h2']);
    expect(lessons[0]?.at?.blockers).toEqual([{ kind: 'roomKind', id: 'field', sections: [] }]);
    expect(hot[0]).toMatchObject({ kind: 'roomKind', id: 'field', clashes: 2 });
  });
});

describe('must rules, locks and absences', () => {
  it('are counted among what keeps a lesson from its places', () => {
    const school: School = {
      ...smallSchool(),
      rules: [{ id: 'no-fri', type: 'slots.forbid', courses: ['g2-pe'], slots: 'fri.*', strength: 'must' }],
      teachers: smallSchool().teachers.map((it) => (it.id === 't-pe' ? { ...it, unavailable: 'mon.*' } : it)),
      locks: [{ course: 'g2-pe', homeroom: 'h2', index: 0, slot: 'fri.1' }],
    };
    const { lessons, hot } = leftOf(
      partial(() => {}),
      school,
    );
    const second = lessons.find(({ section }) => section === 'g2-pe/h2');
    expect(second?.places).toMatchObject({ rule: 4, lock: 19 });
    expect(second?.at?.blockers).toEqual([{ kind: 'rule', id: 'no-fri', sections: [] }]);
    expect(second?.places.teacher).toBe(5);
    expect(hot.find(({ kind }) => kind === 'lock')).toMatchObject({ id: '0', clashes: 0 });
  });
});

describe('a must rule that is about no place', () => {
  it('is hot by as much as it is broken, and what it is about is not called free of it', () => {
    const rules: School['rules'] = [
      { id: 'few', type: 'course.halfday', subjects: ['pe'], half: 'am', strength: 'must', note: '体育早上完' },
    ];
    const week = partial((it) => {
      const text = { zh: '', en: '' };
      const pe = [{ kind: 'section' as const, id: 'g2-pe/h1', name: '' }];
      it.conflicts = [
        { rule: 'few', type: 'course.halfday', strength: 'must', who: pe, slots: ['fri.2'], deviation: 4, text },
      ];
    });
    const { lessons, hot } = leftOf(week, { ...smallSchool(), rules });
    expect(lessons).toMatchObject([{ section: 'g2-pe/h1', at: { slot: 'fri.2', blockers: [] }, musts: ['few'] }]);
    expect(lessons[0]?.text.zh).toContain('还须守规则“体育早上完”');
    expect(hot.find(({ kind }) => kind === 'rule')).toMatchObject({ id: 'few', clashes: 4, blocks: 0 });
    expect(hot.find(({ kind }) => kind === 'rule')?.text.en).toBe('The rule “体育早上完”: broken by 4 now');
  });
});

describe('must rules that a place can break', () => {
  const school = (rule: object): School => ({
    ...smallSchool(),
    rules: [{ id: 'must', strength: 'must', ...rule } as Rule],
  });
  const unplaced = partial((it) => {
    it.lessons = it.lessons.filter(({ section }) => section !== 'g2-pe/h1');
    it.unplaced = [{ section: 'g2-pe/h1', index: 0, periods: 1 }];
  });
  const kept = (rule: object): [number | undefined, string | undefined] => {
    const lesson = leftOf(unplaced, school(rule)).lessons.find(({ section }) => section === 'g2-pe/h1');
    return [lesson?.places.rule, lesson?.nearest[0]?.slot];
  };

  it('are asked about every place', () => {
    expect(kept({ type: 'slots.forbid', subjects: ['pe'], slots: 'fri.*' })[0]).toBe(4);
    expect(kept({ type: 'lessons.finishBy', subjects: ['pe'], day: 'thu' })[0]).toBe(4);
    // the teacher's other lesson is on fri.1
    expect(kept({ type: 'teacher.maxPerDay', teachers: ['t-pe'], max: 1 })[0]).toBe(4);
    // beside it is fri.2 alone, and fri.1 itself makes a run of one
    expect(kept({ type: 'teacher.maxConsecutive', teachers: ['t-pe'], max: 1 })).toEqual([1, 'fri.3']);
  });
});

describe('a meeting that must be', () => {
  it('keeps lessons of its members from its slots, by its rule', () => {
    const rules: School['rules'] = [
      { id: 'meet', type: 'teacher.meeting', teachers: ['t-pe'], slots: 'fri.2', strength: 'must' },
    ];
    const week = partial((it) => {
      it.meetings = [{ rule: 'meet', slots: ['fri.2'], teachers: ['t-pe'] }];
    });
    const { lessons } = leftOf(week, { ...smallSchool(), rules });
    expect(lessons.map(({ section, at }) => [section, at?.blockers])).toEqual([
      ['g2-pe/h1', [{ kind: 'rule', id: 'meet', sections: [] }]],
    ]);
  });
});

describe('a lock that holds the lesson in the way', () => {
  it('is told, by the places that it keeps others from', () => {
    const school: School = {
      ...withCourse(smallSchool(), 'g2-pe', {
        periods: undefined,
        lessons: [{ count: 1, slots: 'fri.1|2', roomKind: 'field' }],
      }),
      locks: [{ course: 'g2-pe', homeroom: 'h2', index: 0, slot: 'fri.1' }],
    };
    const week = partial((it) => {
      it.lessons = it.lessons.filter(({ section }) => section !== 'g2-pe/h1');
      it.unplaced = [{ section: 'g2-pe/h1', index: 0, periods: 1 }];
      move(it, 'g2-his-q/h1', 0, 'fri.2');
      move(it, 'g2-his/h2', 2, 'fri.3');
    });
    const { lessons, hot } = leftOf(week, school);
    expect(lessons.map(({ section, nearest }) => [section, nearest.map(({ slot }) => slot)])).toEqual([
      ['g2-pe/h1', ['fri.1', 'fri.2']],
    ]);
    expect(hot.find(({ kind }) => kind === 'lock')).toMatchObject({ id: '0', needed: 1, clashes: 0, blocks: 1 });
  });
});

describe('a choice without a section', () => {
  it('is told with whether sections are full or at the wrong time', () => {
    const week = partial((it) => {
      const bio = it.sections.find(({ id }) => id === 'g2-bio/1');
      if (bio) bio.students = bio.students.filter((id) => id !== 's01');
      it.unserved = [{ student: 's01', course: 'g2-bio' }];
    });
    move(week, 'g2-che/1', 0, 'tue.4');
    const [entry] = leftOf(week).unserved;
    expect(entry).toMatchObject({ course: 'g2-bio', students: ['s01'], sections: 1, full: 0, clashing: 1 });
  });
});

describe('where it is told', () => {
  const week = partial((it) => {
    it.lessons = it.lessons.filter(({ section, index }) => !(section === 'g2-geo/1' && index === 1));
    it.unplaced = [{ section: 'g2-geo/1', index: 1, periods: 1 }];
  });

  it('stands in the outline and on the page, in both languages, with the command that finds repairs', () => {
    expect(renderOutline(smallSchool(), week, 'en')).toContain('has no place; of 20 places');
    expect(renderOutline(smallSchool(), week, 'zh')).toContain('--week week.json --repairs');
    expect(renderHtml(smallSchool(), week, 'en')).toContain('最紧张的资源');
  });

  it('is silent where the week is complete', () => {
    expect(describeLeft(makeContext(smallSchool(), smallWeek(), 'en'))).toBeNull();
    expect(renderOutline(smallSchool(), smallWeek(), 'en')).not.toContain('--week');
  });
});
