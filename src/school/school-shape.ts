/** The shape of the school document, key by key as in the contract. */
import {
  amount,
  any,
  count as countUpTo,
  either,
  id,
  idOrIds,
  list,
  maybe,
  object,
  oneOf,
  openObject,
  record,
  slotSet,
  text,
  withLater,
  yesNo,
  type Shape,
} from './shape.ts';

export const SCHOOL_FORMAT = 'zouban/school@1';

/** Keys and words of the contract that this version does not read yet, as `withLater` takes them; each is refused by name. */
const NOT_READ: readonly string[] = [];

/** No school counts anything higher; what a list is made of (lessons, lines, sections) has its own, lower limit. */
const LARGEST = 1_000_000;
const count = (min: number, max = LARGEST): Shape => countUpTo(min, max);

const PARTS = ['early', 'morning', 'afternoon', 'evening'];
const BREAKS = ['short', 'long', 'noon', 'end'];

const sizeBand = (): Shape => object({ min: maybe(count(0)), target: maybe(count(1)), max: maybe(count(1)) });

const calendar = (): Shape =>
  object({
    days: list(object({ id: id(), name: text() }), 1),
    periods: list(
      object({
        id: id(),
        name: text(),
        part: oneOf(...PARTS),
        start: maybe(text()),
        end: maybe(text()),
        breakAfter: maybe(oneOf(...BREAKS)),
      }),
      1,
    ),
    weeks: maybe(list(oneOf('odd', 'even'), 1)),
    closed: maybe(slotSet()),
  });

const group = (): Shape =>
  object({
    id: id(),
    name: text(),
    teachers: maybe(list(id())),
    students: maybe(list(id())),
    courses: maybe(list(id())),
    homerooms: maybe(list(id())),
    rooms: maybe(list(id())),
  });

const building = (): Shape => object({ id: id(), name: text(), walk: maybe(record(count(0))) });

const room = (): Shape =>
  object({
    id: id(),
    name: text(),
    seats: count(1),
    kind: id(),
    building: maybe(id()),
    floor: maybe({ type: 'number', integer: true }),
    maxSize: maybe(count(1)),
    concurrent: maybe(count(1)),
    unavailable: maybe(slotSet()),
    homerooms: maybe(list(id())),
  });

const subject = (): Shape =>
  object({
    id: id(),
    name: text(),
    short: maybe(id()),
    kind: oneOf('main', 'elective', 'pe', 'arts', 'tech', 'other'),
  });

const teacher = (): Shape =>
  object({
    id: id(),
    name: text(),
    subjects: list(id()),
    grades: maybe(list(id())),
    load: object({ min: maybe(count(0)), target: maybe(count(0)), max: count(0) }),
    maxPerDay: maybe(count(1)),
    unavailable: maybe(slotSet()),
    avoid: maybe(slotSet()),
    mentor: maybe(id()),
  });

const grade = (): Shape =>
  object({
    id: id(),
    name: text(),
    choice: either(
      'choice',
      oneOf('none', '3+1+2', '3+3'),
      list(
        object({
          from: list(id(), 1),
          take: either('number-or-range', count(1), object({ min: count(0), max: count(1) })),
          default: maybe(list(id())),
        }),
        1,
      ),
    ),
    combinations: maybe(list(either('text-or-list', id(), list(id(), 1)), 1)),
    walking: maybe(oneOf('whole', 'fix-two', 'fix-one', 'free', 'auto')),
    size: maybe(sizeBand()),
    lines: maybe(
      either(
        'number-or-list',
        count(1, 200),
        list(object({ id: id(), courses: maybe(list(id())), slots: maybe(slotSet()) }), 1),
      ),
    ),
    closed: maybe(slotSet()),
    breakAfter: maybe(record(oneOf(...BREAKS))),
    formHomerooms: maybe(object({ count: count(1, 1000), size: sizeBand() })),
  });

