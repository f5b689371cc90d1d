/** Why it cannot be done: one sentence for each kind of certificate, with the numbers that can be recounted. */
import type { Words } from './lang.ts';

export interface FactWords {
  fact: string;
  kind: string;
  id: string;
  name: string;
}

interface Told {
  facts: readonly FactWords[];
  sums: Readonly<Record<string, number>>;
}

/** names that a sentence lists before it says how many more there are */
const LISTED = 6;

type Item = (fact: FactWords) => string;

function list(items: readonly string[], zh: boolean): string {
  const shown = items.slice(0, LISTED);
  const rest = items.length - shown.length;
  if (rest === 0) return shown.join(zh ? '、' : ', ');
  return zh ? `${shown.join('、')} 等 ${items.length} 项` : `${shown.join(', ')} and ${rest} more`;
}

const of = ({ facts }: Told, ...kinds: string[]): FactWords[] => facts.filter(({ kind }) => kinds.includes(kind));

/** Facts of these kinds, each by the function of its language. */
const both = (told: Told, kinds: string[], zh: Item, en: Item = zh): Words => ({
  zh: list(of(told, ...kinds).map(zh), true),
  en: list(of(told, ...kinds).map(en), false),
});

const named: Item = ({ name }) => name;

const sum = ({ sums }: Told, name: string): number => sums[name] ?? 0;

const missing = (told: Told): number => sum(told, 'needed') - sum(told, 'available');

const numbered =
  (told: Told): Item =>
  ({ fact, name }) =>
    `${name} ${sum(told, fact)}`;

/** What of the rules and slots the count rests on. */
function basis(told: Told): Words {
  const rules = both(told, ['rule'], named);
  const slots = both(told, ['slots'], named);
  if (of(told, 'slots').some(({ id }) => id === '-')) {
    const by = {
      zh: of(told, 'rule').length > 0 ? `按 ${rules.zh} ` : '',
      en: of(told, 'rule').length > 0 ? ` by ${rules.en}` : '',
    };
    return { zh: `（${by.zh}没有任何地方可排）`, en: ` (which can lie nowhere${by.en})` };
  }
  return {
    zh:
      (of(told, 'slots').length > 0 ? `（只能排在 ${slots.zh}）` : '') +
      (of(told, 'rule').length > 0 ? `（按必须满足的规则：${rules.zh}）` : ''),
    en:
      (of(told, 'slots').length > 0 ? ` (which can lie only in ${slots.en})` : '') +
      (of(told, 'rule').length > 0 ? ` (by the must rules ${rules.en})` : ''),
  };
}

const sections = (told: Told): Words =>
  both(
    told,
    ['course'],
    ({ fact, name }) => `${name} ${sum(told, `sections ${fact}`)} 个教学班 ${sum(told, fact)} 课时`,
    ({ fact, name }) => `${name} with ${sum(told, `sections ${fact}`)} sections ${sum(told, fact)} periods`,
  );

const ofStudents = (told: Told): Words => {
  const [who] = of(told, 'student', 'homeroom');
  const count = sum(told, 'students');
  const more = count > 1 && who?.kind === 'student';
  return {
    zh: `${who?.name ?? ''}${more ? ` 等 ${count} 名学生` : ''}`,
    en: `${who?.name ?? ''}${more ? ` and ${count - 1} other students` : ''}`,
  };
};

type Sentence = (told: Told) => Words;

const teachersPeriods: Sentence = (told) => {
  const needs = sections(told);
  const base = basis(told);
  const [needed, available] = [sum(told, 'needed'), sum(told, 'available')];
  if (of(told, 'teacher').length === 0) {
    return {
      zh: `${needs.zh}，没有一位教师可以任教。`,
      en: `${needs.en}: there is no teacher who may teach it.`,
    };
  }
  const teachers = both(told, ['teacher'], numbered(told));
  return {
    zh: `${needs.zh}，至少共需 ${needed} 课时${base.zh}；可以任教的教师最多承担 ${available} 课时（${teachers.zh}）：缺 ${missing(told)} 课时。`,
    en: `${needs.en}: at least ${needed} periods are needed${base.en}, and those who may teach them can give ${available} at most (${teachers.en}): ${missing(told)} short.`,
  };
};

