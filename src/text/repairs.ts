/** What could be changed so that it can be done: one sentence for each change. */
import type { Words } from './lang.ts';

/** A change with the names that its ids stand for. */
export interface NamedChange {
  kind: string;
  /** of teachers, rooms, sections or students, as the kind says */
  names: readonly string[];
  /** of the course, subject, grade or rule */
  name: string;
  /** how much, as the kind says */
  by: number;
  /** more numbers or words of the kind */
  more: string;
  /** instead of `name`: several of whom the same is told */
  who?: readonly string[];
}

const LISTED = 4;

const list = (names: readonly string[], zh: boolean): string => {
  const shown = names.slice(0, LISTED).join(zh ? '、' : ', ');
  if (names.length <= LISTED) return shown;
  return zh ? `${shown} 等 ${names.length} 个` : `${shown} and ${names.length - LISTED} more`;
};

type Sentence = (change: NamedChange, zh: string, en: string) => Words;

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const SENTENCES: Record<string, Sentence> = {
  'load.raise': ({ by }, zh, en) => ({
    zh: `${zh} 的课时上限每周各提高 ${by} 课时`,
    en: `raise load.max of ${en} by ${plural(by, 'period', 'periods')} a week each`,
  }),
  'teacher.add': ({ name, by, more }) => ({
    zh: `增加 ${by} 名${name}教师（${by > 1 ? '合计' : ''}每周至少 ${more} 课时）`,
    en: `${plural(by, 'more teacher', 'more teachers')} of ${name} (for at least ${plural(Number(more), 'period', 'periods')} a week${by > 1 ? ' together' : ''})`,
  }),
  'teacher.qualify': ({ name }, zh, en) => ({
    zh: `${zh} 也任教${name}`,
    en: `let ${en} teach ${name} as well`,
  }),
  'staff.any': ({ name }) => ({
    zh: `${name} 可由任何教师任教（不限班主任）`,
    en: `let any teacher have ${name}, not the head teacher alone`,
  }),
  'teacher.attend': ({ name, who = [name] }, zh, en) => ({
    zh: `${list(who, true)} 在 ${zh} 也到校上课`,
    en: `have ${list(who, false)} present on ${en} as well`,
  }),
  'teacher.present': ({ by }, zh, en) => ({
    zh: `${zh} 取消不可用时段（共 ${by} 个课位）`,
    en: `have ${en} present in all slots (${by} in which they are away)`,
  }),
  'section.unbind': ({ more }, zh, en) => ({
    zh: `${zh} 不再指定 ${more} 任教`,
    en: `leave the teacher of ${en} open, instead of ${more}`,
  }),
  'section.add': ({ name, by }) => ({
    zh: `${name} 多开 ${by} 个教学班`,
    en: `${plural(by, 'more section', 'more sections')} of ${name}`,
  }),
  'size.raise': ({ name, by, more }) => ({
    zh: `${name} 的班额提高 ${by} 人（${more}）`,
    en: `raise the class size of ${name} by ${by} (${more})`,
  }),
  'size.lower': ({ name, by }) => ({
    zh: `${name} 的最小班额降到 ${by} 人`,
    en: `lower the least class size of ${name} to ${by}`,
  }),
  'periods.lower': ({ name, by }) => ({
    zh: `${name} 每周减少 ${by} 课时`,
    en: `${plural(by, 'period', 'periods')} a week fewer of ${name}`,
  }),
  'doubles.lower': ({ name, by }) => ({
    zh: `${name} 减少 ${by} 次连堂，改为单节`,
    en: `${plural(by, 'double', 'doubles')} of ${name} as single periods`,
  }),
  'slots.open': ({ name }, zh, en) => ({ zh: `${name} 开放课位 ${zh}`, en: `open the slots ${en} for ${name}` }),
  'period.add': ({ name }, zh, en) => ({
    zh: `${name} 在 ${zh} 各增加一节课（当天最后）`,
    en: `one period more for ${name} at the end of ${en}`,
  }),
  'slots.widen': ({ name }) => ({
    zh: `${name} 不再限定课位`,
    en: `let ${name} be in any slot`,
  }),
  'rule.soften': ({ name }) => ({
    zh: `规则“${name}”由必须改为尽量（高）`,
    en: `make the rule “${name}” a wish (high) instead of a must`,
  }),
  'rule.ease': ({ name, more }) => ({
    zh: `规则“${name}”放宽（${more}），仍为必须`,
    en: `ease the rule “${name}” (${more}); it stays a must`,
  }),
  'rule.narrow': ({ name }, zh, en) => ({
    zh: `规则“${name}”不再用于 ${zh}，其余仍为必须`,
    en: `let the rule “${name}” hold no more on ${en}; elsewhere it stays a must`,
  }),
  'lock.drop': ({ name }) => ({ zh: `取消锁定：${name}`, en: `drop the lock ${name}` }),
  'lock.move': ({ name }, zh, en) => ({ zh: `锁定改到 ${zh}：${name}`, en: `move the lock ${name} to ${en}` }),
  'line.add': ({ name, by }) => ({
    zh: `${name} 增加 ${by} 个批次`,
    en: `${plural(by, 'more line', 'more lines')} for ${name}`,
  }),
  'line.free': ({ name }) => ({
    zh: `${name} 的批次不再限定课位`,
    en: `keep the lines of ${name}, without stated slots`,
  }),
  'break.bridge': ({ name, more }) => ({
    zh: `${name} 的连堂可以跨越${more}后的休息`,
    en: `let doubles of ${name} span the break after ${more}`,
  }),
  'line.unbind': ({ name }) => ({ zh: `${name} 不再限定批次`, en: `no lines for ${name}` }),
  'room.add': ({ name, by, more }) => ({
    zh: `增加 ${by} 间 ${name} 教室（${more} 座）`,
    en: `${plural(by, 'more room', 'more rooms')} of kind ${name} (${more} seats)`,
  }),
  'room.open': ({ by }, zh, en) => ({
    zh: `${zh} 取消不可用时段（共 ${by} 个课位）`,
    en: `have ${en} open in all slots (${by} in which they are shut)`,
  }),
  'room.free': ({ name, who = [name] }, zh, en) => ({
    zh: `${list(who, true)} 在 ${zh} 也开放`,
    en: `have ${list(who, false)} open on ${en} as well`,
  }),
  'room.ordinary': ({ name }) => ({
    zh: `${name} 改在普通教室上课`,
    en: `teach ${name} in ordinary classrooms`,
  }),
  'room.enlarge': ({ by }, zh, en) => ({
    zh: `${zh} 的小班上限提高到 ${by} 人`,
    en: `raise the small-class cap of ${en} to ${by}`,
  }),
  'combination.drop': ({ name, by, more }) => ({
    zh: `${name} 不再提供组合 ${more}，涉及 ${by} 名学生改选`,
    en: `offer the combination ${more} no more in ${name}; ${plural(by, 'student chooses', 'students choose')} anew`,
  }),
  'choice.change': ({ name, by, more }, zh, en) => ({
    zh: `${name} ${by} 名学生由 ${zh} 改选 ${more}`,
    en: `${plural(by, 'student', 'students')} of ${name} ${by === 1 ? 'changes' : 'change'} from ${en} to ${more}`,
  }),
  'choice.leave': ({ name }, zh, en) => ({ zh: `${zh} 不再选修${name}`, en: `let ${en} leave ${name}` }),
  'homeroom.move': ({ name }, zh, en) => ({ zh: `${zh} 转入${name}`, en: `move ${en} to ${name}` }),
};

