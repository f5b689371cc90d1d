/** The facts of a certificate, looked up in the school's file; null where one of them is not there (a stale id) or makes no sense. */
import type { FilledRule } from '../../school/model.ts';
import { readSlotSet } from '../../school/slots.ts';
import type { Lock } from '../../school/types.ts';
import { homeOfGiven, type Book, type CourseEntry } from './book.ts';

export interface SectionRef {
  fact: string;
  entry: CourseEntry;
  /** undefined: it walks */
  homeroom: number | undefined;
  /** teacher ids that the school gives it */
  teachers: string[];
  room: string | undefined;
}

export interface Evidence {
  courses: CourseEntry[];
  sections: SectionRef[];
  teachers: number[];
  rooms: number[];
  students: number[];
  homerooms: number[];
  grades: number[];
  lines: { grade: number; line: string }[];
  rules: FilledRule[];
  locks: { index: number; lock: Lock }[];
  kinds: string[];
  /** null: none are named */
  slots: Set<number> | null;
  slotFacts: string[];
  ruleFacts: string[];
}

/** `course/homeroom`, or the id of a given section. */
export function sectionRef(book: Book, id: string): SectionRef | null {
  const { model, entries } = book;
  const given = model.school.sections?.find((section) => section.id === id);
  const slash = id.lastIndexOf('/');
  const courseId = given?.course ?? id.slice(0, Math.max(0, slash));
  const entry = entries[model.courseOf.get(courseId) ?? -1];
  if (!entry) return null;
  const homeroom = given ? homeOfGiven(book, entry, given) : model.homeroomOf.get(id.slice(slash + 1));
  if (!given && (homeroom === undefined || !entry.homes.has(homeroom))) return null;
  return { fact: `section:${id}`, entry, homeroom, teachers: given?.teachers ?? [], room: given?.room };
}

const LINES = /^(.+)\/([^/]+)$/;

function addLine(book: Book, evidence: Evidence, id: string): boolean {
  const [, gradeId = '', line = ''] = LINES.exec(id) ?? [];
  const grade = book.model.gradeOf.get(gradeId);
  const lines = book.model.school.grades[grade ?? -1]?.lines;
  if (grade === undefined || lines === undefined) return false;
  const known =
    typeof lines === 'number' ? /^[1-9]\d*$/.test(line) && Number(line) <= lines : lines.some((it) => it.id === line);
  if (known) evidence.lines.push({ grade, line });
  return known;
}

function addFact(book: Book, evidence: Evidence, kind: string, id: string): boolean {
  const { model, entries } = book;
  const push = <T>(list: T[], item: T | undefined): boolean => {
    if (item === undefined) return false;
    list.push(item);
    return true;
  };
  switch (kind) {
    case 'course':
      return push(evidence.courses, entries[model.courseOf.get(id) ?? -1]);
    case 'section':
      return push(evidence.sections, sectionRef(book, id) ?? undefined);
    case 'teacher':
      return push(evidence.teachers, model.teacherOf.get(id));
    case 'room':
      return push(evidence.rooms, model.roomOf.get(id));
    case 'student':
      return push(evidence.students, model.studentOf.get(id));
    case 'homeroom':
      return push(evidence.homerooms, model.homeroomOf.get(id));
    case 'grade':
      return push(evidence.grades, model.gradeOf.get(id));
    case 'line':
      return addLine(book, evidence, id);
    case 'rule':
      evidence.ruleFacts.push(`rule:${id}`);
      return push(
        evidence.rules,
        model.rules.find((rule) => rule.id === id && rule.strength === 'must'),
      );
    case 'lock': {
      const lock = /^\d+$/.test(id) ? model.school.locks?.[Number(id)] : undefined;
      return push(evidence.locks, lock && { index: Number(id), lock });
    }
    case 'kind':
      return push(evidence.kinds, id);
    case 'slots': {
      let sound = true;
      const mask = readSlotSet(model.grid, id === '-' ? [] : id, '', () => (sound = false));
      evidence.slots ??= new Set();
      mask.forEach((bit, slot) => bit && evidence.slots?.add(slot));
      evidence.slotFacts.push(`slots:${id}`);
      return sound;
    }
    default:
      return false;
  }
}

export function readFacts(book: Book, facts: readonly string[]): Evidence | null {
  const evidence: Evidence = {
    courses: [],
    sections: [],
    teachers: [],
    rooms: [],
    students: [],
    homerooms: [],
    grades: [],
    lines: [],
    rules: [],
    locks: [],
    kinds: [],
    slots: null,
    slotFacts: [],
    ruleFacts: [],
  };
  if (new Set(facts).size !== facts.length) return null;
  for (const fact of facts) {
    const colon = fact.indexOf(':');
    if (!addFact(book, evidence, fact.slice(0, colon), fact.slice(colon + 1))) return null;
  }
  return evidence;
}
