/** What follows from the problem alone and every search state shares: who meets whom, which monitors watch what. */
import { isFreeShape } from '../monitors/student-shapes.ts';
import { itemsOf, makeCsr, invertCsr, type Csr, type Problem } from '../problem/problem.ts';

export interface Links {
  /** CSR event → events with common students, the event itself excluded */
  meets: Csr;
  /** [items of meets] search weight of one slot in which both run */
  meetsWeight: Int32Array;
  /** [events × events] the same weights as a matrix, 0 for events that may run at once; the diagonal is OWN_OVERLAP */
  weightOf: Uint8Array;
  /** CSR event → spread monitors */
  spreadOf: Csr;
  /** CSR event → watches of eventCount monitors, those of one monitor in a row */
  countsOf: Csr;
  /** [watches] eventCount monitor */
  countOfWatch: Int32Array;
  /** [lessons] number of its length and weeks */
  timeClass: Uint8Array;
  timeClasses: number;
  /** [slot sets × time classes × slots] periods inside the set of a lesson of the class that starts in the slot */
  periodsInside: Uint8Array;
  /** CSR event → sets of events whose periods one monitor adds up, ascending */
  sumsOf: Csr;
  /** [events] bits of WATCHED: which of the rules on several events or teachers look at it */
  watched: Uint8Array;
  /** CSR event → parallel monitors, one as often as the event stands in it, in a row */
  parallelOf: Csr;
  /** CSR event → pair monitors that count */
  pairsOf: Csr;
  /** CSR role → progress monitors */
  progressOf: Csr;
  /** CSR teacher → teacherDays, edgeFair and meeting monitors */
  teacherDaysOf: Csr;
  edgeFairOf: Csr;
  meetingOf: Csr;
  /** [meeting monitors × slots] 1: in a window of the monitor */
  meetingSlots: Uint8Array;
  /** [roles] the event whose lessons it is present in */
  eventOfRole: Int32Array;
  /** CSR role → lessons it is present in */
  lessonsOfRole: Csr;
  /** CSR teacher → apart monitors; those whose two could meet in one lesson are left to the true score */
  apartOf: Csr;
  /** CSR role → keepTeacher monitors */
  keepOf: Csr;
  /** CSR keepTeacher monitor → teacherCap monitors */
  teacherCapsOf: Csr;
  /** all lessons are plain: see plain-delta.ts */
  plain: boolean;
  /** [lessons] class of its room demands: lessons of equal class need the same rooms */
  roomClass: Int32Array;
  /** CSR lesson → pools its room demands count in (an item may repeat), ascending */
  poolsOf: Csr;
  /** CSR room class a × classes + b → pools that a lesson of class a counts in beyond those of a lesson of class b */
  poolsBeyond: Csr;
  roomClasses: number;
}

export const WATCHED = { parallel: 1, pair: 2, progress: 4, teacherDays: 8, teacherSets: 16, students: 32 } as const;

/** Two lessons of one event in the same slot. */
export const OWN_OVERLAP = 4;

/**
 * The search weighs an overlap of two events by how many students it hits, in four steps: a whole class hurts more than one student,
 * but a single student must still be worth a move.
 */
export function overlapWeight(shared: number): number {
  if (shared === 0) return 0;
  if (shared < 4) return 1;
  if (shared < 16) return 2;
  return shared < 40 ? 3 : 4;
}

/** Who meets whom; `weightOf` is filled anew. */
function linkEvents(problem: Problem, weightOf: Uint8Array): Pick<Links, 'meets' | 'meetsWeight' | 'weightOf'> {
  const { students, count } = problem.events;
  const eventsOf = invertCsr(students, problem.students.count);
  const shared = new Int32Array(count);
  const lists: number[][] = [];
  const weights: number[] = [];
  weightOf.fill(0);
  for (let e = 0; e < count; e++) {
    const met: number[] = [];
    for (let at = students.start[e]; at < students.start[e + 1]; at++) {
      const student = students.item[at];
      for (let i = eventsOf.start[student]; i < eventsOf.start[student + 1]; i++) {
        const other = eventsOf.item[i];
        if (other === e) continue;
        if (shared[other] === 0) met.push(other);
        shared[other]++;
      }
    }
    met.sort((a, b) => a - b);
    for (const other of met) {
      const weight = overlapWeight(shared[other]);
      weights.push(weight);
      weightOf[e * count + other] = weight;
      shared[other] = 0;
    }
    weightOf[e * count + e] = OWN_OVERLAP;
    lists.push(met);
  }
  return { meets: makeCsr(lists), meetsWeight: Int32Array.from(weights), weightOf };
}

/**
 * The same links for a problem with other students in its events; `sharing`: which pair monitors count now. Counters must be loaded
 * anew.
 */
