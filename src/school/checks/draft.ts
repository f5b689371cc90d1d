/**
 * A school document whose items have each passed, or not passed, the shape and reference checks. The meaning is checked on the sound
 * items only, so that one bad room does not hide a bad teacher, and nothing is said twice.
 */
import type { FaultList } from '../fault-list.ts';
import { choiceGroupsOf } from '../model.ts';
import { makeSlotGrid, readSlotSet, type SlotGrid } from '../slots.ts';
import type {
  ChoiceGroup,
  Course,
  Grade,
  Homeroom,
  Lock,
  Room,
  Rule,
  School,
  Section,
  SlotSet,
  Student,
  Subject,
  Teacher,
} from '../types.ts';

export interface Entry<T> {
  item: T;
  /** where it stands in the file */
  index: number;
  /** `rooms[3]` */
  path: string;
}

export interface Draft {
  school: School;
  faults: FaultList;
  /** null where the calendar is not sound: nothing about slots can be said then */
  grid: SlotGrid | null;
  /** 0/1 by slot: not closed by the calendar */
  open: Uint8Array;
  rooms: Entry<Room>[];
  subjects: Entry<Subject>[];
  teachers: Entry<Teacher>[];
  grades: Entry<Grade>[];
  homerooms: Entry<Homeroom>[];
  courses: Entry<Course>[];
  students: Entry<Student>[];
  sections: Entry<Section>[];
  locks: Entry<Lock>[];
  rules: Entry<Rule>[];
  room: ReadonlyMap<string, Entry<Room>>;
  subject: ReadonlyMap<string, Entry<Subject>>;
  teacher: ReadonlyMap<string, Entry<Teacher>>;
  grade: ReadonlyMap<string, Entry<Grade>>;
  homeroom: ReadonlyMap<string, Entry<Homeroom>>;
  course: ReadonlyMap<string, Entry<Course>>;
  /** by grade id; a grade whose choice is not sound has no entry, and nothing is said about choices in it */
  choiceGroups: Map<string, ChoiceGroup[]>;
  /** kinds of all rooms, sound or not */
  roomKinds: ReadonlySet<string>;
  /** whether every item of a list was sound when the draft was made */
  allSound: (list: (typeof LISTS)[number]) => boolean;
}

const LISTS = ['rooms', 'subjects', 'teachers', 'grades', 'homerooms', 'courses', 'students', 'sections'] as const;

type Identified = { id: string };

/** The first of each id: duplicates were reported. */
function byId<T extends Identified>(entries: Entry<T>[]): Map<string, Entry<T>> {
  const map = new Map<string, Entry<T>>();
  for (const entry of entries) if (!map.has(entry.item.id)) map.set(entry.item.id, entry);
  return map;
}

/** `document` has been through the shape and reference checks, whose faults are in `faults`. */
export function makeDraft(document: Record<string, unknown>, faults: FaultList): Draft {
  const school = document as unknown as School;
  const sound = <T>(key: string): Entry<T>[] => {
    const list = document[key];
    if (!Array.isArray(list)) return [];
    return list.flatMap((item: T, index) => {
      const path = `${key}[${index}]`;
      return faults.isClean(path) ? [{ item, index, path }] : [];
    });
  };
  const rooms = sound<Room>('rooms');
  const subjects = sound<Subject>('subjects');
  const teachers = sound<Teacher>('teachers');
  const grades = sound<Grade>('grades');
  const homerooms = sound<Homeroom>('homerooms');
  const courses = sound<Course>('courses');
  const grid = faults.isClean('calendar') ? makeSlotGrid(school.calendar) : null;
  const closed = grid && readSlotSet(grid, school.calendar.closed, 'calendar.closed', faults.report);
  const faultyLists = new Set(LISTS.filter((key) => !faults.isClean(key)));
  const rawRooms = Array.isArray(document['rooms']) ? (document['rooms'] as unknown[]) : [];
  return {
    school,
    faults,
    grid,
    open: closed ? closed.map((shut) => (shut ? 0 : 1)) : new Uint8Array(0),
    rooms,
    subjects,
    teachers,
    grades,
    homerooms,
    courses,
    students: sound('students'),
    sections: sound('sections'),
    locks: sound('locks'),
    rules: sound('rules'),
    room: byId(rooms),
    subject: byId(subjects),
    teacher: byId(teachers),
    grade: byId(grades),
    homeroom: byId(homerooms),
    course: byId(courses),
    choiceGroups: new Map(
      grades.flatMap(({ item }) => {
        if (item.choice !== 'none' && typeof item.choice === 'string' && faultyLists.has('subjects')) return [];
        const partial = { grades: [item], subjects: subjects.map((entry) => entry.item) } as unknown as School;
        return [[item.id, choiceGroupsOf(partial, 0)] as const];
      }),
    ),
    roomKinds: new Set(
      rawRooms.flatMap((room) => {
        const kind = typeof room === 'object' && room !== null && 'kind' in room ? room.kind : undefined;
        return typeof kind === 'string' ? [kind] : [];
      }),
    ),
    allSound: (list) => !faultyLists.has(list),
  };
}

/** Reports what is wrong with a slot set; the mask of its slots, or null where the calendar is not sound. */
export function checkSlots(draft: Draft, set: SlotSet | undefined, path: string): Uint8Array | null {
  return draft.grid && readSlotSet(draft.grid, set, path, draft.faults.report);
}

/** 0/1 by slot: open for lessons of the grade. Faults of the grade's own set are reported by its own check. */
export function openSlotsOf(draft: Draft, grade: Grade | undefined): Uint8Array {
  const closed = draft.grid && readSlotSet(draft.grid, grade?.closed, '', () => {});
  return draft.open.map((open, slot) => (open && !closed?.[slot] ? 1 : 0));
}

export const countOf = (mask: Uint8Array): number => mask.reduce((sum, bit) => sum + bit, 0);

/** min ≤ target ≤ max, as far as stated. */
export function checkBand(draft: Draft, band: { min?: number; target?: number; max?: number }, path: string): void {
  const { min, target, max } = band;
  const ordered = (low: string, lowValue: number | undefined, high: string, highValue: number | undefined): boolean => {
    if (lowValue === undefined || highValue === undefined || lowValue <= highValue) return true;
    draft.faults.report('band.order', path, undefined, { low, lowValue, high, highValue });
    return false;
  };
  if (ordered('min', min, 'max', max) && ordered('min', min, 'target', target)) ordered('target', target, 'max', max);
}
