/**
 * Lines as composite lessons: the sections of a line run at the same times, so they become one event with many teachers and rooms.
 * The search closes this smaller week first; its positions are then a start for the full one. Roles, room demands, students, teachers
 * and rules keep their numbers, so only events, lessons and the monitors that name events change.
 */
import { noEnrolments } from './enrol.ts';
import { itemsOf, makeCsr, type Csr, type Problem, type Solution } from './problem.ts';

export interface Coarse {
  problem: Problem;
  /** [fine lessons] the coarse lesson that carries it */
  lessonOf: Int32Array;
  /** CSR coarse event → its fine events */
  groups: Csr;
  /** CSR coarse event → students of nobody's who keep given lines apart */
  strangers: Csr;
}

/** CSR coarse event → students, for fine events with these students. */
export function groupStudents({ groups, strangers }: Pick<Coarse, 'groups' | 'strangers'>, students: Csr): Csr {
  const lists: number[][] = [];
  for (let group = 0; group < groups.start.length - 1; group++) {
    lists.push([...slice(groups, group).flatMap((event) => slice(students, event)), ...slice(strangers, group)]);
  }
  return makeCsr(lists);
}

/** Roles and demands that several parts of a whole share are needed once. */
const once = (items: number[]): number[] => [...new Set(items)];

const slice = (csr: Csr, owner: number): number[] => [...itemsOf(csr, owner)];

/** Lessons of equal shape can run as one: same length, same weeks. */
const shapeOf = ({ lessons }: Problem, lesson: number): number => lessons.length[lesson] * 16 + lessons.span[lesson];

/** Events of one group with the same lesson lengths are merged; a group of one, and −1, stays as it is. */
function groupEvents(problem: Problem, groupOf: Int32Array): number[][] {
  const { events, lessons } = problem;
  const groups: number[][] = [];
  const known = new Map<string, number>();
  const followers: number[][] = Array.from({ length: events.count }, () => []);
  events.lead.forEach((lead, e) => {
    if (lead >= 0) followers[lead].push(e);
  });
  for (let e = 0; e < events.count; e++) {
    // Who follows goes where the leader goes; of several groups the leader's is kept, if it has one.
    if (events.lead[e] >= 0) continue;
    const joined = [e, ...followers[e]];
    const group = joined.map((event) => groupOf[event]).find((one) => one >= 0) ?? -1;
    const own = slice(events.lessons, e);
    const shapes = own.map((l) => shapeOf(problem, l)).toSorted((a, b) => a - b);
    const key = `${group}:${shapes.join(' ')}`;
    // Lessons tied to a week of their own choice stay their section's affair.
    const tied = own.some((l) => lessons.parity[l] !== 0);
    const at = group < 0 || tied ? undefined : known.get(key);
    if (at === undefined) {
      if (group >= 0 && !tied) known.set(key, groups.length);
      groups.push(joined);
    } else groups[at].push(...joined);
  }
  return groups;
}

/**
 * Which fine lessons run together: block b of a group takes one lesson of each of its events, equal in length. Lessons with rare room
 * needs (laboratories) are dealt to the blocks in turn, so that one block does not ask for all of them at once. Lessons of events that
 * follow another one lie with its lessons, one by one.
 */
