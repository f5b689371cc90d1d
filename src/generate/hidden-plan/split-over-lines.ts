/**
 * Which of their walking courses the students take in which line: every student has one course in each line, and no course needs
 * more sections than its takers fill, if that can be.
 *
 * Students with the same courses still open are alike (a type). Lines are filled one after another; for each, a course may have
 * between `least` and `most` students, where `most` is what its sections of this line seat and `least` is what its later lines
 * cannot take. Types give up students along shortest chains of courses until all courses are within their bounds.
 */
import { below, shuffled, type Random } from '../random.ts';

export interface WalkingCourse {
  /** most students of a section */
  cap: number;
  takers: number;
}

export interface LineShare {
  /** by course: sections in this line */
  sections: number[];
  /** by student: the course taken in this line, an index into the courses */
  courseOf: number[];
}

interface Type {
  courses: number[];
  students: number[];
  /** by place in `courses`: students who take that course in this line */
  taken: number[];
}

/** Per number of sections: tries with each course spread evenly over the lines, then tries with sections thrown in anywhere. */
const EVEN_TRIES = 40;
const TRIES = 60;

/** Sections of each course anywhere in the lines. */
function sectionsAnywhere(sections: number[], lines: number, random: Random): number[][] {
  const perLine = Array.from({ length: lines }, () => sections.map(() => 0));
  sections.forEach((count, c) => {
    for (let i = 0; i < count; i++) {
      const counts = perLine[below(random, lines)];
      if (counts) counts[c] = (counts[c] ?? 0) + 1;
    }
  });
  return perLine;
}

/** Sections of each course over the lines: as even as possible, odd ones where a line still lacks seats. */
function sectionsEvenly(courses: WalkingCourse[], sections: number[], lines: number, random: Random): number[][] {
  const perLine = Array.from({ length: lines }, () => courses.map((_, c) => Math.floor((sections[c] ?? 0) / lines)));
  const seats = perLine.map((counts) => counts.reduce((sum, n, c) => sum + n * (courses[c]?.cap ?? 0), 0));
  for (const c of shuffled(
    random,
    courses.map((_, index) => index),
  )) {
    const order = shuffled(
      random,
      seats.map((_, line) => line),
    ).sort((a, b) => (seats[a] ?? 0) - (seats[b] ?? 0));
    for (const line of order.slice(0, (sections[c] ?? 0) % lines)) {
      const counts = perLine[line];
      if (counts) counts[c] = (counts[c] ?? 0) + 1;
      seats[line] = (seats[line] ?? 0) + (courses[c]?.cap ?? 0);
    }
  }
  return perLine;
}

function typesOf(open: number[][]): Type[] {
  const types = new Map<string, Type>();
  open.forEach((courses, student) => {
    const key = courses.join();
    const type = types.get(key) ?? { courses, students: [], taken: courses.map(() => 0) };
    type.students.push(student);
    types.set(key, type);
  });
  return [...types.values()];
}

/** Moves one student's worth along a shortest chain of courses from `from` to the first course that `accepts`. */
function shift(types: Type[], from: number, accepts: (course: number) => boolean, courseCount: number): number {
  const via: ({ type: Type; from: number; to: number } | undefined)[] = Array.from({ length: courseCount });
  const seen = new Set([from]);
  const queue = [from];
  for (const course of queue) {
    if (course !== from && accepts(course)) {
      for (let at = course; at !== from;) {
        const step = via[at];
        if (!step) break;
        const { type } = step;
        const out = type.courses.indexOf(step.from);
        const into = type.courses.indexOf(step.to);
        type.taken[out] = (type.taken[out] ?? 0) - 1;
        type.taken[into] = (type.taken[into] ?? 0) + 1;
        at = step.from;
      }
      return course;
    }
    for (const type of types) {
      const place = type.courses.indexOf(course);
      if (place < 0 || (type.taken[place] ?? 0) === 0) continue;
      for (const next of type.courses) {
        if (seen.has(next)) continue;
        seen.add(next);
        via[next] = { type, from: course, to: next };
        queue.push(next);
      }
    }
  }
  return -1;
}

