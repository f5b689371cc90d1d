import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWritable, writeAtomically, type Disk } from '../../src/cli/atomic-write.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const entries = (): string[] => fs.readdirSync(folder).sort();

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'zouban-write-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The real disk with one call replaced. */
const diskWith = (change: Partial<Disk>): Disk => ({
  openSync: fs.openSync,
  writeSync: fs.writeSync,
  fsyncSync: fs.fsyncSync,
  closeSync: fs.closeSync,
  renameSync: fs.renameSync,
  unlinkSync: fs.unlinkSync,
  ...change,
});

const fail = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

describe('an output file appears whole or not at all', () => {
  it('writes and replaces', () => {
    writeAtomically(at('week.json'), '第一版');
    writeAtomically(at('week.json'), '第二版');
    expect(fs.readFileSync(at('week.json'), 'utf8')).toBe('第二版');
    expect(entries()).toEqual(['week.json']);
  });

  it.each(['writeSync', 'fsyncSync', 'renameSync', 'openSync'] as const)(
    'keeps the previous file and leaves nothing behind when %s finds the disk full',
    (call) => {
      writeAtomically(at('week.json'), 'before');
      const disk = diskWith({ [call]: fail('ENOSPC') });
      expect(() => writeAtomically(at('week.json'), 'after', disk)).toThrow('ENOSPC');
      expect(fs.readFileSync(at('week.json'), 'utf8')).toBe('before');
      expect(entries()).toEqual(['week.json']);
    },
  );

  it('is on the disk before it takes the place of the previous file', () => {
    const calls: string[] = [];
    const noted = diskWith({
      fsyncSync: (file) => {
        calls.push('fsync');
        fs.fsyncSync(file);
      },
      renameSync: (from, to) => {
        calls.push('rename');
        expect(fs.readFileSync(from, 'utf8')).toBe('text');
        fs.renameSync(from, to);
      },
    });
    writeAtomically(at('week.json'), 'text', noted);
    expect(calls).toEqual(['fsync', 'rename']);
  });

  it('goes on after a short write', () => {
    const disk = diskWith({ writeSync: (file, bytes, offset) => fs.writeSync(file, bytes, offset, 1) });
    writeAtomically(at('week.json'), '课表', disk);
    expect(fs.readFileSync(at('week.json'), 'utf8')).toBe('课表');
  });

  it('leaves a symbolic link a link, and permissions no wider than they were', () => {
    fs.writeFileSync(at('real.json'), 'before', { mode: 0o600 });
    fs.symlinkSync(at('real.json'), at('link.json'));
    writeAtomically(at('link.json'), 'after');
    expect(fs.lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(at('real.json'), 'utf8')).toBe('after');
    expect(fs.statSync(at('real.json')).mode & 0o777).toBe(0o600);
  });

  it('writes straight into a device', () => {
    writeAtomically('/dev/null', 'gone');
    expect(fs.statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('an output is tried before the work begins', () => {
  it('accepts a new and an existing file without touching either', () => {
    fs.writeFileSync(at('old.json'), 'before');
    checkWritable(at('new.json'));
    checkWritable(at('old.json'));
    expect(entries()).toEqual(['old.json']);
    expect(fs.readFileSync(at('old.json'), 'utf8')).toBe('before');
  });

  it('refuses a folder, and a file in a folder that is not there', () => {
    expect(() => checkWritable(folder)).toThrow(expect.objectContaining({ code: 'EISDIR' }) as Error);
    expect(() => checkWritable(at('no/week.json'))).toThrow(expect.objectContaining({ code: 'ENOENT' }) as Error);
    fs.writeFileSync(at('file'), '');
    expect(() => checkWritable(at('file/week.json'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }) as Error);
  });
});
