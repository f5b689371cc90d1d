/**
 * The integer program behind a section plan: how many sections of each course lie in each line, and how many students of each set
 * take a course there. An integer solution always splits into one timetable per student (see ../sectioning/schedules.ts).
 */
import type { LineLayout } from './line-layouts.ts';
import type { MipModel } from './mip-model.ts';
import { buildModel } from './model-builder.ts';
import type { CourseCount } from './section-counts.ts';
import { evenSize } from './section-counts.ts';
import type { StudentSet } from './student-sets.ts';
import type { PlanProblem } from './types.ts';

export interface LineQuestion {
  /** ends the job's key */
  name: string;
  /** sections per course, given ones included; null: as few as possible in all */
  counts: readonly number[] | null;
  /** [course × lines + line] sections that the plan forms, decided beforehand; null: the model decides */
  made: Int32Array | null;
  /** even sizes: must hold, or as near as possible, or not asked */
  even: 'must' | 'near' | 'no';
  /** students by which an even size may be missed */
  slack: number;
  /** most sections in one line: per line, or as few as possible, or not asked */
  peak: readonly number[] | 'least' | 'no';
  /** per teacher group, most sections in one line; null: as many as it has teachers */
  groupPeak: readonly number[] | null;
  /** seats may be missing, at a cost above everything else */
  mayLeaveOut: boolean;
  /** teachers and rooms of a line may be exceeded, at a cost */
  mayCrowd: boolean;
  /** branch-and-bound nodes; absent: as many as the back end is given */
  maxNodes?: number;
}

export interface LineContext {
  problem: PlanProblem;
  layout: LineLayout;
  sets: StudentSet[];
  counts: CourseCount[];
}

/** Who is where, by line. */
export interface LinePlan {
  /** [course × lines + line] sections that the plan forms */
  made: Int32Array;
  /** per given section */
  givenLine: Int32Array;
  /** per set: [course position × lines + line] students */
  seats: Int32Array[];
  unserved: number;
}

/** Sections per course, given ones included, where the plan forms `made`. */
export function sectionsPerCourse({ layout, counts }: LineContext, made: Int32Array): number[] {
  const lines = layout.lines.length;
  return counts.map((count, c) =>
    made.subarray(c * lines, (c + 1) * lines).reduce((sum, n) => sum + n, count.given.length),
  );
}

/** Given sections that the model need not tell apart. */
interface GivenClass {
  course: number;
  teacher: number;
  line: number;
  /** seats left for students of the plan's choosing; -1: closed */
  seats: number;
  /** its sections share the course's takers evenly */
  sharing: boolean;
  members: number[];
}

function givenClasses(problem: PlanProblem): GivenClass[] {
  const classes = new Map<string, GivenClass>();
  for (const [g, section] of problem.given.entries()) {
    const bound = section.fixed ? section.fixed.reduce((sum, students) => sum + students, 0) : 0;
    const seats = section.closed ? -1 : Math.max(0, section.cap - bound);
    const alone = section.fixed ? g : -1;
    const key = [section.course, section.teacher, section.line, seats, alone].join('|');
    const known = classes.get(key);
    if (known) known.members.push(g);
    else {
      const sharing = !section.closed && section.fixed === null;
      classes.set(key, {
        course: section.course,
        teacher: section.teacher,
        line: section.line,
        seats,
        sharing,
        members: [g],
      });
    }
  }
  return [...classes.values()];
}

type Term = readonly [number, number];

