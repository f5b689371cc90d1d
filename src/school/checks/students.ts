import type { ChoiceGroup, Course, Student } from '../types.ts';
import { isCombination, readShorts, takes, takeText } from './choices.ts';
import type { Draft, Entry } from './draft.ts';

/** What a student may choose and be, by grade. */
interface Offer {
  groups: ChoiceGroup[];
  /** subjects of the groups */
  electives: ReadonlySet<string>;
  combinations: string[][];
  /** levels and tracks that courses of the grade ask for: `subject level`, and tracks */
  levels: ReadonlySet<string>;
  levelledSubjects: ReadonlySet<string>;
  tracks: ReadonlySet<string>;
}

const asList = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function offerOf(draft: Draft, gradeId: string, groups: ChoiceGroup[], courses: readonly Course[]): Offer {
  const quiet = { ...draft, faults: { ...draft.faults, report: () => {} } };
  return {
    groups,
    electives: new Set(groups.flatMap((group) => group.from)),
    combinations: (draft.grade.get(gradeId)?.item.combinations ?? []).flatMap((combination) => {
      const subjects = typeof combination === 'string' ? readShorts(quiet, combination, '') : combination;
      return subjects ? [subjects] : [];
    }),
    levels: new Set(courses.flatMap((course) => asList(course.level).map((level) => `${course.subject} ${level}`))),
    levelledSubjects: new Set(courses.flatMap((course) => (course.level === undefined ? [] : [course.subject]))),
    tracks: new Set(['general', ...courses.flatMap((course) => asList(course.track))]),
  };
}

export function checkStudents(draft: Draft): void {
  const offers = new Map(
    draft.grades.flatMap(({ item }) => {
      const groups = draft.choiceGroups.get(item.id);
      if (!groups) return [];
      const courses = draft.courses.flatMap((entry) => (entry.item.grade === item.id ? [entry.item] : []));
      return [[item.id, offerOf(draft, item.id, groups, courses)] as const];
    }),
  );
  for (const entry of draft.students) {
    const { item: student, path } = entry;
    const gradeId = checkGrade(draft, entry);
    const exempt = new Set(student.exempt);
    student.extra?.forEach((course, index) => {
      if (!exempt.has(course)) return;
      draft.faults.report('student.extra-and-exempt', `${path}.extra[${index}]`, course, {
        student: student.id,
        course,
      });
    });
    const offer = gradeId === undefined ? undefined : offers.get(gradeId);
    if (!offer || gradeId === undefined) continue;
    checkChoices(draft, entry, gradeId, offer);
    if (draft.allSound('courses')) checkLevels(draft, entry, offer);
  }
}

/** The student's grade id; a student has a homeroom or a grade, and if both, the same grade. */
function checkGrade(draft: Draft, { item: student, path }: Entry<Student>): string | undefined {
  if (student.homeroom === undefined) {
    if (student.grade === undefined) draft.faults.report('student.no-grade', path, undefined, { student: student.id });
    return student.grade;
  }
  const own = draft.homeroom.get(student.homeroom)?.item.grade;
  if (own !== undefined && student.grade !== undefined && own !== student.grade) {
    const params = { student: student.id, homeroom: student.homeroom, grade: own };
    draft.faults.report('student.grade-differs', `${path}.grade`, student.grade, params);
    return undefined;
  }
  return own;
}

function checkChoices(draft: Draft, { item: student, path }: Entry<Student>, gradeId: string, offer: Offer): void {
  const { faults } = draft;
  const where = `${path}.choices`;
  const { choices } = student;
  const named = choices === undefined ? [] : typeof choices === 'string' ? readShorts(draft, choices, where) : choices;
  if (!named) return;
  const who = { student: student.id, grade: gradeId };
  if (offer.groups.length === 0) {
    if (named.length > 0) faults.report('student.choices-without-choice', where, choices, who);
    return;
  }
  for (const subject of named) {
    if (offer.electives.has(subject)) continue;
    faults.report('student.choice-outside', where, choices, { ...who, subject });
    return;
  }
  const chosen = [...named];
  for (const group of offer.groups) {
    const taken = group.from.filter((id) => named.includes(id)).length;
    if (taken === 0 && group.default) chosen.push(...group.default);
    else if (!takes(group, taken)) {
      const params = { ...who, taken, take: takeText(group), from: group.from.join(' · ') };
      faults.report(
        choices === undefined ? 'student.choices-missing' : 'student.choices-count',
        where,
        choices,
        params,
      );
      return;
    }
  }
  if (offer.combinations.length === 0) return;
  if (!offer.combinations.some((combination) => isCombination(offer.groups, combination, chosen))) {
    faults.report('student.combination', where, choices, who);
  }
}

/** A level or track that no course asks for is most likely a slip: the student would silently take none of them. */
function checkLevels(draft: Draft, { item: student, path }: Entry<Student>, offer: Offer): void {
  for (const [subject, level] of Object.entries(student.levels ?? {})) {
    if (!offer.levelledSubjects.has(subject) || offer.levels.has(`${subject} ${level}`)) continue;
    draft.faults.warn('student.level-unused', `${path}.levels.${subject}`, level, {
      student: student.id,
      subject,
      level,
    });
  }
  if (student.track !== undefined && !offer.tracks.has(student.track)) {
    draft.faults.warn('student.track-unused', `${path}.track`, student.track, {
      student: student.id,
      track: student.track,
    });
  }
}
