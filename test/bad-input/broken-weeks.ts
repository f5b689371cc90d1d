/** Thirty ways in which a timetable file is broken, for a week that the program made itself. */
import { editDocument, type Edits } from '../support/edit-document.ts';
import type { Broken } from './broken-schools.ts';
import { utf8 } from './program.ts';

export interface BrokenWeek {
  what: string;
  bytes: (week: object) => Uint8Array;
  faults: Broken['faults'];
}

const edited = (what: string, edits: Edits, ...faults: Broken['faults']): BrokenWeek => ({
  what,
  bytes: (week) => utf8(JSON.stringify(editDocument(week, edits))),
  faults,
});
const written = (what: string, change: (text: string) => string, ...faults: Broken['faults']): BrokenWeek => ({
  what,
  bytes: (week) => utf8(change(JSON.stringify(week))),
  faults,
});

export const BROKEN_WEEKS: BrokenWeek[] = [
  written('nothing at all', () => '', ['', /right file/]),
  written('not JSON', () => '周一 语文', ['', /value is expected/]),
  written('cut off', (text) => text.slice(0, text.length / 2), ['', /too early|not closed|comma|colon|value/]),
  written('5 MB of garbage', () => '[1,'.repeat(1_700_000), ['', /too early/]),
  { what: 'GB18030', bytes: () => Uint8Array.from([0x22, 0xd7, 0xdf, 0x22]), faults: [['', /looks like GB18030/]] },
  written('a list', (text) => `[${text}]`, ['', /should be an object/]),
  written('null', () => 'null', ['', /should be an object/]),
  written('too deep', () => '['.repeat(100_000) + ']'.repeat(100_000), ['', /nested deeper/]),
  written('the lessons twice', (text) => text.replace('"lessons":', '"lessons":[],"lessons":'), [
    'lessons',
    /Remove one/,
  ]),
  written('__proto__', (text) => text.replace('"scope":', '"__proto__":{},"scope":'), ['__proto__', /Remove it/]),
  written(
    'a million lessons',
    (text) => text.replace('"lessons":[', `"lessons":[${'{"section":"a"},'.repeat(1_000_000)}`),
    ['lessons', /at most 100000/],
  ),
  edited('half a character', { 'sections[0].line': '\ud800' }, ['sections[0].line', /half of a character/]),
  edited('a school', { format: 'zouban/school@1' }, ['format', /order of the files/]),
  edited('a later format', { format: 'zouban/timetable@9' }, ['format', /zouban\/timetable@1/]),
  edited('no lessons', { lessons: undefined }, ['lessons', /Add it/]),
  edited('no run', { run: undefined }, ['run', /Add it/]),
  edited('no students of a section', { 'sections[0].students': undefined }, ['sections[0].students', /Add it/]),
  edited('a misspelt key', { 'lessons[0].rom': 'r1' }, ['lessons[0].rom', /Remove it|Did you mean/]),
  edited('a status of no kind', { status: 'finished' }, ['status', /complete · partial · impossible/]),
  edited('another scope', { scope: 'weeks' }, ['scope', /Did you mean “week”/]),
  edited('weeks of another system', { 'lessons[0].weeks': '单' }, ['lessons[0].weeks', /every · odd · even/]),
  edited('a lesson of no length', { 'lessons[0].length': 0 }, ['lessons[0].length', /at least 1/]),
  edited('a lesson before the first', { 'lessons[1].index': -1 }, ['lessons[1].index', /at least 0/]),
  edited('numbers as text', { 'lessons[0].index': '0' }, ['lessons[0].index', /Remove the quotes: 0/]),
  edited('a slot that is many', { 'lessons[0].slot': '*.1' }, ['lessons[0].slot', /such as mon.3/]),
  edited('a slot with its week', { 'lessons[0].slot': 'mon.1/odd' }, ['lessons[0].slot', /such as mon.3/]),
  edited('a slot that is a number', { 'lessons[0].slot': 3 }, ['lessons[0].slot', /should be text/]),
  edited('a lesson that is a text', { 'lessons[0]': 'mon.1' }, ['lessons[0]', /should be an object/]),
  edited('teachers as one name', { 'sections[0].teachers': 't-chi' }, ['sections[0].teachers', /should be a list/]),
  edited('a deviation below nothing', { 'score.hard': -1 }, ['score.hard', /at least 0/]),
  edited('endless cost', { 'score.soft': 'Infinity' }, ['score.soft', /should be a number/]),
  edited('a section that is null', { 'sections[1]': null }, ['sections[1]', /Add it/]),
  edited(
    'many things at once',
    { 'lessons[0].slot': 'mon', 'lessons[1].room': 7, status: 'ok', utilization: [], 'run.seed': 'x' },
    ['lessons[1].room', /should be text/],
    ['status', /one of/],
    ['utilization', /should be an object/],
    ['run.seed', /should be a number/],
  ),
];
