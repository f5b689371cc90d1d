/** All sections of the hidden plan: homeroom sections as they are, walking sections line by line. */
import { courseUnits, type CourseUnits } from '../../school/takers.ts';
import { chooseWeeks, ownBlocks } from './blocks.ts';
import { splitOverLines } from './split-over-lines.ts';
import type { Random } from '../random.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan, Line, PlanSection } from './plan.ts';

/** Walking courses of one grade, of the same `for` and the same lesson lengths: they share lines. */
interface Bundle {
  grade: number;
  lengths: number[];
  units: CourseUnits[];
}

function bundles(model: SchoolModel, units: CourseUnits[]): Bundle[] {
  const found = new Map<string, Bundle>();
  for (const unit of units) {
    if (unit.pools.length === 0 || isPooled(model, unit.course)) continue;
    const course = model.courses[unit.course];
    if (!course) continue;
    const lengths = ownBlocks(model, unit.course).map((block) => block.length);
    const key = [course.grade, model.school.courses[unit.course]?.for ?? 'all', ...lengths].join();
    const bundle = found.get(key) ?? { grade: course.grade, lengths, units: [] };
    bundle.units.push(unit);
    found.set(key, bundle);
  }
  return [...found.values()];
}

const isPooled = (model: SchoolModel, course: number): boolean => Array.isArray(model.school.courses[course]?.grouping);

/** Subjects of one choice (foreign languages) stand for one another: nobody takes two. */
function subjectKey(model: SchoolModel, course: number): string {
  const filled = model.courses[course];
  const subject = model.school.courses[course]?.subject ?? '';
  const group = (model.choiceGroups[filled?.grade ?? -1] ?? []).find(
    ({ from, take }) => take === 1 && from.includes(subject),
  );
  return group ? group.from.join() : subject;
}

/**
 * Levels in pools of homerooms: all sections of a pool's subject run at once, and the subjects of the same lesson lengths take turns:
 * while one pool has maths, the next has English.
 */
function addPooledLines(model: SchoolModel, units: CourseUnits[], plan: HiddenPlan): void {
  const turns = new Map<string, CourseUnits[]>();
  for (const unit of units) {
    const course = model.courses[unit.course];
    if (!course || !isPooled(model, unit.course)) continue;
    const key = [course.grade, ...ownBlocks(model, unit.course).map((block) => block.length)].join();
    turns.set(key, [...(turns.get(key) ?? []), unit]);
  }
  for (const together of turns.values()) {
    const [first] = together;
    const course = model.courses[first?.course ?? -1];
    if (!course) continue;
    const subjects = [...new Set(together.map((unit) => subjectKey(model, unit.course)))];
    const firstLine = plan.lines.length;
    for (let i = 0; i < subjects.length; i++) {
      plan.lines.push({
        grade: course.grade,
        blocks: ownBlocks(model, first?.course ?? -1).map(({ length }) => ({ length, slot: -1 })),
        sections: [],
      });
    }
    for (const unit of together) {
      const turn = subjects.indexOf(subjectKey(model, unit.course));
      for (const pool of unit.pools) {
        const line = firstLine + ((turn + pool.index) % subjects.length);
        const cap = model.courses[unit.course]?.size.max ?? 1;
        for (const part of cut(pool.takers, Math.ceil(pool.takers.length / cap))) {
          plan.lines[line]?.sections.push(plan.sections.length);
          plan.sections.push(newSection(model, unit.course, -1, line, part));
        }
      }
    }
  }
}

/** Cuts a list into `parts` runs whose lengths differ by at most one. */
function cut<T>(list: T[], parts: number): T[][] {
  return Array.from({ length: parts }, (_, i) =>
    list.slice(Math.floor((i * list.length) / parts), Math.floor(((i + 1) * list.length) / parts)),
  );
}

function newSection(
  model: SchoolModel,
  course: number,
  homeroom: number,
  line: number,
  students: number[],
): PlanSection {
  const lessons = model.courses[course]?.lessons ?? [];
  const id = `${model.school.courses[course]?.id}/${model.school.homerooms[homeroom]?.id}`;
  return {
    id,
    course,
    homeroom,
    line,
    students,
    teacher: -1,
    weeks: lessons.map(() => 'every'),
    slots: lessons.map(() => -1),
    rooms: lessons.map(() => -1),
  };
}

function addLines(model: SchoolModel, bundle: Bundle, plan: HiddenPlan, random: Random): void {
  const walkers = bundle.units.map((unit) => unit.pools.flatMap((pool) => pool.takers));
  const students = [...new Set(walkers.flat())].sort((a, b) => a - b);
  const place = new Map(students.map((student, index) => [student, index]));
  const taken: number[][] = students.map(() => []);
  walkers.forEach((list, c) => list.forEach((student) => taken[place.get(student) ?? -1]?.push(c)));
  const lines = taken[0]?.length ?? 0;
  const names = bundle.units.map((unit) => model.courses[unit.course]?.id).join(', ');
  if (taken.some((courses) => courses.length !== lines)) {
    throw new Error(`The walking courses ${names} must be taken in equal number by every student.`);
  }
  const courses = bundle.units.map((unit, c) => ({
    cap: model.courses[unit.course]?.size.max ?? 1,
    takers: walkers[c]?.length ?? 0,
  }));
  for (const share of splitOverLines(courses, taken, lines, random)) {
    const line: Line = {
      grade: bundle.grade,
      blocks: bundle.lengths.map((length) => ({ length, slot: -1 })),
      sections: [],
    };
    bundle.units.forEach((unit, c) => {
      const members = students.filter((_, index) => share.courseOf[index] === c);
      for (const part of cut(members, share.sections[c] ?? 0)) {
        line.sections.push(plan.sections.length);
        plan.sections.push(newSection(model, unit.course, -1, plan.lines.length, part));
      }
    });
    plan.lines.push(line);
  }
}

/** Walking sections are numbered in the order of lines, homeroom sections named by their homeroom. */
export function planSections(model: SchoolModel, random: Random): HiddenPlan {
  const plan: HiddenPlan = { sections: [], lines: [] };
  const units = courseUnits(model);
  for (const unit of units) {
    for (const home of unit.homes) {
      plan.sections.push(newSection(model, unit.course, home.homeroom, -1, home.takers));
    }
  }
  for (const bundle of bundles(model, units)) addLines(model, bundle, plan, random);
  addPooledLines(model, units, plan);
  const numbered = new Map<number, number>();
  for (const section of plan.sections) {
    if (section.line < 0) continue;
    const number = (numbered.get(section.course) ?? 0) + 1;
    numbered.set(section.course, number);
    section.id = `${model.school.courses[section.course]?.id}/${number}`;
  }
  chooseWeeks(model, plan);
  return plan;
}
