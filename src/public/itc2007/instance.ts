/**
 * Post-enrolment course timetabling, second track of the International Timetabling Competition 2007: five days of nine slots, events
 * with the students who have enrolled, rooms with seats and features. Read from the competition's .tim text.
 */
export const DAYS = 5;
export const SLOTS_PER_DAY = 9;
export const SLOTS = DAYS * SLOTS_PER_DAY;

export interface Instance {
  events: number;
  rooms: number;
  features: number;
  students: number;
  /** [rooms] seats */
  seats: number[];
  /** [events] its students, ascending */
  studentsOf: number[][];
  /** [events] rooms with seats for all its students and all its features, ascending */
  roomsOf: number[][];
  /** [events] slots it may have, ascending */
  slotsOf: number[][];
  /** the first is over before the second begins */
  precedences: [before: number, after: number][];
}

export type ReadInstance = { instance: Instance; faults: [] } | { instance: null; faults: string[] };

/** Faults of one table are named up to here. */
const MOST_FAULTS = 5;

interface Table {
  name: string;
  /** what rows and columns stand for, for faults */
  row: string;
  column: string;
  values: number[][];
}

/** Reads numbers one after the other; after the first fault that leaves nothing to read it gives up. */
function makeCursor(text: string) {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const faults: string[] = [];
  let at = 0;
  let isOver = false;
  const integer = (what: () => string): number => {
    const word = words[at++];
    if (word === undefined) {
      if (!isOver) faults.push(`the file ends where ${what()} should stand`);
      isOver = true;
      return 0;
    }
    if (/^-?\d+$/.test(word)) return Number(word);
    faults.push(`number ${at}, ${what()}, is "${word}"`);
    return 0;
  };
  return {
    faults,
    integer,
    table(name: string, row: string, rows: number, column: string, columns: number, allowed: readonly number[]): Table {
      const values = Array.from({ length: rows }, () => Array<number>(columns).fill(0));
      let wrong = 0;
      for (let i = 0; i < rows && !isOver; i++) {
        for (let j = 0; j < columns && !isOver; j++) {
          const value = integer(() => `${row} ${i}, ${column} ${j} of ${name}`);
          (values[i] ?? [])[j] = value;
          if (allowed.includes(value) || ++wrong > MOST_FAULTS) continue;
          faults.push(`${row} ${i}, ${column} ${j} of ${name} is ${value}, wanted ${allowed.join(' or ')}`);
        }
      }
      return { name, row, column, values };
    },
    end(): void {
      if (!isOver && at < words.length) faults.push(`${words.length - at} numbers too many at the end of the file`);
    },
  };
}

const ones = (row: readonly number[] | undefined): number[] =>
  [...(row ?? []).entries()].flatMap(([index, value]) => (value === 1 ? [index] : []));

/** The matrix must say of b and a the opposite of what it says of a and b. */
function precedencesIn({ values }: Table, faults: string[]): Instance['precedences'] {
  const found: Instance['precedences'] = [];
  let wrong = 0;
  values.forEach((row, one) =>
    row.forEach((value, other) => {
      if (value === 1) found.push([one, other]);
      if (value !== 0 && values[other]?.[one] !== -value && ++wrong <= MOST_FAULTS)
        faults.push(
          `precedence of events ${one} and ${other} is ${value}, of ${other} and ${one} ${values[other]?.[one]}`,
        );
    }),
  );
  return found;
}

/** Every fault is named. */
export function readInstance(text: string): ReadInstance {
  const cursor = makeCursor(text);
  const { faults } = cursor;
  const count = (what: string, least: number): number => {
    const value = cursor.integer(() => `the number of ${what}`);
    if (value >= least && value <= 100_000) return value;
    if (faults.length === 0) faults.push(`the number of ${what} is ${value}`);
    return least;
  };
  const events = count('events', 0);
  const rooms = count('rooms', 0);
  const features = count('features', 0);
  const students = count('students', 0);
  if (faults.length > 0) return { instance: null, faults };
  const seats = Array.from({ length: rooms }, (_, room) => {
    const value = cursor.integer(() => `the seats of room ${room}`);
    if (value < 0) faults.push(`room ${room} has ${value} seats`);
    return value;
  });
  const attends = cursor.table('student × event', 'student', students, 'event', events, [0, 1]);
  const has = cursor.table('room × feature', 'room', rooms, 'feature', features, [0, 1]);
  const needs = cursor.table('event × feature', 'event', events, 'feature', features, [0, 1]);
  const open = cursor.table('event × slot', 'event', events, 'slot', SLOTS, [0, 1]);
  const order = cursor.table('event × event', 'event', events, 'event', events, [-1, 0, 1]);
  cursor.end();
  const precedences = faults.length > 0 ? [] : precedencesIn(order, faults);
  if (faults.length > 0) return { instance: null, faults };
  const studentsOf: number[][] = Array.from({ length: events }, () => []);
  attends.values.forEach((row, student) => {
    for (const event of ones(row)) studentsOf[event]?.push(student);
  });
  const roomsOf = needs.values.map((row, event) => {
    const wanted = ones(row);
    const size = studentsOf[event]?.length ?? 0;
    return seats.flatMap((places, room) =>
      places >= size && wanted.every((feature) => has.values[room]?.[feature] === 1) ? [room] : [],
    );
  });
  const slotsOf = open.values.map(ones);
  return {
    instance: { events, rooms, features, students, seats, studentsOf, roomsOf, slotsOf, precedences },
    faults: [],
  };
}
