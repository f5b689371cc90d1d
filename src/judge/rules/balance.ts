/**
 * 男女均衡 `gender.balance`: per member of a balanced set |girls − round(students × G ÷ N)| over `tolerance`, halves rounded up; who states no
 * gender is not counted. params: girls, fair. 成绩均衡 `score.balance`: |mean − mean of the set| over `tolerance`, means in tenths of a point,
 * halves rounded up, of scores read to hundredths; the score of a section's subject where stated, else the student's own; who has none is
 * not counted. params: mean, fair (tenths of a point).
 */
import type { Student } from '../../school/types.ts';
import type { Week } from '../week.ts';
import { balancedSets, type BalancedSet } from './balanced-sets.ts';
import { countOf, type RuleJudge } from './rule-judge.ts';

const GIRLS = new Set(['f', 'female', '女']);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** `a ÷ b` to the nearest whole number, halves up; `b` > 0. */
const rounded = (a: number, b: number): number => Math.floor((2 * a + b) / (2 * b));

const studentsOf = ({ model }: Week, indexes: readonly number[]): Student[] =>
  indexes.flatMap((index) => model.school.students[index] ?? []);

export const judgeGenderBalance: RuleJudge = (week, rule) => {
  const tolerance = countOf(rule['tolerance'], 0);
  return balancedSets(week, rule).flatMap(({ who, members }) => {
    const counted = members.map((member) => {
      const genders = studentsOf(week, member.students).flatMap(({ gender }) => gender ?? []);
      return { member, size: genders.length, girls: genders.filter((gender) => GIRLS.has(gender)).length };
    });
    const all = sum(counted.map(({ size }) => size));
    const girlsOfAll = sum(counted.map(({ girls }) => girls));
    return counted.flatMap(({ member, size, girls }) => {
      const fair = all === 0 ? 0 : rounded(size * girlsOfAll, all);
      const deviation = Math.abs(girls - fair) - tolerance;
      return deviation <= 0 ? [] : [{ who: [member.who, who], slots: [], deviation, params: { girls, fair } }];
    });
  });
};

/** Hundredths of a point. */
function scoresOf(week: Week, { subject }: BalancedSet, students: readonly number[]): number[] {
  return studentsOf(week, students).flatMap(({ score, scores }) => {
    const points = (subject === undefined ? undefined : scores?.[subject]) ?? score;
    return points === undefined ? [] : [Math.round(points * 100)];
  });
}

/** Tenths of a point. */
const meanOf = (hundredths: readonly number[]): number => rounded(sum(hundredths), 10 * hundredths.length);

export const judgeScoreBalance: RuleJudge = (week, rule) => {
  const tolerance = countOf(rule['tolerance'], 0);
  return balancedSets(week, rule).flatMap((set) => {
    const scores = set.members.map(({ students }) => scoresOf(week, set, students));
    const all = scores.flat();
    return set.members.flatMap((member, i) => {
      const own = scores[i] ?? [];
      if (own.length === 0) return [];
      const [mean, fair] = [meanOf(own), meanOf(all)];
      const deviation = Math.abs(mean - fair) - tolerance;
      return deviation <= 0 ? [] : [{ who: [member.who, set.who], slots: [], deviation, params: { mean, fair } }];
    });
  });
};