const boundTeacher: Sentence = (told) => {
  const teacher = of(told, 'teacher')[0]?.name ?? '';
  const own = both(told, ['section', 'course'], numbered(told));
  const base = basis(told);
  return {
    zh: `${teacher} 须承担 ${own.zh}，共 ${sum(told, 'needed')} 课时；在这些课可排的课位中最多能上 ${sum(told, 'available')} 课时${base.zh}：缺 ${missing(told)} 课时。`,
    en: `${teacher} has to teach ${own.en}, ${sum(told, 'needed')} periods in all, and can teach ${sum(told, 'available')} at most in the slots there are for them${base.en}: ${missing(told)} short.`,
  };
};

const studentPeriods: Sentence = (told) => {
  const who = ofStudents(told);
  const courses = both(told, ['course'], numbered(told));
  const base = basis(told);
  return {
    zh: `${who.zh}的 ${courses.zh} 共 ${sum(told, 'needed')} 课时${base.zh}，能排的课位只有 ${sum(told, 'available')} 个：多出 ${missing(told)} 课时。`,
    en: `${courses.en} of ${who.en} take ${sum(told, 'needed')} periods${base.en}, and there are ${sum(told, 'available')} slots for them: ${missing(told)} too many.`,
  };
};

const coursePeriods: Sentence = (told) => {
  const course = of(told, 'course')[0]?.name ?? '';
  const base = basis(told);
  return {
    zh: `${course} 每个教学班有 ${sum(told, 'needed')} 课时${base.zh}，能排的课位只有 ${sum(told, 'available')} 个：多出 ${missing(told)} 课时。`,
    en: `A section of ${course} has ${sum(told, 'needed')} periods${base.en}, and there are ${sum(told, 'available')} slots for them: ${missing(told)} too many.`,
  };
};

const doubles: Sentence = (told) => {
  const who = ofStudents(told);
  const courses = both(told, ['course'], numbered(told));
  return {
    zh: `${who.zh}的 ${courses.zh} 共有 ${sum(told, 'needed')} 次连堂，一周中能排连堂的位置只有 ${sum(told, 'available')} 处：多出 ${missing(told)} 次。`,
    en: `${courses.en} of ${who.en} have ${sum(told, 'needed')} doubles, and the week has places for ${sum(told, 'available')}: ${missing(told)} too many.`,
  };
};

const spread: Sentence = (told) => {
  const course = of(told, 'course')[0]?.name ?? '';
  const rule = of(told, 'rule')[0]?.name ?? '';
  return {
    zh: `${course} 每周 ${sum(told, 'needed')} 次课，按必须满足的规则 ${rule}，在可上课的 ${sum(told, 'days')} 天里最多 ${sum(told, 'available')} 次。`,
    en: `${course} has ${sum(told, 'needed')} lessons a week; by the must rule ${rule} the ${sum(told, 'days')} days it can be on hold ${sum(told, 'available')} at most.`,
  };
};

const sectionSeats: Sentence = (told) => {
  const course = of(told, 'course')[0]?.name ?? '';
  return {
    zh: `${course} 有 ${sum(told, 'needed')} 名学生，开 ${sum(told, 'sections')} 个教学班，每班至多 ${sum(told, 'cap')} 人，共容纳 ${sum(told, 'available')} 人：${missing(told)} 人没有座位。`,
    en: `${course} has ${sum(told, 'needed')} students and ${sum(told, 'sections')} sections of at most ${sum(told, 'cap')}, which hold ${sum(told, 'available')}: ${missing(told)} have no seat.`,
  };
};

const sectionMinimum: Sentence = (told) => {
  const course = of(told, 'course')[0]?.name ?? '';
  const rule = of(told, 'rule')[0]?.name ?? '';
  const [needed, available] = [sum(told, 'needed'), sum(told, 'available')];
  return {
    zh: `${course} 有 ${sum(told, 'students')} 名学生，按必须满足的规则 ${rule} 每班 ${sum(told, 'least')} 至 ${sum(told, 'most')} 人：至少要开 ${needed} 个教学班，而人数最多只够 ${available} 个。`,
    en: `${course} has ${sum(told, 'students')} students; by the must rule ${rule} a section has ${sum(told, 'least')} to ${sum(told, 'most')}: at least ${needed} sections are needed, and the students fill ${available} at most.`,
  };
};

