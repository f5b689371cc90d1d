/**
 * The small school over odd and even weeks (单双周), with most of what makes a school less plain: PE of h1 in odd weeks where the
 * history of its physicists is in even ones, a second teacher in every English lesson of h1, history counted at half, a homeroom h3 of
 * which only the size is known, Friday's last period closed in odd weeks, and supervised self-study.
 */
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

export function twoWeekSchool(): School {
  const school = smallSchool();
  school.calendar.weeks = ['odd', 'even'];
  school.calendar.closed = 'fri.4/odd';
  school.homerooms.push({ id: 'h3', name: '高二3班', grade: 'g2', room: 'r3', size: 8 });
  school.courses = school.courses.map((course) => {
    if (course.id === 'g2-pe') return { ...course, periods: undefined, lessons: [{ count: 1, weeks: 'either' }] };
    if (course.id === 'g2-his-q') {
      return { ...course, periods: undefined, lessons: [{ count: 1, weeks: 'either' }], loadPercent: 50 };
    }
    return course.id === 'g2-eng' ? { ...course, with: [['t-bio']] } : course;
  }) as School['courses'];
  return school;
}

export function twoWeeks(): Timetable {
  const week = smallWeek();
  for (const section of week.sections) {
    if (section.id === 'g2-eng/h1') section.teachers = ['t-eng', 't-bio'];
  }
  week.lessons = week.lessons.filter(({ section, index }) => section !== 'g2-pe/h1' || index === 0);
  for (const lesson of week.lessons) {
    if (lesson.section === 'g2-pe/h1') Object.assign(lesson, { slot: 'fri.1', weeks: 'odd' });
    if (lesson.section === 'g2-his-q/h1') Object.assign(lesson, { slot: 'fri.1', weeks: 'even' });
    if (lesson.section === 'g2-pe/h2') Object.assign(lesson, { weeks: 'even' });
  }
  week.sections.push({
    id: 'g2-chi/h3',
    course: 'g2-chi',
    homerooms: ['h3'],
    students: [],
    teachers: ['t-chi'],
    size: 8,
  });
  week.lessons.push({
    section: 'g2-chi/h3',
    index: 0,
    slot: 'fri.3',
    length: 1,
    weeks: 'every',
    room: 'r3',
    teachers: ['t-mat', 't-geo'],
  });
  week.selfStudy = [{ slot: 'fri.3', weeks: 'odd', room: 'r1', teacher: 't-geo', students: ['s01', 's02'] }];
  return week;
}