function dealBlocks(problem: Problem, group: number[]): number[][] {
  const { events, lessons, roomDemands } = problem;
  const first = slice(events.lessons, group[0]).toSorted((a, b) => shapeOf(problem, a) - shapeOf(problem, b));
  const blocks: number[][] = first.map(() => []);
  const shapes = first.map((l) => shapeOf(problem, l));
  /** [blocks] demands so far, by room set */
  const asked = blocks.map(() => new Map<number, number>());
  const roomSets = (lesson: number): number[] => slice(lessons.rooms, lesson).map((demand) => roomDemands.set[demand]);
  const rooms = (lesson: number): number =>
    roomSets(lesson).reduce((sum, set) => sum + roomDemands.sets.start[set + 1] - roomDemands.sets.start[set], 0);
  const blockOf = new Map<number, number>();
  for (const event of group) {
    const lead = events.lead[event];
    if (lead >= 0) {
      const leading = slice(events.lessons, lead);
      slice(events.lessons, event).forEach((lesson, i) => blocks[blockOf.get(leading[i]) ?? 0].push(lesson));
      continue;
    }
    const free = new Set(blocks.keys());
    for (const lesson of slice(events.lessons, event).toSorted((a, b) => rooms(a) - rooms(b) || a - b)) {
      const load = (block: number): number =>
        roomSets(lesson).reduce((sum, set) => sum + (asked[block].get(set) ?? 0), 0);
      let best = -1;
      for (const block of free) {
        if (shapes[block] !== shapeOf(problem, lesson)) continue;
        if (best < 0 || load(block) < load(best)) best = block;
      }
      free.delete(best);
      blockOf.set(lesson, best);
      blocks[best].push(lesson);
      for (const set of roomSets(lesson)) asked[best].set(set, (asked[best].get(set) ?? 0) + 1);
    }
  }
  return blocks;
}

/** Domains of merged lessons are the meet of their parts'. */
function meetDomains(problem: Problem, blocks: number[][]): Pick<Problem['lessons'], 'domain' | 'domains' | 'starts'> {
  const { lessons, slots } = problem;
  const rows: Uint8Array[] = [];
  const rowOf = new Map<string, number>();
  const domain = Int32Array.from(blocks, (block) => {
    const parts = [...new Set(block.map((l) => lessons.domain[l]))].sort((a, b) => a - b);
    const key = parts.join(' ');
    const known = rowOf.get(key);
    if (known !== undefined) return known;
    const row = new Uint8Array(slots.count).fill(1);
    for (const part of parts) for (let s = 0; s < slots.count; s++) row[s] &= lessons.domains[part * slots.count + s];
    rowOf.set(key, rows.length);
    rows.push(row);
    return rows.length - 1;
  });
  const domains = new Uint8Array(rows.length * slots.count);
  rows.forEach((row, index) => domains.set(row, index * slots.count));
  return { domain, domains, starts: makeCsr(rows.map((row) => [...row.keys()].filter((s) => row[s] === 1))) };
}

/**
 * Lines that the school gives share no slot: for every two groups of different lines of one set, one more student, of nobody's, who
 * attends both.
 */
function keepLinesApart(problem: Problem, groups: number[][]): { attends: number[][]; students: number } {
  const { givenLine, lineSet } = problem.monitors;
  const attends: number[][] = groups.map(() => []);
  let { count } = problem.students;
  groups.forEach(([one], a) => {
    for (let b = a + 1; b < groups.length; b++) {
      const [other] = groups[b];
      if (lineSet[one] < 0 || lineSet[one] !== lineSet[other] || givenLine[one] === givenLine[other]) continue;
      attends[a].push(count);
      attends[b].push(count++);
    }
  });
  return { attends, students: count };
}

