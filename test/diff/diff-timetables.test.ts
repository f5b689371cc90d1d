import { describe, expect, it } from 'vitest';
import { diffTimetables } from '../../src/diff/index.ts';
import type { Lesson, Timetable, TimetableSection } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from '../report/small-week.ts';

const sectionIn = (week: Timetable, id: string): TimetableSection => {
  const section = week.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Error(`no section ${id}`);
  return section;
};

const lessonIn = (week: Timetable, section: string, slot: string): Lesson => {
  const lesson = week.lessons.find((candidate) => candidate.section === section && candidate.slot === slot);
  if (!lesson) throw new Error(`no lesson of ${section} at ${slot}`);
  return lesson;
};

/** The small week with homerooms listed, as the program writes it. */
function week(change: (edited: Timetable) => void = () => {}): Timetable {
  const edited = smallWeek();
  edited.homerooms = ['h1', 'h2'].map((id) => ({
    id,
    name: id,
    grade: 'g2',
    students: smallSchool().students.flatMap((student) => (student.homeroom === id ? [student.id] : [])),
  }));
  change(edited);
  return edited;
}

const changed = (change: (edited: Timetable) => void) => diffTimetables(week(), week(change), smallSchool());

describe('a week and itself', () => {
  it('have no difference', () => {
    const { touched, sections, lessons, homerooms, ...others } = changed(() => {});
    expect([touched, sections, lessons, homerooms].flatMap((part) => Object.values(part).flat())).toEqual([]);
    expect(Object.values(others).flat()).toEqual([]);
  });

  it('have none either where only the numbers of two lessons are swapped', () => {
    const { lessons, touched } = changed((edited) => {
      const first = lessonIn(edited, 'g2-chi/h1', 'mon.1');
      const second = lessonIn(edited, 'g2-chi/h1', 'wed.3');
      [first.slot, second.slot] = [second.slot, first.slot];
    });
    expect(lessons.moved).toEqual([]);
    expect(touched.students).toEqual([]);
  });
});

describe('a lesson at another time', () => {
  const { lessons, rooms, touched } = changed((edited) => {
    lessonIn(edited, 'g2-chi/h1', 'mon.1').slot = 'fri.3';
  });

  it('is named with both times', () => {
    expect(lessons.moved).toEqual([
      {
        section: 'g2-chi/h1',
        length: 1,
        from: { slot: 'mon.1', weeks: 'every', room: 'r1' },
        to: { slot: 'fri.3', weeks: 'every', room: 'r1' },
        students: 6,
      },
    ]);
    expect(rooms).toEqual([]);
  });

  it('touches its teacher, its homeroom and all its students', () => {
    expect(touched.teachers).toEqual([{ id: 't-chi', lessons: 1, rooms: 0, teachers: 0, sections: 0 }]);
    expect(touched.homerooms).toEqual([
      { id: 'h1', lessons: 1, rooms: 0, teachers: 0, sections: 0, students: 6, of: 6 },
    ]);
    expect(touched.students.map(({ id, homeroom }) => `${homeroom} ${id}`)).toEqual([
      'h1 s01',
      'h1 s02',
      'h1 s03',
      'h1 s04',
      'h1 s05',
      'h1 s06',
    ]);
  });

  it('counts as one where the week is another (单双周)', () => {
    const { lessons: weekly } = changed((edited) => {
      lessonIn(edited, 'g2-chi/h1', 'mon.1').weeks = 'odd';
    });
    expect(weekly.moved).toMatchObject([{ from: { slot: 'mon.1', weeks: 'every' }, to: { weeks: 'odd' } }]);
  });

  it('keeps a double a double', () => {
    const { lessons: doubles } = changed((edited) => {
      lessonIn(edited, 'g2-phy/h1', 'wed.1').slot = 'fri.3';
      lessonIn(edited, 'g2-phy/h1', 'tue.3').slot = 'wed.1';
    });
    expect(doubles.moved.map(({ length, from, to }) => `${length} ${from.slot} ${to.slot}`)).toEqual([
      '1 tue.3 wed.1',
      '2 wed.1 fri.3',
    ]);
  });
});

describe('rooms', () => {
  it('names a lesson that stays at its time', () => {
    const { lessons, rooms, touched } = changed((edited) => {
      lessonIn(edited, 'g2-chi/h1', 'mon.1').room = 'r3';
    });
    expect(rooms).toEqual([
      { section: 'g2-chi/h1', length: 1, slot: 'mon.1', weeks: 'every', from: 'r1', to: 'r3', students: 6 },
    ]);
    expect(lessons.moved).toEqual([]);
    expect(touched.teachers).toMatchObject([{ id: 't-chi', lessons: 0, rooms: 1 }]);
  });

  it('says where there was none', () => {
    const { rooms } = changed((edited) => {
      delete lessonIn(edited, 'g2-chi/h1', 'mon.1').room;
    });
    expect(rooms).toMatchObject([{ from: 'r1' }]);
    expect(rooms[0]).not.toHaveProperty('to');
  });
});

