/** Students without a section of a course: whether its sections are full, or at times when they are taught elsewhere. */
import type { ReportContext } from '../context.ts';

export interface UnservedCourse {
  course: string;
  students: string[];
  sections: number;
  /** sections with as many students as they may have */
  full: number;
  /** students for whom every section with a seat left is at the time of another lesson of theirs */
  clashing: number;
}

export function unservedCourses({ week, timetable }: ReportContext): UnservedCourse[] {
  const { model } = week;
  const byCourse = new Map<string, string[]>();
  for (const { student, course } of timetable.unserved) {
    byCourse.set(course, [...(byCourse.get(course) ?? []), student]);
  }
  const slotsOf = (section: number): number[] => (week.lessons[section] ?? []).flatMap(({ slots }) => slots);
  return [...byCourse].map(([course, students]): UnservedCourse => {
    const index = model.courseOf.get(course) ?? -1;
    const sections = [...week.course.keys()].filter((section) => week.course[section] === index);
    const most = model.courses[index]?.size.max ?? 0;
    const open = sections.filter((section) => (week.size[section] ?? 0) < most);
    const clashes = (student: string): boolean => {
      const own = week.sectionsOfStudent[model.studentOf.get(student) ?? -1] ?? [];
      const busy = new Set(own.flatMap(slotsOf));
      return open.length > 0 && open.every((section) => slotsOf(section).some((slot) => busy.has(slot)));
    };
    return {
      course,
      students,
      sections: sections.length,
      full: sections.length - open.length,
      clashing: students.filter(clashes).length,
    };
  });
}