const sectionLines: Sentence = (told) => {
  const courses = both(told, ['course'], named);
  const atOnce = sum(told, 'atOnce');
  const [lines, needed] = [sum(told, 'lines'), sum(told, 'needed')];
  return {
    zh: `${courses.zh} 各只有一个教学班，因有学生兼选，同一批次最多开其中 ${atOnce} 门；${lines} 个批次最多开 ${sum(told, 'available')} 门，而这里有 ${needed} 门。`,
    en: `${courses.en} have one section each; as students take two of them, a line holds at most ${atOnce} of them, ${lines} lines ${sum(told, 'available')}, and there are ${needed}.`,
  };
};

const sectionPlan: Sentence = (told) => {
  const courses = both(
    told,
    ['course'],
    ({ fact, name }) => {
      const { [`sections ${fact}`]: count, [`cap ${fact}`]: cap } = told.sums;
      if (count === undefined) return name;
      return `${name}（${count} 个教学班${cap === undefined ? '' : `，每班至多 ${cap} 人`}）`;
    },
    ({ fact, name }) => {
      const { [`sections ${fact}`]: count, [`cap ${fact}`]: cap } = told.sums;
      if (count === undefined) return name;
      const sectionsOf = count === 1 ? '1 section' : `${count} sections`;
      return `${name} (${sectionsOf}${cap === undefined ? '' : ` of at most ${cap}`})`;
    },
  );
  const [lines, layouts] = [sum(told, 'lines'), sum(told, 'layouts')];
  const [students, combinations] = [sum(told, 'students'), sum(told, 'combinations')];
  return {
    zh: `${courses.zh}：排进 ${lines} 个批次的 ${layouts} 种排法全部试过，每一种都有学生的课排不下（${students} 名学生兼选其中两门以上，共 ${combinations} 种组合）。`,
    en: `${courses.en}: all ${layouts} ways of distributing these sections over ${lines} lines were gone through, and each leaves some student without one of the courses (${students} students take two or more of them, in ${combinations} combinations).`,
  };
};

const sectionSlots: Sentence = (told) => {
  const courses = both(told, ['section', 'course'], numbered(told));
  const base = basis(told);
  return {
    zh: `${courses.zh} 各只有一个教学班，两两都有学生兼选，不能同时上，共 ${sum(told, 'needed')} 课时${base.zh}；能排的课位只有 ${sum(told, 'available')} 个：多出 ${missing(told)} 课时。`,
    en: `${courses.en} have one section each, and every two have a student in common, so they take ${sum(told, 'needed')} periods one after the other${base.en}, and there are ${sum(told, 'available')} slots: ${missing(told)} too many.`,
  };
};

const studentLines: Sentence = (told) => {
  const who = ofStudents(told);
  const courses = both(told, ['course'], named);
  const lines = both(told, ['line'], named);
  return {
    zh: `${who.zh}走班上 ${courses.zh} 共 ${sum(told, 'needed')} 门，可用的批次只有 ${sum(told, 'available')} 个（${lines.zh}）。`,
    en: `${who.en} walk to ${sum(told, 'needed')} courses (${courses.en}), and there are ${sum(told, 'available')} lines for them (${lines.en}).`,
  };
};

const courseLine: Sentence = (told) => {
  const course = of(told, 'course')[0]?.name ?? '';
  const lines = both(told, ['line'], numbered(told));
  return {
    zh: `${course} 每个教学班有 ${sum(told, 'needed')} 课时，而可用的批次中课位最多的只有 ${sum(told, 'available')} 个（${lines.zh}）。`,
    en: `A section of ${course} has ${sum(told, 'needed')} periods, and no line for it has more than ${sum(told, 'available')} slots (${lines.en}).`,
  };
};

