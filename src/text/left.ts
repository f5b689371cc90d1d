/** What is left of a week that is not complete, and what is in its way. */
import type { Lang, Words } from './lang.ts';
import { plain } from './width.ts';

const n = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Things in the way at one place; names are ready in both languages. */
export interface NamedBlocker {
  kind: string;
  name: Words;
  /** who is taught there then */
  sections: Words;
  students: number;
  away: boolean;
}

export function blockerText({ kind, name, sections, students, away }: NamedBlocker): Words {
  switch (kind) {
    case 'teacher': {
      const zh = [away ? '不能上课' : '', sections.zh === '' ? '' : `上${sections.zh}`].filter(Boolean).join('，');
      const en = [away ? 'is not available' : '', sections.en === '' ? '' : `has ${sections.en}`]
        .filter(Boolean)
        .join(' and ');
      return { zh: `教师 ${name.zh}（当时${zh}）`, en: `teacher ${name.en}, who ${en} then` };
    }
    case 'students':
      return {
        zh: `学生（${students} 人次当时上${sections.zh}）`,
        en: `its students, ${students} of whom have ${sections.en} then`,
      };
    case 'room':
      return { zh: `教室 ${name.zh}（当时不空）`, en: `room ${name.en}, which is taken then` };
    case 'roomKind':
      return { zh: `${name.zh}（当时没有空的）`, en: `a room of kind ${name.en}, none of which is free then` };
    case 'lock':
      return { zh: `第 ${Number(name.zh) + 1} 条锁定`, en: `lock ${Number(name.en) + 1}` };
    case 'line':
      return { zh: `批次 ${name.zh}`, en: `line ${name.en}` };
    default:
      return { zh: `规则“${name.zh}”`, en: `the rule “${name.en}”` };
  }
}

/** Places of a lesson, and how many of them each kind of thing is in the way of. */
export interface PlaceCounts {
  all: number;
  teacher: number;
  students: number;
  room: number;
  rule: number;
  lock: number;
  line: number;
  /** without anything in the way that is looked at here */
  free: number;
}

export interface LessonFacts {
  section: Words;
  index: number;
  /** where it stands */
  at?: { slot: Words; blockers: Words };
  places: PlaceCounts;
  nearest: { slot: Words; blockers: Words }[];
  /** must rules that places were not asked about; empty: none */
  musts: Words;
}

function countsText({ all, teacher, students, room, rule, lock, line, free }: PlaceCounts): Words {
  const parts: [number, string, string][] = [
    [teacher, '教师不空', 'its teacher'],
    [students, '学生另有课', 'its students'],
    [room, '没有教室', 'rooms'],
    [rule, '规则不许', 'must rules'],
    [lock, '锁定不许', 'locks'],
    [line, '批次不许', 'lines'],
  ];
  const some = parts.filter(([count]) => count > 0);
  const zh = [...some.map(([count, what]) => `${what} ${count} 个`), `无阻碍 ${free} 个`].join('，');
  const en = [...some.map(([count, , what]) => `${count} by ${what}`), `${free} by nothing`].join(', ');
  return { zh: `可排的 ${all} 个位置中：${zh}`, en: `of ${n(all, 'place')} that it may have, kept from it: ${en}` };
}

export function lessonText({ section, index, at, places, nearest, musts }: LessonFacts): Words {
  const counts = countsText(places);
  const near = (lang: 'zh' | 'en'): string[] =>
    nearest.map(({ slot, blockers }) => {
      if (lang === 'zh') return blockers.zh === '' ? `${slot.zh}（无阻碍）` : `${slot.zh}，只碍于${blockers.zh}`;
      return blockers.en === '' ? `${slot.en}, with nothing in the way` : `${slot.en} but for ${blockers.en}`;
    });
  const standing: Words = at
    ? {
        zh: `排在${at.slot.zh}${at.blockers.zh === '' ? '，违反必须的规则' : `，碍于${at.blockers.zh}`}`,
        en: `stands on ${at.slot.en}${at.blockers.en === '' ? ', against a must' : ` against ${at.blockers.en}`}`,
      }
    : { zh: '没有排入', en: 'has no place' };
  const also: Words =
    musts.zh === ''
      ? { zh: '', en: '' }
      : {
          zh: `还须守规则“${musts.zh}”，未逐个位置核对。`,
          en: ` Its must rules (${musts.en}) are not counted in that and may forbid places too.`,
        };
  const zh = near('zh');
  const en = near('en');
  return {
    zh: `${section.zh} 第 ${index + 1} 次课${standing.zh}。${counts.zh}。${zh.length === 0 ? '' : `最近的位置：${zh.join('；')}。`}${also.zh}`,
    en: `Lesson ${index + 1} of ${section.en} ${standing.en}; ${counts.en}.${en.length === 0 ? '' : ` It could be on ${en.join('; or on ')}.`}${also.en}`,
  };
}

