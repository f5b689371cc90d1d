/**
 * A certificate of impossibility recounted from the school's file alone: its facts are looked up, its sums are counted anew and must be
 * the same to the last one, and together they must be impossible.
 */
import type { School } from '../../school/types.ts';
import type { Proof } from '../../timetable/types.ts';
import { openBook, type Book } from './book.ts';
import type { CountKind, Counted } from './counted.ts';
import { readFacts } from './evidence.ts';
import { countLocksClash, countLockSlot } from './locks.ts';
import { countLargeRooms, countRoomPeriods, countRoomSeats } from './rooms.ts';
import { countSectionPlan } from './section-plan.ts';
import { countSectionLines, countSectionSlots } from './single-sections.ts';
import {
  countCourseLine,
  countCoursePeriods,
  countDoubles,
  countSectionSeats,
  countSizeBand,
  countSpread,
  countStudentLines,
  countStudentPeriods,
} from './students.ts';
import { countBoundTeacher, countTeacherPeriods } from './teachers.ts';

const KINDS: ReadonlyMap<string, CountKind> = new Map<string, CountKind>([
  ['teachers.periods', countTeacherPeriods],
  ['teacher.bound', countBoundTeacher],
  ['student.periods', countStudentPeriods],
  ['course.periods', countCoursePeriods],
  ['student.doubles', countDoubles],
  ['course.days', countSpread],
  ['sections.seats', countSectionSeats],
  ['sections.minimum', countSizeBand],
  ['sections.lines', countSectionLines],
  ['sections.slots', countSectionSlots],
  ['sections.plan', countSectionPlan],
  ['student.lines', countStudentLines],
  ['course.line', countCourseLine],
  ['rooms.periods', countRoomPeriods],
  ['rooms.seats', countRoomSeats],
  ['rooms.large', countLargeRooms],
  ['lock.slot', countLockSlot],
  ['locks.clash', countLocksClash],
]);

/** Kinds that can be recounted from the school's file; of others nothing is said. */
export const RECOUNTED_KINDS: readonly string[] = [...KINDS.keys()];

/** Of these, the kinds that are not counted but gone through: all that could be is tried. */
export const EXHAUSTED_KINDS: readonly string[] = ['sections.plan'];

export type Certificate = Pick<Proof, 'kind' | 'facts' | 'sums'>;

/**
 * facts: one is not in the file, or they do not belong together; missing: the count needs others; sums: another number;
 * possible: all is as it says, and it can be; unfinished: all is as it says, and the search has a limit of steps that is too low for it
 */
export type RecountTrouble = 'kind' | 'facts' | 'missing' | 'sums' | 'possible' | 'unfinished';

export interface CertificateRecount {
  holds: boolean;
  trouble?: RecountTrouble;
  /** what the trouble is about: facts, or sums by name */
  about: string[];
  counted: Counted | null;
}

const failed = (trouble: RecountTrouble, about: string[], counted: Counted | null): CertificateRecount => ({
  holds: false,
  trouble,
  about,
  counted,
});

const difference = (a: readonly string[], b: readonly string[]): string[] => a.filter((item) => !b.includes(item));

function recountIn(book: Book, certificate: Certificate): CertificateRecount {
  const count = KINDS.get(certificate.kind);
  if (!count) return failed('kind', [certificate.kind], null);
  const evidence = readFacts(book, certificate.facts);
  const counted = evidence && count(book, evidence);
  if (!counted) return failed('facts', [], null);
  const unlike = [...difference(counted.facts, certificate.facts), ...difference(certificate.facts, counted.facts)];
  if (unlike.length > 0) return failed('missing', unlike, counted);
  const names = [...new Set([...Object.keys(counted.sums), ...Object.keys(certificate.sums)])];
  const wrong = names.filter((name) => counted.sums[name] !== certificate.sums[name]);
  if (wrong.length > 0) return failed('sums', wrong, counted);
  if (counted.unfinished) return failed('unfinished', [], counted);
  return counted.impossible ? { holds: true, about: [], counted } : failed('possible', [], counted);
}

/** `school` is a document that `makeSchoolModel` can work with. */
export function recountCertificates(school: School, certificates: readonly Certificate[]): CertificateRecount[] {
  if (certificates.length === 0) return [];
  const book = openBook(school);
  return certificates.map((certificate) => recountIn(book, certificate));
}
