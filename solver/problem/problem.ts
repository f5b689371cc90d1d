/**
 * The immutable problem that the engine searches: slots, resources, events with lessons, roles, demands and monitors, as typed
 * arrays. It knows no file format and no office rule: src/compile/ lowers those to it. Every array's shape stands beside it;
 * `CSR` means: the items of x are at start[x] … start[x + 1] − 1.
 */
import type { MonitorTables } from '../monitors/tables.ts';

/** Items by owner, compressed: the items of x are item[start[x]] … item[start[x + 1] − 1]. */
export interface Csr {
  /** [owners + 1] */
  start: Int32Array;
  /** [items] */
  item: Int32Array;
}

/**
 * The cycle of one or two weeks: slot = week × perWeek + day of the week × slotsPerDay + index in day. Days are numbered over the
 * cycle: day = week × daysPerWeek + day of the week.
 */
export interface SlotTable {
  /** weeks × perWeek */
  count: number;
  weeks: number;
  perWeek: number;
  /** weeks × daysPerWeek */
  days: number;
  daysPerWeek: number;
  slotsPerDay: number;
  /** [slots] day of the cycle */
  day: Int32Array;
  /** [slots] 0 before noon, 1 afternoon, 2 evening */
  half: Uint8Array;
  /** [slots] 1: a lesson may go on into the next slot (no noon, no end between) */
  runsOn: Uint8Array;
}

export const HALF = { am: 0, pm: 1, evening: 2 } as const;

/** Breaks between two periods of a day; over a pause nothing is adjacent. */
export const BREAK = { short: 0, long: 1, pause: 2 } as const;

/** Kinds of resources; all are occupants of slots. */
export const RESOURCE = { teacher: 0, room: 1, homeroom: 2, student: 3 } as const;

export interface TeacherTable {
  count: number;
  /** [teachers] most workload over the cycle; the excess is hard */
  loadMax: Int32Array;
  /** workload units of one period: 100 where some course counts in part, else 1; an excess is rounded up to periods */
  loadUnit: number;
}

export interface RoomTable {
  count: number;
  /** [rooms] sections at once */
  capacity: Int32Array;
  /** [rooms × slots] 1: usable */
  open: Uint8Array;
  /** [rooms] kind index */
  kind: Int32Array;
  /** [rooms] most students of a section in it */
  places: Int32Array;
  /** [rooms] 1: no homeroom has it for itself alone */
  openToAll: Uint8Array;
  /** [rooms] building, −1: none stated */
  building: Int32Array;
  /** [rooms] floor, NO_FLOOR: none stated */
  floor: Int32Array;
}

export const NO_FLOOR = -0x80000000;

/** An event is one section: a duration split into lessons, attended by students, with roles to fill. */
export interface EventTable {
  count: number;
  /** [events] periods in all */
  duration: Int32Array;
  /** [events] allowed number of lessons with length > 0 */
  minPieces: Int32Array;
  maxPieces: Int32Array;
  /** CSR event → lessons (consecutive) */
  lessons: Csr;
  /** CSR event → roles that a teacher fills in some of its lessons; shared by events that are taught together */
  roles: Csr;
  /** CSR event → students; people who are only counted together stand for one */
  students: Csr;
  /** [events] students in all */
  size: Int32Array;
  /** [events] row of monitors.slotSets: slots open for the event's grade */
  openSet: Int32Array;
  /** [events] students over the section's own cap; the excess is fixed with the sections, and of several excesses the worst counts */
  oversize: Int32Array;
  /**
   * [events] the event it is taught together with and follows, −1: none. The lessons of both, one by one, are held at once; a follower has
   * the roles and room demands of its leader, which count once.
   */
  lead: Int32Array;
}

