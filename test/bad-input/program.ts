/** The program over files in memory, with the real engine behind it. */
import * as realApi from '../../src/api/index.ts';
import { run } from '../../src/cli/run.ts';
import { makeStage } from '../cli/memory-world.ts';

export interface Answer {
  code: number;
  out: string;
  err: string;
}

export async function zouban(argv: string[], files: Record<string, Uint8Array>): Promise<Answer> {
  const { world, told } = makeStage();
  world.loadApi = () => Promise.resolve(realApi);
  world.files.read = (path) => {
    const bytes = files[path];
    if (!bytes) throw new Error(`no file ${path}`);
    return bytes;
  };
  const code = await run(argv, world);
  return { code, out: told.out, err: told.err };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What must be in no answer: a stack, an untranslated fault, a hole in a sentence, or a fault called ours. */
export const SHAMEFUL = /\n\s+at .+:\d+|Unknown fault|未知问题|\{\w+\}|undefined|internal error|程序内部/;
