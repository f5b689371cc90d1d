/** Faults of input files in words: what, where, and the likely cure. */
import { didYouMean } from './did-you-mean.ts';
import { fill, type Lang, type Sentence } from './catalogue.ts';
import { DEMAND_TEXTS } from './fault-texts/demands.ts';
import { DOCUMENT_TEXTS } from './fault-texts/document.ts';
import { FET_TEXTS } from './fault-texts/fet.ts';
import type { FaultText, FaultTexts } from './fault-texts/fault-text.ts';
import { roomKindText } from './report.ts';
import { SETTING_TEXTS } from './fault-texts/setting.ts';
import { TEACHING_TEXTS } from './fault-texts/teaching.ts';

/** A fault as the readers give it (`Fault` of school/fault.ts); this folder knows no other. */
export interface FaultData {
  severity: 'fault' | 'warning';
  code: string;
  path: string;
  value?: unknown;
  params?: Readonly<Record<string, string | number>>;
  line?: number;
  about?: readonly { path: string; id?: string; name?: string }[];
}

export interface DescribedFault extends FaultData {
  /** what and cure in one line, without path and value */
  text: Sentence;
}

export const FAULT_TEXTS: FaultTexts = {
  ...DOCUMENT_TEXTS,
  ...SETTING_TEXTS,
  ...TEACHING_TEXTS,
  ...DEMAND_TEXTS,
  ...FET_TEXTS,
};

