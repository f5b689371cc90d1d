/** What the command line says to people, apart from help pages: mistakes, faults of ours, progress. */
import { didYouMean } from './did-you-mean.ts';
import type { Words } from './lang.ts';

export type FileUse = 'read' | 'write';

/** What stands after the file's name, by the system's error code. */
const SYSTEM_ERRORS: Record<FileUse, Record<string, Words>> = {
  read: {
    ENOENT: { zh: '没有这个文件，请检查文件名和所在目录。', en: 'there is no such file. Check its name and folder.' },
    EISDIR: { zh: '这是一个目录，需要的是文件。', en: 'this is a folder; a file is needed.' },
    ENOTDIR: { zh: '路径中有一段不是目录。', en: 'a part of the path is not a folder.' },
    EACCES: { zh: '没有读取权限。', en: 'no permission to read it.' },
    EPERM: { zh: '没有读取权限。', en: 'no permission to read it.' },
    EFBIG: { zh: '文件大于 512 MB，不是学校或课表文件。', en: 'it is larger than 512 MB: no school or timetable is.' },
  },
  write: {
    ENOENT: { zh: '所在目录不存在，请先建立该目录。', en: 'its folder does not exist. Create the folder first.' },
    EISDIR: { zh: '这是一个目录，请给出文件名。', en: 'this is a folder; give the name of a file.' },
    ENOTDIR: { zh: '路径中有一段不是目录。', en: 'a part of the path is not a folder.' },
    EACCES: { zh: '没有写入权限。', en: 'no permission to write there.' },
    EPERM: { zh: '没有写入权限。', en: 'no permission to write there.' },
    EROFS: { zh: '该磁盘为只读。', en: 'the disk is read-only.' },
    ENOSPC: {
      zh: '磁盘已满。原有文件未改动；请腾出空间后再试。',
      en: 'the disk is full. The previous file is untouched; free some space and try again.',
    },
    EDQUOT: {
      zh: '磁盘配额已用完。原有文件未改动；请腾出空间后再试。',
      en: 'the disk quota is used up. The previous file is untouched; free some space and try again.',
    },
    ENAMETOOLONG: { zh: '文件名太长。', en: 'the file name is too long.' },
  },
};

export function fileTrouble(use: FileUse, path: string, code: string): Words {
  const known = SYSTEM_ERRORS[use][code];
  const lead =
    use === 'read'
      ? { zh: `无法读取 ${path}：`, en: `Cannot read ${path}: ` }
      : { zh: `无法写入 ${path}：`, en: `Cannot write ${path}: ` };
  return {
    zh: lead.zh + (known?.zh ?? `系统错误 ${code}。`),
    en: lead.en + (known?.en ?? `system error ${code}.`),
  };
}

const maybe = (near: readonly string[]): Words => {
  if (near.length === 0) return { zh: '', en: '' };
  const { zh, en } = didYouMean(near, (word) => word);
  return { zh, en: ` ${en}` };
};

export const usage = {
  unknownCommand: (word: string, guess: readonly string[]): Words => ({
    zh: `没有“${word}”这个命令。${maybe(guess).zh}`,
    en: `There is no command “${word}”.${maybe(guess).en}`,
  }),
  unknownOption: (command: string, option: string, guess: readonly string[]): Words => ({
    zh: `zouban ${command} 没有选项 ${option}。${maybe(guess).zh}`,
    en: `zouban ${command} has no option ${option}.${maybe(guess).en}`,
  }),
  valueMissing: (option: string, wanted: string): Words => ({
    zh: `选项 ${option} 后面要有值：${wanted}。`,
    en: `The option ${option} needs a value: ${wanted}.`,
  }),
  valueNotTaken: (option: string, value: string): Words => ({
    zh: `选项 ${option} 不带值（给出了“${value}”）。`,
    en: `The option ${option} takes no value (“${value}” was given).`,
  }),
  badValue: (option: string, value: string, wanted: Words): Words => ({
    zh: `选项 ${option} 的值“${value}”不能用，应为${wanted.zh}。`,
    en: `The value “${value}” of ${option} cannot be used; it must be ${wanted.en}.`,
  }),
  twice: (option: string): Words => ({
    zh: `选项 ${option} 只能给一次。`,
    en: `The option ${option} may be given only once.`,
  }),
  missingArgument: (command: string, name: string): Words => ({
    zh: `zouban ${command} 缺少 ${name}。`,
    en: `zouban ${command} needs ${name}.`,
  }),
  extraArgument: (command: string, word: string): Words => ({
    zh: `zouban ${command} 不需要“${word}”；文件名含空格时请加引号。`,
    en: `zouban ${command} has no use for “${word}”; put quotes around a file name with blanks.`,
  }),
  seeHelp: (command: string): Words => ({
    zh: `用法：zouban help${command && ` ${command}`}`,
    en: `Usage: zouban help${command && ` ${command}`}`,
  }),
};

