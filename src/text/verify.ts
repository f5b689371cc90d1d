/** The words of `zouban verify`: the recount as a table, and claims that it does not bear out. */
import type { Words } from './lang.ts';

export const verifyWords = {
  rule: { zh: '规则', en: 'rule' },
  id: { zh: '编号', en: 'id' },
  strength: { zh: '强度', en: 'strength' },
  deviation: { zh: '偏差', en: 'deviation' },
  cost: { zh: '代价', en: 'cost' },
  must: { zh: '必须', en: 'must' },
  total: (hard: number, soft: number): Words => ({
    zh: `硬约束偏差合计 ${hard}，软约束代价合计 ${soft}。`,
    en: `Hard deviation ${hard} in all, soft cost ${soft} in all.`,
  }),
  hardFindings: { zh: '硬性要求未满足：', en: 'Hard requirements that do not hold:' },
  softFindings: { zh: '软约束未完全满足：', en: 'Soft requirements that do not fully hold:' },
  more: (count: number): Words => ({
    zh: `……另有 ${count} 项，用 --json 可全部列出。`,
    en: `… and ${count} more; --json lists all of them.`,
  }),
  disagreements: {
    zh: '课表自己写明的与重新计数不一致：',
    en: 'What the timetable says of itself is not what the recount gives:',
  },
  edited: {
    zh: '课表文件在写出之后被改动过（摘要 run.digest 不符）。',
    en: 'The timetable was changed after it was written (run.digest does not match).',
  },
  holds: { zh: '核对通过。', en: 'The week holds.' },
  doesNotHold: { zh: '核对未通过。', en: 'The week does not hold.' },
};

const CLAIMS: Record<string, Words> = {
  status: { zh: '状态', en: 'status' },
  hard: { zh: '硬约束偏差合计', en: 'hard deviation in all' },
  soft: { zh: '软约束代价合计', en: 'soft cost in all' },
  deviation: { zh: '偏差', en: 'deviation' },
  cost: { zh: '代价', en: 'cost' },
  hardBound: { zh: '硬约束偏差下界', en: 'proved least hard deviation' },
  softBound: { zh: '软约束代价下界', en: 'proved least soft cost' },
  bound: { zh: '代价下界', en: 'proved least cost' },
  type: { zh: '规则类型', en: 'type' },
  conflicts: { zh: '冲突清单的偏差', en: 'deviation in the list of conflicts' },
  strength: { zh: '强度', en: 'strength' },
  rule: { zh: '规则条目', en: 'entry of the rule' },
  unserved: { zh: '未安排的选课', en: 'course without a place' },
  unplaced: { zh: '未排的课', en: 'lesson without a slot' },
};

/** `about` is a rule id, `student course`, `section index`, or empty for the whole timetable. */
export function claimText(what: string, about: string, claimed: string | number, counted: string | number): Words {
  const name = CLAIMS[what] ?? { zh: what, en: what };
  return {
    zh: `${about === '' ? '' : `${about} 的`}${name.zh}：课表写 ${claimed}，重新计数为 ${counted}`,
    en: `${name.en}${about === '' ? '' : ` of ${about}`}: ${claimed} in the timetable, ${counted} by the recount`,
  };
}
