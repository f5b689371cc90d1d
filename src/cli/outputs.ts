/** Results that a command writes: checked before the work begins, written whole when it is done. */
import { fileTrouble, mistakes, progressWords } from '../text/cli.ts';
import type { Context } from './command.ts';
import { systemCode } from './inputs.ts';
import { UserError } from './user-error.ts';
import type { World } from './world.ts';

function guarded(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw new UserError(`file.${code}`, fileTrouble('write', path, code));
  }
}

/** Refuses outputs that cannot be written, that collide, or that would replace an input. */
export function checkOutputs(world: World, inputs: readonly string[], outputs: readonly string[]): void {
  if (outputs.filter((path) => path === '-').length > 1) throw new UserError('stdout.twice', mistakes.stdoutTwice);
  const read = new Set(inputs.filter((path) => path !== '-').map((path) => world.files.resolve(path)));
  const taken = new Set<string>();
  for (const path of outputs.filter((name) => name !== '-')) {
    const place = world.files.resolve(path);
    if (read.has(place)) throw new UserError('output.over-input', mistakes.overInput(path));
    if (taken.has(place)) throw new UserError('output.twice', mistakes.sameOutput(path));
    taken.add(place);
    guarded(path, () => world.files.checkWritable(place));
  }
}

export async function writeOutput(context: Context, path: string, text: string): Promise<void> {
  if (path === '-') {
    await context.out(text);
    return;
  }
  const { files } = context.world;
  guarded(path, () => files.write(files.resolve(path), text));
  if (!context.json) await context.say(progressWords.written(path));
}

/** For what took long to find: where its own place fails, it is kept elsewhere before the failure is reported. */
export async function writePrecious(context: Context, path: string, text: string): Promise<void> {
  try {
    await writeOutput(context, path, text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { files } = context.world;
    const refuge = files.refuge(path);
    try {
      files.write(refuge, text);
    } catch {
      throw error;
    }
    const kept = mistakes.keptAt(refuge);
    throw new UserError(error.code, { zh: error.words.zh + kept.zh, en: error.words.en + kept.en });
  }
}
