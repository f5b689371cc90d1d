/** A plain recount of a week against its school, written from the rules and sharing no code with the generator or the judge. */
import type { School } from '../../src/school/types.ts';
import type { Timetable } from '../../src/timetable/types.ts';

type Course = School['courses'][number];
type Student = School['students'][number];

const weeksOf = (school: School): string[] => school.calendar.weeks ?? ['every'];

/** `mon.3|4`, `*.1/odd`, or a list of such → `mon.3/odd`, … (`mon.3/every` where there is one kind of week). */
function slotsOf(school: School, set: string | string[] | undefined): Set<string> {
  const days = school.calendar.days.map((day) => day.id);
  const periods = school.calendar.periods.map((period) => period.id);
  const patterns = set === undefined ? [] : [set].flat();
  return new Set(
    patterns.flatMap((pattern) => {
      const [main = '', week = '*'] = pattern.split('/');
      const [day = '', period = ''] = main.split('.');
      return (day === '*' ? days : day.split('|')).flatMap((d) =>
        (period === '*' ? periods : period.split('|')).flatMap((p) =>
          (week === '*' ? weeksOf(school) : [week]).map((w) => `${d}.${p}/${w}`),
        ),
      );
    }),
  );
}

function takes(school: School, student: Student, course: Course): boolean {
  const homeroom = school.homerooms.find((one) => one.id === student.homeroom);
  if ((homeroom?.grade ?? student.grade) !== course.grade) return false;
  if (course.track !== undefined && course.track !== (student.track ?? 'general')) return false;
  if (course.level !== undefined && student.levels?.[course.subject] !== course.level) return false;
  const named = (id: string): boolean => {
    const short = school.subjects.find((subject) => subject.id === id)?.short ?? '?';
    return typeof student.choices === 'string' && student.choices.includes(short);
  };
  const grade = school.grades.find((one) => one.id === course.grade);
  const groups = typeof grade?.choice === 'string' ? [] : (grade?.choice ?? []);
  const usual = groups.some(({ from, default: rest }) => rest?.includes(course.subject) && !from.some(named));
  const chosen = named(course.subject) || usual;
  return course.for === 'chosen' ? chosen : course.for === 'unchosen' ? !chosen : true;
}

interface Kind {
  length: number;
  roomKind: string;
  weeks: string;
  slots?: string | string[];
}

const kindsOf = (course: Course): Kind[] => {
  const shared = course.roomKind ?? 'classroom';
  const doubles = course.doubles ?? 0;
  const kinds = course.lessons ?? [
    { count: (course.periods ?? 0) - 2 * doubles, length: 1 },
    { count: doubles, length: 2 },
  ];
  return kinds.flatMap((kind) =>
    Array.from({ length: kind.count }, () => ({
      length: kind.length ?? 1,
      roomKind: kind.roomKind ?? shared,
      weeks: kind.weeks ?? 'every',
      ...(kind.slots === undefined ? {} : { slots: kind.slots }),
    })),
  );
};