/** Parameters whose values are words of the program and not of the file, by parameter name. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  kind: {
    day: { zh: '星期', en: 'day' },
    period: { zh: '节次', en: 'period' },
    building: { zh: '楼', en: 'building' },
    room: { zh: '教室', en: 'room' },
    subject: { zh: '学科', en: 'subject' },
    teacher: { zh: '教师', en: 'teacher' },
    grade: { zh: '年级', en: 'grade' },
    homeroom: { zh: '行政班', en: 'homeroom' },
    course: { zh: '课程', en: 'course' },
    student: { zh: '学生', en: 'student' },
    section: { zh: '教学班', en: 'section' },
    line: { zh: '批次', en: 'line' },
    group: { zh: '分组', en: 'group' },
    week: { zh: '周', en: 'week' },
    rule: { zh: '规则', en: 'rule' },
  },
  span: { week: { zh: '每周', en: 'a week' }, cycle: { zh: '两周合计', en: 'in the two weeks' } },
  wanted: { school: { zh: '学校文件', en: 'a school file' }, timetable: { zh: '课表文件', en: 'a week file' } },
  given: { school: { zh: '学校文件', en: 'a school file' }, timetable: { zh: '课表文件', en: 'a week file' } },
  expected: {
    string: { zh: '文字', en: 'text' },
    number: { zh: '数字', en: 'a number' },
    boolean: { zh: ' true 或 false', en: 'true or false' },
    array: { zh: '列表 […]', en: 'a list […]' },
    object: { zh: '对象 {…}', en: 'an object {…}' },
    record: { zh: '对象 {…}', en: 'an object {…}' },
    'text-or-list': { zh: '文字或文字的列表', en: 'a text or a list of texts' },
    'number-or-range': { zh: '数字或 {min, max}', en: 'a number, or {min, max}' },
    'number-or-list': { zh: '数字或列表', en: 'a number or a list' },
    choice: { zh: ' "none"、"3+1+2"、"3+3" 或选科组的列表', en: '"none", "3+1+2", "3+3" or a list of choice groups' },
    grouping: {
      zh: ' homeroom、walking、auto 或行政班编号列表的列表',
      en: 'homeroom, walking, auto or a list of lists of homeroom ids',
    },
    'section-number': { zh: '正整数、auto 或 given', en: 'a positive whole number, auto or given' },
    teachers: { zh: '教师编号的列表，或 head、any、none', en: 'a list of teacher ids, or head, any, none' },
    'section-address': { zh: '教学班编号或 {course, homeroom}', en: 'a section id or {course, homeroom}' },
    strength: { zh: ' must、high、mid、low、off 或正整数', en: 'must, high, mid, low, off or a positive whole number' },
  },
  reason: {
    value: { zh: '这里应有一个值', en: 'a value is expected' },
    string: { zh: '文字的引号没有结束', en: 'a text is not closed by a quote' },
    key: { zh: '这里应有带引号的键', en: 'a key in quotes is expected' },
    colon: { zh: '键后面缺冒号', en: 'a colon is missing after the key' },
    comma: { zh: '缺逗号或右括号', en: 'a comma or closing bracket is missing' },
    'trailing-comma': { zh: '最后一项后面多了逗号', en: 'there is a comma after the last item' },
    escape: { zh: '反斜杠后面的字符不对', en: 'a wrong character follows a backslash' },
    control: { zh: '文字中间换行或有控制字符', en: 'a line break or control character stands inside a text' },
    number: { zh: '数字写法不对', en: 'a number is not written as JSON wants it' },
    end: { zh: '文件在这里突然结束', en: 'the file ends too early' },
    extra: { zh: '文件结束后还有多余内容', en: 'something follows after the end' },
  },
  why: {
    grade: { zh: '该年级这时不开放', en: 'the grade is closed then' },
    lesson: { zh: '不在这次课允许的 slots 里', en: 'it is outside the slots of the lesson' },
    room: { zh: '锁定的教室这时不可用', en: 'the locked room is unavailable then' },
    teacher: { zh: '锁定的教师这时不可用', en: 'the locked teacher is unavailable then' },
  },
};

const FALLBACK: FaultText = {
  zh: ['未知问题 {code}。', '请反馈给开发者。'],
  en: ['Unknown fault {code}.', 'Please report this to us.'],
};

const WHOLE_FILE: Sentence = { zh: '文件', en: 'file' };
const MAX_VALUE_LENGTH = 80;

function wordsIn(params: FaultData['params'], lang: Lang): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => {
      if (name === 'roomKind') return [name, roomKindText(String(value))[lang]];
      const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
      const word = words && Object.hasOwn(words, value) ? words[value] : undefined;
      return [name, word ? word[lang] : value];
    }),
  );
}

/** What is wrong, then the suggestion or the cure. */
export function faultSentence(fault: FaultData, lang: Lang): string {
  const known = Object.hasOwn(FAULT_TEXTS, fault.code) ? FAULT_TEXTS[fault.code] : undefined;
  const [what, cure] = (known ?? FALLBACK)[lang];
  const params = { code: fault.code, ...wordsIn(fault.params, lang) };
  const gap = lang === 'zh' ? '' : ' ';
  const { suggestion, suggestions } = fault.params ?? {};
  const near =
    suggestion === undefined
      ? String(suggestions ?? '')
          .split(' · ')
          .filter(Boolean)
      : [String(suggestion)];
  return `${fill(what, params)}${gap}${near.length > 0 ? didYouMean(near)[lang] : fill(cure, params)}`;
}

function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

/** The path with what its counted items are: `students[12]（S0013 张三）.choices` */
function whereOf({ path, about = [] }: FaultData, lang: Lang): string {
  let shown = '';
  let done = 0;
  for (const place of about) {
    const label = [place.id, place.name].filter(Boolean).join(' ');
    shown += path.slice(done, place.path.length) + (lang === 'zh' ? `（${label}）` : ` (${label})`);
    done = place.path.length;
  }
  return shown + path.slice(done);
}

/** One line for people: `line 40, rooms[3] (r3 物理实验室).seats = "50": what. cure` */
export function describeFault(fault: FaultData, lang: Lang): string {
  const place = fault.path === '' ? WHOLE_FILE[lang] : whereOf(fault, lang);
  const line = fault.line === undefined ? '' : lang === 'zh' ? `第 ${fault.line} 行 ` : `line ${fault.line}, `;
  const where = line + place;
  const value = fault.value === undefined ? '' : ` = ${shownValue(fault.value)}`;
  return `${where}${value}${lang === 'zh' ? '：' : ': '}${faultSentence(fault, lang)}`;
}

/** For programs (`--json`): the fault with its sentence in both languages. */
export function describeFaultJson(fault: FaultData): DescribedFault {
  return { ...fault, text: { zh: faultSentence(fault, 'zh'), en: faultSentence(fault, 'en') } };
}