/** Fills one line; undefined where the bounds cannot be met. */
function fillLine(open: number[][], least: number[], most: number[], target: number[]): number[] | undefined {
  const types = typesOf(open);
  const count = least.map(() => 0);
  for (const type of types) {
    for (let i = 0; i < type.students.length; i++) {
      let best = 0;
      type.courses.forEach((course, place) => {
        const lack = (target[course] ?? 0) - (count[course] ?? 0);
        const held = type.courses[best] ?? 0;
        if (lack > (target[held] ?? 0) - (count[held] ?? 0)) best = place;
      });
      const course = type.courses[best] ?? 0;
      type.taken[best] = (type.taken[best] ?? 0) + 1;
      count[course] = (count[course] ?? 0) + 1;
    }
  }
  const at = (list: number[], c: number): number => list[c] ?? 0;
  for (let c = 0; c < count.length; c++) {
    while (at(count, c) > at(most, c)) {
      const to = shift(types, c, (other) => at(count, other) < at(most, other), count.length);
      if (to < 0) return undefined;
      count[c] = at(count, c) - 1;
      count[to] = at(count, to) + 1;
    }
  }
  for (let c = 0; c < count.length; c++) {
    while (at(count, c) < at(least, c)) {
      const giver = count.findIndex(
        (n, other) => other !== c && n > at(least, other) && shift(types, other, (to) => to === c, count.length) === c,
      );
      if (giver < 0) return undefined;
      count[giver] = at(count, giver) - 1;
      count[c] = at(count, c) + 1;
    }
  }
  const courseOf = open.map(() => -1);
  for (const type of types) {
    let next = 0;
    type.courses.forEach((course, place) => {
      for (let i = 0; i < (type.taken[place] ?? 0); i++) courseOf[type.students[next++] ?? -1] = course;
    });
  }
  return courseOf;
}

function trySections(courses: WalkingCourse[], taken: number[][], perLine: number[][]): LineShare[] | undefined {
  const lines = perLine.length;
  const left = courses.map((course) => course.takers);
  const open = taken.map((list) => [...list]);
  const shares: LineShare[] = [];
  for (let line = 0; line < lines; line++) {
    const counts = perLine[line] ?? [];
    const later = courses.map((_, c) => perLine.slice(line + 1).reduce((sum, row) => sum + (row[c] ?? 0), 0));
    const most = courses.map((course, c) => Math.min(left[c] ?? 0, (counts[c] ?? 0) * course.cap));
    const least = courses.map((course, c) => Math.max(0, (left[c] ?? 0) - (later[c] ?? 0) * course.cap));
    const target = courses.map((_, c) => {
      const all = (counts[c] ?? 0) + (later[c] ?? 0);
      return all === 0 ? 0 : Math.round(((left[c] ?? 0) * (counts[c] ?? 0)) / all);
    });
    const courseOf = fillLine(open, least, most, target);
    if (!courseOf) return undefined;
    courseOf.forEach((course, student) => {
      const list = open[student] ?? [];
      list.splice(list.indexOf(course), 1);
      left[course] = (left[course] ?? 0) - 1;
    });
    shares.push({ sections: counts, courseOf });
  }
  return shares;
}

/**
 * `taken[student]` = the courses (indexes) the student takes, `lines` of them each. Starts from ⌈takers ÷ cap⌉ sections per course and
 * adds one section at a time where that does not fit.
 */
export function splitOverLines(
  courses: WalkingCourse[],
  taken: number[][],
  lines: number,
  random: Random,
): LineShare[] {
  const sections = courses.map((course) => Math.ceil(course.takers / course.cap));
  for (let extra = 0; extra <= courses.length * lines; extra++) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const trial = [...sections];
      const order = shuffled(
        random,
        courses.map((_, index) => index),
      );
      for (let i = 0; i < extra; i++) {
        const c = order[i % order.length] ?? 0;
        trial[c] = (trial[c] ?? 0) + 1;
      }
      const perLine =
        attempt < EVEN_TRIES ? sectionsEvenly(courses, trial, lines, random) : sectionsAnywhere(trial, lines, random);
      const shares = trySections(courses, taken, perLine);
      if (shares) return shares;
    }
  }
  throw new Error('The walking courses of a grade do not fit its lines even with more sections than needed.');
}