export function lineModel(
  context: LineContext,
  question: LineQuestion,
): { model: MipModel; read: (values: readonly number[]) => LinePlan } {
  const { problem, layout, sets, counts } = context;
  const lines = layout.lines.length;
  const { model, column, row } = buildModel(`${problem.key}/${layout.name}/${question.name}`);
  if (question.maxNodes !== undefined) model.maxNodes = question.maxNodes;
  const classes = givenClasses(problem);
  const classOf = new Map(classes.flatMap((group, k) => group.members.map((g) => [g, k] as const)));
  const most = counts.map((count, c) => (question.counts ? question.counts[c] : count.least + lines * 2));
  const priceOf = (c: number): number => problem.courses[c].price ?? 1;
  const leftOutCost = 1 + most.reduce((sum, sections, c) => sum + sections * priceOf(c), 0);
  const crowdCost = leftOutCost;

  const made: number[] = [];
  for (const c of problem.courses.keys()) {
    for (const [l, line] of layout.lines.entries()) {
      const decided = question.made?.[c * lines + l];
      if (decided !== undefined) {
        made.push(line.holds(c) ? column(decided, 0, decided) : -1);
        continue;
      }
      const free = Math.max(0, most[c] - counts[c].given.length);
      const fixed = question.counts === null && problem.courses[c].fixedSections >= 0;
      const limit = fixed ? Math.max(0, problem.courses[c].fixedSections - counts[c].given.length) : free;
      made.push(line.holds(c) ? column(limit, question.counts ? 0 : priceOf(c)) : -1);
    }
  }
  const placed = classes.map((group) =>
    layout.lines.map((line, l) => {
      const allowed = group.line >= 0 ? group.line === l : line.holds(group.course);
      return allowed ? column(group.members.length) : -1;
    }),
  );
  const seats = sets.map((set) =>
    set.courses.map((course, k) =>
      layout.lines.map((line) => (set.boundTo[k] < 0 && line.holds(course) ? column(set.count) : -1)),
    ),
  );
  const leftOut = sets.map((set) =>
    set.courses.map((_, k) => (question.mayLeaveOut && set.boundTo[k] < 0 ? column(set.count, leftOutCost) : -1)),
  );

  const some = (columns: readonly number[], coefficient: number): Term[] =>
    columns.filter((index) => index >= 0).map((index) => [index, coefficient] as const);
  const madeOf = (c: number): number[] => made.slice(c * lines, (c + 1) * lines);
  /** columns whose sum is the number of sections of these courses in a line */
  const sectionsIn = (l: number, wanted: (course: number) => boolean): number[] => {
    const columns: number[] = [];
    for (const c of problem.courses.keys()) if (wanted(c)) columns.push(made[c * lines + l]);
    for (const [k, group] of classes.entries()) if (wanted(group.course)) columns.push(placed[k][l]);
    return columns.filter((index) => index >= 0);
  };

  for (const c of problem.courses.keys()) {
    const asked =
      question.counts?.[c] ?? (problem.courses[c].fixedSections >= 0 ? problem.courses[c].fixedSections : -1);
    const own = Math.max(0, asked - counts[c].given.length);
    // Where seats may be missing, a section too many helps nobody: the number is then a limit.
    if (asked >= 0) row(question.mayLeaveOut ? -Infinity : own, own, some(madeOf(c), 1));
    const wanted = (problem.courses[c].atLeast ?? 0) - counts[c].given.length;
    if (asked < 0 && wanted > 0) row(wanted, Infinity, some(madeOf(c), 1));
  }
  for (const [k, group] of classes.entries()) row(group.members.length, group.members.length, some(placed[k], 1));
  for (const [q, set] of sets.entries()) {
    for (const [k, columns] of seats[q].entries()) {
      if (set.boundTo[k] < 0) row(set.count, set.count, [...some(columns, 1), ...some([leftOut[q][k]], 1)]);
    }
    for (let l = 0; l < lines; l++) {
      const free = some(
        seats[q].map((columns) => columns[l]),
        1,
      );
      const bound = set.boundTo.flatMap((g) => (g < 0 ? [] : some([placed[classOf.get(g) ?? 0][l]], set.count)));
      if (free.length + bound.length > 1) row(-Infinity, set.count, [...free, ...bound]);
    }
  }

  for (const [c, course] of problem.courses.entries()) {
    const { low, high } = evenSize(problem, counts[c], question.counts?.[c] ?? 0);
    const own = classes.flatMap((group, k) => (group.course === c && group.seats >= 0 ? [{ group, k }] : []));
    for (let l = 0; l < lines; l++) {
      const students = sets.flatMap((set, q) => {
        const k = set.courses.indexOf(c);
        return k < 0 ? [] : some([seats[q][k][l]], 1);
      });
      const here = made[c * lines + l];
      const capacity = [
        ...some([here], -course.cap),
        ...own.flatMap(({ group, k }) => some([placed[k][l]], -group.seats)),
      ];
      row(-Infinity, 0, [...students, ...capacity]);
      if (question.even === 'no' || students.length === 0) continue;
      const even = (size: number): Term[] => [
        ...some([here], -size),
        ...own.flatMap(({ group, k }) => (group.sharing ? some([placed[k][l]], -size) : [])),
      ];
      const more = own.flatMap(({ group, k }) => (group.sharing ? [] : some([placed[k][l]], -group.seats)));
      const missing = question.even === 'near' ? some([column(problem.courses.length * 1000, 1)], 1) : [];
      const excess = question.even === 'near' ? some([column(problem.courses.length * 1000, 1)], -1) : [];
      row(0, Infinity, [...students, ...even(Math.max(0, low - question.slack)), ...missing]);
      row(-Infinity, 0, [...students, ...even(high + question.slack), ...more, ...excess]);
    }
  }

  const crowded = (limit: number, columns: number[]): void => {
    const relief = question.mayCrowd ? some([column(columns.length * 1000, crowdCost)], -1) : [];
    row(-Infinity, limit, [...some(columns, 1), ...relief]);
  };
  const need = problem.courses.map((course, c) =>
    Math.min(course.cap, evenSize(problem, counts[c], counts[c].least).high),
  );
  const thresholds = [-1, ...new Set(problem.roomCaps)].sort((a, b) => a - b);
  const peak = question.peak === 'least' ? column(leftOutCost, 1) : -1;
  for (let l = 0; l < lines; l++) {
    for (const [group, { teachers }] of problem.teacherGroups.entries()) {
      const columns = sectionsIn(l, (c) => problem.courses[c].teacherGroup === group);
      if (columns.length > 0) crowded(Math.min(teachers, question.groupPeak?.[group] ?? teachers), columns);
    }
    const teachers = new Set(classes.map((group) => group.teacher).filter((teacher) => teacher >= 0));
    for (const teacher of teachers) {
      const columns = classes.flatMap((group, k) => (group.teacher === teacher ? some([placed[k][l]], 1) : []));
      if (columns.length > 1 || (columns.length === 1 && model.columns[columns[0][0]].upper > 1))
        row(-Infinity, 1, columns);
    }
    if (problem.roomCaps.length > 0) {
      for (const threshold of thresholds) {
        const rooms = problem.roomCaps.filter((cap) => cap > threshold).length;
        const columns = sectionsIn(l, (c) => problem.courses[c].needsRoom && need[c] > threshold);
        if (columns.length > 0) crowded(rooms, columns);
      }
    }
    const here = sectionsIn(l, () => true);
    if (peak >= 0) row(-Infinity, 0, [...some(here, 1), ...some([peak], -1)]);
    if (typeof question.peak === 'object') row(-Infinity, question.peak[l], some(here, 1));
  }

  if (layout.countsHomerooms) countHomerooms();
  if (!question.made) orderAlikeLines();

  /** A homeroom enters a line only where its free slots allow that line besides the others it uses. */
  function countHomerooms(): void {
    const homerooms = new Set(sets.map((set) => set.homeroom).filter((homeroom) => homeroom >= 0));
    for (const homeroom of homerooms) {
      const used = layout.lines.map(() => column(1));
      row(
        -Infinity,
        problem.homeroomFree[homeroom],
        layout.lines.map((line, l) => [used[l], line.periods] as const),
      );
      for (const [q, set] of sets.entries()) {
        if (set.homeroom !== homeroom) continue;
        for (const columns of seats[q]) {
          for (const [l, index] of columns.entries())
            if (index >= 0)
              row(-Infinity, 0, [
                [index, 1],
                [used[l], -set.count],
              ]);
        }
      }
    }
  }

  /** Lines that hold the same courses are alike: the course with the most sections has them in falling numbers. */
  function orderAlikeLines(): void {
    if (problem.given.some((section) => section.line >= 0)) return;
    const signature = layout.lines.map((line) => [...problem.courses.keys()].filter((c) => line.holds(c)).join(','));
    for (let l = 0; l + 1 < lines; l++) {
      const next = signature.indexOf(signature[l], l + 1);
      if (next < 0) continue;
      let anchor = -1;
      for (const c of problem.courses.keys()) {
        if (layout.lines[l].holds(c) && (anchor < 0 || counts[c].least > counts[anchor].least)) anchor = c;
      }
      const inLine = (line: number): number[] => sectionsIn(line, (c) => c === anchor);
      if (anchor >= 0) row(0, Infinity, [...some(inLine(l), 1), ...some(inLine(next), -1)]);
    }
  }

  const read = (values: readonly number[]): LinePlan => {
    const at = (index: number): number => (index >= 0 ? values[index] : 0);
    const givenLine = new Int32Array(problem.given.length).fill(-1);
    for (const [k, group] of classes.entries()) {
      const waiting = [...group.members];
      for (let l = 0; l < lines; l++) {
        for (let n = at(placed[k][l]); n > 0; n--) givenLine[waiting.shift() ?? 0] = l;
      }
    }
    const inLines = sets.map((set, q) => {
      const students = new Int32Array(set.courses.length * lines);
      for (const k of set.courses.keys()) {
        const g = set.boundTo[k];
        if (g >= 0) students[k * lines + givenLine[g]] = set.count;
        else for (let l = 0; l < lines; l++) students[k * lines + l] = at(seats[q][k][l]);
      }
      return students;
    });
    let unserved = 0;
    for (const columns of leftOut) for (const index of columns) unserved += at(index);
    return { made: Int32Array.from(made, at), givenLine, seats: inLines, unserved };
  };
  return { model, read };
}
