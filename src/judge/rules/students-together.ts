/**
 * 同班 `students.together` and 不同班 `students.apart` (sets): pairs of the students named × courses in which both sit, in different ones, or in
 * the same one, of the selected sections. One finding per pair and course. params: course.
 */
import type { Rule } from '../../school/types.ts';
import type { Breach } from '../judgement.ts';
import { courseWho, sectionWho, studentWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import type { JudgedSection, Week } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

type Wrong = (one: JudgedSection, other: JudgedSection) => boolean;

function wrongPairs(week: Week, rule: Rule, isWrong: Wrong): Breach[] {
  const { students: ids, ...places } = rule;
  const selected = new Set(selectSections(week, places));
  const students = [...new Set((ids ?? []).flatMap((id) => week.model.studentOf.get(id) ?? []))].toSorted(
    (a, b) => a - b,
  );
  const sectionsOf = (student: number): JudgedSection[] =>
    (week.sectionsOfStudent[student] ?? []).filter((section) => selected.has(section));
  return students.flatMap((one, i) =>
    students.slice(i + 1).flatMap((other) =>
      sectionsOf(one).flatMap((section) => {
        const theirs = sectionsOf(other).filter(({ courseIndex }) => courseIndex === section.courseIndex);
        const [wrong] = theirs.filter((their) => isWrong(section, their));
        if (wrong === undefined) return [];
        const who = [
          studentWho(week, one),
          studentWho(week, other),
          courseWho(week, section.courseIndex),
          ...[...new Set([section, wrong])].map((each) => sectionWho(week, each)),
        ];
        return [{ who, slots: [], deviation: 1, params: { course: section.course.id } }];
      }),
    ),
  );
}

export const judgeStudentsTogether: RuleJudge = (week, rule) => wrongPairs(week, rule, (one, other) => one !== other);
export const judgeStudentsApart: RuleJudge = (week, rule) => wrongPairs(week, rule, (one, other) => one === other);