/** `groupOf`: [events] group, −1 for events that stay alone. */
export function coarsen(problem: Problem, groupOf: Int32Array): Coarse {
  const { events, monitors } = problem;
  const groups = groupEvents(problem, groupOf);
  const eventOf = new Int32Array(events.count);
  groups.forEach((group, index) => group.forEach((event) => (eventOf[event] = index)));
  const lessonOf = new Int32Array(problem.lessons.count);
  const blocks: number[][] = [];
  const lessonLists: number[][] = [];
  const lessonEvent: number[] = [];
  groups.forEach((group, index) => {
    const list: number[] = [];
    for (const block of dealBlocks(problem, group)) {
      for (const lesson of block) lessonOf[lesson] = blocks.length;
      list.push(blocks.length);
      lessonEvent.push(index);
      blocks.push(block);
    }
    lessonLists.push(list);
  });
  const apart = keepLinesApart(problem, groups);
  const renamed = <T extends { event: Int32Array }>(table: T): T => ({
    ...table,
    event: table.event.map((event) => eventOf[event]),
  });
  const members = { groups: makeCsr(groups), strangers: makeCsr(apart.attends) };
  return {
    lessonOf,
    ...members,
    problem: {
      ...problem,
      key: `${problem.key}/lines`,
      events: {
        count: groups.length,
        duration: Int32Array.from(groups, ([event]) => events.duration[event]),
        minPieces: Int32Array.from(groups, ([event]) => events.minPieces[event]),
        maxPieces: Int32Array.from(groups, ([event]) => events.maxPieces[event]),
        lessons: makeCsr(lessonLists),
        roles: makeCsr(groups.map((group) => once(group.flatMap((event) => slice(events.roles, event))))),
        size: Int32Array.from(groups, (group) => group.reduce((sum, event) => sum + events.size[event], 0)),
        openSet: Int32Array.from(groups, ([event]) => events.openSet[event]),
        oversize: Int32Array.from(groups, () => 0),
        lead: Int32Array.from(groups, () => -1),
        students: groupStudents(members, events.students),
      },
      lessons: {
        count: blocks.length,
        event: Int32Array.from(lessonEvent),
        length: Int32Array.from(blocks, ([lesson]) => problem.lessons.length[lesson]),
        span: Int32Array.from(blocks, ([lesson]) => problem.lessons.span[lesson]),
        earlier: Int32Array.from(blocks, ([lesson]) => problem.lessons.earlier[lesson]),
        parity: Int32Array.from(blocks, ([lesson]) => problem.lessons.parity[lesson]),
        roles: makeCsr(blocks.map((block) => once(block.flatMap((lesson) => slice(problem.lessons.roles, lesson))))),
        ...meetDomains(problem, blocks),
        rooms: makeCsr(blocks.map((block) => once(block.flatMap((lesson) => slice(problem.lessons.rooms, lesson))))),
      },
      students: { ...problem.students, count: apart.students },
      enrolments: noEnrolments(groups.length),
      monitors: {
        ...monitors,
        givenLine: Int32Array.from(groups, ([event]) => monitors.givenLine[event]),
        lineSet: Int32Array.from(groups, ([event]) => monitors.lineSet[event]),
        eventInside: renamed(monitors.eventInside),
        eventCount: renamed(monitors.eventCount),
        startInside: renamed(monitors.startInside),
        parallel: {
          ...monitors.parallel,
          events: { ...monitors.parallel.events, item: monitors.parallel.events.item.map((event) => eventOf[event]) },
        },
        pair: {
          ...monitors.pair,
          one: monitors.pair.one.map((event) => eventOf[event]),
          other: monitors.pair.other.map((event) => (event < 0 ? -1 : eventOf[event])),
        },
        spread: renamed(monitors.spread),
        splitHomes: renamed(monitors.splitHomes),
        stableRoom: renamed(monitors.stableRoom),
        nearRoom: renamed(monitors.nearRoom),
        studentDay: {
          ...monitors.studentDay,
          events: {
            ...monitors.studentDay.events,
            item: monitors.studentDay.events.item.map((event) => eventOf[event]),
          },
        },
        keepTeacher: renamed(monitors.keepTeacher),
        keepStudent: renamed(monitors.keepStudent),
      },
    },
  };
}

/**
 * The positions of the coarse week, lesson by fine lesson. A line cannot hold a teacher twice and leaves a role open; where only one can
 * fill it, the teacher has it back, and two places at once are what counts.
 */
export function refine(
  coarse: Coarse,
  solution: Pick<Solution, 'lessonSlot' | 'roleTeacher'>,
): Pick<Solution, 'lessonSlot' | 'roleTeacher'> {
  return {
    lessonSlot: coarse.lessonOf.map((lesson) => solution.lessonSlot[lesson]),
    roleTeacher: solution.roleTeacher.map((teacher, role) => {
      const { start, item } = coarse.problem.roles.candidates;
      return teacher < 0 && start[role + 1] - start[role] === 1 ? item[start[role]] : teacher;
    }),
  };
}
