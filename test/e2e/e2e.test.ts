import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSchool } from '../../src/generate/write-school.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { digestOf, sha256Of } from '../../src/timetable/write.ts';
import { twoHomeroomsEach } from '../pool/schools.ts';
import { build, dataset, newFolder, start, zouban, type Ended } from './built-program.ts';

let cwd = '';
const at = (name: string): string => join(cwd, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const week = (name: string): Timetable => JSON.parse(text(name)) as Timetable;
const run = (line: string, stdin?: string) =>
  zouban(line.split(' ').filter(Boolean), { cwd, ...(stdin === undefined ? {} : { stdin }) });

let solved: Promise<Ended> | undefined;
/** Solves the tiny school once, for every test that looks at its week. */
const mainJob = (): Promise<Ended> =>
  (solved ??= run('solve tiny.json -o week.json --report report.html --gexf graph.gexf'));

beforeAll(() => {
  build();
  cwd = newFolder();
  writeFileSync(at('tiny.json'), readFileSync(dataset('tiny')));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('the main job on the tiny school', () => {
  beforeAll(async () => {
    expect(await mainJob()).toMatchObject({ code: 0, out: '' });
  });

  it('is a complete week of exactly these bytes of the school', () => {
    const result = week('week.json');
    expect(result).toMatchObject({ format: 'zouban/timetable@1', scope: 'week', status: 'complete' });
    expect(result.score.hard).toBe(0);
    expect(result.unserved).toEqual([]);
    expect(result.unplaced).toEqual([]);
    expect(result.school.sha256).toBe(sha256Of(readFileSync(dataset('tiny'))));
    expect(result.run.digest).toBe(digestOf(result));
    expect(result.run.skipped).toEqual([]);
  });

  it('leaves a page of its own, a graph, and nothing else', () => {
    expect(text('report.html')).toMatch(/^<!doctype html>/i);
    expect(text('report.html')).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=["']?https?:/i);
    expect(text('graph.gexf')).toContain('<gexf');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('holds when the judge recounts it', async () => {
    const verified = await run('verify tiny.json week.json');
    expect(verified.err).toContain('The week holds.');
    expect(verified.code).toBe(0);
    const asData = JSON.parse((await run('verify tiny.json week.json --json')).out) as Record<string, unknown>;
    expect(asData).toMatchObject({ holds: true, hard: 0, sameSchool: true, disagreements: [] });
    expect(asData['soft']).toBe(week('week.json').score.soft);
  });

  it('is rejected once a lesson is moved onto another of the same section', async () => {
    const broken = week('week.json');
    const [first] = broken.lessons;
    const other = broken.lessons.find((lesson) => lesson.section === first?.section && lesson !== first);
    if (!first || !other) throw new Error('the tiny school has a section of two lessons');
    other.slot = first.slot;
    writeFileSync(at('broken.json'), JSON.stringify(broken));
    const verified = await run('verify tiny.json broken.json');
    expect(verified.code).toBe(3);
    expect(verified.out).toContain('structural.student');
  });

  it('is the same week again, from stdin to stdout, on one thread or two', async () => {
    const school = readFileSync(dataset('tiny'), 'utf8');
    for (const threads of [1, 2]) {
      const again = await run(`solve - --quiet --threads ${threads}`, school);
      expect(again).toMatchObject({ code: 0, err: '' });
      expect((JSON.parse(again.out) as Timetable).run.digest).toBe(week('week.json').run.digest);
    }
  });

  it('reports as text on stdout, in both languages', async () => {
    const english = await run('report tiny.json week.json');
    const chinese = await run('report tiny.json week.json --lang zh');
    expect(english.code).toBe(0);
    expect(chinese.code).toBe(0);
    expect(chinese.out).toMatch(/[\u4e00-\u9fff]/);
    expect(chinese.out).not.toBe(english.out);
  });

  it('has a section plan of its own', async () => {
    const planned = await run('plan tiny.json -o plan.json');
    expect(planned.code).toBe(0);
    // what only a week decides is neither counted nor called satisfied
    expect(planned.err).not.toMatch(/default\.(gap|spread|pe)|without a slot/);
    const rules = week('plan.json').score.rules.map(({ rule }) => rule);
    expect(rules).toContain('default.size');
    expect(rules).not.toContain('structural.slot');
    expect(rules).not.toContain('default.pe');
    expect((await run('verify tiny.json plan.json')).code).toBe(0);
    expect(week('plan.json')).toMatchObject({ scope: 'sections', lessons: [] });
    expect(week('plan.json').sections.length).toBeGreaterThan(0);
  });
});

describe('validate', () => {
  it('sums up the tiny school', async () => {
    const told = await run('validate tiny.json');
    expect(told.code).toBe(0);
    expect(told.out).not.toBe('');
  });

  it('prints the school with defaults filled in, which is again a school', async () => {
    const filled = await run('validate tiny.json --explain');
    expect(filled.code).toBe(0);
    writeFileSync(at('filled.json'), filled.out);
    expect((await run('validate filled.json')).code).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"format":"zouban/school@1","na'],
    ['no object', '[]'],
    ['another document', '{"format":"zouban/timetable@1"}'],
    ['bytes that are no UTF-8', Buffer.from([0xd1, 0xee, 0xb3, 0xc7])],
  ])('refuses %s with words, not with a stack', async (_what, content) => {
    writeFileSync(at('bad.json'), content);
    const told = await run('validate bad.json');
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).not.toMatch(/\n\s+at /);
    expect(told.err.trim()).not.toBe('');
  });

  it('names every fault of a file at once, with its path', async () => {
    const school = JSON.parse(readFileSync(dataset('tiny'), 'utf8')) as {
      courses: { subject: string }[];
      rooms: { seats: unknown }[];
    };
    const [course] = school.courses;
    const [room] = school.rooms;
    if (course) course.subject = 'nosuch';
    if (room) room.seats = 'many';
    writeFileSync(at('bad.json'), JSON.stringify(school));
    const told = await run('validate bad.json');
    expect(told.code).toBe(2);
    expect(told.err).toMatch(/courses\[0\] \([^)]+\)\.subject/);
    expect(told.err).toMatch(/rooms\[0\] \(.+\)\.seats/);
    const { faults } = JSON.parse((await run('validate bad.json --json')).out) as { faults: object[] };
    expect(faults.length).toBeGreaterThanOrEqual(2);
  });
});

describe('generate', () => {
  it('makes the committed tiny school again, to the byte', async () => {
    expect((await run('generate tiny')).out).toBe(readFileSync(dataset('tiny'), 'utf8'));
  });
});

describe('trouble with files', () => {
  it('refuses an output it cannot write before it solves', async () => {
    mkdirSync(at('folder'), { recursive: true });
    for (const output of ['missing/week.json', 'folder', 'tiny.json/week.json', 'tiny.json']) {
      const told = await run(`solve tiny.json -o ${output}`);
      expect(told).toMatchObject({ code: 2, out: '' });
      expect(told.err).not.toMatch(/\n\s+at /);
    }
    expect(sha256Of(readFileSync(at('tiny.json')))).toBe(sha256Of(readFileSync(dataset('tiny'))));
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    await mainJob();
    const told = await run('report tiny.json week.json -o /dev/full');
    expect(told.code).toBe(2);
    expect(told.err).toContain('the disk is full');
  });

  it('does not mind a reader that closes the pipe early', async () => {
    await mainJob();
    const { child, ended } = start(['report', 'tiny.json', 'week.json', '--format', 'html'], { cwd });
    child.stdout?.destroy();
    const { code, err } = await ended;
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});

describe('a run that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s in mid-search writes the best so far and ends with 130',
    async (signal) => {
      let asked = false;
      const { code, err } = await zouban(
        ['solve', dataset('yangcheng-no1'), '-o', 'stopped.json', '--progress', 'ndjson'],
        {
          cwd,
          watch: (seen, child) => {
            if (!asked && seen.includes('"stage":"search"')) {
              asked = true;
              child.kill(signal);
            }
          },
        },
      );
      expect(asked).toBe(true);
      expect(err).toContain('Stopping');
      expect(code).toBe(130);
      const stopped = week('stopped.json');
      expect(stopped.run.observed.stopReason).toBe('interrupted');
      expect(stopped.sections.length).toBeGreaterThan(0);
      const told = await zouban(['verify', dataset('yangcheng-no1'), 'stopped.json', '--json'], { cwd });
      expect(JSON.parse(told.out)).toMatchObject({ disagreements: [], hard: stopped.score.hard });
    },
  );

  it('and killed outright goes on from its checkpoint to the week of a run that was not', async () => {
    writeFileSync(at('small.json'), writeSchool(twoHomeroomsEach()));
    const line = 'solve small.json --islands 16 --epochs 14 --progress ndjson';
    const saved = (): number =>
      existsSync(at('run.zbk'))
        ? ((JSON.parse(text('run.zbk')) as { tried: { epoch: number }[] }).tried[0]?.epoch ?? -1)
        : -1;
    const { signal } = await zouban([...line.split(' '), '-o', 'killed.json', '--checkpoint', 'run.zbk'], {
      cwd,
      watch: (_seen, child) => {
        if (saved() >= 0) child.kill('SIGKILL');
      },
    });
    expect(signal).toBe('SIGKILL');
    expect(existsSync(at('killed.json'))).toBe(false);
    expect(saved()).toBeGreaterThanOrEqual(0);
    const killedAt = saved();

    const other = await run(`${line} --seed 2 -o resumed.json --resume run.zbk`);
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('--seed: then 1, now 2');
    writeFileSync(at('half.zbk'), text('run.zbk').slice(0, 1000));
    expect((await run(`${line} -o resumed.json --resume half.zbk`)).err).toContain('not whole');

    await run(`${line} -o resumed.json --checkpoint run.zbk --resume run.zbk --threads 1`);
    await run(`${line} -o unbroken.json`);
    const { epochs } = week('unbroken.json').run;
    expect(killedAt).toBeLessThan(epochs);
    expect(week('resumed.json').run.epochs).toBe(epochs);
    expect(week('resumed.json').run.digest).toBe(week('unbroken.json').run.digest);
    expect(saved()).toBe(epochs);
  });

  it('by its time is repeated by --replay, to the byte', async () => {
    await run('solve tiny.json -o timed.json --islands 64 --target soft=0 --time 0.6');
    expect(['deadline', 'bound']).toContain(week('timed.json').run.observed.stopReason);
    const again = await run('solve tiny.json --replay timed.json -o again.json');
    expect(again.err).toContain('The same week as timed.json');
    expect(week('again.json').run.digest).toBe(week('timed.json').run.digest);
    const timed = week('timed.json');
    writeFileSync(at('other.json'), JSON.stringify({ ...timed, run: { ...timed.run, digest: '0'.repeat(64) } }));
    const unlike = await run('solve tiny.json --replay other.json -o again.json');
    expect(unlike.code).toBe(1);
    expect(unlike.err).toContain('run.digest');
    writeFileSync(at('tiny2.json'), `${text('tiny.json')} `);
    const refused = await run('solve tiny2.json --replay timed.json -o again.json');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('another school file');
    expect((await run('solve tiny.json --replay timed.json --time 3')).err).toContain('--time');
    // What is stated counts, also where it is the default.
    const fewer = await run('solve tiny.json --replay timed.json --islands 4');
    expect(fewer).toMatchObject({ code: 2, out: '' });
    expect(fewer.err).toContain('--islands 64, which contradicts --islands 4');
    const stated = await run('solve tiny.json --replay timed.json --islands 64 --seed 1 -o again.json');
    expect(stated.err).toContain('The same week as timed.json');
  });

  it.skipIf(!existsSync('/dev/full'))('does not end because its checkpoint finds the disk full', async () => {
    const told = await run('solve tiny.json -o unsaved.json --checkpoint /dev/full');
    expect(told.code).toBe(0);
    expect(told.err).toContain('the disk is full');
    expect(week('unsaved.json').status).toBe('complete');
  });

  it('and killed outright leaves the previous result as it was', async () => {
    writeFileSync(at('kept.json'), 'the previous week');
    let killed = false;
    const { signal } = await zouban(['solve', dataset('yangcheng-no1'), '-o', 'kept.json', '--progress', 'ndjson'], {
      cwd,
      watch: (seen, child) => {
        if (!killed && seen.includes('"stage"')) {
          killed = true;
          child.kill('SIGKILL');
        }
      },
    });
    expect(signal).toBe('SIGKILL');
    expect(text('kept.json')).toBe('the previous week');
  });
});
