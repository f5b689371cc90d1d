/** The rules an office states: which are read, with which selectors and parameters. */
import { sectionAddress } from './school-shape.ts';
import { count, either, id, later, list, maybe, object, oneOf, slotSet, text, type Shape } from './shape.ts';

/** Must caps on what changes from an earlier week: in each section, for each teacher or student; and in all. */
const caps = (): Record<string, Shape> => ({ maxEach: maybe(count(0)), max: maybe(count(0)) });

/** The types of rules, each with its parameters (the keys beside selectors, id, strength and note). */
const PARAMETERS: Record<string, () => Record<string, Shape>> = {
  'slots.forbid': () => ({ slots: slotSet() }),
  'slots.prefer': () => ({ slots: slotSet(), share: count(1, 100) }),
  'course.spread': () => ({ maxPerDay: maybe(count(1)), minGapDays: maybe(count(1)) }),
  'teacher.maxConsecutive': () => ({ max: count(1) }),
  'teacher.maxGap': () => ({ max: count(0) }),
  'teacher.maxPerDay': () => ({ max: count(1) }),
  'teacher.meeting': () => ({ slots: slotSet(), length: later() }),
  'teacher.apart': () => ({ maxShared: maybe(count(0)) }),
  'size.balance': () => ({}),
  'room.stable': () => ({}),
  'room.own': () => ({}),
  'walking.keepTogether': () => ({}),
  'keep.slot': caps,
  'keep.room': caps,
  'keep.teacher': caps,
  'keep.student': caps,
};

/** In the contract, refused by name until they are read; a type that stands above as well is refused too. */
export const RULES_NOT_READ: readonly string[] = [
  'slots.require',
  'course.halfday',
  'course.doubles',
  'course.notSameDay',
  'course.notAdjacent',
  'course.order',
  'sections.sameSlot',
  'sections.notSameSlot',
  'sections.maxParallel',
  'sections.joint',
  'weeks.pair',
  'lessons.finishBy',
  'firstSlot.vary',
  'teacher.minPerDay',
  'teacher.maxDays',
  'teacher.halfDay',
  'teacher.noonSplit',
  'teacher.edgeFair',
  'teacher.loadFair',
  'teacher.keepsHomeroom',
  'teacher.sections',
  'teacher.fewCourses',
  'teacher.oneLevel',
  'teacher.same',
  'progress.equal',
  'progress.alternate',
  'progress.doubles',
  'size.band',
  'gender.balance',
  'score.balance',
  'students.together',
  'students.apart',
  'student.free',
  'student.gaps',
  'walking.moves',
  'building.change',
  'room.prefer',
  'room.near',
  'room.reserve',
];

export const RULES_READ: readonly string[] = Object.keys(PARAMETERS).filter((type) => !RULES_NOT_READ.includes(type));

const selectors = (): Record<string, Shape> => ({
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

const ruleShape = (parameters: Record<string, Shape>): Shape =>
  object({
    id: maybe(id()),
    type: id(),
    strength: either('strength', oneOf('must', 'high', 'mid', 'low', 'off'), count(1)),
    note: maybe(text()),
    ...selectors(),
    ...parameters,
  });

/** The whole shape of a rule by its type. */
export const RULE_SHAPES: ReadonlyMap<string, Shape> = new Map(
  RULES_READ.map((type) => [type, ruleShape(PARAMETERS[type]?.() ?? {})]),
);
