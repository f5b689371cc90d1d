/** Sample schools: a school file made together with a week that satisfies it, from settings that hold the seed. */
import { makeSchoolModel } from '../school/model.ts';
import { slotMask } from '../school/slots.ts';
import { makeRandom, shuffled, type Random } from './random.ts';
import { withAtHome } from './at-home.ts';
import { giveSections } from './give-sections.ts';
import { makeHomerooms, makeStudents } from './homerooms.ts';
import { poolsOf, withLevels } from './levels.ts';
import { isContradiction, roomLack } from './lack-of-rooms.ts';
import { makeRooms } from './rooms.ts';
import { makeTeachers, staffSections, type Post } from './staff.ts';
import { withoutFormed } from './unformed.ts';
import { isNarrow } from './hidden-plan/blocks.ts';
import { giveDuty } from './hidden-plan/duty.ts';
import { foldWeeks } from './hidden-plan/fold-weeks.ts';
import { appointHeads } from './hidden-plan/heads.ts';
import { hiddenTimetable } from './hidden-plan/hidden-timetable.ts';
import { lineSlots, placeLines } from './hidden-plan/line-slots.ts';
import { placeHomeroomLessons } from './hidden-plan/place-lessons.ts';
import { placeRooms } from './hidden-plan/place-rooms.ts';
import { makeKindUse } from './hidden-plan/resources.ts';
import { planSections } from './hidden-plan/sections.ts';
import { halfDays, meetingSlots } from './hidden-plan/times.ts';
import { placeWalkingLessons } from './hidden-plan/walking-lessons.ts';
import type { SchoolModel } from '../school/model.ts';
import type { Course, Grade, Rule, School, Teacher } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import type { GeneratorSettings, GradeSettings } from './settings.ts';
import type { HiddenPlan, PlanSection } from './hidden-plan/plan.ts';

/** Those of the grade, and then those that only a track has. */
const combinationsOf = (grade: GradeSettings): string[] => [
  ...new Set([grade.shares ?? {}, ...(grade.tracks ?? []).map(({ shares }) => shares ?? {})].flatMap(Object.keys)),
];

function makeGrade(grade: GradeSettings): Grade {
  return {
    id: grade.id,
    name: grade.name,
    choice: grade.choice,
    ...(grade.shares === undefined ? {} : { combinations: combinationsOf(grade) }),
    ...(grade.walking === undefined ? {} : { walking: grade.walking }),
    size: grade.size,
    ...(grade.forms === undefined ? {} : { formHomerooms: { count: grade.homerooms, size: grade.forms } }),
  };
}

const makeCourses = (grade: GradeSettings): Course[] =>
  grade.courses.map(({ id, name, subject, pooled, ...rest }) => ({
    id: `${grade.id}-${id}`,
    ...(name === undefined ? {} : { name: `${grade.name}${name}` }),
    subject,
    grade: grade.id,
    ...rest,
    ...(pooled ? { grouping: poolsOf(grade) } : {}),
  }));

function meetingRules(settings: GeneratorSettings): Rule[] {
  return settings.staff.teams.flatMap((team): Rule[] => {
    if (team.meeting === undefined) return [];
    const names = team.subjects.map((id) => settings.subjects.find((subject) => subject.id === id)?.name ?? id);
    return [
      {
        id: `meeting.${team.subjects.join('-')}`,
        type: 'teacher.meeting',
        subjects: team.subjects,
        slots: team.meeting,
        strength: 'must',
        note: `${names.join('、')}教研活动`,
      },
    ];
  });
}

