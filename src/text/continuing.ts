/** What is said of runs that go on from a checkpoint, or that repeat another. */
import type { Words } from './lang.ts';

export interface OtherRun {
  what: 'version' | 'school' | 'base' | 'seed' | 'islands' | 'epochs' | 'target';
  was: string | null;
  now: string | null;
}

function differenceWords({ what, was, now }: OtherRun): Words {
  if (what === 'school') return { zh: '学校文件不同（sha256 不符）', en: 'another school file (its sha256 differs)' };
  if (what === 'base') {
    if (was === null) return { zh: '当时没有用 --base', en: 'it was without --base' };
    if (now === null)
      return { zh: '当时用了 --base，请给出同一份原课表', en: 'it was with --base; give the same earlier week' };
    return { zh: '--base 的课表不同（sha256 不符）', en: 'another week is given with --base (its sha256 differs)' };
  }
  const name = what === 'version' ? { zh: '程序版本', en: 'version of zouban' } : { zh: `--${what}`, en: `--${what}` };
  return {
    zh: `${name.zh}：当时${was ?? '没有'}，现在${now ?? '没有'}`,
    en: `${name.en}: then ${was ?? 'none'}, now ${now ?? 'none'}`,
  };
}

function listed(differences: readonly OtherRun[]): Words {
  const words = differences.map((difference) => differenceWords(difference));
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') };
}

export const continuing = {
  noCheckpoint: (path: string): Words => ({
    zh: `${path} 不是 zouban solve --checkpoint 写的文件，或者不完整、被改动过，不能接着排。`,
    en: `${path} is not a file of zouban solve --checkpoint, or not whole, or changed: no run can go on from it.`,
  }),
  otherCheckpoint: (path: string, differences: readonly OtherRun[]): Words => ({
    zh: `${path} 是另一次运行的：${listed(differences).zh}。要接着排，请用当时的命令，再加 --resume。`,
    en: `${path} is of another run (${listed(differences).en}). To go on, give the command of that run, with --resume.`,
  }),
  noRun: (path: string): Words => ({
    zh: `${path} 不是 zouban solve 排出的课表，无法重现。`,
    en: `${path} is no week that zouban solve has found; there is no run to repeat.`,
  }),
  otherReplay: (path: string, differences: readonly OtherRun[]): Words => ({
    zh: `无法重现 ${path}：${listed(differences).zh}。`,
    en: `The run of ${path} cannot be repeated: ${listed(differences).en}.`,
  }),
  replayTakesAll: (option: string): Words => ({
    zh: `--replay 一切照原来的运行，不能再用 ${option} 另作规定。`,
    en: `--replay takes everything from the run that it repeats; ${option} cannot say otherwise.`,
  }),
  replayHasOther: (option: string, ofRun: number, asked: number): Words => ({
    zh: `要重现的运行用的是 ${option} ${ofRun}，与这里的 ${option} ${asked} 矛盾；请去掉 ${option}。`,
    en: `The run to be repeated has ${option} ${ofRun}, which contradicts ${option} ${asked}; leave ${option} out.`,
  }),
  replayed: (path: string): Words => ({
    zh: `与 ${path} 完全相同（run.digest 一致）。`,
    en: `The same week as ${path}, to the byte (the same run.digest).`,
  }),
  notReplayed: (path: string): Words => ({
    zh: `结果与 ${path} 的 run.digest 不一致：若该文件的 run 未经改动，这是 zouban 的错误，请连同学校文件报告。`,
    en: `The result has not the run.digest of ${path}: unless the run in that file was edited, this is a fault of zouban; please report it with the school file.`,
  }),
  unsaved: (path: string, why: Words): Words => ({
    zh: `提醒：存不下进度，继续排课。${why.zh}（${path}）`,
    en: `Warning: progress could not be saved to ${path}; the run goes on. ${why.en}`,
  }),
};