/** Lessons are the records that get slots: as many per event as its split may need; length 0 means unused. */
export interface LessonTable {
  count: number;
  /** [lessons] */
  event: Int32Array;
  /** [lessons] periods */
  length: Int32Array;
  /** [lessons] weeks in a row that the lesson is held in: 1, or all of the cycle (then it starts in the first) */
  span: Int32Array;
  /** [lessons] lessons of an event that are held in one and the same week have 1, those held in the other −1; 0: free */
  parity: Int32Array;
  /** [lessons] start slot in an earlier week, −1: none; the search leaves it only for a gain (INERTIA), scores do not know it */
  earlier: Int32Array;
  /** CSR lesson → roles present */
  roles: Csr;
  /** [lessons] row in domains */
  domain: Int32Array;
  /** [domains × slots] 1: the lesson may start here (length, breaks, closed slots and must rules considered) */
  domains: Uint8Array;
  /** CSR domain → its start slots, ascending */
  starts: Csr;
  /** CSR lesson → room demands; a coarse lesson may need several rooms */
  rooms: Csr;
}

/** A role: one teacher per event, from candidates. A fixed role has one candidate. */
export interface RoleTable {
  count: number;
  /** [roles] what counts in the teacher's load, over the cycle, in loadUnit */
  workload: Int32Array;
  /** CSR role → candidate teachers, ascending; none: nobody is needed */
  candidates: Csr;
}

/** One lesson's need of one room out of a set. */
export interface RoomDemandTable {
  count: number;
  /** [demands] the lesson of the finest problem that needs the room */
  lesson: Int32Array;
  /** [demands] row in sets */
  set: Int32Array;
  /** [demands] the room to use where it is free (own room), −1: none */
  own: Int32Array;
  /** [demands] the room of an earlier week, taken next where it is free; −1: none */
  earlier: Int32Array;
  /** CSR demand → rooms of its set that its section used in an earlier week, where change of rooms is capped; else none */
  kept: Csr;
  /** [demands] row in sets that the search counts in pools: `set`, or less where no other room is allowed by a cap */
  pooled: Int32Array;
  /** [demands] 1: bound to a room that it should not have; hard, once it lies there */
  wrong: Uint8Array;
  /** locks: the room, and CSR lock → demands that it holds there; hard once for a lock that any placed one of them escapes */
  held: { room: Int32Array; demands: Csr };
  /** CSR set → rooms that fit, ascending */
  sets: Csr;
}

/**
 * Room pools: for every distinct set of rooms R that some lesson may use, at each slot at most |R| (by capacity, open rooms) lessons
 * whose own set lies inside R can run (Hall). Exact when the sets are nested or disjoint, necessary always.
 */
export interface PoolTable {
  count: number;
  /** [pools × slots] lessons at once */
  capacity: Int32Array;
  /** [pools] the rule that keeps rooms of the pool free, −1: a lesson more has no room */
  rule: Int32Array;
  /** CSR room set → pools that contain it */
  ofSet: Csr;
  /** the search matches rooms slot by slot instead (timetable/room-match.ts): there are no pools */
  matched: boolean;
}

/** Students and where they live; `kind` numbers their types. */
export interface StudentTable {
  count: number;
  /** [students] homeroom, −1: none */
  home: Int32Array;
  /** [homerooms] own room, −1: none */
  homeRoom: Int32Array;
  /** [students] grade, −1: none */
  grade: Int32Array;
  /** [grades] row of monitors.slotSets: open slots */
  gradeOpen: Int32Array;
  /** [grades × slotsPerDay] BREAK after the period */
  gradeBreak: Uint8Array;
}

/**
 * Students in sections that they could leave for others which teach the same. Whoever stands in no enrolment stays where events.students
 * has them.
 */
export interface EnrolmentTable {
  count: number;
  /** [enrolments] */
  student: Int32Array;
  /** [enrolments] the event of the section plan */
  event: Int32Array;
  /** [events] the choice that the event belongs to, −1: nobody moves in or out */
  choiceOf: Int32Array;
  /** CSR choice → its events, ascending */
  choices: Csr;
  /** [events] most students that an exchange may bring the event to */
  most: Int32Array;
  /** CSR event → students in no enrolment */
  stays: Csr;
}

