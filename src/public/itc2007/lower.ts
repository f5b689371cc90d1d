/** An instance as the engine's problem, and the engine's solution as an answer. */
import { makeMonitorBuilder } from '../../compile/monitor-builder.ts';
import { STRUCTURAL } from '../../compile/structural.ts';
import { BREAK, HALF, makeCsr, noEnrolments, NO_FLOOR, PAIR_SHAPE, STUDENT_SHAPE } from '../../../solver/index.ts';
import type { Problem, Solution } from '../../../solver/index.ts';
import type { Answer } from './answer.ts';
import { DAYS, SLOTS, SLOTS_PER_DAY, type Instance } from './instance.ts';

/** Rules beyond the structural ones, in this order. */
const PRECEDENCE = STRUCTURAL.length;
const LAST_SLOT = PRECEDENCE + 1;
const IN_A_ROW = PRECEDENCE + 2;
const SINGLE = PRECEDENCE + 3;
const RULES = PRECEDENCE + 4;

const list = (length: number): number[] => Array.from({ length }, (_, index) => index);
const filled = (length: number, value: number): Int32Array => new Int32Array(length).fill(value);

function slotTable(): Problem['slots'] {
  const all = list(SLOTS);
  return {
    count: SLOTS,
    weeks: 1,
    perWeek: SLOTS,
    days: DAYS,
    daysPerWeek: DAYS,
    slotsPerDay: SLOTS_PER_DAY,
    day: Int32Array.from(all, (slot) => Math.floor(slot / SLOTS_PER_DAY)),
    half: new Uint8Array(SLOTS).fill(HALF.am),
    runsOn: Uint8Array.from(all, (slot) => ((slot + 1) % SLOTS_PER_DAY === 0 ? 0 : 1)),
  };
}

/** Rows of equal lists share a number. */
function distinct(lists: readonly number[][]): { rows: number[][]; rowOf: Int32Array } {
  const rows: number[][] = [];
  const known = new Map<string, number>();
  const rowOf = Int32Array.from(lists, (items) => {
    const key = items.join(' ');
    const row = known.get(key) ?? rows.push(items) - 1;
    known.set(key, row);
    return row;
  });
  return { rows, rowOf };
}

function monitorsOf({ events, students, precedences }: Instance, attends: Problem['events']['students']) {
  const monitors = makeMonitorBuilder(SLOTS);
  const always = monitors.slotSet(new Uint8Array(SLOTS).fill(1));
  const lastOfDay = monitors.slotSet(
    Uint8Array.from(list(SLOTS), (slot) => ((slot + 1) % SLOTS_PER_DAY === 0 ? 1 : 0)),
  );
  for (const [one, other] of precedences)
    monitors.pair({ rule: PRECEDENCE, shape: PAIR_SHAPE.before, one, other, runsOn: -1, always: 1 });
  const everyone = list(students);
  monitors.studentDay({ rule: LAST_SLOT, shape: STUDENT_SHAPE.inside, max: 0, set: lastOfDay }, everyone, null);
  monitors.studentDay({ rule: IN_A_ROW, shape: STUDENT_SHAPE.run, max: 2, set: -1 }, everyone, null);
  monitors.studentDay({ rule: SINGLE, shape: STUDENT_SHAPE.few, max: 2, set: -1 }, everyone, null);
  const at = (name: string): number => STRUCTURAL.indexOf(`structural.${name}`);
  const structural = {
    student: at('student'),
    teacher: at('teacher'),
    room: at('room'),
    load: at('load'),
    unplaced: at('unplaced'),
    kind: at('kind'),
    qualified: at('qualified'),
    line: at('line'),
    size: at('size'),
    lock: at('lock'),
  };
  const tables = monitors.build({ givenLine: filled(events, -1), lineSet: filled(events, -1), structural }, attends);
  return { always, tables };
}