export function relink(links: Links, problem: Problem, sharing: Uint8Array): void {
  Object.assign(links, linkEvents(problem, links.weightOf), linkRules(problem, sharing));
}

/** The monitors of each owner, `owner[monitor]` being its number. */
function byOwner(owners: number, owner: Int32Array): Csr {
  const lists: number[][] = Array.from({ length: owners }, () => []);
  owner.forEach((who, monitor) => lists[who].push(monitor));
  return makeCsr(lists);
}

/** Teachers who could both be present in one lesson: their slots cannot be told apart lesson by lesson. */
function meetInLesson(problem: Problem, one: number, other: number): boolean {
  const { roles } = problem.lessons;
  const { candidates } = problem.roles;
  const could = (role: number, teacher: number): boolean => itemsOf(candidates, role).includes(teacher);
  for (let l = 0; l < problem.lessons.count; l++) {
    const present = itemsOf(roles, l);
    if (present.length < 2) continue;
    if (present.some((role) => could(role, one)) && present.some((role) => could(role, other))) return true;
  }
  return false;
}

function apartByTeacher(problem: Problem): Csr {
  const { one, other, count } = problem.monitors.apart;
  const lists: number[][] = Array.from({ length: problem.teachers.count }, () => []);
  for (let m = 0; m < count; m++) {
    if (meetInLesson(problem, one[m], other[m])) continue;
    lists[one[m]].push(m);
    lists[other[m]].push(m);
  }
  return makeCsr(lists);
}