const range = (min: number, max: number | undefined): Words =>
  max === undefined
    ? { zh: `不小于 ${min} 的`, en: ` not below ${min}` }
    : { zh: `${min} 到 ${max} 的`, en: ` from ${min} to ${max}` };

export const wanted = {
  integer: (min: number, max: number | undefined): Words => ({
    zh: `${range(min, max).zh}整数`,
    en: `a whole number${range(min, max).en}`,
  }),
  seconds: (min: number, max: number | undefined): Words => ({
    zh: `${range(min, max).zh}秒数`,
    en: `a number of seconds${range(min, max).en}`,
  }),
  choice: (values: readonly string[]): Words => ({ zh: values.join(' 或 '), en: values.join(' or ') }),
  text: (placeholder: string): Words => ({ zh: ` ${placeholder}`, en: placeholder }),
};

export const mistakes = {
  stdinTwice: { zh: '标准输入（-）只能用于一个文件。', en: 'Standard input (-) can serve for one file only.' },
  noSample: (word: string, names: readonly string[], guesses: readonly string[]): Words => ({
    zh: `没有“${word}”这个设置文件或样例学校。${maybe(guesses).zh}样例学校：${names.join('、')}。`,
    en: `There is no settings file or sample school “${word}”.${maybe(guesses).en} Sample schools: ${names.join(', ')}.`,
  }),
  noCombination: (word: string, names: readonly string[], guesses: readonly string[]): Words => ({
    zh: `没有学生选“${word}”。${maybe(guesses).zh}已有的组合：${names.join('、')}。`,
    en: `No student chose “${word}”.${maybe(guesses).en} There are: ${names.join(', ')}.`,
  }),
  sharesOver: (total: number): Words => ({
    zh: `--choices 各组合合计 ${total}%，超过 100%。`,
    en: `The shares of --choices add up to ${total} per cent, more than 100.`,
  }),
  noPlant: (word: string, names: readonly string[], guesses: readonly string[]): Words => ({
    zh: `没有“${word}”这种可以埋入的“排不出”。${maybe(guesses).zh}可用的有：${names.join('、')}。`,
    en: `There is no impossibility “${word}” to plant.${maybe(guesses).en} There are: ${names.join(', ')}.`,
  }),
  noRuleType: (type: string, guesses: readonly string[]): Words => ({
    zh: `没有“${type}”这种规则。${maybe(guesses).zh}全部类型：zouban rules。`,
    en: `There is no rule type “${type}”.${maybe(guesses).en} All types: zouban rules.`,
  }),
  oneOfRules: {
    zh: '--list、--explain、--suggest 只能用一个。',
    en: 'Use one of --list, --explain and --suggest.',
  },
  contradiction: (path: string, why: string): Words => ({
    zh: `按 ${path} 的设置生成不出学校：${why}`,
    en: `No school can be made from the settings ${path}: ${why}`,
  }),
  stdoutTwice: {
    zh: '标准输出（-）只能用于一个结果；请为其余结果给出文件名。',
    en: 'Standard output (-) can take one result only; give file names for the others.',
  },
  sameOutput: (path: string): Words => ({
    zh: `两个结果要写入同一个文件 ${path}。`,
    en: `Two results would go into the same file, ${path}.`,
  }),
  overInput: (path: string): Words => ({
    zh: `${path} 是输入文件，不能用结果覆盖它。`,
    en: `${path} is an input file; a result must not replace it.`,
  }),
  baseMissing: (path: string): Words => ({
    zh: `${path} 是从原来的课表改排的；请用 --base 给出原来的课表，否则 keep 规则无法核对。`,
    en: `${path} was made from an earlier week; give that week with --base, or its keep rules cannot be checked.`,
  }),
  otherBase: (week: string, base: string): Words => ({
    zh: `${week} 不是从 ${base} 改排的（run.base 不符）；keep 规则仍按给出的课表核对。`,
    en: `${week} was not made from these bytes of ${base} (another run.base); its keep rules are checked against them all the same.`,
  }),
  reportOfEdited: (week: string): Words => ({
    zh: `${week} 在写出之后被改动过：课表按现有内容画出，但结论、分数和冲突仍是写出时的；请用 zouban verify 重新核对。`,
    en: `${week} was changed after it was written: its weeks are drawn as they are now, but the result, score and conflicts are those of then; recount it with zouban verify.`,
  }),
  weeksAreText: {
    zh: '--of 给出的课表是文本，不能与其他 --format 同用；网页报告中本来就有全部课表。',
    en: 'The weeks of --of are text and go with no other --format; the web page has all weeks anyway.',
  },
  noReportFormat: (path: string, extension: string): Words => ({
    zh: `${path}：没有 ${extension} 格式的报告。可以写成 .html（网页，可在浏览器中打印成 PDF）、.txt（文本）或 .gexf（冲突图），或用 --format 指定格式。`,
    en: `${path}: there is no report in the format ${extension}. Use .html (a page, which a browser prints to PDF), .txt (text) or .gexf (the conflict graph), or name the format with --format.`,
  }),
  noConversion: {
    zh: 'zouban convert 需要说明做什么，三选一：--anonymise（去掉姓名）、--to fet（写成 FET 文件）、--from fet（读回 FET 的结果）。',
    en: 'zouban convert needs to be told what to do, one of three: --anonymise (take names away), --to fet (write a file for FET), --from fet (read what FET found).',
  },
  noSchool: {
    zh: '读回 FET 的结果，还要用 --school 给出学校文件。',
    en: 'To read what FET found, give the school’s file with --school.',
  },
  schoolUnneeded: {
    zh: '--school 只用于 --from；其他情况下学校文件直接写在后面。',
    en: '--school goes with --from only; otherwise the school’s file is the argument.',
  },
  weekOutputUnneeded: {
    zh: '-O 只用于 --anonymise。',
    en: '-O goes with --anonymise only.',
  },
  weekUnneeded: (word: string): Words => ({
    zh: `--from 只读一个文件，不需要“${word}”。`,
    en: `--from reads one file and has no use for “${word}”.`,
  }),
  noWeekOutput: {
    zh: '给出了课表，还要用 -O 说明去掉姓名的课表写到哪里。',
    en: 'A week is given; say with -O where the week without names goes.',
  },
  noWeekInput: {
    zh: '用了 -O，但没有给出课表文件。',
    en: '-O is given, but no week file.',
  },
  keptAt: (path: string): Words => ({
    zh: `结果已另存为 ${path}。`,
    en: ` The result is kept at ${path}.`,
  }),
  stdoutFailed: (code: string): Words => ({
    zh: `无法写到标准输出：${code === 'ENOSPC' ? '磁盘已满' : `系统错误 ${code}`}。`,
    en: `Cannot write to standard output: ${code === 'ENOSPC' ? 'the disk is full' : `system error ${code}`}.`,
  }),
  unusable: (path: string, faults: number): Words => ({
    zh: `${path} 不能使用：共 ${faults} 处错误。`,
    en: `${path} cannot be used: ${faults} ${faults === 1 ? 'fault' : 'faults'}.`,
  }),
  otherSchool: (week: string, school: string): Words => ({
    zh: `${week} 不是为这份 ${school} 排的（sha256 不符）；仍按现有文件核对。`,
    en: `${week} was not made for these bytes of ${school} (another sha256); it is checked against them all the same.`,
  }),
};