/** Half-days off for some of the half posts: not where their lines run or lessons are stated, nor where their team meets. Empty: always there. */
function halfDaysOff(
  settings: GeneratorSettings,
  model: SchoolModel,
  plan: HiddenPlan,
  posts: Post[],
  random: Random,
): string[][] {
  const { share, halfDays: count } = settings.staff.partTime;
  const halves = shuffled(
    random,
    posts.flatMap((post, index) => (post.half ? [index] : [])),
  );
  const chosen = new Set(halves.slice(0, Math.round(halves.length * share)));
  const needed = posts.map(() => new Set<number>());
  const stated = posts.map(() => new Set<number>());
  for (const section of plan.sections) {
    const line = plan.lines[section.line];
    if (line) for (const slot of lineSlots(line)) needed[section.teacher]?.add(slot);
    for (const { slots } of model.courses[section.course]?.lessons ?? []) {
      if (slots && isNarrow(slots)) slots.forEach((bit, slot) => bit && stated[section.teacher]?.add(slot));
    }
  }
  const order = halfDays(model);
  return posts.map((post, index) => {
    if (!chosen.has(index)) return [];
    const meeting = slotMask(model.grid, post.team.meeting);
    const free = order.filter(({ slots }) => slots.every((slot) => !needed[index]?.has(slot) && !meeting[slot]));
    const away = shuffled(random, free).filter(({ slots }) => slots.every((slot) => !stated[index]?.has(slot)));
    const off = new Set(away.slice(0, count));
    return order.filter((halfDay) => off.has(halfDay)).map((halfDay) => halfDay.pattern);
  });
}

/** By teacher: where they may not teach in the hidden week (off, or their team meets). */
function teacherShut(model: SchoolModel, posts: Post[], off: string[][]): Uint8Array[] {
  return posts.map((post, index) => {
    const shut = slotMask(model.grid, off[index]);
    slotMask(model.grid, post.team.meeting).forEach((bit, slot) => {
      if (bit) shut[slot] = 1;
    });
    return shut;
  });
}

/** Teachers get ids in random order within their team, so that ids say nothing of the plan; sections are renumbered along. */
function numberTeachers(
  settings: GeneratorSettings,
  posts: Post[],
  off: string[][],
  heads: number[],
  plan: HiddenPlan,
): { teachers: Teacher[]; heads: number[] } {
  const order = settings.staff.teams.flatMap((team, index) =>
    shuffled(
      makeRandom(settings.seed, `teacher order ${index}`),
      posts.flatMap((post, p) => (post.team === team ? [p] : [])),
    ),
  );
  const newIndex = new Map(order.map((post, index) => [post, index]));
  const unnamed = makeTeachers(settings, posts, makeRandom(settings.seed, 'teacher names'));
  const isHead = new Set(heads);
  const teachers = order.flatMap((p, index): Teacher[] => {
    const teacher = unnamed[p];
    if (!teacher) return [];
    const duty = posts[p]?.half ? 0 : (settings.staff.dutyExtra ?? 0);
    const extra = (isHead.has(p) ? settings.staff.headExtra : 0) + duty;
    const days = off[p] ?? [];
    return [
      {
        id: `t${String(index + 1).padStart(3, '0')}`,
        ...teacher,
        load: { ...teacher.load, max: teacher.load.max + extra },
        ...(days.length === 0 ? {} : { unavailable: days }),
      },
    ];
  });
  for (const section of plan.sections) section.teacher = newIndex.get(section.teacher) ?? -1;
  return { teachers, heads: heads.map((head) => newIndex.get(head) ?? -1) };
}

/** Everything but the staff, which follows from the plan. */
function draftSchool(settings: GeneratorSettings): School {
  const { seed } = settings;
  const students = makeStudents(
    settings,
    makeRandom(seed, 'choices'),
    makeRandom(seed, 'student names'),
    makeRandom(seed, 'scores'),
  );
  return {
    format: 'zouban/school@1',
    name: settings.name,
    ...(settings.term === undefined ? {} : { term: settings.term }),
    calendar: settings.calendar,
    ...(settings.buildings === undefined ? {} : { buildings: settings.buildings }),
    rooms: makeRooms(settings, makeRandom(seed, 'rooms')),
    subjects: settings.subjects,
    teachers: [],
    grades: settings.grades.map(makeGrade),
    homerooms: withAtHome(settings, makeHomerooms(settings), students),
    courses: settings.grades.flatMap(makeCourses),
    students,
  };
}

