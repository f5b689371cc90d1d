/** What an office calls the things that a file knows by id: 高二化学2班, 周一第3节, 王一（高二3班）. */
import { modelOf, type SchoolModel } from '../school/model.ts';
import type { School } from '../school/types.ts';
import type { Lang, Words } from '../text/lang.ts';
import { weekText } from '../text/weeks.ts';
import { homeroomsAtHome } from './homes.ts';

export interface Naming {
  model: SchoolModel;
  /** per course: the homerooms that take it at home */
  atHome: readonly Set<number>[];
  /** `"mon.3"` or `"mon.3/odd"` */
  slot: (id: string) => Words;
  /** the course with its grade */
  course: (id: string) => string;
  /** the course as its own grade calls it */
  courseInGrade: (id: string) => string;
  /** with grade or homeroom, for lists over the whole school */
  section: (id: string, course?: string) => Words;
  /** without the grade, for a week in which it goes without saying */
  sectionInGrade: (id: string, course?: string) => Words;
  /** with the homeroom */
  student: (id: string) => Words;
  teacher: (id: string) => string;
  room: (id: string) => string;
  homeroom: (id: string) => string;
  grade: (id: string) => string;
  subject: (id: string) => string;
}

const DAYS_EN: Record<string, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** `course/3` and `course/h1` read back; the longest course id that fits is meant. */
function readSectionId(model: SchoolModel, id: string, course?: string): { course?: string; rest: string } {
  if (course !== undefined) return { course, rest: id.startsWith(`${course}/`) ? id.slice(course.length + 1) : id };
  for (let cut = id.lastIndexOf('/'); cut > 0; cut = id.lastIndexOf('/', cut - 1)) {
    if (model.courseOf.has(id.slice(0, cut))) return { course: id.slice(0, cut), rest: id.slice(cut + 1) };
  }
  const given = model.school.sections?.find((section) => section.id === id);
  return given ? { course: given.course, rest: id } : { rest: id };
}

export const dayName = (id: string, name: string): Words => ({ zh: name, en: DAYS_EN[id] ?? name });

export const periodName = (id: string, name: string): Words => ({ zh: name, en: /^\d+$/.test(id) ? `P${id}` : name });

/** Chinese names stand side by side; letters and digits of two names must not run into one. */
const joined = (before: string, after: string): string =>
  /[\p{Script=Latin}\p{Nd}]$/u.test(before) && /^[\p{Script=Latin}\p{Nd}]/u.test(after)
    ? `${before} ${after}`
    : before + after;

const weekName = (week: string | undefined): Words =>
  week === 'odd' || week === 'even' ? weekText[week] : weekText.every;

function makeNaming(school: School): Naming {
  const model = modelOf(school);
  const atHome = homeroomsAtHome(model);
  const nameOf = <T extends { id: string; name?: string }>(list: readonly T[], of: Map<string, number>, id: string) =>
    list[of.get(id) ?? -1]?.name ?? id;
  const grade = (id: string): string => nameOf(school.grades, model.gradeOf, id);
  const homeroom = (id: string): string => nameOf(school.homerooms, model.homeroomOf, id);

  const gradeOfCourse = (id: string): string => {
    const gradeId = school.courses[model.courseOf.get(id) ?? -1]?.grade;
    return gradeId === undefined ? '' : grade(gradeId);
  };
  const courseName = (id: string): string => model.courses[model.courseOf.get(id) ?? -1]?.name ?? id;
  const course = (id: string): string =>
    courseName(id).includes(gradeOfCourse(id)) ? courseName(id) : joined(gradeOfCourse(id), courseName(id));
  const courseInGrade = (id: string): string => {
    const [name, prefix] = [courseName(id), gradeOfCourse(id)];
    return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length).trim() : name;
  };

  const sectionNamed = (id: string, known: string | undefined, withGrade: boolean): Words => {
    const read = readSectionId(model, id, known);
    if (read.course === undefined) return { zh: id, en: id };
    // a homeroom may be called "1", as the first walking section is
    if (read.rest !== id && atHome[model.courseOf.get(read.course) ?? -1]?.has(model.homeroomOf.get(read.rest) ?? -1)) {
      const plain = courseInGrade(read.course);
      const room = homeroom(read.rest);
      return withGrade ? { zh: joined(room, plain), en: `${plain} (${room})` } : { zh: plain, en: plain };
    }
    const name = withGrade ? course(read.course) : courseInGrade(read.course);
    if (read.rest !== id && /^\d+$/.test(read.rest)) {
      return { zh: `${joined(name, read.rest)}班`, en: `${name} section ${read.rest}` };
    }
    return { zh: `${name} ${read.rest}`, en: `${name} ${read.rest}` };
  };

  return {
    model,
    atHome,
    slot: (id) => {
      const [weekly = id, week] = id.split('/');
      const at = model.grid.slotById.get(weekly);
      const day = school.calendar.days[at === undefined ? -1 : Math.floor(at / model.grid.periodsPerDay)];
      const period = school.calendar.periods[at === undefined ? -1 : at % model.grid.periodsPerDay];
      if (!day || !period) return { zh: id, en: id };
      return {
        zh: day.name + period.name + weekName(week).zh,
        en: `${dayName(day.id, day.name).en} ${periodName(period.id, period.name).en}${weekName(week).en}`,
      };
    },
    course,
    courseInGrade,
    section: (id, known) => sectionNamed(id, known, true),
    sectionInGrade: (id, known) => sectionNamed(id, known, false),
    student: (id) => {
      const student = school.students[model.studentOf.get(id) ?? -1];
      const name = student?.name ?? id;
      if (student?.homeroom === undefined) return { zh: name, en: name };
      const room = homeroom(student.homeroom);
      return { zh: `${name}（${room}）`, en: `${name} (${room})` };
    },
    teacher: (id) => nameOf(school.teachers, model.teacherOf, id),
    room: (id) => nameOf(school.rooms, model.roomOf, id),
    homeroom,
    grade,
    subject: (id) => nameOf(school.subjects, model.subjectOf, id),
  };
}

const namings = new WeakMap<School, Naming>();

/** Made once for a school document, which must not change afterwards. */
export function namingOf(school: School): Naming {
  const known = namings.get(school);
  if (known) return known;
  const made = makeNaming(school);
  namings.set(school, made);
  return made;
}

/** How many names a sentence carries; the report page unfolds the others. */
export const NAMED = 6;
export const STUDENTS_NAMED = 4;

const COMMA: Record<Lang, string> = { zh: '、', en: ', ' };

/** A list as a sentence can carry it: the first few in full, then how many there are; `unit` counts them in Chinese. */
export function listed(names: readonly string[], lang: Lang, unit = '个', atMost = NAMED): string {
  const shown = names.slice(0, atMost).join(COMMA[lang]);
  if (names.length <= atMost) return shown;
  return shown + (lang === 'zh' ? ` 等${names.length}${unit}` : ` and others (${names.length} in all)`);
}