describe('teachers', () => {
  it('touch the old one, the new one and the students', () => {
    const { teachers, touched } = changed((edited) => {
      sectionIn(edited, 'g2-bio/1').teachers = ['t-che'];
    });
    expect(teachers).toEqual([{ section: 'g2-bio/1', from: ['t-bio'], to: ['t-che'], students: 5 }]);
    expect(touched.teachers).toMatchObject([
      { id: 't-bio', sections: 1, lessons: 0 },
      { id: 't-che', sections: 1 },
    ]);
    expect(touched.homerooms.map(({ id, students }) => [id, students])).toEqual([
      ['h1', 3],
      ['h2', 2],
    ]);
    expect(touched.students[0]).toMatchObject({ id: 's01', teachers: 1, sections: 0 });
  });

  it('of one lesson are named with the lesson', () => {
    const { teachers } = changed((edited) => {
      lessonIn(edited, 'g2-pe/h1', 'fri.2').teachers = ['t-pe', 't-bio'];
    });
    expect(teachers).toEqual([
      {
        section: 'g2-pe/h1',
        at: { slot: 'fri.2', weeks: 'every', room: 'field' },
        from: ['t-pe'],
        to: ['t-pe', 't-bio'],
        students: 6,
      },
    ]);
  });

  it('of a lesson that only follow the section’s are told once', () => {
    const second = (teacher: string) => (edited: Timetable) => {
      sectionIn(edited, 'g2-pe/h1').teachers = [teacher];
      lessonIn(edited, 'g2-pe/h1', 'fri.2').teachers = [teacher, 't-bio'];
    };
    const { teachers } = diffTimetables(week(second('t-pe')), week(second('t-geo')));
    expect(teachers).toEqual([{ section: 'g2-pe/h1', from: ['t-pe'], to: ['t-geo'], students: 6 }]);
  });
});

describe('students', () => {
  it('change section, take a course up and give it up', () => {
    const { students, touched } = changed((edited) => {
      // s10 gives biology up for chemistry; s01 goes to a second biology section
      const bio = sectionIn(edited, 'g2-bio/1');
      bio.students = ['s02', 's03', 's11'];
      sectionIn(edited, 'g2-che/1').students.push('s10');
      edited.sections.push({ ...bio, id: 'g2-bio/2', students: ['s01'] });
    });
    expect(students).toEqual([
      { student: 's01', course: 'g2-bio', from: 'g2-bio/1', to: 'g2-bio/2' },
      { student: 's10', course: 'g2-bio', from: 'g2-bio/1' },
      { student: 's10', course: 'g2-che', to: 'g2-che/1' },
    ]);
    expect(touched.students).toMatchObject([
      { id: 's01', homeroom: 'h1', sections: 1 },
      { id: 's10', homeroom: 'h2', sections: 2 },
    ]);
    expect(touched.homerooms.map(({ id, sections, students: n, of }) => [id, sections, n, of])).toEqual([
      ['h1', 1, 1, 6],
      ['h2', 2, 1, 5],
    ]);
  });

  it('of another homeroom are named with it', () => {
    const { homerooms } = changed((edited) => {
      const [one, two] = edited.homerooms;
      if (one && two) two.students.push(one.students.shift() ?? '');
      edited.homerooms.push({ id: 'h3', name: 'h3', grade: 'g2', students: [] });
    });
    expect(homerooms).toEqual({
      appeared: ['h3'],
      vanished: [],
      changed: [
        { homeroom: 'h1', joined: [], left: ['s01'] },
        { homeroom: 'h2', joined: ['s01'], left: [] },
      ],
    });
  });
});

describe('sections', () => {
  it('are matched by their ids: another id is one that vanished and one that appeared', () => {
    const { sections, lessons, students, touched } = changed((edited) => {
      sectionIn(edited, 'g2-geo/1').id = 'g2-geo/7';
      for (const lesson of edited.lessons) if (lesson.section === 'g2-geo/1') lesson.section = 'g2-geo/7';
    });
    const geography = { course: 'g2-geo', homerooms: ['h1', 'h2'], teachers: ['t-geo'], students: 6 };
    expect(sections).toEqual({
      appeared: [{ section: 'g2-geo/7', ...geography }],
      vanished: [{ section: 'g2-geo/1', ...geography }],
    });
    expect(lessons).toEqual({ moved: [], appeared: [], vanished: [] });
    expect(students).toHaveLength(6);
    expect(touched.teachers).toMatchObject([{ id: 't-geo', sections: 2 }]);
  });

  it('may have a lesson more or less', () => {
    const { lessons, touched } = changed((edited) => {
      edited.lessons = edited.lessons.filter((lesson) => lesson !== lessonIn(edited, 'g2-bio/1', 'tue.4'));
    });
    expect(lessons.vanished).toEqual([
      { section: 'g2-bio/1', length: 1, at: { slot: 'tue.4', weeks: 'every', room: 'r3' }, students: 5 },
    ]);
    expect(touched.teachers).toMatchObject([{ id: 't-bio', lessons: 1 }]);
  });
});

describe('meetings', () => {
  it('at another time touch their members', () => {
    const meet = (slot: string) => (edited: Timetable) => {
      edited.meetings = [{ rule: 'meet', slots: [slot], teachers: ['t-chi', 't-mat'] }];
    };
    const { meetings, touched } = diffTimetables(week(meet('fri.3')), week(meet('fri.4')));
    expect(meetings).toEqual([{ rule: 'meet', teachers: ['t-chi', 't-mat'], from: ['fri.3'], to: ['fri.4'] }]);
    expect(touched.teachers.map(({ id, lessons }) => [id, lessons])).toEqual([
      ['t-chi', 1],
      ['t-mat', 1],
    ]);
  });
});