export interface UnservedFacts {
  course: string;
  students: Words;
  count: number;
  sections: number;
  full: number;
  clashing: number;
}

export const unservedText = ({ course, students, count, sections, full, clashing }: UnservedFacts): Words => ({
  zh: `${course}：${count} 人没有编入（${students.zh}）。${sections} 个教学班中 ${full} 个已满；${clashing} 人与其余各班都有时间冲突。`,
  en: `${course}: ${n(count, 'student')} without a section (${students.en}). Of ${n(sections, 'section')}, ${full} ${full === 1 ? 'is' : 'are'} full; for ${clashing} the others are all at times when they are taught elsewhere.`,
});

export interface HotFacts {
  kind: string;
  name: Words;
  needed: number;
  free?: number;
  clashes: number;
  alone: number;
  blocks: number;
}

const HOT_NAMES: Record<string, (name: Words) => Words> = {
  teacher: ({ zh, en }) => ({ zh: `教师 ${zh}`, en: `Teacher ${en}` }),
  homeroom: ({ zh, en }) => ({ zh: `${zh} 的学生`, en: `The students of ${en}` }),
  section: ({ zh, en }) => ({ zh: `${zh} 的学生`, en: `The students of ${en}` }),
  room: ({ zh, en }) => ({ zh: `教室 ${zh}`, en: `Room ${en}` }),
  roomKind: ({ zh, en }) => ({ zh, en: `Rooms of kind ${en}` }),
  rule: ({ zh, en }) => ({ zh: `规则“${zh}”`, en: `The rule “${en}”` }),
  lock: ({ zh, en }) => ({ zh: `第 ${Number(zh) + 1} 条锁定`, en: `Lock ${Number(en) + 1}` }),
  line: ({ zh, en }) => ({ zh: `批次 ${zh}`, en: `Line ${en}` }),
  slot: ({ zh, en }) => ({ zh, en }),
};

export function hotText({ kind, name, needed, free, clashes, alone, blocks }: HotFacts): Words {
  const who = HOT_NAMES[kind]?.(name) ?? name;
  if (kind === 'slot') {
    return { zh: `${who.zh}：有 ${clashes} 次课在此冲突`, en: `${who.en}: ${n(clashes, 'lesson')} in conflict there` };
  }
  if (kind === 'rule' && blocks === 0) {
    return { zh: `${who.zh}：现有偏差 ${clashes}`, en: `${who.en}: broken by ${clashes} now` };
  }
  const time: Words =
    free === undefined
      ? { zh: '', en: '' }
      : {
          zh: `相关的课共 ${needed} 课时，它们的课位中还空 ${free} 个；`,
          en: `${n(needed, 'period')} wanted by what is left, ${n(free, 'slot')} of those still free; `,
        };
  return {
    zh: `${who.zh}：${time.zh}单独挡住 ${alone} 个位置，共挡住 ${blocks} 个，现有冲突 ${clashes} 次`,
    en: `${who.en}: ${time.en}alone in the way of ${n(alone, 'place')}, of ${blocks} in all, ${n(clashes, 'conflict')} now`,
  };
}

export const leftWords = {
  title: { zh: '卡在哪里', en: 'What is in the way' },
  lessons: (count: number): Words => ({
    zh: `没有排好的课（${count}）：碍于什么`,
    en: `Lessons that are not settled (${count}), and what is in their way`,
  }),
  unserved: { zh: '没有编入教学班的选课：原因', en: 'Choices without a section, and why' },
  hot: { zh: '最紧张的资源', en: 'What is in the way most' },
  more: (count: number): Words => ({ zh: `（另有 ${count} 条）`, en: `(${count} more)` }),
  repairs: {
    zh: '哪些改动能解决（逐项试排后才列出）：zouban diagnose school.json --week week.json --repairs',
    en: 'Changes that would cure it, each tried by a solve: zouban diagnose school.json --week week.json --repairs',
  },
};

/** Entries of one list, the first of them in full. */
const shownOf = (heading: Words, entries: readonly { text: Words }[], lang: Lang, atMost: number): string[] => {
  if (entries.length === 0) return [];
  const more = entries.length - atMost;
  const lines = entries.slice(0, atMost).map(({ text }) => plain(`  ${text[lang]}`));
  return [heading[lang], ...lines, ...(more > 0 ? [`  ${leftWords.more(more)[lang]}`] : [])];
};

export interface LeftTexts {
  lessons: readonly { text: Words }[];
  unserved: readonly { text: Words }[];
  hot: readonly { text: Words }[];
}

/** For a terminal: what is in the way most, each lesson that is left, and choices without a section; one block of lines for each. */
export const leftBlocks = ({ lessons, unserved, hot }: LeftTexts, lang: Lang, atMost: number): string[][] => [
  shownOf(leftWords.lessons(lessons.length), lessons, lang, atMost),
  shownOf(leftWords.unserved, unserved, lang, atMost),
  shownOf(leftWords.hot, hot, lang, atMost),
];