export const ATTEMPTS = 6;
/** After the first attempt, the lines of so many draws are compared. */
const CAREFUL_DRAWS = 40;
/** Where luck did not help so often, each attempt leaves a teacher two more of the homerooms' slots free, at the price of more teachers. */
const LUCKY_ATTEMPTS = 3;
const spareAt = (attempt: number): number => 2 * Math.max(0, attempt + 1 - LUCKY_ATTEMPTS);

/**
 * The school of the settings and the hidden week that it was made with. Deterministic in the settings (which hold the seed). Throws an
 * Error in plain words where the settings contradict themselves (too few laboratories, a load.max below one section, …).
 */
export function generateSchool(settings: GeneratorSettings): { school: School; hidden: Timetable } {
  for (let attempt = 0; ; attempt++) {
    try {
      return trySchool(settings, attempt);
    } catch (error) {
      if (!isContradiction(error) || roomLack(error) || attempt + 1 === ATTEMPTS) throw error;
    }
  }
}

/** Students and rooms are those of the seed; each attempt plans another hidden week for them. */
export function trySchool(settings: GeneratorSettings, attempt: number): { school: School; hidden: Timetable } {
  const { seed } = settings;
  const stream = (name: string): Random => makeRandom(seed, attempt === 0 ? name : `${name}, again ${attempt}`);
  const unlevelled = draftSchool(settings);
  const draft = { ...unlevelled, students: withLevels(settings, unlevelled, makeRandom(seed, 'levels')) };
  const model = foldWeeks(makeSchoolModel(draft));
  const plan = planSections(model, stream('sections'));
  placeLines(model, plan, meetingSlots(settings, model), attempt === 0 ? 1 : CAREFUL_DRAWS, stream('lines'));
  const slotsOf = (section: PlanSection): number[] => {
    const line = plan.lines[section.line];
    return line ? lineSlots(line) : [];
  };
  const posts = staffSections(settings, model, plan, slotsOf, spareAt(attempt), stream('staff'));
  const heads = appointHeads(model, plan, posts, settings.staff.headExtra, attempt > 0, stream('heads')).map(
    (head, h) => (settings.grades.some(({ id, forms }) => forms && id === draft.homerooms[h]?.grade) ? -1 : head),
  );
  giveDuty(model, plan, posts, settings.staff.dutyExtra ?? 0, stream('duty'));
  const off = halfDaysOff(settings, model, plan, posts, stream('half-days'));
  const use = makeKindUse(model);
  placeWalkingLessons(model, plan, use, stream('walking lessons'));
  placeHomeroomLessons(model, plan, use, teacherShut(model, posts, off), stream('times'));
  placeRooms(model, plan);

  const staff = numberTeachers(settings, posts, off, heads, plan);
  const rules = [...meetingRules(settings), ...(settings.rules ?? [])];
  const { students, ...upToCourses } = draft;
  const linesOf = (grade: number): number => plan.lines.filter((line) => line.grade === grade).length;
  const school: School = {
    ...upToCourses,
    teachers: staff.teachers,
    grades: draft.grades.map((grade, g) => (settings.grades[g]?.statesLines ? { ...grade, lines: linesOf(g) } : grade)),
    homerooms: draft.homerooms.map((homeroom, h) => {
      const head = staff.teachers[staff.heads[h] ?? -1];
      return { ...homeroom, ...(head ? { headTeacher: head.id } : {}) };
    }),
    ...(rules.length === 0 ? {} : { rules }),
    students,
  };
  const hidden = hiddenTimetable(makeSchoolModel(school), plan, seed);
  if (settings.givesSections) return giveSections(school, hidden, makeRandom(seed, 'section numbers'));
  return { school: withoutFormed(settings, school), hidden };
}
