import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/api/index.ts';
import { fakeApi, type, type Setting } from './memory-world.ts';

interface Counted {
  begun: number[];
  ended: number;
}

/** Types the line and counts the threads that it begins and ends. */
async function countedThreads(line: string, setting: Setting = {}): Promise<Counted & { code: number }> {
  const counted: Counted = { begun: [], ended: 0 };
  const real = fakeApi();
  const { code } = await type(line, {
    ...setting,
    api: {
      ...setting.api,
      startThreads: (threads) => {
        counted.begun.push(threads);
        return { ...real.startThreads(threads), close: async () => void counted.ended++ };
      },
    },
  });
  return { ...counted, code };
}

const fault: Fault = { severity: 'fault', code: 'shape.missing', path: 'rooms', params: { key: 'rooms' } };

describe('threads begin while the school is read', () => {
  it('as many as are asked for, and end with the command', async () => {
    expect(await countedThreads('solve school.json --threads 3')).toEqual({ begun: [3], ended: 1, code: 0 });
    expect(await countedThreads('plan school.json')).toEqual({ begun: [2], ended: 1, code: 0 });
  });

  it('and end where the file has a fault', async () => {
    const api = { readSchool: () => ({ document: null, faults: [fault] }) };
    expect(await countedThreads('plan school.json', { api })).toEqual({ begun: [2], ended: 1, code: 2 });
  });

  it('and end where the solver fails', async () => {
    const api = { solve: () => Promise.reject(new Error('of ours')) };
    expect(await countedThreads('solve school.json', { api })).toEqual({ begun: [2], ended: 1, code: 1 });
  });

  it('but not where there is no file, nor for a command that needs none', async () => {
    expect(await countedThreads('solve nowhere.json')).toEqual({ begun: [], ended: 0, code: 2 });
    expect(await countedThreads('validate school.json')).toEqual({ begun: [], ended: 0, code: 0 });
  });
});
