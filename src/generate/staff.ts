/** Teachers: as many as the sections need at the wanted use, on full and half posts, and who of them teaches which section. */
import { chance, shuffled, type Random } from './random.ts';
import { drawNewName } from './names.ts';
import { apportion } from './apportion.ts';
import { slotMask } from '../school/slots.ts';
import type { Load, Teacher } from '../school/types.ts';
import type { SchoolModel } from '../school/model.ts';
import { slotsOfHomerooms } from './hidden-plan/week-state.ts';
import type { HiddenPlan, PlanSection } from './hidden-plan/plan.ts';
import type { GeneratorSettings, TeamSettings } from './settings.ts';

export interface Post {
  team: TeamSettings;
  /** grade indexes; undefined: every grade */
  grades?: number[];
  load: Load;
  half: boolean;
  /** periods of the hidden plan */
  given: number;
}

const ATTEMPTS = 400;
/** Posts are opened one at a time so often, then by two, by three … and with fewer attempts: posts left idle are not kept. */
const PATIENCE = 64;

const halved = (n: number): number => Math.ceil(n / 2);

function postLoad(load: Load, half: boolean): Load {
  if (!half) return load;
  return {
    ...(load.min === undefined ? {} : { min: halved(load.min) }),
    ...(load.target === undefined ? {} : { target: halved(load.target) }),
    max: halved(load.max),
  };
}

interface Need {
  /** undefined: all grades */
  grade: number | undefined;
  periods: number;
  /** sections of one line, which teach at once */
  atOnce: number;
}

interface Opening extends Need {
  posts: number;
  /** grades that the posts help out in, with what they have left */
  helps: Set<number>;
}

/**
 * Posts per grade: periods ÷ (use × mean load of a post), at least as many as teach at once. Where lines call for more posts than the
 * periods fill, what these have left goes to other grades before new posts are opened there.
 */
function countPosts(needs: Need[], periodsPerPost: number): Opening[] {
  const openings = needs.map((need): Opening => ({
    ...need,
    posts: need.periods === 0 ? 0 : need.atOnce,
    helps: new Set(),
  }));
  const left = openings.map((opening) => opening.posts * periodsPerPost - opening.periods);
  const at = (index: number): number => left[index] ?? 0;
  openings.forEach((opening, index) => {
    for (let helper = 0; helper < openings.length && at(index) < 0; helper++) {
      const grade = opening.grade;
      if (helper === index || at(helper) <= 0 || grade === undefined) continue;
      const given = Math.min(at(helper), -at(index));
      left[helper] = at(helper) - given;
      left[index] = at(index) + given;
      openings[helper]?.helps.add(grade);
    }
    if (at(index) < 0) opening.posts += Math.ceil(-at(index) / periodsPerPost);
  });
  return openings;
}

function openPosts(team: TeamSettings, demand: number[], atOnce: number[], twoGrades: number, random: Random): Post[] {
  const mean = team.load.max * (1 - team.half) + halved(team.load.max) * team.half;
  const needs: Need[] = team.gradeBound
    ? demand.map((periods, grade) => ({ grade, periods, atOnce: atOnce[grade] ?? 0 }))
    : [{ grade: undefined, periods: demand.reduce((a, b) => a + b, 0), atOnce: Math.max(...atOnce) }];
  const openings = countPosts(needs, team.use * mean);
  const counts = openings.map((opening) => opening.posts);
  const total = counts.reduce((a, b) => a + b, 0);
  const halves = total === 0 ? [] : apportion(counts, Math.round(total * team.half));
  return openings.flatMap(({ grade, posts, helps }, g) =>
    Array.from({ length: posts }, (_, i): Post => {
      const half = i < (halves[g] ?? 0);
      const base = { team, load: postLoad(team.load, half), half, given: 0 };
      if (grade === undefined) return base;
      const others = demand.flatMap((periods, other) => (other !== grade && periods > 0 ? [other] : []));
      const wanted = helps.size > 0 ? [...helps] : chance(random, twoGrades) ? others : [];
      return { ...base, grades: [grade, ...shuffled(random, wanted).slice(0, 1)].sort((a, b) => a - b) };
    }),
  );
}

interface Assignment {
  /** by position among the sections: index of the post */
  posts: number[];
  failed?: PlanSection;
}

/**
 * Walking sections first, long ones first; each to the post with most room left (or least, every other attempt). `atHome`: by grade, in
 * how many slots someone of the team can be with a homeroom.
 */
