/**
 * The rules an office states: one row each, in the order of docs/rules.md. From the rows come the shapes that files are checked by, the
 * JSON Schema, the index of the docs and `zouban rules --list`, `--explain`.
 */
import { sectionAddress } from './school-shape.ts';
import { count, either, id, later, list, maybe, object, oneOf, slotSet, text, yesNo, type Shape } from './shape.ts';

export const SELECTORS = [
  'teachers',
  'courses',
  'subjects',
  'grades',
  'homerooms',
  'sections',
  'rooms',
  'students',
  'groups',
  'grouping',
] as const;

export type Selector = (typeof SELECTORS)[number];

/** What is decided before anybody knows the rooms cannot be selected by them. */
const NO_ROOMS: readonly Selector[] = SELECTORS.filter((selector) => selector !== 'rooms');
const NO_ROOMS_OR_TEACHERS: readonly Selector[] = NO_ROOMS.filter((selector) => selector !== 'teachers');

export type RuleFamily = 'time' | 'teachers' | 'people' | 'rooms' | 'change';

export interface RuleRow {
  type: string;
  family: RuleFamily;
  /** judges all that it selects as one set; all others judge each by itself */
  isSet?: true;
  /** the only selectors that mean something here; absent: all */
  only?: readonly Selector[];
  /** the keys beside selectors, id, type, strength and note; a selector stands here where the rule must have it */
  parameters: () => Record<string, Shape>;
}

/** No calendar, load or size counts anything higher. */
const MOST = 1_000_000;
const atLeast = (least: number): Shape => count(least, MOST);
const days = (): Shape => count(0, 100);
const none = (): Record<string, Shape> => ({});

/** Must caps on what changes from an earlier week: in each section, for each teacher or student; and in all. */
const caps = (): Record<string, Shape> => ({ maxEach: maybe(count(0)), max: maybe(count(0)) });

const TIME: RuleRow[] = [
  { type: 'slots.forbid', family: 'time', parameters: () => ({ slots: slotSet() }) },
  { type: 'slots.require', family: 'time', parameters: () => ({ slots: slotSet(), count: maybe(atLeast(1)) }) },
  { type: 'slots.prefer', family: 'time', parameters: () => ({ slots: slotSet(), share: count(1, 100) }) },
  {
    type: 'course.spread',
    family: 'time',
    parameters: () => ({ maxPerDay: maybe(count(1)), minGapDays: maybe(count(1)) }),
  },
  {
    type: 'course.halfday',
    family: 'time',
    parameters: () => ({ amMax: maybe(atLeast(0)), pmMax: maybe(atLeast(0)), amMin: maybe(atLeast(1)) }),
  },
  {
    type: 'course.doubles',
    only: NO_ROOMS,
    family: 'time',
    parameters: () => ({ slots: maybe(slotSet()), alternateDays: maybe(yesNo()), acrossLong: maybe(yesNo()) }),
  },
  { type: 'course.notSameDay', family: 'time', parameters: () => ({ courses: list(id(), 1) }) },
  {
    type: 'course.notAdjacent',
    family: 'time',
    parameters: () => ({ courses: list(id(), 1), ordered: maybe(yesNo()) }),
  },
  // a key of the contract, and never a function
  // oxlint-disable-next-line unicorn/no-thenable
  { type: 'course.order', family: 'time', parameters: () => ({ first: id(), then: id() }) },
  { type: 'sections.sameSlot', family: 'time', isSet: true, parameters: none },
  { type: 'sections.notSameSlot', family: 'time', isSet: true, parameters: none },
  {
    type: 'sections.maxParallel',
    family: 'time',
    isSet: true,
    parameters: () => ({ max: atLeast(0), slots: maybe(slotSet()) }),
  },
  {
    type: 'sections.joint',
    family: 'time',
    isSet: true,
    only: ['sections'],
    parameters: () => ({ sections: list(sectionAddress(), 2) }),
  },
  {
    type: 'weeks.pair',
    only: NO_ROOMS_OR_TEACHERS,
    family: 'time',
    isSet: true,
    parameters: () => ({ courses: list(id(), 1) }),
  },
  { type: 'lessons.finishBy', family: 'time', parameters: () => ({ day: id() }) },
  { type: 'firstSlot.vary', family: 'time', parameters: none },
];

const TEACHERS: RuleRow[] = [
  { type: 'teacher.maxPerDay', family: 'teachers', parameters: () => ({ max: count(1) }) },
  { type: 'teacher.minPerDay', family: 'teachers', parameters: () => ({ min: atLeast(1) }) },
  { type: 'teacher.maxConsecutive', family: 'teachers', parameters: () => ({ max: count(1) }) },
  { type: 'teacher.maxDays', family: 'teachers', parameters: () => ({ max: atLeast(1) }) },
  { type: 'teacher.maxGap', family: 'teachers', parameters: () => ({ max: count(0) }) },
  { type: 'teacher.halfDay', family: 'teachers', parameters: none },
  { type: 'teacher.noonSplit', family: 'teachers', parameters: none },
  {
    type: 'teacher.meeting',
    family: 'teachers',
    isSet: true,
    parameters: () => ({ slots: slotSet(), length: maybe(atLeast(1)) }),
  },
  { type: 'teacher.apart', family: 'teachers', isSet: true, parameters: () => ({ maxShared: maybe(count(0)) }) },
  {
    type: 'teacher.edgeFair',
    family: 'teachers',
    isSet: true,
    parameters: () => ({ slots: slotSet(), ratio: atLeast(1) }),
  },
  {
    type: 'teacher.loadFair',
    only: NO_ROOMS,
    family: 'teachers',
    isSet: true,
    parameters: () => ({ tolerance: atLeast(0) }),
  },
  { type: 'teacher.keepsHomeroom', only: NO_ROOMS, family: 'teachers', parameters: none },
  {
    type: 'teacher.sections',
    only: NO_ROOMS,
    family: 'teachers',
    parameters: () => ({ min: maybe(atLeast(1)), max: maybe(atLeast(0)) }),
  },
  { type: 'teacher.fewCourses', only: NO_ROOMS, family: 'teachers', parameters: () => ({ max: atLeast(1) }) },
  { type: 'teacher.oneLevel', only: NO_ROOMS, family: 'teachers', parameters: none },
  {
    type: 'teacher.same',
    only: NO_ROOMS_OR_TEACHERS,
    family: 'teachers',
    parameters: () => ({ courses: list(id(), 1) }),
  },
  { type: 'progress.equal', family: 'teachers', parameters: () => ({ days: days() }) },
  { type: 'progress.alternate', family: 'teachers', parameters: none },
  { type: 'progress.doubles', family: 'teachers', parameters: () => ({ days: days() }) },
];