/** Every event is one lesson of one slot; students are single ones; rooms are matched slot by slot. */
export function lowerInstance(instance: Instance, key: string): Problem {
  const { events, rooms, students, seats, studentsOf, roomsOf, slotsOf } = instance;
  const each = makeCsr(list(events).map((event) => [event]));
  const none = makeCsr(list(events).map(() => []));
  const attends = makeCsr(studentsOf);
  const domains = distinct(slotsOf);
  const sets = distinct(roomsOf);
  const { always, tables } = monitorsOf(instance, attends);
  return {
    key,
    slots: slotTable(),
    teachers: { count: 0, loadMax: filled(0, 0), loadUnit: 1 },
    rooms: {
      count: rooms,
      capacity: filled(rooms, 1),
      open: new Uint8Array(rooms * SLOTS).fill(1),
      kind: filled(rooms, 0),
      places: Int32Array.from(seats),
      openToAll: new Uint8Array(rooms).fill(1),
      building: filled(rooms, -1),
      floor: filled(rooms, NO_FLOOR),
    },
    events: {
      count: events,
      duration: filled(events, 1),
      minPieces: filled(events, 1),
      maxPieces: filled(events, 1),
      lessons: each,
      roles: none,
      students: attends,
      size: Int32Array.from(studentsOf, (own) => own.length),
      openSet: filled(events, always),
      oversize: filled(events, 0),
      lead: filled(events, -1),
    },
    lessons: {
      count: events,
      event: Int32Array.from(list(events)),
      length: filled(events, 1),
      span: filled(events, 1),
      parity: filled(events, 0),
      earlier: filled(events, -1),
      roles: none,
      domain: domains.rowOf,
      domains: Uint8Array.from(domains.rows.flatMap((row) => list(SLOTS).map((slot) => (row.includes(slot) ? 1 : 0)))),
      starts: makeCsr(domains.rows),
      rooms: each,
    },
    roles: { count: 0, workload: filled(0, 0), candidates: makeCsr([]) },
    roomDemands: {
      count: events,
      lesson: Int32Array.from(list(events)),
      set: sets.rowOf,
      own: filled(events, -1),
      earlier: filled(events, -1),
      kept: none,
      pooled: sets.rowOf,
      wrong: new Uint8Array(events),
      held: { room: filled(0, 0), demands: makeCsr([]) },
      sets: makeCsr(sets.rows),
    },
    pools: {
      count: 0,
      capacity: filled(0, 0),
      rule: filled(0, 0),
      ofSet: makeCsr(sets.rows.map(() => [])),
      matched: true,
    },
    students: {
      count: students,
      home: filled(students, -1),
      homeRoom: filled(0, 0),
      grade: filled(students, 0),
      gradeOpen: filled(1, always),
      gradeBreak: new Uint8Array(SLOTS_PER_DAY).fill(BREAK.short),
    },
    enrolments: noEnrolments(events),
    rules: {
      count: RULES,
      weight: Int32Array.from(list(RULES), (rule) => (rule > PRECEDENCE ? 1 : 0)),
      required: Uint8Array.from(list(RULES), (rule) => (rule > PRECEDENCE ? 0 : 1)),
      fixed: filled(RULES, 0),
      onlyTeachers: makeCsr(list(RULES).map(() => [])),
      onlyRooms: makeCsr(list(RULES).map(() => [])),
    },
    monitors: tables,
  };
}

/** What breaks nothing stays; of events that cannot all stay the largest do. */
export function answerOf(
  instance: Instance,
  { lessonSlot, demandRoom }: Pick<Solution, 'lessonSlot' | 'demandRoom'>,
): Answer {
  const { events, studentsOf, precedences } = instance;
  const answer: Answer = { slot: Array<number>(events).fill(-1), room: Array<number>(events).fill(-1) };
  const taken = new Set<string>();
  const size = (event: number): number => studentsOf[event]?.length ?? 0;
  for (const event of list(events).toSorted((a, b) => size(b) - size(a) || a - b)) {
    const slot = lessonSlot[event] ?? -1;
    const room = demandRoom[event] ?? -1;
    if (slot < 0 || room < 0) continue;
    const wants = [`room ${room} ${slot}`, ...(studentsOf[event] ?? []).map((student) => `student ${student} ${slot}`)];
    const isLate = precedences.some(([before, after]) => {
      const first = before === event ? slot : (answer.slot[before] ?? -1);
      const second = after === event ? slot : (answer.slot[after] ?? -1);
      return (before === event || after === event) && first >= 0 && second >= 0 && first >= second;
    });
    if (isLate || wants.some((want) => taken.has(want))) continue;
    for (const want of wants) taken.add(want);
    answer.slot[event] = slot;
    answer.room[event] = room;
  }
  return answer;
}