function tryAssign(
  model: SchoolModel,
  sections: PlanSection[],
  posts: Post[],
  slotsOf: (section: PlanSection) => number[],
  atHome: number[],
  tight: boolean,
  random: Random,
): Assignment {
  const given = posts.map(() => 0);
  const givenAtHome = posts.map(() => atHome.map(() => 0));
  const busy = posts.map(() => new Set<number>());
  const result = sections.map(() => -1);
  const periods = (section: PlanSection): number => model.courses[section.course]?.periods ?? 0;
  const order = shuffled(
    random,
    sections.map((_, index) => index),
  ).sort((a, b) => {
    const [x, y] = [sections[a], sections[b]];
    if (!x || !y) return 0;
    return Number(y.line >= 0) - Number(x.line >= 0) || periods(y) - periods(x);
  });
  for (const index of order) {
    const section = sections[index];
    if (!section) continue;
    const slots = slotsOf(section);
    const grade = model.courses[section.course]?.grade ?? -1;
    let best = -1;
    let bestLeft = 0;
    posts.forEach((post, p) => {
      if (post.grades && !post.grades.includes(grade)) return;
      const left = post.load.max - (given[p] ?? 0) - periods(section);
      if (left < 0 || slots.some((slot) => busy[p]?.has(slot))) return;
      const home = givenAtHome[p]?.[grade] ?? 0;
      if (section.line < 0 && home > 0 && home + periods(section) > (atHome[grade] ?? 0)) return;
      if (best < 0 || (tight ? left < bestLeft : left > bestLeft)) {
        best = p;
        bestLeft = left;
      }
    });
    if (best < 0) return { posts: result, failed: section };
    result[index] = best;
    given[best] = (given[best] ?? 0) + periods(section);
    const home = givenAtHome[best];
    if (home && section.line < 0) home[grade] = (home[grade] ?? 0) + periods(section);
    for (const slot of slots) busy[best]?.add(slot);
  }
  return { posts: result };
}

/** Gives every section of the team a teacher; opens more posts where no attempt succeeds. Returns the team's posts. */
function staffTeam(
  settings: GeneratorSettings,
  model: SchoolModel,
  team: TeamSettings,
  sections: PlanSection[],
  slotsOf: (section: PlanSection) => number[],
  atHome: number[],
  firstTeacher: number,
  random: Random,
): Post[] {
  const demand = settings.grades.map(() => 0);
  const atOnce = settings.grades.map(() => 0);
  const perLine = new Map<number, number>();
  for (const section of sections) {
    const course = model.courses[section.course];
    if (!course) continue;
    demand[course.grade] = (demand[course.grade] ?? 0) + course.periods;
    if (section.line < 0) continue;
    const parallel = (perLine.get(section.line) ?? 0) + 1;
    perLine.set(section.line, parallel);
    atOnce[course.grade] = Math.max(atOnce[course.grade] ?? 0, parallel);
  }
  const posts = openPosts(team, demand, atOnce, settings.staff.twoGrades, random);
  for (let more = 1; ; more++) {
    let failed: PlanSection | undefined;
    for (let attempt = 0; attempt < (more > PATIENCE ? ATTEMPTS / 10 : ATTEMPTS); attempt++) {
      const trial = tryAssign(model, sections, posts, slotsOf, atHome, attempt % 2 === 1, random);
      failed = trial.failed;
      if (failed) continue;
      // posts that the plan leaves idle are not opened
      const busy = posts.filter((_, p) => trial.posts.includes(p));
      sections.forEach((section, index) => {
        const post = posts[trial.posts[index] ?? -1];
        if (!post) return;
        section.teacher = firstTeacher + busy.indexOf(post);
        post.given += model.courses[section.course]?.periods ?? 0;
      });
      return busy;
    }
    const grade = model.courses[failed?.course ?? -1]?.grade ?? 0;
    const { load } = team;
    for (let i = 0; i < Math.ceil(more / PATIENCE); i++) {
      posts.push({ team, load, half: false, given: 0, ...(team.gradeBound ? { grades: [grade] } : {}) });
    }
    if (posts.length > sections.length + 1) {
      throw new Error(`load.max ${load.max} of ${team.subjects.join(', ')} is too small for one section.`);
    }
  }
}

/**
 * Posts by teacher index; sets `teacher` of every section but those of the head teacher or of nobody. `spare`: slots that a teacher's
 * homeroom lessons leave free of those in which the grade is not walking.
 */
export function staffSections(
  settings: GeneratorSettings,
  model: SchoolModel,
  plan: HiddenPlan,
  slotsOf: (section: PlanSection) => number[],
  spare: number,
  random: Random,
): Post[] {
  const posts: Post[] = [];
  const staffed = new Set<string>();
  const homeroomSlots = slotsOfHomerooms(model, plan);
  for (const team of settings.staff.teams) {
    const sections = plan.sections.filter((section) => {
      const course = model.school.courses[section.course];
      return course && course.teachers === undefined && team.subjects.includes(course.subject);
    });
    const meeting = slotMask(model.grid, team.meeting);
    const atHome = homeroomSlots.map((slots) => slots.filter((slot) => !meeting[slot]).length - spare);
    posts.push(...staffTeam(settings, model, team, sections, slotsOf, atHome, posts.length, random));
    for (const subject of team.subjects) staffed.add(subject);
  }
  for (const course of model.school.courses) {
    if (course.teachers !== undefined && !['head', 'none', 'any'].includes(String(course.teachers))) {
      throw new Error(`courses ${course.id}: "teachers" may be "head", "any" or "none" in settings.`);
    }
    if (course.teachers === undefined && !staffed.has(course.subject)) {
      throw new Error(`courses ${course.id}: no team teaches ${course.subject}.`);
    }
  }
  return posts;
}

/** The teachers of the posts, without ids yet; `unavailable` and the head teachers' raise are added by the caller. */
export function makeTeachers(settings: GeneratorSettings, posts: Post[], random: Random): Omit<Teacher, 'id'>[] {
  const used = new Set<string>();
  return posts.map((post) => ({
    name: drawNewName(random, chance(random, 0.58) ? 'f' : 'm', used),
    subjects: post.team.subjects,
    ...(post.grades === undefined ? {} : { grades: post.grades.map((grade) => settings.grades[grade]?.id ?? '') }),
    load: post.load,
  }));
}
