/**
 * Six schools whose sections stand, for FET and for us: one grade, all choosable subjects walk, 39 periods a student. Four have a week
 * of 40 slots, two of 45. They are made from the settings of the sample `full-week`, which gives people, rooms and staff.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSchool } from '../../src/generate/generate.ts';
import { readSettings } from '../../src/generate/read-settings.ts';
import { scaleSettings } from '../../src/generate/scale-settings.ts';
import type { CourseSettings, GeneratorSettings } from '../../src/generate/settings.ts';
import { writeSchool } from '../../src/generate/write-school.ts';
import type { Period } from '../../src/school/types.ts';
import { root } from '../machine.ts';

export interface FetSchool {
  name: string;
  students: number;
  /** homerooms filled combination by combination, or dealt at random */
  order: 'sorted' | 'mixed';
  /** of the week: 40 = five days of eight periods, 45 of nine */
  slots: 40 | 45;
  /** of the school's file: the six are frozen */
  sha256: string;
}

export const FET_SCHOOLS: readonly FetSchool[] = [
  {
    name: 'fet-200-mixed-40',
    students: 200,
    order: 'mixed',
    slots: 40,
    sha256: '9b2625391076e2deb41a7d8befaf3fe8fb450b23bcbf0297b01a1135960ba6a4',
  },
  {
    name: 'fet-500-sorted-40',
    students: 500,
    order: 'sorted',
    slots: 40,
    sha256: '6b06f7594ad7e1aedc508315a27272b5945e29e30defb289ee5460cf62a047ab',
  },
  {
    name: 'fet-1000-sorted-40',
    students: 1000,
    order: 'sorted',
    slots: 40,
    sha256: '91290db79efafff98e21b0ebcd822649edc2fdeeefd530fc948bd2468aa37234',
  },
  {
    name: 'fet-1000-mixed-40',
    students: 1000,
    order: 'mixed',
    slots: 40,
    sha256: '381d0424462dcb441fb39c641fe118cdc1b70e7ca291c7c0f8d476f6a59a7115',
  },
  {
    name: 'fet-1000-sorted-45',
    students: 1000,
    order: 'sorted',
    slots: 45,
    sha256: '647bd166424812b31277566cd41bac76383e96f164983002918ae9c8d6b505bc',
  },
  {
    name: 'fet-1000-mixed-45',
    students: 1000,
    order: 'mixed',
    slots: 45,
    sha256: 'cc7f64644045c831c7579fceeecdb1d19c9759c1f52729d0dcb69ddbf33de240',
  },
];

/** Periods a week of the homeroom's own courses; those of walking ones are full-week's. In all 39. */
const AT_HOME: Readonly<Record<string, number>> = { chi: 5, mat: 5, eng: 5, pe: 2, mus: 1, ict: 1 };
const LEFT_OUT = new Set(['art', 'gen']);

/** Where the ninth period goes, meetings and the class meeting move one period up. */
const eightPeriods = (slots: string): string => slots.replaceAll('9', '8').replaceAll('8|8', '7|8');

function coursesOf(courses: readonly CourseSettings[], slots: 40 | 45): CourseSettings[] {
  return courses
    .filter(({ id }) => !LEFT_OUT.has(id))
    .map(({ ...course }) => {
      const periods = AT_HOME[course.id];
      if (periods !== undefined) return { ...course, periods };
      if (course.lessons === undefined || slots === 45) return course;
      const lessons = course.lessons.map((lesson) =>
        typeof lesson.slots === 'string' ? { ...lesson, slots: eightPeriods(lesson.slots) } : lesson,
      );
      return { ...course, lessons };
    });
}

function periodsOf(periods: readonly Period[], slots: 40 | 45): Period[] {
  if (slots === 45) return [...periods];
  return periods.slice(0, 8).map((period, index) => (index === 7 ? { ...period, breakAfter: 'end' as const } : period));
}

function settingsOf({ name, students, order, slots }: FetSchool): GeneratorSettings {
  const { settings: base } = readSettings(readFileSync(join(root, 'datasets/settings/full-week.json')));
  if (!base) throw new Error('datasets/settings/full-week.json is not read');
  const settings: GeneratorSettings = {
    ...base,
    name,
    calendar: { ...base.calendar, periods: periodsOf(base.calendar.periods, slots) },
    grades: base.grades.map((grade) => ({
      ...grade,
      mixed: order === 'mixed',
      sorted: order === 'sorted',
      courses: coursesOf(grade.courses, slots),
    })),
    staff: {
      ...base.staff,
      teams: base.staff.teams.flatMap((team) => {
        const subjects = team.subjects.filter((subject) => !LEFT_OUT.has(subject));
        if (subjects.length === 0) return [];
        const meeting = slots === 40 && typeof team.meeting === 'string' ? eightPeriods(team.meeting) : team.meeting;
        return [{ ...team, subjects, ...(meeting === undefined ? {} : { meeting }) }];
      }),
    },
    givesSections: true,
  };
  return scaleSettings(settings, students);
}

/** The school's file. Throws where it is not the frozen one. */
export function fetSchoolText(school: FetSchool): string {
  const text = writeSchool(generateSchool(settingsOf(school)).school);
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (sha256 !== school.sha256) throw new Error(`${school.name} is ${sha256}, not the frozen ${school.sha256}`);
  return text;
}
