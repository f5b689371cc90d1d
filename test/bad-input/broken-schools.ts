/** Sixty ways in which a school file is broken: each planted fault with its place and its cure. Made here, so that no big file is kept. */
import { editDocument, type Edits } from '../support/edit-document.ts';
import { smallSchool } from '../support/small-school.ts';
import { utf8 } from './program.ts';

export interface Broken {
  what: string;
  bytes: () => Uint8Array;
  /** every fault that is told: where, and words of the English cure (or of what is wrong, where a suggestion is the cure) */
  faults: [path: string, cure: RegExp][];
}

type Planted = Broken['faults'];

const textOf = (edits: Edits = {}): string => JSON.stringify(editDocument(smallSchool(), edits));
const edited = (what: string, edits: Edits, ...faults: Planted): Broken => ({
  what,
  bytes: () => utf8(textOf(edits)),
  faults,
});
const written = (what: string, text: () => string, ...faults: Planted): Broken => ({
  what,
  bytes: () => utf8(text()),
  faults,
});

/** 走班选课 in GB18030. */
const GB18030 = [0xd7, 0xdf, 0xb0, 0xe0, 0xd1, 0xa1, 0xbf, 0xce];

const TEXTS: Broken[] = [
  { what: 'nothing at all', bytes: () => new Uint8Array(0), faults: [['', /right file/]] },
  written('blanks only', () => ' \n\t ', ['', /right file/]),
  written('not JSON but a letter', () => '尊敬的教务处：', ['', /Line 1, column 1 .* value is expected/]),
  written('a spreadsheet as text', () => '学号,姓名\n1,甲\n', ['', /Line 1/]),
  written('a comma too many', () => textOf().replace(']', ',]'), ['', /comma after the last item/]),
  written('cut off in the middle', () => textOf().slice(0, 3000), ['', /ends too early|not closed/]),
  written('two documents', () => textOf() + textOf(), ['', /something follows/]),
  written('quotes of a word processor', () => textOf().replace('"format"', '“format”'), ['', /key in quotes/]),
  written('a line break inside a text', () => textOf().replace('小中学', '小\n中学'), ['', /line break/]),
  written('5 MB of garbage', () => '鸡同鸭讲 '.repeat(400_000), ['', /value is expected/]),
  {
    what: '5 MB of bytes',
    bytes: () => Uint8Array.from({ length: 5_000_000 }, (_, i) => (i * 7919) % 251),
    faults: [['', /UTF-8/]],
  },
  {
    what: 'GB18030',
    bytes: () => Uint8Array.from([0x22, ...GB18030, 0x22]),
    faults: [['', /looks like GB18030.*Save it as UTF-8/]],
  },
  {
    what: 'UTF-16',
    bytes: () => Uint8Array.from([0xff, 0xfe, ...Buffer.from(textOf(), 'utf16le')]),
    faults: [['', /looks like UTF-16/]],
  },
  written('a list of schools', () => `[${textOf()}]`, ['', /should be an object/]),
  written('a number', () => '42', ['', /should be an object/]),
  written('a million brackets', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000), ['', /nested deeper/]),
  written('objects in objects', () => '{"x":'.repeat(200) + '1' + '}'.repeat(200), ['', /nested deeper/]),
  written(
    'a million students',
    () => {
      const student = (_: unknown, s: number): string => `{"id":"s${s}","homeroom":"h1","choices":"物化生"}`;
      return textOf({ students: [] }).replace(
        '"students":[]',
        `"students":[${Array.from({ length: 1e6 }, student).join()}]`,
      );
    },
    ['students', /1000000 items; at most 100000 .*One file is one school/],
  ),
  written(
    'a key twice in one object',
    () =>
      textOf()
        .replace('"seats":10', '"seats":10,"kind":"classroom","seats":40')
        .replace('"kind":"classroom"}', '"floor":1}'),
    ['rooms[0].seats', /stands twice.*Remove one/],
  ),
  written('a list of the school twice', () => textOf().replace('"rooms":', '"rooms":[],"rooms":'), [
    'rooms',
    /Remove one/,
  ]),
  written('a key twice, once written with an escape', () => textOf().replace('"term":', '"na\\u006de":"x","term":'), [
    'name',
    /stands twice/,
  ]),
  written('half a character', () => textOf().replace('101', '\\ud800'), [
    'rooms[0].name',
    /half of a character.*Type it again/,
  ]),
  written('__proto__ as a key', () => textOf().replace('"term":', '"__proto__":{"defaults":false},"term":'), [
    '__proto__',
    /no key “__proto__”.*Remove it/,
  ]),
  written('numbers beyond all numbers', () => textOf().replace('"seats":10', '"seats":1e999'), [
    'rooms[0].seats',
    /should be a number/,
  ]),
];

