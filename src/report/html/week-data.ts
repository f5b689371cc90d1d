/** What the page's script draws single weeks from: names once, everything else by index. */
import { reportText, roomKindText, type ReportKey } from '../../text/report.ts';
import type { ClashSlots } from '../clashes.ts';
import type { ReportContext } from '../context.ts';
import { dayName, periodName } from '../naming.ts';

type Pair = [zh: string, en: string];

/** Arrays instead of records: 4,500 students with 15 sections each stay below 1 MB. */
export interface WeekData {
  /** true: the page starts in Chinese */
  zh: boolean;
  /** name and term, printed on every week */
  school: string;
  text: Record<string, Pair>;
  days: Pair[];
  /** weeks of the cycle: 2 where they are odd and even; slots are those of one week, open slots those of the cycle */
  weeks: number;
  /** name, time, break after */
  periods: [name: Pair, time: string, breakAfter: string][];
  /** name, open slots as 0 and 1 */
  grades: [name: string, open: string, breaks: string[]][];
  subjects: string[];
  /** name, subjects in words, unavailable slots as 0 and 1 ('' for none) */
  teachers: [name: string, subjects: string, unavailable: string][];
  rooms: [name: string, kind: Pair, seats: number, unavailable: string][];
  /** size: of one whose students are not listed, else 0 */
  homerooms: [name: string, grade: number, room: number, head: number, size: number][];
  /**
   * name in the grade, name in the school, course, teachers, own homeroom or −1, line, lessons (slot, length, room, 0 every 1 odd 2
   * even, teachers where they are others), size
   */
  sections: [
    short: Pair | string,
    full: Pair | string,
    course: number,
    teachers: number[],
    home: number,
    line: string,
    lessons: (number | number[])[][],
    size: number,
  ][];
  /** name, subject, grade */
  courses: [name: string, subject: number, grade: number][];
  /** id, name (0: the id), homeroom, grade, sections */
  students: [id: string, name: string | 0, homeroom: number, grade: number, sections: number[]][];
  /** slots, teachers */
  meetings: [slots: number[], teachers: number[]][];
  /** by kind and index: slots of the cycle with what collides there (1 students, 2 teachers, 4 rooms; added up) */
  clashes: Record<string, Record<number, Record<number, number>>>;
  /** slot, weeks as above, room, teacher or −1, students */
  selfStudy: [slot: number, weeks: number, room: number, teacher: number, students: number[]][];
}

const CLIENT_TEXT: ReportKey[] = [
  'homeroom',
  'teacher',
  'room',
  'section',
  'student',
  'everything',
  'matches',
  'firstShown',
  'previous',
  'next',
  'print',
  'printAll',
  'week',
  'walking',
  'free',
  'closed',
  'unavailable',
  'meeting',
  'noon',
  'longBreak',
  'endBreak',
  'selfStudy',
  'odd',
  'even',
  'period',
  'people',
  'peopleShort',
  'seats',
  'line',
  'headTeacher',
  'periodsTaught',
  'noRoom',
  'noTeacher',
  'roster',
  'clash',
];

const pair = ({ zh, en }: { zh: string; en: string }): Pair => [zh, en];

/** One string where both languages agree. */
const slim = ({ zh, en }: { zh: string; en: string }): Pair | string => (zh === en ? zh : [zh, en]);

const bits = (mask: ArrayLike<number> | undefined): string => {
  const written = Array.from(mask ?? [], (bit) => (bit ? '1' : '0')).join('');
  return written.includes('1') ? written : '';
};

const WEEKS = { every: 0, odd: 1, even: 2 };

export function weekData(context: ReportContext): WeekData {
  const { school, timetable, naming, week, home } = context;
  const { model } = naming;
  const weeksOf = (weeks: keyof typeof WEEKS): number => (model.grid.weeks === 1 ? 0 : WEEKS[weeks]);
  const indexes = (ids: readonly string[], of: Map<string, number>): number[] => ids.flatMap((id) => of.get(id) ?? []);
  return {
    zh: context.lang === 'zh',
    school: [school.name, school.term].filter(Boolean).join(' '),
    text: Object.fromEntries(CLIENT_TEXT.map((key) => [key, pair(reportText[key])])),
    weeks: model.grid.weeks,
    days: school.calendar.days.map((day) => pair(dayName(day.id, day.name))),
    periods: school.calendar.periods.map((period) => [
      pair(periodName(period.id, period.name)),
      period.start && period.end ? `${period.start}–${period.end}` : (period.start ?? ''),
      period.breakAfter ?? 'short',
    ]),
    grades: school.grades.map((grade, g) => [grade.name, bits(model.gradeOpen[g]), model.gradeBreaks[g] ?? []]),
    subjects: school.subjects.map((subject) => subject.name),
    teachers: school.teachers.map((teacher, t) => [
      teacher.name,
      teacher.subjects.map((subject) => naming.subject(subject)).join('、'),
      bits(model.teacherUnavailable[t]),
    ]),
    rooms: school.rooms.map((room, r) => [
      room.name,
      pair(roomKindText(room.kind)),
      room.seats,
      bits(model.roomUnavailable[r]),
    ]),
    homerooms: school.homerooms.map((homeroom) => [
      homeroom.name,
      model.gradeOf.get(homeroom.grade) ?? 0,
      model.roomOf.get(homeroom.room ?? '') ?? -1,
      model.teacherOf.get(homeroom.headTeacher ?? '') ?? -1,
      homeroom.size ?? 0,
    ]),
    sections: timetable.sections.map((section, s) => [
      slim(naming.sectionInGrade(section.id, section.course)),
      slim(naming.section(section.id, section.course)),
      week.course[s] ?? -1,
      week.teachers[s] ?? [],
      home[s] ?? -1,
      section.line ?? '',
      (week.lessons[s] ?? []).flatMap((lesson) => {
        if (lesson.start < 0) return [];
        const own = lesson.teachers.join() === (week.teachers[s] ?? []).join();
        const entry = [lesson.start, lesson.length, lesson.room, weeksOf(lesson.weeks)];
        return [own ? entry : [...entry, lesson.teachers]];
      }),
      week.size[s] ?? 0,
    ]),
    courses: school.courses.map((course, c) => [
      model.courses[c]?.name ?? course.id,
      model.courses[c]?.subject ?? 0,
      model.courses[c]?.grade ?? 0,
    ]),
    students: school.students.map((student, s) => [
      student.id,
      student.name ?? 0,
      model.studentHomeroom[s] ?? -1,
      model.studentGrade[s] ?? 0,
      week.sectionsOfStudent[s] ?? [],
    ]),
    meetings: timetable.meetings.map((meeting) => [
      indexes(meeting.slots, model.grid.slotById),
      indexes(meeting.teachers, model.teacherOf),
    ]),
    clashes: Object.fromEntries(
      Object.entries(context.clashes).map(([kind, things]: [string, ClashSlots]) => [
        kind,
        Object.fromEntries([...things].map(([index, slots]) => [index, Object.fromEntries(slots)])),
      ]),
    ),
    selfStudy: timetable.selfStudy.flatMap(({ slot, weeks, room, teacher, students }): WeekData['selfStudy'] => {
      const start = model.grid.slotById.get(slot);
      if (start === undefined) return [];
      return [
        [
          start,
          weeksOf(weeks),
          model.roomOf.get(room) ?? -1,
          model.teacherOf.get(teacher ?? '') ?? -1,
          indexes(students, model.studentOf),
        ],
      ];
    }),
  };
}
