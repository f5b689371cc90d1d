/** Reads a school document: every fault of the file in one pass, each with its place, its value and what to do. */
import { checkCalendar } from './checks/calendar.ts';
import { checkCourses } from './checks/courses.ts';
import { makeDraft, type Draft } from './checks/draft.ts';
import { checkFormedHomerooms } from './checks/formed-homerooms.ts';
import { checkGrades } from './checks/grades.ts';
import { checkGroups } from './checks/groups.ts';
import { checkHomerooms } from './checks/homerooms.ts';
import { checkLockKeys, checkLocks } from './checks/locks.ts';
import { checkRooms } from './checks/rooms.ts';
import { checkRuleContradictions } from './checks/rule-contradictions.ts';
import { checkRuleSelection } from './checks/rule-selection.ts';
import { checkRuleSlots } from './checks/rule-slots.ts';
import { checkJointSections } from './checks/joint-sections.ts';
import { checkRuleSections, checkRules, checkRuleShapes } from './checks/rules.ts';
import { checkSectionPools, checkSections } from './checks/sections.ts';
import { checkStudents } from './checks/students.ts';
import { checkSubjects } from './checks/subjects.ts';
import { checkSupply } from './checks/supply.ts';
import { checkTeachers } from './checks/teachers.ts';
import { checkWhole, makeWhole } from './checks/whole.ts';
import type { Fault } from './fault.ts';
import { makeFaultList, type FaultList, type Report } from './fault-list.ts';
import { expandWithPaths } from './groups.ts';
import { parseJson } from './json-text.ts';
import { locateFaults } from './locate.ts';
import { checkReferences, collectIds } from './references.ts';
import { SCHOOL_SHAPE } from './school-shape.ts';
import { isOtherDocument } from './other-document.ts';
import { shapeCheck } from './shape-check.ts';
import type { School } from './types.ts';

export interface SchoolReading {
  /** null where there is a fault; warnings leave it usable */
  school: School | null;
  faults: Fault[];
}

const checkShape = shapeCheck(SCHOOL_SHAPE);

/**
 * From bytes or text to a school that `makeSchoolModel` and `courseUnits` can work with. Never throws on what a file may hold. Each
 * pass (text, shape, references, meaning of each item, who takes what) looks only at what the passes before found sound.
 */
export function readSchool(input: string | Uint8Array): SchoolReading {
  const faults = makeFaultList();
  const document = parseJson(input, faults);
  if (document !== undefined) checkDocument(document, faults);
  const school = faults.hasFaults() ? null : (document as School);
  return { school, faults: locateFaults(faults.list(), input, document) };
}

/** Faults that say that something cannot be, in a file that is sound otherwise: a diagnosis proves them, a solver need not begin. */
const IMPOSSIBLE: ReadonlySet<string> = new Set([
  'student.too-many-periods',
  'homeroom.too-many-periods',
  'course.no-teacher',
  'course.no-room-of-kind',
  'course.slots-too-few',
  'course.lesson-too-long',
  'teacher.given-load',
  'lock.slot-closed',
  'rule.slots-few',
  'rule.slots-short',
  'rule.days-few',
  'rule.against-lock',
]);

/** As `readSchool`, but a school whose only faults are that it cannot be done is read all the same; its faults are listed. */
export function readSchoolToDiagnose(input: string | Uint8Array): SchoolReading {
  const faults = makeFaultList();
  const document = parseJson(input, faults);
  if (document !== undefined) checkDocument(document, faults);
  const all = faults.list();
  const unsound = all.some(({ severity, code }) => severity === 'fault' && !IMPOSSIBLE.has(code));
  const school = document === undefined || unsound ? null : (document as School);
  return { school, faults: locateFaults(all, input, document) };
}

/**
 * The draft has the members in the place of their groups, and its faults point into the file as it is. Where groups themselves are at
 * fault, nothing is expanded, and what may hold them is not looked into.
 */
function makeDraftOf(fields: Record<string, unknown>, faults: FaultList): Draft {
  if (!faults.isClean('groups')) return makeDraft({ ...fields, groups: undefined }, faults);
  const { school, originalPath } = expandWithPaths(fields as unknown as School);
  if ((school as unknown) === fields) return makeDraft(fields, faults);
  const atOrigin =
    (report: Report): Report =>
    (code, path, value, params) => {
      report(code, originalPath(path), value, params);
    };
  return makeDraft(school as unknown as Record<string, unknown>, {
    ...faults,
    report: atOrigin(faults.report),
    warn: atOrigin(faults.warn),
  });
}

function checkDocument(document: unknown, faults: FaultList): void {
  if (isOtherDocument(document, 'school', faults)) return;
  checkShape(document, '', faults);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return;
  const fields = document as Record<string, unknown>;
  checkRuleShapes(fields['rules'], faults);
  checkReferences(document, collectIds(document, faults), faults);
  checkGroups(fields, faults);
  const draft = makeDraftOf(fields, faults);
  checkCalendar(draft);
  checkRooms(draft);
  checkSubjects(draft);
  checkTeachers(draft);
  checkGrades(draft);
  checkHomerooms(draft);
  checkFormedHomerooms(draft);
  if (!faults.isClean('groups')) return;
  checkCourses(draft);
  checkStudents(draft);
  checkSections(draft);
  checkLockKeys(draft);
  checkRules(draft);
  const whole = makeWhole(draft);
  if (!whole) return;
  checkWhole(draft, whole);
  checkSectionPools(draft, whole);
  checkLocks(draft, whole);
  checkRuleSections(draft, whole);
  checkJointSections(draft, whole);
  checkRuleSelection(draft, whole);
  checkRuleSlots(draft, whole);
  checkRuleContradictions(draft, whole);
  if (!faults.hasFaults()) checkSupply(draft, whole);
}
