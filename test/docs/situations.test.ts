/** The situations that the contract names have an example each in docs/format.md: solved and judged there, and saying what they are about. */
import { describe, expect, it } from 'vitest';
import { examplesOf } from './examples.ts';
import { partsOf } from './page-tables.ts';

const PAGE = 'docs/format.md';
const PLAIN = '3+1+2 with 选考 and 合格考, 定二走一 in some homerooms';
const GRIDS = 'Two grades with different grids, Saturday, a part-time teacher and one of two grades';

/** Situation, heading of its example, and what the example's school must say. */
const SITUATIONS: [situation: string, title: string, says: string[]][] = [
  ['3+1+2 with 选考 and 合格考', PLAIN, ['"choice":"3+1+2"', '"for":"chosen"', '"for":"unchosen"']],
  ['定二走一 in some homerooms', PLAIN, ['"atHome":["phy","che"]', '"atHome":["his"]']],
  [
    '3+3 大走班 with levels in pools of homerooms, same slot',
    '3+3 大走班 with levels in pools of homerooms, in lines',
    ['"choice":"3+3"', '"walking":"free"', '"level":"A"', '"grouping":[["h1","h2"],["h3"]]'],
  ],
  [
    'odd/even pairs and 1.5 periods',
    'Odd and even weeks: a pair in one slot, 1.5 periods, every second Saturday',
    ['"weeks":"odd"', '"weeks":"even"', '"weeks":"either"'],
  ],
  [
    'PE by gender or sport over two homerooms on a shared field',
    '体育 by gender over two homerooms, on a shared field',
    ['"gender":"f"', '"grouping":[["h1","h2"]]', '"concurrent":2'],
  ],
  [
    'physics: two periods and a double in the lab every other week',
    '物理: a double in the laboratory every other week',
    ['"length":2,"weeks":"either","roomKind":"lab:physics"'],
  ],
  ['a foreign teacher beside the own', 'A foreign teacher beside the own', ['"with":[["t-fgn"]]']],
  ['合班', '合班: two homerooms in one section', ['"grouping":[["h1","h2"]],"sections":1']],
  [
    'arts students with a studio without school teacher',
    'Arts students with a studio course',
    ['"track":"art"', '"teachers":"none","room":"none"'],
  ],
  ['grade-wise grids and Saturday', GRIDS, ['"closed":["sat.*","*.5"]', '"slots":"sat.*"']],
  [
    'evening study with duty teachers',
    'Evening study that counts half',
    ['"part":"evening"', '"teachers":["t-chi","t-mat"],"loadPercent":50'],
  ],
  ['part-time and two-grade teachers', GRIDS, ['"unavailable":"thu|fri.*"', '"grades":["g2","g3"]']],
  ['repeaters', 'A repeater', ['"exempt":["mat"],"extra":["mat-g3"]']],
  ['re-choosers (--base)', 'A re-chooser, and fewest changes', ['"homeroom":"h1","choices":"物化生"']],
  [
    '班会 by the head teacher in one slot',
    '班会 by the head teacher, all homerooms in one slot',
    ['"teachers":"head"', '"slots":"mon.4"'],
  ],
  [
    'grade meeting, 教研 half-days',
    "教研: half a day on which the teachers of a subject meet, and a grade's meeting",
    ['"type":"teacher.meeting","subjects":["chi"]', '"type":"teacher.meeting","grades":["g2"]'],
  ],
  ['partly given 任课', 'Partly given 任课', ['"teachers":["t-mat2"]}]']],
  [
    'small-class caps of room and course',
    'Small-class caps of a room and of a course',
    ['"maxSize":2', '"size":{"max":3}'],
  ],
  [
    'who may teach walking sections only',
    'Who may teach walking sections only',
    ['"teachers":["t-bio","t-bio2"]', '"grouping":"homeroom","periods":1,"teachers":["t-bio"]'],
  ],
  ['week only, from given sections', 'The week only, from given sections', ['"sections":"given"']],
  ['sectioning only', 'Sectioning only', ['"for":"chosen"']],
  ['locks', 'Locks', ['"index":2,"slot":"wed.3"', '"student":"s1","section":"bio/2"']],
  ['fewest changes', 'A re-chooser, and fewest changes', []],
];

const examples = new Map(examplesOf(PAGE).map((example) => [example.title, example]));

describe('the situations of the contract', () => {
  it.each(SITUATIONS)('%s: the example “%s” says so', (_, title, says) => {
    const example = examples.get(title);
    expect(example, `no example under ${title}`).toBeDefined();
    const text = JSON.stringify(example?.school);
    for (const words of says) expect(text).toContain(words);
    expect(example?.says).toBe('complete');
    expect(example?.results.length).toBeGreaterThan(0);
  });

  it('start from an earlier week or end with sections where the situation is that', () => {
    expect(examples.get('A re-chooser, and fewest changes')?.command).toBe('solve --base');
    expect(examples.get('Sectioning only')?.command).toBe('plan');
  });

  it('name the rules that say some of them more directly', () => {
    const section = partsOf(PAGE).find(({ title }) => title === 'What rules say more directly');
    const text = section?.lines.join(' ') ?? '';
    for (const rule of ['weeks.pair', 'student.free', 'teacher.sections', 'teacher.meeting'])
      expect(text).toContain(rule);
  });
});
