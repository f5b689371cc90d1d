/**
 * Courses with one section each cannot meet at once where a student takes both.
 * `sections.lines`: so many of them that the grade's lines do not suffice: at most `atOnce` of them fit into one line (an odd cycle of
 * five courses: two), times the lines. `sections.slots`: all of them meet one after the other, and the slots do not suffice.
 */
import { fact, type Finding } from '../finding.ts';
import type { CourseNeed, Situation } from '../situation.ts';
import { countOf, placeOf, unionWindow, type Place } from '../windows.ts';

interface Single {
  name: string;
  course: number;
  place: Place;
  students: Set<number>;
  periods: number;
}

function isSingle({ model }: Situation, { course, unit, given, forming, joint, takers }: CourseNeed): boolean {
  if (forming || joint || unit.homes.length > 0 || unit.pools.length !== 1 || takers.length === 0) return false;
  const { sections } = model.school.courses[course] ?? {};
  return sections === 'given' ? given.length === 1 : sections === 1 && given.length <= 1;
}

const walkingSingles = (situation: Situation, grade: number): Single[] =>
  situation.needs.flatMap((need) => {
    const course = situation.model.courses[need.course];
    if (course?.grade !== grade || !isSingle(situation, need)) return [];
    const name = fact('course', course.id);
    return [{ name, course: need.course, place: 'walking', students: new Set(need.takers), periods: course.periods }];
  });

const homeSingles = ({ model, needs }: Situation, homeroom: number): Single[] =>
  needs.flatMap((need) => {
    const home = need.forming || need.joint ? undefined : need.unit.homes.find((it) => it.homeroom === homeroom);
    const course = model.courses[need.course];
    const id = model.school.homerooms[homeroom]?.id ?? '';
    if (!home || !course) return [];
    const given = need.given.find(({ homerooms }) => homerooms?.length === 1 && homerooms[0] === id);
    const name = fact('section', given?.id ?? `${course.id}/${id}`);
    return [
      {
        name,
        course: need.course,
        place: placeOf(need) === 'mixed' ? 'mixed' : 'homeroom',
        students: new Set(home.takers),
        periods: course.periods,
      },
    ];
  });

const share = (a: Single, b: Single): boolean => {
  const [few, many] = a.students.size < b.students.size ? [a, b] : [b, a];
  for (const student of few.students) if (many.students.has(student)) return true;
  return false;
};

type Edges = (a: number, b: number) => boolean;

function edgesOf(nodes: readonly Single[]): Edges {
  const known = nodes.map((a, i) => nodes.map((b, j) => i !== j && share(a, b)));
  return (a, b) => known[a]?.[b] === true;
}

/** A clique of `size`, or null; gives up after so many steps. */
function clique(nodes: number, edges: Edges, size: number, steps = 200_000): number[] | null {
  let left = steps;
  const grow = (chosen: number[], candidates: number[]): number[] | null => {
    if (chosen.length === size) return chosen;
    if (left-- <= 0 || chosen.length + candidates.length < size) return null;
    for (const [index, node] of candidates.entries()) {
      const rest = candidates.slice(index + 1).filter((other) => edges(node, other));
      const found = grow([...chosen, node], rest);
      if (found) return found;
    }
    return null;
  };
  return grow([], [...Array(nodes).keys()]);
}

/** A shortest odd cycle through `start`, or null. */
function oddCycleFrom(nodes: number, edges: Edges, start: number): number[] | null {
  const before = new Map<number, number>();
  const seen = new Set([start * 2]);
  const queue = [start * 2];
  // Each node twice: reached over an even and over an odd number of edges.
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0;
    for (let next = 0; next < nodes; next++) {
      if (!edges(at >> 1, next)) continue;
      const state = next * 2 + (1 - (at & 1));
      if (seen.has(state)) continue;
      seen.add(state);
      before.set(state, at);
      if (state !== start * 2 + 1) {
        queue.push(state);
        continue;
      }
      const cycle: number[] = [];
      for (let back = at; ; back = before.get(back) ?? start * 2) {
        cycle.push(back >> 1);
        if (back === start * 2) break;
      }
      return new Set(cycle).size === cycle.length ? cycle : null;
    }
  }
  return null;
}

function oddCycle(nodes: number, edges: Edges): number[] | null {
  let best: number[] | null = null;
  for (let start = 0; start < nodes; start++) {
    const cycle = oddCycleFrom(nodes, edges, start);
    if (cycle && (best === null || cycle.length < best.length)) best = cycle;
  }
  return best;
}