export function changeText(change: NamedChange): Words {
  const sentence = SENTENCES[change.kind];
  if (!sentence) return { zh: change.kind, en: change.kind };
  return sentence(change, list(change.names, true), list(change.names, false));
}

/** Teachers, or rooms, who are to be there in the same slots are told in one sentence. */
export function alikeTogether(changes: readonly NamedChange[]): NamedChange[] {
  const told: (NamedChange & { who: string[] })[] = [];
  for (const change of changes) {
    const alike =
      change.kind === 'teacher.attend' || change.kind === 'room.free'
        ? told.find(({ kind, names }) => kind === change.kind && names.join(' ') === change.names.join(' '))
        : undefined;
    if (alike) alike.who.push(change.name);
    else told.push({ ...change, who: [change.name] });
  }
  return told.map(({ who, ...change }) => (who.length > 1 ? { ...change, name: '', who } : change));
}

/** Several changes that belong together. */
export const changesTogether = (texts: readonly Words[]): Words => ({
  zh: texts.map(({ zh }) => zh).join('；'),
  en: texts.map(({ en }) => en).join('; '),
});

export const repairWords = {
  heading: {
    zh: '可以这样解决（每项都已实际排出完整课表）：',
    en: 'What would cure it (for each a complete week was found):',
  },
  none: { zh: '没有找到排得出的办法。', en: 'No change was found that gives a complete week.' },
  price: (price: number): Words => ({ zh: `代价 ${price}`, en: `price ${price}` }),
  unconfirmed: (count: number): Words => ({
    zh: `另有 ${count} 项改动试排后仍未得到完整课表，未列出。`,
    en: `${count === 1 ? 'One more change' : `${count} more changes`} gave no complete week when tried, and ${count === 1 ? 'is' : 'are'} not listed.`,
  }),
  trying: (done: number, all: number, text: Words): Words => ({
    zh: `试排第 ${done}/${all} 项：${text.zh}`,
    en: `Trying ${done} of ${all}: ${text.en}`,
  }),
  applied: (number: number, path: string): Words => ({
    zh: `已把第 ${number} 项改动写入 ${path}`,
    en: `Repair ${number} is written to ${path}`,
  }),
  noSuch: (number: number, count: number): Words => ({
    zh: `没有第 ${number} 项：只有 ${count} 项可用的改动。`,
    en: `There is no repair ${number}: there are ${count}.`,
  }),
  needsFile: {
    zh: '用 --apply 时，请用 --repaired FILE.json 指出改好的学校文件写到哪里。',
    en: 'With --apply, name the file for the repaired school with --repaired FILE.json.',
  },
};
