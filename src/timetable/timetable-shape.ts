/** The shape of the timetable document, key by key as in types.ts. */
import { sectionProps } from '../school/school-shape.ts';
import {
  amount,
  any,
  count,
  either,
  id,
  later,
  list,
  maybe,
  object,
  oneOf,
  record,
  text,
  type Shape,
} from '../school/shape.ts';

export const TIMETABLE_FORMAT = 'zouban/timetable@1';

const STOP_REASONS = ['target', 'bound', 'stagnation', 'epochs', 'deadline', 'interrupted', 'impossible'];

const weeks = (): Shape => oneOf('every', 'odd', 'even');
const sentence = (): Shape => object({ zh: text(), en: text() });
const bound = (): Shape => object({ value: amount(), method: text() });
const strength = (): Shape => either('strength', oneOf('must'), count(0));

const run = (): Shape =>
  object({
    version: text(),
    seed: amount(),
    islands: count(0),
    epochs: count(0),
    epochSize: count(0),
    skipped: list(text()),
    base: maybe(object({ sha256: text() })),
    reproduce: text(),
    digest: text(),
    observed: object({
      threads: count(0),
      wallSeconds: amount(),
      peakMemoryBytes: amount(),
      stopReason: oneOf(...STOP_REASONS),
    }),
  });

const section = (): Shape =>
  object({ ...sectionProps(), homerooms: list(id()), students: list(id()), teachers: list(id()) });

const lesson = (): Shape =>
  object({
    section: id(),
    index: count(0),
    slot: id(),
    length: count(1),
    weeks: weeks(),
    room: maybe(id()),
    teachers: maybe(list(id())),
  });

const score = (): Shape =>
  object({
    hard: count(0),
    soft: count(0),
    hardBound: maybe(bound()),
    softBound: maybe(bound()),
    rules: list(
      object({
        rule: id(),
        type: id(),
        strength: strength(),
        deviation: count(0),
        cost: count(0),
        bound: maybe(bound()),
      }),
    ),
  });

const conflict = (): Shape =>
  object({
    rule: id(),
    type: id(),
    strength: strength(),
    who: list(
      object({
        kind: oneOf('student', 'teacher', 'homeroom', 'section', 'course', 'room', 'grade'),
        id: text(),
        name: text(),
      }),
    ),
    slots: list(id()),
    deviation: count(0),
    text: sentence(),
  });

const plan = (): Shape =>
  object({
    lines: list(object({ grade: id(), id: id(), periods: count(0), given: { type: 'boolean' } })),
    courses: list(
      object({
        course: id(),
        pool: count(0),
        students: count(0),
        cap: count(0),
        sections: count(0),
        sectionsBound: bound(),
        smallest: count(0),
        largest: count(0),
        perLine: maybe(list(count(0))),
      }),
    ),
    subjects: list(object({ subject: id(), demand: count(0), supply: count(0), teachers: count(0) })),
    totalSections: count(0),
    totalSectionsBound: bound(),
  });

const utilization = (): Shape =>
  object({
    rooms: list(
      object({ room: id(), kind: id(), used: count(0), available: count(0), seated: count(0), seats: count(0) }),
    ),
    roomKinds: list(
      object({
        kind: id(),
        rooms: count(0),
        used: count(0),
        available: count(0),
        usedPerSlot: list(count(0)),
        availablePerSlot: list(count(0)),
      }),
    ),
    teachers: list(
      object({
        teacher: id(),
        load: count(0),
        min: maybe(count(0)),
        target: maybe(count(0)),
        max: count(0),
        perDay: list(count(0)),
        sections: count(0),
      }),
    ),
    sections: list(
      object({
        course: id(),
        sections: count(0),
        students: count(0),
        smallest: count(0),
        largest: count(0),
        min: maybe(count(0)),
        target: maybe(count(0)),
        max: maybe(count(0)),
        histogram: list(list(count(0))),
        overMax: count(0),
        oversized: count(0),
        overSmallClassCap: count(0),
      }),
    ),
    slots: list(object({ slot: id(), sections: count(0), rooms: count(0), teachers: count(0) })),
    students: list(object({ student: id(), free: count(0), roomChanges: count(0), buildingChanges: count(0) })),
  });

const certificates = (): Shape =>
  list(
    object({
      kind: text(),
      proof: oneOf('recounted', 'exhausted', 'suspected'),
      facts: list(text()),
      sums: record(amount()),
      text: sentence(),
    }),
  );

/** The certificates of a timetable or a diagnosis, without what stands beside them. */
export const CERTIFICATES_SHAPE: Shape = object({ certificates: certificates() });

export const TIMETABLE_SHAPE: Shape = object({
  $schema: maybe(any()),
  format: oneOf(TIMETABLE_FORMAT),
  school: object({ name: text(), term: maybe(text()), sha256: text() }),
  scope: oneOf('sections', 'week'),
  status: oneOf('complete', 'partial', 'impossible'),
  run: run(),
  homerooms: list(object({ id: id(), name: text(), grade: id(), students: list(id()) })),
  sections: list(section()),
  lessons: list(lesson()),
  meetings: list(object({ rule: id(), slots: list(id()), teachers: list(id()) })),
  selfStudy: list(object({ slot: id(), weeks: weeks(), room: id(), teacher: maybe(id()), students: list(id()) })),
  score: score(),
  conflicts: list(conflict()),
  unserved: list(object({ student: id(), course: id() })),
  unplaced: list(object({ section: id(), index: count(0), periods: count(0) })),
  utilization: utilization(),
  plan: maybe(plan()),
  certificates: maybe(certificates()),
  modes: maybe(
    list(
      object({
        mode: oneOf('whole', 'fix-two', 'fix-one', 'free'),
        feasible: oneOf('yes', 'no', 'unknown'),
        certificates: certificates(),
        homerooms: count(0),
        sections: count(0),
        walkingSections: count(0),
        sectionsBound: bound(),
        unserved: count(0),
        periods: count(0),
        periodsShort: count(0),
        classrooms: count(0),
        walkers: count(0),
        split: count(0),
        partlyFree: count(0),
      }),
    ),
  ),
  scenarios: maybe(
    list(
      object({
        cap: count(1),
        enrolment: count(1),
        shares: maybe(record(amount())),
        students: count(0),
        homerooms: count(0),
        sections: count(0),
        walkingSections: count(0),
        planned: maybe(object({ walkingSections: count(0), unserved: count(0) })),
        periods: count(0),
        subjects: list(
          object({ subject: id(), sections: count(0), periods: count(0), supply: count(0), short: amount() }),
        ),
        rooms: list(object({ kind: id(), needed: count(0), rooms: count(0), short: count(0) })),
        method: oneOf('arithmetic'),
      }),
    ),
  ),
  repairs: later(),
});
