/** Rules on who sits in which section; formed homerooms are settled before anything is planned. */
import { NO_VALUE, ROSTER_SHAPE, rosterDeviation } from '../../../solver/index.ts';
import type { FilledRule } from '../../school/model.ts';
import type { Student } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule, type Lowering } from '../context.ts';

/** Selected walking sections whose students the school does not name. */
const formedSections = (filled: FilledRule, context: Lowering): number[] =>
  selectSections(filled, context).filter((index) => {
    const section = context.sections[index];
    return section !== undefined && section.pool >= 0 && !section.given?.students;
  });

/** By course and pool. */
function pools(filled: FilledRule, context: Lowering): number[][] {
  const found = new Map<string, number[]>();
  for (const index of formedSections(filled, context)) {
    const section = context.sections[index];
    const key = `${section?.course}:${section?.pool}`;
    const own = found.get(key);
    if (own) own.push(index);
    else found.set(key, [index]);
  }
  return [...found.values()];
}

/** 班额 */
export const lowerSizeBand: LowerRule = (filled, rule, context) => {
  const tolerance = intParameter(filled, 'tolerance', 0);
  for (const event of formedSections(filled, context)) {
    const size = context.model.courses[context.sections[event]?.course ?? -1]?.size;
    if (!size) continue;
    const { min: least, target } = size;
    context.monitors.roster({ rule, shape: ROSTER_SHAPE.band, tolerance, least, target }, [event]);
  }
};

/** A number of each student: heads that are no student count for nothing. */
function valueRow({ model, monitors }: Lowering, valueOf: (student: Student) => number): number {
  const heads = model.school.students.length + model.school.homerooms.length;
  const values = new Int32Array(heads).fill(NO_VALUE);
  model.school.students.forEach((student, index) => (values[index] = valueOf(student)));
  return monitors.studentValue(values);
}

/** 1 girl, 0 not; who states nothing is not counted. */
const girl = ({ gender }: Student): number =>
  gender === undefined ? NO_VALUE : ['f', 'female', '女'].includes(gender) ? 1 : 0;

const hundredths = (score: number | undefined): number => (score === undefined ? NO_VALUE : Math.round(score * 100));

/** Selectors by which no formed homeroom is selected. */
const SECTION_SELECTORS = ['courses', 'subjects', 'sections', 'teachers', 'rooms'] as const;

/** What a rule measures of homerooms that are formed. */
export interface HomeroomMeasure {
  valueOf(student: Student): number;
  deviation(people: readonly { count: number; sum: number }[]): number;
}

/** null where the rule does not look at the formed homerooms of the grade, or not at all of them. */
export function homeroomMeasure(filled: FilledRule, grade: string): HomeroomMeasure | null {
  const { grades, homerooms, students, grouping } = filled.rule;
  const looks = grades?.includes(grade) ?? true;
  const atAll = !homerooms && !students && grouping !== 'walking';
  if (!looks || !atAll || SECTION_SELECTORS.some((key) => filled.rule[key] !== undefined)) return null;
  const tolerance = intParameter(filled, 'tolerance', 0);
  const measure = (shape: number, valueOf: HomeroomMeasure['valueOf']): HomeroomMeasure => ({
    valueOf,
    deviation: (people) => rosterDeviation(oneRoster(shape, tolerance), 0, people),
  });
  if (filled.type === 'gender.balance') return measure(ROSTER_SHAPE.share, girl);
  if (filled.type === 'score.balance') return measure(ROSTER_SHAPE.mean, ({ score }) => hundredths(score));
  return null;
}

/**
 * The deviation of the formed homerooms of each selected grade, as a monitor without events: who sits there is settled. `valueOf` as in
 * the sections.
 */