const homeroom = (): Shape =>
  object({
    id: id(),
    name: text(),
    grade: id(),
    room: maybe(id()),
    headTeacher: maybe(id()),
    atHome: maybe(list(id())),
    size: maybe(count(1, 1000)),
  });

/** One more teacher of each inner list. */
const teacherLists = (): Shape => list(list(id(), 1));

const lessonKind = (): Shape =>
  object({
    count: count(1, 200),
    length: maybe(count(1, 50)),
    weeks: maybe(oneOf('every', 'odd', 'even', 'either', 'other')),
    slots: maybe(slotSet()),
    roomKind: maybe(id()),
    room: maybe(id()),
    with: maybe(teacherLists()),
  });

const course = (): Shape =>
  object({
    id: id(),
    name: maybe(text()),
    subject: id(),
    grade: id(),
    for: maybe(oneOf('all', 'chosen', 'unchosen', 'listed')),
    level: maybe(idOrIds()),
    track: maybe(idOrIds()),
    gender: maybe(idOrIds()),
    homerooms: maybe(idOrIds()),
    grouping: maybe(either('grouping', oneOf('homeroom', 'walking', 'auto'), list(list(id(), 1), 1))),
    sections: maybe(either('section-number', count(1, 1000), oneOf('auto', 'given'))),
    size: maybe(sizeBand()),
    periods: maybe(count(1, 200)),
    doubles: maybe(count(0, 100)),
    lessons: maybe(list(lessonKind(), 1)),
    roomKind: maybe(id()),
    room: maybe(oneOf('none')),
    teachers: maybe(either('teachers', oneOf('head', 'any', 'none'), list(id(), 1))),
    with: maybe(teacherLists()),
    loadPercent: maybe(count(1, 100)),
  });

const student = (): Shape =>
  object({
    id: id(),
    name: maybe(text()),
    homeroom: maybe(id()),
    grade: maybe(id()),
    choices: maybe(either('text-or-list', text(), list(id()))),
    levels: maybe(record(id())),
    track: maybe(id()),
    gender: maybe(id()),
    score: maybe(amount()),
    scores: maybe(record(amount())),
    extra: maybe(list(id())),
    exempt: maybe(list(id())),
  });

/** Also the shape of a timetable's sections: the same object in and out. */
export const sectionProps = (): Record<string, Shape> => ({
  id: id(),
  course: id(),
  homerooms: maybe(list(id())),
  students: maybe(list(id())),
  teachers: maybe(list(id())),
  room: maybe(id()),
  line: maybe(id()),
  size: maybe(count(1)),
});

export const sectionAddress = (): Shape => either('section-address', id(), object({ course: id(), homeroom: id() }));

const lock = (): Shape =>
  object({
    section: maybe(sectionAddress()),
    course: maybe(id()),
    homeroom: maybe(id()),
    index: maybe(count(0)),
    student: maybe(id()),
    slot: maybe(id()),
    weeks: maybe(oneOf('every', 'odd', 'even')),
    room: maybe(id()),
    teachers: maybe(list(id(), 1)),
  });

const school = (): Shape =>
  object({
    $schema: maybe(any()),
    format: oneOf(SCHOOL_FORMAT),
    name: text(),
    term: maybe(text()),
    calendar: calendar(),
    buildings: maybe(list(building())),
    rooms: list(room()),
    subjects: list(subject()),
    groups: maybe(list(group())),
    teachers: list(teacher()),
    grades: list(grade()),
    homerooms: list(homeroom()),
    courses: list(course()),
    students: list(student()),
    sections: maybe(list(object(sectionProps()))),
    // the further keys of a rule depend on its type: rule-table.ts
    rules: maybe(list(openObject({ type: id() }))),
    defaults: maybe(yesNo()),
    locks: maybe(list(lock())),
  });

export const SCHOOL_SHAPE: Shape = withLater(school(), NOT_READ);