/** Of two ascending lists, what the first has beyond the second; repeats count. */
function beyond(one: readonly number[], other: readonly number[]): number[] {
  const left = [...other];
  return one.filter((item) => {
    const at = left.indexOf(item);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

/** CSR event → those of the sets it stands in that have two events or more, ascending. */
const setsOf = (sets: readonly (readonly number[])[], events: number): Csr =>
  invertCsr(makeCsr(sets.map((set) => [...new Set(set)]).filter((set) => set.length > 1)), events);

/** Events whose periods one monitor adds up. */
const countedTogether = ({ eventCount }: Problem['monitors']): number[][] =>
  Array.from({ length: eventCount.count }, (_, m) =>
    Array.from(itemsOf(eventCount.watches, m), (watch) => eventCount.event[watch]),
  );

/** Which rules on several events look at which of them; `sharing`: [pair monitors] 1: the two have a student in common. */
function linkRules(problem: Problem, sharing: Uint8Array): Pick<Links, 'watched' | 'pairsOf' | 'plain'> {
  const { events, monitors, roles } = problem;
  const { parallel, pair, progress, teacherDays, edgeFair, meeting, studentDay } = monitors;
  const watched = new Uint8Array(events.count);
  const counting = Array.from(sharing.keys()).filter((m) => sharing[m] === 1);
  const pairs: number[][] = Array.from({ length: events.count }, () => []);
  for (const event of parallel.events.item) watched[event] |= WATCHED.parallel;
  for (const m of counting) {
    for (const event of new Set([pair.one[m], pair.other[m]])) {
      if (event < 0) continue;
      pairs[event].push(m);
      watched[event] |= WATCHED.pair;
    }
  }
  const compared = new Set(progress.roles.item);
  const counted = new Set(teacherDays.teacher);
  const inSets = new Set([...edgeFair.teachers.item, ...meeting.teachers.item]);
  for (let e = 0; e < events.count; e++) {
    for (const role of itemsOf(events.roles, e)) {
      if (compared.has(role)) watched[e] |= WATCHED.progress;
      const candidates = itemsOf(roles.candidates, role);
      if (counted.size > 0 && candidates.some((t) => counted.has(t))) watched[e] |= WATCHED.teacherDays;
      if (inSets.size > 0 && candidates.some((t) => inSets.has(t))) watched[e] |= WATCHED.teacherSets;
    }
  }
  const watchedStudents = new Set<number>();
  for (let m = 0; m < studentDay.count; m++) {
    if (isFreeShape(studentDay.shape[m]))
      for (const student of itemsOf(studentDay.students, m)) watchedStudents.add(student);
  }
  for (let e = 0; e < events.count && watchedStudents.size > 0; e++) {
    if (itemsOf(events.students, e).some((student) => watchedStudents.has(student))) watched[e] |= WATCHED.students;
  }
  return { watched, pairsOf: makeCsr(pairs), plain: areAllPlain(problem, watched) };
}

/** Whether clashes, rooms matched, wishes on single slots, pairs and days of students are all that counts, and no lesson is longer than a slot. */
function areAllPlain({ lessons, slots, monitors, pools }: Problem, watched: Uint8Array): boolean {
  return (
    slots.weeks === 1 &&
    lessons.length.every((length) => length === 1) &&
    lessons.roles.item.length === 0 &&
    pools.count === 0 &&
    monitors.spread.count + monitors.eventCount.count === 0 &&
    watched.every((rules) => (rules & ~(WATCHED.pair | WATCHED.students)) === 0)
  );
}

/** How many periods of each lesson are inside each slot set, by where it starts. */
function linkPeriods({
  lessons,
  slots,
  monitors,
}: Problem): Pick<Links, 'timeClass' | 'timeClasses' | 'periodsInside'> {
  const times: { length: number; span: number }[] = [];
  const timeClass = new Uint8Array(lessons.count);
  for (let l = 0; l < lessons.count; l++) {
    const [length, span] = [lessons.length[l], lessons.span[l]];
    const known = times.findIndex((time) => time.length === length && time.span === span);
    timeClass[l] = known < 0 ? times.length : known;
    if (known < 0) times.push({ length, span });
  }
  const { slotSets } = monitors;
  const sets = slotSets.length / Math.max(1, slots.count);
  const periodsInside = new Uint8Array(sets * times.length * slots.count);
  for (let set = 0; set < sets; set++) {
    times.forEach(({ length, span }, index) => {
      const row = (set * times.length + index) * slots.count;
      for (let first = 0; first < slots.count; first++) {
        for (let week = 0, from = first; week < span; week++, from += slots.perWeek) {
          for (let s = from; s < from + length && s < slots.count; s++) {
            periodsInside[row + first] += slotSets[set * slots.count + s];
          }
        }
      }
    });
  }
  return { timeClass, timeClasses: times.length, periodsInside };
}

/** [meeting monitors × slots] */
function windowSlots({ monitors, slots }: Problem): Uint8Array {
  const { count, windows, windowSlots: slotsOf } = monitors.meeting;
  const marked = new Uint8Array(count * slots.count);
  for (let m = 0; m < count; m++) {
    for (const window of itemsOf(windows, m))
      for (const slot of itemsOf(slotsOf, window)) marked[m * slots.count + slot] = 1;
  }
  return marked;
}

export function makeLinks(problem: Problem): Links {
  const { events, lessons, roomDemands, pools } = problem;
  const { eventCount, keepTeacher, teacherCap } = problem.monitors;
  const eventOfRole = new Int32Array(problem.roles.count);
  for (let e = 0; e < events.count; e++) {
    for (let at = events.roles.start[e]; at < events.roles.start[e + 1]; at++) eventOfRole[events.roles.item[at]] = e;
  }
  const classes = new Map<string, number>();
  const roomClass = new Int32Array(lessons.count);
  const poolLists: number[][] = [];
  /** [room classes] their pools */
  const ofClass: number[][] = [];
  for (let l = 0; l < lessons.count; l++) {
    const inPools: number[] = [];
    for (let at = lessons.rooms.start[l]; at < lessons.rooms.start[l + 1]; at++) {
      const set = roomDemands.pooled[lessons.rooms.item[at]];
      for (let i = pools.ofSet.start[set]; i < pools.ofSet.start[set + 1]; i++) inPools.push(pools.ofSet.item[i]);
    }
    inPools.sort((a, b) => a - b);
    const key = inPools.join(' ');
    const known = classes.get(key);
    roomClass[l] = known ?? classes.size;
    if (known === undefined) {
      classes.set(key, classes.size);
      ofClass.push(inPools);
    }
    poolLists.push(inPools);
  }
  return {
    ...linkEvents(problem, new Uint8Array(events.count * events.count)),
    spreadOf: byOwner(events.count, problem.monitors.spread.event),
    countsOf: byOwner(events.count, eventCount.event),
    countOfWatch: invertCsr(eventCount.watches, eventCount.event.length).item,
    ...linkRules(problem, problem.monitors.pair.sharing),
    ...linkPeriods(problem),
    sumsOf: setsOf(countedTogether(problem.monitors), events.count),
    parallelOf: invertCsr(problem.monitors.parallel.events, events.count),
    progressOf: invertCsr(problem.monitors.progress.roles, problem.roles.count),
    teacherDaysOf: byOwner(problem.teachers.count, problem.monitors.teacherDays.teacher),
    edgeFairOf: invertCsr(problem.monitors.edgeFair.teachers, problem.teachers.count),
    meetingOf: invertCsr(problem.monitors.meeting.teachers, problem.teachers.count),
    meetingSlots: windowSlots(problem),
    eventOfRole,
    apartOf: apartByTeacher(problem),
    keepOf: invertCsr(keepTeacher.roles, problem.roles.count),
    teacherCapsOf: invertCsr(teacherCap.rows, keepTeacher.count),
    lessonsOfRole: invertCsr(lessons.roles, problem.roles.count),
    roomClass,
    poolsOf: makeCsr(poolLists),
    poolsBeyond: makeCsr(ofClass.flatMap((one) => ofClass.map((other) => beyond(one, other)))),
    roomClasses: ofClass.length,
  };
}