function lowerFormedHomerooms(
  filled: FilledRule,
  rule: number,
  { model, monitors }: Lowering,
  shape: number,
  tolerance: number,
  valueOf: (student: Student) => number,
): void {
  const { school } = model;
  const { grades, homerooms, students, grouping } = filled.rule;
  if (SECTION_SELECTORS.some((key) => filled.rule[key] !== undefined) || grouping === 'walking') return;
  for (const grade of school.grades) {
    if (!grade.formHomerooms || (grades && !grades.includes(grade.id))) continue;
    const people = school.homerooms.flatMap((homeroom, index) => {
      const own = (model.homeroomStudents[index] ?? []).flatMap((student) => school.students[student] ?? []);
      const selected =
        homeroom.grade === grade.id &&
        (homerooms?.includes(homeroom.id) ?? true) &&
        (students?.some((id) => own.some((student) => student.id === id)) ?? true);
      if (!selected) return [];
      const values = own.map(valueOf).filter((value) => value !== NO_VALUE);
      return [{ count: values.length, sum: values.reduce((sum, value) => sum + value, 0) }];
    });
    const base = rosterDeviation(oneRoster(shape, tolerance), 0, people);
    if (base > 0) monitors.roster({ rule, shape, base }, []);
  }
}

/** A table of one monitor, to ask its shape. */
const oneRoster = (shape: number, tolerance: number): Parameters<typeof rosterDeviation>[0] => ({
  roster: {
    count: 1,
    rule: Int32Array.of(0),
    shape: Int32Array.of(shape),
    value: Int32Array.of(0),
    tolerance: Int32Array.of(tolerance),
    least: Int32Array.of(0),
    target: Int32Array.of(0),
    base: Int32Array.of(0),
    events: { start: Int32Array.of(0, 0), item: new Int32Array(0) },
  },
});

/** 男女均衡 */
export const lowerGenderBalance: LowerRule = (filled, rule, context) => {
  const tolerance = intParameter(filled, 'tolerance', 0);
  const value = valueRow(context, girl);
  for (const events of pools(filled, context))
    context.monitors.roster({ rule, shape: ROSTER_SHAPE.share, value, tolerance }, events);
  lowerFormedHomerooms(filled, rule, context, ROSTER_SHAPE.share, tolerance, girl);
};

/** 成绩均衡: the score of a student in a section is that of its subject, else the whole. */
export const lowerScoreBalance: LowerRule = (filled, rule, context) => {
  const { model, sections, monitors } = context;
  const tolerance = intParameter(filled, 'tolerance', 0);
  const rowOf = new Map<string, number>();
  for (const events of pools(filled, context)) {
    const subject = model.school.courses[sections[events[0] ?? -1]?.course ?? -1]?.subject ?? '';
    const value =
      rowOf.get(subject) ?? valueRow(context, ({ score, scores }) => hundredths(scores?.[subject] ?? score));
    rowOf.set(subject, value);
    monitors.roster({ rule, shape: ROSTER_SHAPE.mean, value, tolerance }, events);
  }
  lowerFormedHomerooms(filled, rule, context, ROSTER_SHAPE.mean, tolerance, ({ score }) => hundredths(score));
};

/** 同班, 不同班: the students are one set, `students` is no selector of sections. */
const lowerCompanions =
  (shape: number): LowerRule =>
  (filled, rule, context) => {
    const { students, ...rule_ } = filled.rule;
    const chosen = new Set(students ?? []);
    const value = valueRow(context, ({ id }) => (chosen.has(id) ? 1 : NO_VALUE));
    const members = new Set([...chosen].flatMap((id) => context.model.studentOf.get(id) ?? []));
    const ofCourse = new Map<number, number[]>();
    for (const event of selectSections({ ...filled, rule: rule_ }, context)) {
      const section = context.sections[event];
      // Walking sections without one of them may get one.
      if (!section || (section.pool < 0 && !section.students.some((student) => members.has(student)))) continue;
      const own = ofCourse.get(section.course);
      if (own) own.push(event);
      else ofCourse.set(section.course, [event]);
    }
    for (const events of ofCourse.values()) context.monitors.roster({ rule, shape, value }, events);
  };

export const lowerStudentsTogether = lowerCompanions(ROSTER_SHAPE.together);
export const lowerStudentsApart = lowerCompanions(ROSTER_SHAPE.apart);