const roomPeriods: Sentence = (told) => {
  const needs = sections(told);
  const rooms = both(told, ['room'], numbered(told));
  const base = basis(told);
  return {
    zh: `${needs.zh}，共需 ${sum(told, 'needed')} 个教室课时${base.zh}；${rooms.zh} 共可提供 ${sum(told, 'available')} 个：缺 ${missing(told)} 个。`,
    en: `${needs.en}: ${sum(told, 'needed')} room periods are needed${base.en}, and ${rooms.en} give ${sum(told, 'available')}: ${missing(told)} short.`,
  };
};

const roomSeats: Sentence = (told) => {
  const needs = both(
    told,
    ['course'],
    ({ fact, name }) => `${name} ${sum(told, `students ${fact}`)} 人`,
    ({ fact, name }) => `${name} with ${sum(told, `students ${fact}`)} students`,
  );
  const rooms = both(told, ['room'], numbered(told));
  const base = basis(told);
  return {
    zh: `${needs.zh}，人数乘课时共需 ${sum(told, 'needed')} 个座位课时${base.zh}；${rooms.zh} 共 ${sum(told, 'available')} 个（按座位和小班上限）：缺 ${missing(told)} 个。`,
    en: `${needs.en}: students times periods need ${sum(told, 'needed')} seats${base.en}, and ${rooms.en} give ${sum(told, 'available')} (seats and small-class caps counted): ${missing(told)} short.`,
  };
};

const roomLarge: Sentence = (told) => {
  const needs = both(told, ['section'], named);
  const size = sum(told, 'size');
  if (of(told, 'room').length === 0) {
    return {
      zh: `${needs.zh} 有 ${size} 人，最大的同类教室只能容纳 ${sum(told, 'largest')} 人。`,
      en: `${needs.en} has ${size} students, and the largest room of the kind holds ${sum(told, 'largest')}.`,
    };
  }
  const rooms = both(told, ['room'], named);
  return {
    zh: `${needs.zh} 至少 ${size} 人，共 ${sum(told, 'needed')} 课时；容纳得下的 ${rooms.zh} 只有 ${sum(told, 'available')} 个教室课时：缺 ${missing(told)} 个。`,
    en: `${needs.en} have ${size} students or more and ${sum(told, 'needed')} periods; the rooms large enough (${rooms.en}) give ${sum(told, 'available')}: ${missing(told)} short.`,
  };
};

const lockSlot: Sentence = (told) => {
  const lock = of(told, 'lock')[0]?.name ?? '';
  const teachers = both(told, ['teacher'], named);
  const base = basis(told);
  if (of(told, 'teacher').length === 0) {
    return {
      zh: `锁定的 ${lock} 不能排在那里${base.zh}。`,
      en: `The locked lesson ${lock} cannot be there${base.en}.`,
    };
  }
  return {
    zh: `锁定的 ${lock}：可以任教的 ${teachers.zh} 那时都不能上课${base.zh}。`,
    en: `The locked lesson ${lock}: none of those who may teach it (${teachers.en}) can teach then${base.en}.`,
  };
};

const locksClash: Sentence = (told) => {
  const [first, second] = of(told, 'lock').map(named);
  const common = both(told, ['student', 'homeroom', 'teacher', 'room', 'section'], named);
  return {
    zh: `锁定的 ${first} 与 ${second} 同时进行，而 ${common.zh} 两处都要用到。`,
    en: `The locked lessons ${first} and ${second} are at the same time, and both need ${common.en}.`,
  };
};

const SENTENCES: Record<string, Sentence> = {
  'teachers.periods': teachersPeriods,
  'teacher.bound': boundTeacher,
  'student.periods': studentPeriods,
  'course.periods': coursePeriods,
  'student.doubles': doubles,
  'course.days': spread,
  'sections.seats': sectionSeats,
  'sections.minimum': sectionMinimum,
  'sections.lines': sectionLines,
  'sections.plan': sectionPlan,
  'sections.slots': sectionSlots,
  'student.lines': studentLines,
  'course.line': courseLine,
  'rooms.periods': roomPeriods,
  'rooms.seats': roomSeats,
  'rooms.large': roomLarge,
  'lock.slot': lockSlot,
  'locks.clash': locksClash,
};

export function impossibleText(
  kind: string,
  facts: readonly FactWords[],
  sums: Readonly<Record<string, number>>,
): Words {
  return SENTENCES[kind]?.({ facts, sums }) ?? { zh: kind, en: kind };
}