/** Courses that the same lines may hold, by those lines. */
function byLines(situation: Situation, grade: number): { lines: string[]; nodes: Single[] }[] {
  const stated = situation.model.school.grades[grade]?.lines;
  if (stated === undefined) return [];
  const nodes = walkingSingles(situation, grade);
  const all =
    typeof stated === 'number' ? Array.from({ length: stated }, (_, i) => String(i + 1)) : stated.map(({ id }) => id);
  const linesOf = ({ course }: Single): string[] => {
    const id = situation.model.courses[course]?.id ?? '';
    return all.filter((line) => {
      const holds = typeof stated === 'number' ? undefined : stated.find((it) => it.id === line)?.courses;
      return holds?.includes(id) ?? true;
    });
  };
  const sets = new Map(nodes.map((node) => [linesOf(node).join(' '), linesOf(node)]));
  return [...sets.values()].map((lines) => ({
    lines,
    nodes: nodes.filter((node) => linesOf(node).every((line) => lines.includes(line))),
  }));
}

function findInLines(situation: Situation, grade: number): Finding[] {
  const gradeId = situation.model.school.grades[grade]?.id ?? '';
  for (const { lines, nodes } of byLines(situation, grade)) {
    const edges = edgesOf(nodes);
    const crowd = clique(nodes.length, edges, lines.length + 1);
    const chosen = crowd ?? (lines.length === 2 ? oddCycle(nodes.length, edges) : null);
    if (chosen === null) continue;
    const names = chosen.toSorted((a, b) => a - b).map((node) => nodes[node]?.name ?? '');
    const atOnce = crowd === null ? Math.floor(chosen.length / 2) : 1;
    const sums = { needed: names.length, available: atOnce * lines.length, atOnce, lines: lines.length };
    const facts = [...names, ...lines.map((line) => fact('line', `${gradeId}/${line}`))];
    return [{ kind: 'sections.lines', facts, sums }];
  }
  return [];
}

/** Greedily, from each walking section: all that conflict with one another, the longest first. */
function findInSlots(situation: Situation, grade: number): Finding[] {
  const walking = walkingSingles(situation, grade);
  if (walking.length === 0) return [];
  const { homerooms } = situation.model.school;
  const ofGrade = [...homerooms.keys()].filter((h) => situation.model.gradeOf.get(homerooms[h]?.grade ?? '') === grade);
  const bases = [[], ...ofGrade.map((homeroom) => homeSingles(situation, homeroom))];
  for (const base of bases) {
    const nodes = [...base, ...walking];
    const edges = edgesOf(nodes);
    const order = [...nodes.keys()].sort((a, b) => (nodes[b]?.periods ?? 0) - (nodes[a]?.periods ?? 0));
    for (const start of nodes.keys()) {
      const chosen = [start];
      for (const node of order) if (chosen.every((it) => edges(it, node))) chosen.push(node);
      const kept = shrink(
        situation,
        chosen.sort((a, b) => a - b).flatMap((node) => nodes[node] ?? []),
      );
      if (kept === null) continue;
      const sums: Record<string, number> = { ...countSlots(situation, kept) };
      for (const { name, periods } of kept) sums[name] = periods;
      return [{ kind: 'sections.slots', facts: kept.map(({ name }) => name), sums }];
    }
  }
  return [];
}

const countSlots = (situation: Situation, nodes: readonly Single[]) => ({
  needed: nodes.reduce((sum, { periods }) => sum + periods, 0),
  available: countOf(unionWindow(situation, nodes)),
});

function shrink(situation: Situation, nodes: Single[]): Single[] | null {
  const isTooMuch = (some: readonly Single[]): boolean => {
    const { needed, available } = countSlots(situation, some);
    return needed > available;
  };
  if (!isTooMuch(nodes)) return null;
  let kept = nodes;
  for (const node of [...nodes].sort((a, b) => a.periods - b.periods)) {
    const rest = kept.filter((it) => it !== node);
    if (rest.length > 0 && isTooMuch(rest)) kept = rest;
  }
  // One student who takes them all is another, simpler finding.
  return kept.length > 1 ? kept : null;
}

export const findSingleSections = (situation: Situation): Finding[] =>
  [...situation.model.school.grades.keys()].flatMap((grade) => {
    const inLines = findInLines(situation, grade);
    return inLines.length > 0 ? inLines : findInSlots(situation, grade);
  });