/** Everything that does not hold, in words; empty for a week that holds. */
export function checkWeek(school: School, week: Timetable): string[] {
  const wrong: string[] = [];
  const courses = new Map(school.courses.map((course) => [course.id, course]));
  const rooms = new Map(school.rooms.map((room) => [room.id, room]));
  const teachers = new Map(school.teachers.map((teacher) => [teacher.id, teacher]));
  const homerooms = new Map(school.homerooms.map((homeroom) => [homeroom.id, homeroom]));
  const periods = school.calendar.periods;
  const held = new Map<string, number>();
  const hold = (who: string, slot: string, most: number): void => {
    const count = (held.get(`${who} ${slot}`) ?? 0) + 1;
    held.set(`${who} ${slot}`, count);
    if (count > most) wrong.push(`${who} has ${count} lessons at ${slot}`);
  };
  const forbidden = new Map(school.teachers.map((teacher) => [teacher.id, slotsOf(school, teacher.unavailable)]));
  for (const rule of school.rules ?? []) {
    if (rule.type !== 'teacher.meeting') continue;
    for (const teacher of school.teachers) {
      if (!teacher.subjects.some((subject) => rule.subjects?.includes(subject))) continue;
      for (const slot of slotsOf(school, rule['slots'] as string)) forbidden.get(teacher.id)?.add(slot);
    }
  }
  const load = new Map<string, number>();
  const served = new Map<string, number>();
  for (const section of week.sections) {
    const course = courses.get(section.course);
    if (!course) return [`${section.id} has no course`];
    const grade = school.grades.find((one) => one.id === course.grade);
    const max = course.size?.max ?? grade?.size?.max ?? 50;
    if (section.students.length > max) wrong.push(`${section.id} has ${section.students.length} students`);
    if (course.grouping === 'homeroom' && section.homerooms.length !== 1)
      wrong.push(`${section.id} is not one homeroom's`);
    for (const student of section.students) {
      const key = `${student} ${course.id}`;
      served.set(key, (served.get(key) ?? 0) + 1);
    }
    const closed = slotsOf(school, [school.calendar.closed ?? [], grade?.closed ?? []].flat());
    const [teacherId = '', ...more] = section.teachers;
    const teacher = teachers.get(teacherId);
    const head = homerooms.get(section.homerooms[0] ?? '')?.headTeacher;
    const qualified =
      course.teachers === 'none'
        ? teacherId === ''
        : course.teachers === 'head'
          ? teacherId === head
          : course.teachers === 'any'
            ? teacher !== undefined
            : teacher?.subjects.includes(course.subject) && (teacher.grades?.includes(course.grade) ?? true);
    if (!qualified || more.length > 0) wrong.push(`${section.id} is taught by ${section.teachers.join()}`);

    const either = new Set<string>();
    const other = new Set<string>();
    const lessons = week.lessons.filter((lesson) => lesson.section === section.id);
    const kinds = kindsOf(course);
    if (lessons.map((lesson) => lesson.index).join() !== kinds.map((_, index) => index).join()) {
      wrong.push(`${section.id} has lessons ${lessons.map((lesson) => lesson.index).join()}`);
    }
    for (const lesson of lessons) {
      const kind = kinds[lesson.index];
      const room = rooms.get(lesson.room ?? '');
      const [day = '', first = ''] = lesson.slot.split('.');
      const from = periods.findIndex((period) => period.id === first);
      if (kind?.length !== lesson.length) wrong.push(`${section.id} ${lesson.index} has ${lesson.length} periods`);
      const elsewhere = course.room === 'none';
      if (elsewhere ? lesson.room !== undefined : !room || room.kind !== kind?.roomKind)
        wrong.push(`${section.id} ${lesson.index} is in ${lesson.room}`);
      if (!elsewhere && section.students.length > Math.min(room?.seats ?? 0, room?.maxSize ?? Infinity)) {
        wrong.push(`${section.id} does not fit ${lesson.room}`);
      }
      const fixed = kind?.slots === undefined ? undefined : slotsOf(school, kind.slots);
      if (kind?.weeks === 'either') either.add(lesson.weeks);
      else if (kind?.weeks === 'other') other.add(lesson.weeks);
      else if (kind?.weeks !== lesson.weeks) wrong.push(`${section.id} ${lesson.index} is held ${lesson.weeks}`);
      const inWeeks = lesson.weeks === 'every' ? weeksOf(school) : [lesson.weeks];
      const share = (lesson.length * inWeeks.length * (course.loadPercent ?? 100)) / 100;
      load.set(teacherId, (load.get(teacherId) ?? 0) + share);
      for (let i = 0; i < lesson.length; i++) {
        const period = periods[from + i];
        if (!period || from < 0) wrong.push(`${section.id} ${lesson.index} leaves the day at ${lesson.slot}`);
        if (i > 0 && ['noon', 'end'].includes(periods[from + i - 1]?.breakAfter ?? '')) {
          wrong.push(`${section.id} ${lesson.index} spans a break at ${lesson.slot}`);
        }
        for (const slot of inWeeks.map((one) => `${day}.${period?.id}/${one}`)) {
          if (closed.has(slot)) wrong.push(`${section.id} ${lesson.index} is at ${slot}, which is closed`);
          if (fixed && !fixed.has(slot)) wrong.push(`${section.id} ${lesson.index} is at ${day}.${period?.id}`);
          if (forbidden.get(teacherId)?.has(slot)) wrong.push(`${teacherId} teaches ${section.id} at ${slot}`);
          if (teacherId !== '') hold(`teacher ${teacherId}`, slot, 1);
          if (!elsewhere) hold(`room ${lesson.room}`, slot, room?.concurrent ?? 1);
          for (const student of section.students) hold(`student ${student}`, slot, 1);
        }
      }
    }
    if (either.size > 1 || other.size > 1 || [...either].some((one) => other.has(one))) {
      wrong.push(`${section.id} mixes its weeks`);
    }
  }
  for (const teacher of school.teachers) {
    if ((load.get(teacher.id) ?? 0) > teacher.load.max * weeksOf(school).length)
      wrong.push(`${teacher.id} has ${load.get(teacher.id)} periods`);
  }
  for (const student of school.students) {
    for (const course of school.courses) {
      const times = served.get(`${student.id} ${course.id}`) ?? 0;
      if (times !== (takes(school, student, course) ? 1 : 0))
        wrong.push(`${student.id} has ${course.id} ${times} times`);
    }
  }
  return wrong;
}
