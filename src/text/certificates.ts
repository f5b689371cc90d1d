/** What is proved, in words. */
import type { Words } from './lang.ts';

/** `attained`: a week with the fewest changes is known; else every week has at least so many, perhaps more. */
export function fewestChangesText(fewest: number, used: number, attained: boolean): Words {
  if (!attained) {
    return {
      zh: `教学班及批次照旧时，只改 ${fewest - 1} 处以内排不出完整课表（已证明）；本方案改 ${used} 处。`,
      en: `With the sections and lines as they were, no complete week has ${fewest - 1} changes or fewer (proved); this one has ${used}.`,
    };
  }
  return {
    zh: `教学班及批次照旧时，至少要改 ${fewest} 处（调课、换教室、换教师或学生换班），本方案改 ${used} 处。`,
    en: `With the sections and lines as they were, at least ${fewest} changes are needed (of lessons, rooms, teachers or students' sections); this week has ${used}.`,
  };
}

/** Why a certificate does not hold: `about` are facts, or names of sums; `sums` are those of the recount. */
export function certificateTrouble(
  trouble: string,
  about: readonly string[],
  sums: Readonly<Record<string, number>>,
): Words {
  const names = about.join('、');
  const list = about.join(', ');
  const counted = about.map((name) => `${name} = ${sums[name] ?? '–'}`).join(', ');
  const words: Record<string, Words> = {
    facts: {
      zh: '所列事实在学校文件中找不到，或与这类证明不符。',
      en: 'facts that the school’s file does not have, or that do not belong to this kind of certificate.',
    },
    missing: { zh: `所列事实有缺有余：${names}。`, en: `facts missing or too many: ${list}.` },
    sums: { zh: `数字不符，重新计数为 ${counted}。`, en: `other numbers; the recount gives ${counted}.` },
    possible: { zh: '数字属实，但并不构成无解。', en: 'the numbers are right, and do not make it impossible.' },
  };
  return words[trouble] ?? { zh: trouble, en: trouble };
}

const GROUPS: Record<string, Words> = {
  locks: { zh: '全部锁定', en: 'all locks' },
  absences: { zh: '教师的不可用时段', en: 'the slots in which teachers are away' },
};

/** What the school would be without the fact. */
function withoutText({ kind, name }: { kind: string; name: string }): Words {
  const group = GROUPS[kind];
  if (group) return { zh: `去掉${group.zh}`, en: `without ${group.en}` };
  if (kind === 'rule') return { zh: `规则“${name}”不作硬性要求`, en: `with the rule “${name}” as a wish` };
  if (kind === 'grade') return { zh: `${name}不限批次`, en: `without the lines of ${name}` };
  return { zh: `${name} 教室加倍`, en: `with twice the rooms of kind ${name}` };
}

export function suspectText(facts: readonly { kind: string; name: string }[], hard: number, epochs: number): Words {
  const texts = facts.map(withoutText);
  return {
    zh: `${texts.map(({ zh }) => zh).join('，')}，试排得到完整课表；否则 ${epochs} 轮之内还差 ${hard}。原因可能在此，未证明。`,
    en: `A complete week was found ${texts.map(({ en }) => en).join(' and ')}; else ${hard} was left after ${epochs} epochs. That may be the cause; it is not proved.`,
  };
}

export const searchWords = {
  complete: { zh: '试排得到了完整课表：排得出。', en: 'A complete week was found: it can be done.' },
  nothing: {
    zh: '试排没有得到完整课表，逐项去掉规则、锁定、批次等也没有。',
    en: 'No complete week was found, nor without any of the rules, locks, lines and so on.',
  },
};

export const certificateWords = {
  holds: { zh: '属实', en: 'holds' },
  refuted: { zh: '不成立', en: 'does not hold' },
  unknown: { zh: '此类证明不能只凭学校文件重新计数', en: 'of a kind that the school’s file alone cannot recount' },
  unfinished: { zh: '搜索未能在步数之内结束，未能核对', en: 'not checked: the search did not end within its steps' },
  none: { zh: '文件中没有证明。', en: 'The file has no certificates.' },
  all: (count: number): Words => ({
    zh: `${count} 条证明全部属实。`,
    en: count === 1 ? 'The certificate holds.' : `All ${count} certificates hold.`,
  }),
  someNot: (count: number): Words => ({
    zh: `${count} 条证明不成立或未能核对。`,
    en: `${count} ${count === 1 ? 'certificate does' : 'certificates do'} not hold, or could not be checked.`,
  }),
} satisfies Record<string, Words | ((count: number) => Words)>;

export const proofWords: Record<string, Words> = {
  recounted: { zh: '已证明', en: 'proved' },
  exhausted: { zh: '已证明（穷尽搜索）', en: 'proved by exhaustion' },
  suspected: { zh: '推测', en: 'suspected' },
};

export const diagnosisWords = {
  impossible: (count: number): Words => ({
    zh: `排不出：${count} 个原因。`,
    en: `It cannot be done, for ${count === 1 ? 'one reason' : `${count} reasons`}:`,
  }),
  suspected: { zh: '没有已证明的原因。可能的原因（未证明）：', en: 'Nothing is proved. What may be the cause:' },
  open: {
    zh: '没有发现排不出的原因（这不等于证明能排出）。',
    en: 'Nothing was found that makes it impossible. That is no proof that it can be done.',
  },
};
