/** The difference between two timetables, per section and per person. Sections are matched by their ids. */
import type { School } from '../school/types.ts';
import type { Lesson, Timetable, TimetableSection } from '../timetable/types.ts';
import type { MeetingChange, SectionChange, TimetableChanges } from './changes.ts';
import { changesOfSection, sameIds } from './section-changes.ts';
import { homeroomChanges, studentChanges } from './student-changes.ts';
import { touchedBy } from './touched.ts';

function lessonsBySection(timetable: Timetable): Map<string, Lesson[]> {
  const lessons = new Map<string, Lesson[]>(timetable.sections.map(({ id }) => [id, []]));
  for (const lesson of timetable.lessons) lessons.get(lesson.section)?.push(lesson);
  return lessons;
}

const entry = ({ id, course, homerooms, teachers, students }: TimetableSection): SectionChange => ({
  section: id,
  course,
  homerooms,
  teachers,
  students: students.length,
});

/** Meetings of one rule are compared in their order. */
function meetingChanges(before: Timetable['meetings'], after: Timetable['meetings']): MeetingChange[] {
  const rules = [...new Set([...before, ...after].map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const [were, are] = [before, after].map((list) => list.filter((meeting) => meeting.rule === rule));
    const count = Math.max(were?.length ?? 0, are?.length ?? 0);
    return Array.from({ length: count }, (_, i): MeetingChange => {
      const [was, is] = [were?.[i], are?.[i]];
      const teachers = [...new Set([...(was?.teachers ?? []), ...(is?.teachers ?? [])])];
      return { rule, teachers, from: was?.slots ?? [], to: is?.slots ?? [] };
    }).filter(({ from, to }) => !sameIds(from, to));
  });
}

/** `school` tells the homerooms of students whom neither timetable lists under one. */
export function diffTimetables(before: Timetable, after: Timetable, school?: School): TimetableChanges {
  const earlier = new Map(before.sections.map((section) => [section.id, section]));
  const later = new Set(after.sections.map(({ id }) => id));
  const [lessonsBefore, lessonsAfter] = [lessonsBySection(before), lessonsBySection(after)];
  const shared = after.sections.flatMap((section) => {
    const was = earlier.get(section.id);
    if (!was) return [];
    const lessons = { lessonsBefore: lessonsBefore.get(was.id) ?? [], lessonsAfter: lessonsAfter.get(was.id) ?? [] };
    return [changesOfSection({ before: was, after: section, ...lessons })];
  });
  const changes = {
    sections: {
      appeared: after.sections.filter(({ id }) => !earlier.has(id)).map(entry),
      vanished: before.sections.filter(({ id }) => !later.has(id)).map(entry),
    },
    lessons: {
      moved: shared.flatMap(({ moved }) => moved),
      appeared: shared.flatMap(({ appeared }) => appeared),
      vanished: shared.flatMap(({ vanished }) => vanished),
    },
    rooms: shared.flatMap(({ rooms }) => rooms),
    teachers: shared.flatMap(({ teachers }) => teachers),
    students: studentChanges(before.sections, after.sections),
    homerooms: homeroomChanges(before.homerooms, after.homerooms),
    meetings: meetingChanges(before.meetings, after.meetings),
  };
  return { ...changes, touched: touchedBy(changes, before, after, school) };
}