/** Rules carry names outside; inside they are numbers with a weight. */
export interface RuleTable {
  count: number;
  /** [rules] weight of one unit of deviation; 0 for required rules */
  weight: Int32Array;
  /** [rules] 1: its deviation is hard */
  required: Uint8Array;
  /** [rules] deviation that no time, teacher or room can change (unserved students, sizes) */
  fixed: Int32Array;
  /**
   * CSR rule → the only teachers, and the only rooms, whose lessons it looks at; none: all. The search takes such a rule as always
   * looking, the true score knows.
   */
  onlyTeachers: Csr;
  onlyRooms: Csr;
}

/** A rule narrowed to teachers or rooms may see nothing of a section. */
export function seesAll({ onlyTeachers, onlyRooms }: RuleTable, rule: number): boolean {
  return [onlyTeachers, onlyRooms].every(({ start }) => start[rule] === start[rule + 1]);
}

export interface Problem {
  /** distinguishes problems of one run, for caches in workers */
  key: string;
  slots: SlotTable;
  teachers: TeacherTable;
  rooms: RoomTable;
  events: EventTable;
  lessons: LessonTable;
  roles: RoleTable;
  roomDemands: RoomDemandTable;
  pools: PoolTable;
  students: StudentTable;
  enrolments: EnrolmentTable;
  rules: RuleTable;
  monitors: MonitorTables;
}

/** Where everything is: the value that search improves, workers exchange and compile turns into a timetable. */
export interface Solution {
  /** [lessons] first slot, −1: unplaced */
  lessonSlot: Int32Array;
  /** [roles] teacher, −1: nobody */
  roleTeacher: Int32Array;
  /** [room demands] room, −1: none */
  demandRoom: Int32Array;
  /** [enrolments] event */
  enrolled: Int32Array;
}

/** hard first, then soft; both safe integers. */
export interface TrueScore {
  hard: number;
  soft: number;
  /** [rules] */
  deviation: Int32Array;
}

/** The items of one owner: a view, not a copy. */
export const itemsOf = ({ start, item }: Csr, owner: number): Int32Array =>
  item.subarray(start[owner], start[owner + 1]);

export function makeCsr(lists: readonly (readonly number[])[]): Csr {
  const start = new Int32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) start[i + 1] = start[i] + lists[i].length;
  const item = new Int32Array(start[lists.length]);
  for (let i = 0; i < lists.length; i++) item.set(lists[i], start[i]);
  return { start, item };
}

/** The owners of each item: inverse of a CSR over `items` items. */
export function invertCsr(csr: Csr, items: number): Csr {
  const owners = csr.start.length - 1;
  const start = new Int32Array(items + 1);
  for (const item of csr.item) start[item + 1]++;
  for (let i = 0; i < items; i++) start[i + 1] += start[i];
  const fill = start.slice(0, items);
  const item = new Int32Array(csr.item.length);
  for (let owner = 0; owner < owners; owner++) {
    for (let at = csr.start[owner]; at < csr.start[owner + 1]; at++) item[fill[csr.item[at]]++] = owner;
  }
  return { start, item };
}

/** [roles] the event whose role it is; of events taught together the first in number. */
export function eventOfRoles({ events, roles }: Pick<Problem, 'events' | 'roles'>): Int32Array {
  const eventOf = new Int32Array(roles.count).fill(-1);
  for (let event = events.count - 1; event >= 0; event--)
    for (const role of itemsOf(events.roles, event)) eventOf[role] = event;
  return eventOf;
}

/** Every slot that a placed lesson covers, week by week. */
export function eachPeriod(problem: Problem, lesson: number, first: number, visit: (slot: number) => void): void {
  const { lessons, slots } = problem;
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    for (let s = from; s < from + lessons.length[lesson]; s++) visit(s);
  }
}