const KEYS: Broken[] = [
  edited('a misspelt key', { 'courses[0].periods': undefined, 'courses[0].peroids': 3 }, [
    'courses[0].peroids',
    /Did you mean “periods”/,
  ]),
  edited('a misspelt list', { teachers: undefined, techers: smallSchool().teachers }, [
    'techers',
    /Did you mean “teachers”/,
  ]),
  edited('a key of another system', { campus: 1 }, ['campus', /begin your own keys with x-/]),
  edited('a list missing', { students: undefined }, ['students', /Add it/]),
  edited(
    'numbers as text',
    { 'rooms[0].seats': '50', 'courses[1].periods': '4' },
    ['rooms[0].seats', /Remove the quotes: 50/],
    ['courses[1].periods', /Remove the quotes: 4/],
  ),
  edited(
    'huge numbers',
    { 'courses[0].periods': 1e15, 'rooms[1].seats': 1e300 },
    ['courses[0].periods', /at most 200/],
    ['rooms[1].seats', /at most 1000000/],
  ),
  edited('negative periods', { 'courses[0].periods': -3 }, ['courses[0].periods', /at least 1.*larger/]),
  edited('half a period', { 'courses[0].periods': 1.5 }, ['courses[0].periods', /every other week/]),
  edited('text for a list', { 'teachers[0].subjects': 'chi' }, ['teachers[0].subjects', /should be a list/]),
  edited('a list of nothing', { 'students[4]': null }, ['students[4]', /Add it/]),
  edited('an empty id', { 'rooms[0].id': '', 'homerooms[0].room': undefined }, ['rooms[0].id', /Fill it in/]),
  edited('another format', { format: 'zouban/school@9' }, ['format', /zouban\/school@1/]),
  edited('an id of the language', { 'teachers[9].id': 'toString' }, ['teachers[9].id', /no reserved words/]),
  edited('ten thousand lines', { 'grades[0].lines': 10_000 }, ['grades[0].lines', /at most 200/]),
];

const REFERENCES: Broken[] = [
  edited('an unknown homeroom', { 'students[0].homeroom': 'h12' }, ['students[0].homeroom', /Did you mean “h1”/]),
  edited('an unknown teacher', { 'homerooms[0].headTeacher': 'somebody' }, [
    'homerooms[0].headTeacher',
    /add it to the file/,
  ]),
  edited('a duplicate student', { 'students[1].id': 's01' }, ['students[1].id', /rename one/]),
  edited('a duplicate room', { 'rooms[1].id': 'r1', 'homerooms[1].room': 'r3' }, [
    'rooms[1].id',
    /rooms\[0\].*rename one/,
  ]),
  edited('an unknown group', { 'courses[0].teachers': ['@chinese'] }, ['courses[0].teachers[0]', /no group “chinese”/]),
  edited(
    'a group of rooms for teachers',
    { groups: [{ id: 'g', name: 'g', rooms: ['r1'] }], 'courses[0].teachers': ['@g'] },
    ['courses[0].teachers[0]', /of kind room.*group of that kind/],
  ),
  edited('a group of nobody’s kind', { groups: [{ id: 'g', name: 'g' }] }, ['groups[0]', /exactly one of: teachers/]),
  edited('one choice too many', { 'students[0].choices': '物化生地' }, [
    'students[0].choices',
    /chose 3 of .*2 are to be chosen/,
  ]),
  edited(
    'a forbidden combination',
    { 'grades[0].combinations': ['物化生', '史政地', '史政生'] },
    ['students[3].choices', /add the combination/],
    ['students[4].choices', /add the combination/],
    ['students[5].choices', /add the combination/],
  ),
  edited('a subject that does not exist', { 'students[0].choices': '物化音' }, [
    'students[0].choices',
    /short “音”.*Correct the character/,
  ]),
];

