/** Homerooms and their students: sorted by first choice only, mixed within. */
import { below, chance, shuffled, type Random } from './random.ts';
import { drawNewName } from './names.ts';
import { apportion } from './apportion.ts';
import { firstChoices } from './combinations.ts';
import { homeroomId } from './rooms.ts';
import { partsOf, tracksByHomeroom } from './tracks.ts';
import type { Homeroom, Student } from '../school/types.ts';
import type { GeneratorSettings, GradeSettings } from './settings.ts';

/** One list of combinations per homeroom, a string per student; undefined where nothing is chosen. */
function combinationsByHomeroom(grade: GradeSettings, random: Random): (string | undefined)[][] {
  if (grade.choice === 'none' || (grade.languages && !grade.shares)) {
    return Array.from({ length: grade.homerooms }, () =>
      Array.from<string | undefined>({ length: grade.students }).fill(undefined),
    );
  }
  if (!grade.shares) throw new Error(`grades ${grade.id}: a grade with a choice needs "shares" of its combinations.`);
  if (grade.mixed) {
    const counts = apportion(Object.values(grade.shares), grade.homerooms * grade.students);
    const everyone = shuffled(
      random,
      Object.keys(grade.shares).flatMap((combination, i) => Array.from({ length: counts[i] ?? 0 }, () => combination)),
    );
    return Array.from({ length: grade.homerooms }, (_, index) =>
      everyone.slice(index * grade.students, (index + 1) * grade.students),
    );
  }
  return firstChoices(grade.shares, grade.homerooms, grade.students, grade.keeps).flatMap((first) => {
    const inOrder = first.combinations.flatMap(({ combination, students }) =>
      Array.from({ length: students }, () => combination),
    );
    const everyone = grade.sorted ? inOrder : shuffled(random, inOrder);
    return Array.from({ length: first.homerooms }, (_, index) =>
      everyone.slice(index * grade.students, (index + 1) * grade.students),
    );
  });
}

/** Combinations, and the language where it is not the usual one: its short comes last. */
function choicesByHomeroom(grade: GradeSettings, random: Random): (string | undefined)[][] {
  const choices = partsOf(grade).flatMap((part) => combinationsByHomeroom(part, random));
  for (const { short, homerooms, each } of grade.languages ?? []) {
    for (const homeroom of choices.slice(-homerooms)) {
      for (const student of shuffled(random, [...homeroom.keys()]).slice(0, each)) {
        homeroom[student] = `${homeroom[student] ?? ''}${short}`;
      }
    }
  }
  return choices;
}

export function makeHomerooms(settings: GeneratorSettings): Homeroom[] {
  return settings.grades.flatMap((grade) =>
    Array.from({ length: grade.homerooms }, (_, index) => {
      const id = homeroomId(grade, index);
      const name = grade.forms ? `${index + 1}班` : `${grade.name}(${index + 1})班`;
      return { id, name, grade: grade.id, room: `r-${id}` };
    }),
  );
}

/** Full marks are 750; the sum of three draws makes the middle the rule. */
const drawScore = (random: Random): number => 250 + below(random, 151) + below(random, 151) + below(random, 151);

/** Students in file order: grade by grade, homeroom by homeroom, in no order within; where homerooms are to be formed, in no order at all. */
export function makeStudents(settings: GeneratorSettings, choices: Random, names: Random, scores: Random): Student[] {
  const used = new Set<string>();
  const students: Student[] = [];
  for (const grade of settings.grades) {
    const combinations = choicesByHomeroom(grade, choices);
    const tracks = tracksByHomeroom(grade, choices);
    const places = combinations.flatMap((homeroom, index) =>
      homeroom.map((combination, student) => ({
        homeroom: homeroomId(grade, index),
        combination,
        track: tracks[index]?.[student],
      })),
    );
    for (const { homeroom, combination, track } of grade.forms ? shuffled(scores, places) : places) {
      const gender = chance(names, 0.5) ? 'f' : 'm';
      students.push({
        id: `s${String(students.length + 1).padStart(5, '0')}`,
        name: drawNewName(names, gender, used),
        homeroom,
        gender,
        ...(track === undefined ? {} : { track }),
        ...(combination === undefined ? {} : { choices: combination }),
        ...(grade.forms ? { score: drawScore(scores) } : {}),
      });
    }
  }
  return students;
}