const PEOPLE: RuleRow[] = [
  { type: 'size.band', only: NO_ROOMS, family: 'people', parameters: () => ({ tolerance: atLeast(0) }) },
  { type: 'size.balance', family: 'people', parameters: none },
  { type: 'gender.balance', only: NO_ROOMS, family: 'people', parameters: () => ({ tolerance: atLeast(0) }) },
  // in tenths of a point
  { type: 'score.balance', only: NO_ROOMS, family: 'people', parameters: () => ({ tolerance: atLeast(0) }) },
  {
    type: 'students.together',
    only: NO_ROOMS,
    family: 'people',
    isSet: true,
    parameters: () => ({ students: list(id(), 1) }),
  },
  {
    type: 'students.apart',
    only: NO_ROOMS,
    family: 'people',
    isSet: true,
    parameters: () => ({ students: list(id(), 1) }),
  },
  {
    type: 'student.free',
    family: 'people',
    parameters: () => ({ slots: maybe(slotSet()), maxPerDay: maybe(atLeast(0)), supervised: maybe(yesNo()) }),
  },
  { type: 'student.gaps', family: 'people', parameters: () => ({ max: atLeast(0) }) },
  { type: 'walking.moves', family: 'people', parameters: () => ({ max: atLeast(0) }) },
  { type: 'walking.keepTogether', family: 'people', parameters: none },
  { type: 'building.change', family: 'people', parameters: () => ({ floors: maybe(atLeast(0)) }) },
];

const ROOMS: RuleRow[] = [
  { type: 'room.prefer', family: 'rooms', parameters: () => ({ rooms: list(id(), 1) }) },
  { type: 'room.own', family: 'rooms', parameters: none },
  { type: 'room.stable', family: 'rooms', parameters: none },
  { type: 'room.near', family: 'rooms', parameters: () => ({ floors: maybe(atLeast(0)) }) },
  {
    type: 'room.reserve',
    family: 'rooms',
    isSet: true,
    only: ['rooms', 'groups'],
    parameters: () => ({ kind: maybe(id()), count: atLeast(1), slots: maybe(slotSet()) }),
  },
];

const CHANGE: RuleRow[] = [
  { type: 'keep.slot', family: 'change', parameters: caps },
  { type: 'keep.room', family: 'change', parameters: caps },
  { type: 'keep.teacher', family: 'change', parameters: caps },
  { type: 'keep.student', family: 'change', parameters: caps },
];

export const RULE_TABLE: readonly RuleRow[] = [...TIME, ...TEACHERS, ...PEOPLE, ...ROOMS, ...CHANGE];

export const RULE_TYPES: readonly string[] = RULE_TABLE.map(({ type }) => type);

/** Refused by name until the engine has them too. The one switch: whoever takes a type out here has everything else of it already. */
export const RULES_NOT_READ: readonly string[] = [];

/** The same for a parameter of a type that is read: `type.parameter`. */
export const PARAMETERS_NOT_READ: readonly string[] = [];

export const RULES_READ: readonly string[] = RULE_TYPES.filter((type) => !RULES_NOT_READ.includes(type));

const selectors = (): Record<Selector, Shape> => ({
  teachers: maybe(list(id(), 1)),
  courses: maybe(list(id(), 1)),
  subjects: maybe(list(id(), 1)),
  grades: maybe(list(id(), 1)),
  homerooms: maybe(list(id(), 1)),
  sections: maybe(list(sectionAddress(), 1)),
  rooms: maybe(list(id(), 1)),
  students: maybe(list(id(), 1)),
  groups: maybe(list(id(), 1)),
  grouping: maybe(oneOf('homeroom', 'walking')),
});

const ruleShape = ({ type, parameters, only = SELECTORS }: RuleRow): Shape => {
  const own = Object.entries(parameters()).map(([key, shape]): [string, Shape] => [
    key,
    PARAMETERS_NOT_READ.includes(`${type}.${key}`) ? later() : shape,
  ]);
  return object({
    id: maybe(id()),
    type: id(),
    strength: either('strength', oneOf('must', 'high', 'mid', 'low', 'off'), count(1)),
    note: maybe(text()),
    ...Object.fromEntries(Object.entries(selectors()).filter(([key]) => only.some((one) => one === key))),
    ...Object.fromEntries(own),
  });
};

/** The whole shape of a rule by its type, whether the type is read yet or not. */
export const RULE_SHAPES: ReadonlyMap<string, Shape> = new Map(RULE_TABLE.map((row) => [row.type, ruleShape(row)]));
