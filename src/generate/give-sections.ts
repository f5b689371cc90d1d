/** The hidden week's sections in the school file, with students and teachers: only the week is left to be found. */
import { shuffled, type Random } from './random.ts';
import type { School, Section } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';

/** Sections come course by course; the walking ones of a course get their numbers at random, so that these say nothing of lines. */
export function giveSections(school: School, hidden: Timetable, random: Random): { school: School; hidden: Timetable } {
  const newId = new Map<string, string>();
  const sections = school.courses.flatMap((course): Section[] => {
    const own = hidden.sections.filter((section) => section.course === course.id);
    const walking = new Set(own.filter(({ id }) => /\/\d+$/.test(id)).map(({ id }) => id));
    const order = [
      ...own.filter(({ id }) => !walking.has(id)),
      ...shuffled(
        random,
        own.filter(({ id }) => walking.has(id)),
      ),
    ];
    return order.map((section, index) => {
      const id = walking.has(section.id) ? `${course.id}/${index - (own.length - walking.size) + 1}` : section.id;
      newId.set(section.id, id);
      return {
        id,
        course: course.id,
        homerooms: section.homerooms,
        students: section.students,
        teachers: section.teachers,
        ...(section.line === undefined ? {} : { line: section.line }),
      };
    });
  });
  const renamed = (id: string): string => newId.get(id) ?? id;
  return {
    school: { ...school, sections },
    hidden: {
      ...hidden,
      sections: hidden.sections.map((section) => ({ ...section, id: renamed(section.id) })),
      lessons: hidden.lessons.map((lesson) => ({ ...lesson, section: renamed(lesson.section) })),
    },
  };
}