const CALENDAR: Broken[] = [
  edited('a calendar without days', { 'calendar.days': [] }, ['calendar.days', /Fill it in/]),
  edited('all slots closed', { 'calendar.closed': '*.*' }, ['calendar.closed', /leave the slots/]),
  edited(
    'overlapping periods',
    {
      'calendar.periods[0].start': '08:00',
      'calendar.periods[0].end': '08:45',
      'calendar.periods[1].start': '08:30',
    },
    ['calendar.periods[1].start', /before period “1” has ended.*correct start or end/],
  ),
  edited(
    'a period that ends before it starts',
    { 'calendar.periods[0].start': '9:00', 'calendar.periods[0].end': '08:00' },
    ['calendar.periods[0].end', /Correct start or end/],
  ),
  edited('a time that is none', { 'calendar.periods[0].start': '25:00' }, [
    'calendar.periods[0].start',
    /Write it as 08:00/,
  ]),
  edited('a slot outside the calendar', { 'teachers[0].unavailable': 'sun.1' }, [
    'teachers[0].unavailable',
    /no day “sun”/,
  ]),
  edited('a range of slots', { 'grades[0].closed': 'mon.1-3' }, ['grades[0].closed', /there are no ranges/]),
  edited('odd weeks without weeks', { 'calendar.closed': 'fri.4/odd' }, ['calendar.closed', /state calendar.weeks/]),
  edited('even before odd', { 'calendar.weeks': ['even', 'odd'] }, ['calendar.weeks', /\["odd","even"\]/]),
  edited('the evening before the morning', { 'calendar.periods[0].part': 'evening' }, [
    'calendar.periods[1].part',
    /order of the day/,
  ]),
];

const SENSE: Broken[] = [
  edited('a cap below the least', { 'grades[0].size': { min: 9, target: 9, max: 5 } }, [
    'grades[0].size',
    /min ≤ target ≤ max/,
  ]),
  edited('a load turned round', { 'teachers[0].load': { min: 12, max: 8 } }, [
    'teachers[0].load',
    /min ≤ target ≤ max/,
  ]),
  edited('a level missing', { 'courses[7].level': 'A', ...levels('che', 'A', 1) }, [
    'students[0].levels',
    /Add levels.che/,
  ]),
  edited('exempt and extra at once', { 'students[0].extra': ['g2-pe'], 'students[0].exempt': ['g2-pe'] }, [
    'students[0].extra[0]',
    /Remove one of the two/,
  ]),
  edited('mentors in a circle', { 'teachers[0].mentor': 't-mat', 'teachers[1].mentor': 't-chi' }, [
    'teachers[0].mentor',
    /t-chi → t-mat → t-chi.*Remove one/,
  ]),
  edited(
    'locks that contradict each other',
    {
      locks: [
        { section: 'g2-pe/h1', slot: 'mon.1' },
        { course: 'g2-pe', homeroom: 'h1', slot: 'tue.1' },
      ],
    },
    ['locks[1].slot', /locks\[0\].*Remove one/],
  ),
  edited('a lock on no section', { locks: [{ section: 'g2-pe/h9', slot: 'mon.1' }] }, [
    'locks[0].section',
    /Did you mean “g2-pe\/h1”/,
  ]),
  edited('a rule nobody knows', { rules: [{ type: 'teacher.maxGpa', max: 1, strength: 'mid' }] }, [
    'rules[0].type',
    /Did you mean “teacher.maxGap”/,
  ]),
  edited('more periods than slots', { 'courses[0].periods': 40 }, [
    'courses[0].periods',
    /needs 40 periods, but only 20/,
  ]),
  edited('no room of the kind', { 'courses[11].roomKind': 'gym' }, ['courses[11].roomKind', /add such a room/]),
  edited('lessons of other weeks without a cycle', { 'courses[3].lessons[0].weeks': 'either' }, [
    'courses[3].lessons[0].weeks',
    /State calendar.weeks/,
  ]),
  edited('a homeroom of a number and of names', { 'homerooms[0].size': 40 }, [
    'homerooms[0].size',
    /Remove size, or list no students/,
  ]),
  edited(
    'one student in two sections',
    {
      sections: [
        { id: 'a', course: 'g2-che', students: ['s01'] },
        { id: 'b', course: 'g2-che', students: ['s01'] },
      ],
    },
    ['sections[1].students[0]', /already in section “a”.*remove one/],
  ),
  edited(
    'everything at once',
    {
      'rooms[0].seats': 0,
      'teachers[3].load.max': 'six',
      'homerooms[0].headTeacher': 't-chj',
      'students[10].choices': '史政',
      'calendar.closed': 'sat.1',
      'grades[0].walking': 'fix-tow',
    },
    ['rooms[0].seats', /at least 1/],
    ['teachers[3].load.max', /should be a number/],
    ['homerooms[0].headTeacher', /Did you mean “t-chi”/],
    ['calendar.closed', /no day “sat”/],
    ['grades[0].walking', /Did you mean “fix-two”/],
  ),
];

/** Of the students who chose the subject, all but the first `but` have the level. */
function levels(subject: string, level: string, but: number): Edits {
  return Object.fromEntries([0, 1, 2, 3, 4, 5].slice(but).map((s) => [`students[${s}].levels`, { [subject]: level }]));
}

export const BROKEN_SCHOOLS: Broken[] = [...TEXTS, ...KEYS, ...REFERENCES, ...CALENDAR, ...SENSE];