export const severity = {
  fault: { zh: '错误', en: 'fault' },
  warning: { zh: '提醒', en: 'warning' },
};

export const ourFault = {
  internal: (what: string): Words => ({
    zh: `抱歉，zouban 自身出错了（${what}）。请加 --debug 再运行一次，并把输出连同版本号（zouban --version）报告给项目维护者。`,
    en: `Sorry, zouban itself failed (${what}). Please run it again with --debug and report the output, with the version (zouban --version), to the project.`,
  }),
  disagreement: {
    zh: '引擎与核对程序的计数不一致，这是 zouban 的错误，结果不可信，未写出。请连同学校文件报告：',
    en: 'The engine and the judge count differently. This is a fault of zouban; the result is not to be trusted and was not written. Please report it with the school file:',
  },
};

export const progressWords = {
  whyPartial: {
    zh: '想知道是什么卡住了：zouban diagnose school.json --search（逐项放宽后重排，指出可能的原因）。',
    en: 'What may be in the way: zouban diagnose school.json --search (it solves again without one rule, lock or line at a time).',
  },
  stage: {
    plan: { zh: '分班', en: 'sections' },
    search: { zh: '排课', en: 'timetable' },
    judge: { zh: '核对', en: 'checking' },
  },
  hard: { zh: '硬约束', en: 'must' },
  soft: { zh: '软约束', en: 'soft' },
  bound: { zh: '下界', en: 'bound' },
  stopping: {
    zh: '正在停止，写出目前最好的结果（再按一次 Ctrl-C 立即退出）。',
    en: 'Stopping; the best week so far is being written (Ctrl-C again ends at once).',
  },
  written: (path: string): Words => ({ zh: `已写入 ${path}`, en: `Written: ${path}` }),
  suggested: (count: number): Words => ({
    zh: `建议 ${count} 条规则；请修改后放进学校文件的 rules。`,
    en: `${count} rules suggested; edit them and put them into the file's rules.`,
  }),
  usable: (path: string): Words => ({ zh: `${path} 可以使用。`, en: `${path} can be used.` }),
};
