/**
 * Homerooms from choices (formHomerooms): of near equal size, one first choice each where numbers allow, few combinations each, and
 * within a combination level in score and gender; then as the rules want them. Deterministic; students keep file order wherever nothing else decides.
 */
import { levelHomerooms, type Forming } from './level-homerooms.ts';
import { choiceGroupsOf, chosenSubjects } from '../school/model.ts';
import type { FormedHomeroom } from '../school/complete.ts';
import type { School, Student } from '../school/types.ts';

interface Combination {
  /** subjects of the choice groups with one to take: the first choice (首选) */
  first: string;
  key: string;
  students: Student[];
}

function combinationsOf(school: School, grade: number): Combination[] {
  const groups = choiceGroupsOf(school, grade);
  const single = new Set(groups.filter((group) => group.take === 1).flatMap((group) => group.from));
  const gradeId = school.grades[grade]?.id;
  const combinations = new Map<string, Combination>();
  for (const student of school.students) {
    if (student.homeroom !== undefined || student.grade !== gradeId) continue;
    const chosen = chosenSubjects(school, groups, student.choices);
    const ordered = school.subjects.filter((subject) => chosen.includes(subject.id)).map((subject) => subject.id);
    const first = [student.track ?? '', ...ordered.filter((id) => single.has(id))].join(' ');
    const key = [first, ...ordered].join(' ');
    const known = combinations.get(key);
    if (known) known.students.push(student);
    else combinations.set(key, { first, key, students: [student] });
  }
  return [...combinations.values()];
}

const scoreOf = ({ score, scores }: Student): number =>
  score ?? Object.values(scores ?? {}).reduce((sum, value) => sum + value, 0);

/** Homerooms for each first choice, by largest remainder; each gets at least one. */
function shareHomerooms(sizes: number[], count: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shares = sizes.map((size) => Math.max(1, Math.floor((size * count) / Math.max(1, total))));
  const used = (): number => shares.reduce((sum, share) => sum + share, 0);
  // The group whose homerooms are fullest gets the next one; the emptiest gives one back.
  while (used() < count) {
    const fullest = sizes.reduce(
      (best, size, i) => (size / (shares[i] ?? 1) > (sizes[best] ?? 0) / (shares[best] ?? 1) ? i : best),
      0,
    );
    shares[fullest] = (shares[fullest] ?? 0) + 1;
  }
  while (used() > count) {
    const open = sizes.map((_, i) => i).filter((i) => (shares[i] ?? 0) > 1);
    const emptiest = open.reduce(
      (best, i) => ((sizes[i] ?? 0) / (shares[i] ?? 1) < (sizes[best] ?? 0) / (shares[best] ?? 1) ? i : best),
      open[0] ?? 0,
    );
    if (open.length === 0) break;
    shares[emptiest] = (shares[emptiest] ?? 1) - 1;
  }
  return shares;
}

/** Students of one first choice into `count` homerooms: combinations one after another, each levelled over the homerooms it spans. */
function fillHomerooms(combinations: Combination[], count: number): Student[][] {
  const total = combinations.reduce((sum, { students }) => sum + students.length, 0);
  const places = Array.from(
    { length: count },
    (_, i) => Math.floor(((i + 1) * total) / count) - Math.floor((i * total) / count),
  );
  const homerooms: Student[][] = places.map(() => []);
  let at = 0;
  for (const { students } of combinations.toSorted((a, b) => b.students.length - a.students.length)) {
    // How many of the combination each homeroom takes, then who: by gender and score, dealt to and fro.
    const quota = places.map(() => 0);
    for (let left = students.length; left > 0;) {
      const room = (places[at] ?? 0) - (homerooms[at]?.length ?? 0) - (quota[at] ?? 0);
      const part = Math.min(left, room);
      quota[at] = (quota[at] ?? 0) + part;
      left -= part;
      if (part === room && at + 1 < count) at++;
      else if (part === 0) break;
    }
    const order = students
      .map((student, index) => ({ student, index }))
      .sort(
        (a, b) =>
          (a.student.gender ?? '').length - (b.student.gender ?? '').length ||
          ((a.student.gender ?? '') < (b.student.gender ?? '') ? -1 : a.student.gender === b.student.gender ? 0 : 1) ||
          scoreOf(b.student) - scoreOf(a.student) ||
          a.index - b.index,
      );
    const spans = quota.map((_, i) => i).filter((i) => (quota[i] ?? 0) > 0);
    let forward = true;
    let step = 0;
    for (const { student } of order) {
      let home = -1;
      for (let tried = 0; home < 0 && tried <= 2 * spans.length; tried++) {
        const candidate = spans[forward ? step : spans.length - 1 - step] ?? -1;
        if (++step === spans.length) {
          step = 0;
          forward = !forward;
        }
        if ((quota[candidate] ?? 0) > 0) home = candidate;
      }
      if (home < 0) break;
      quota[home] = (quota[home] ?? 0) - 1;
      homerooms[home]?.push(student);
    }
  }
  return homerooms;
}

/** The homerooms of every forming grade, ids `<grade>-1` …; students in file order. */
export function formHomerooms(school: School): FormedHomeroom[] {
  const order = new Map(school.students.map((student, index) => [student.id, index]));
  return school.grades.flatMap((grade, index) => {
    if (!grade.formHomerooms) return [];
    const combinations = combinationsOf(school, index);
    const firsts = [...new Set(combinations.map(({ first }) => first))];
    const groups = firsts.map((first) => combinations.filter((it) => it.first === first));
    const sizes = groups.map((group) => group.reduce((sum, { students }) => sum + students.length, 0));
    const shares = shareHomerooms(sizes, Math.max(grade.formHomerooms.count, firsts.length));
    const max = grade.formHomerooms.size.max ?? Infinity;
    const fits = groups.length <= grade.formHomerooms.count && sizes.every((size, i) => size <= max * (shares[i] ?? 0));
    // First choices that do not divide into homerooms of the asked size share some.
    const filled = fits
      ? groups.flatMap((group, i) => fillHomerooms(group, shares[i] ?? 1))
      : fillHomerooms(groups.flat(), grade.formHomerooms.count);
    const keyOf = new Map(combinations.flatMap((it) => it.students.map((student) => [student, it] as const)));
    const level = filled.map((students) =>
      students.map((student): Forming => {
        const { key = '', first = '' } = keyOf.get(student) ?? {};
        return { student, combination: key, first: fits ? first : '' };
      }),
    );
    levelHomerooms(school, grade.id, level);
    return level.map((forming, i) => ({
      id: `${grade.id}-${i + 1}`,
      // 高一1班; a name that ends in a digit must not run into the number
      name: `${grade.name}${/\p{Nd}$/u.test(grade.name) ? ' ' : ''}${i + 1}班`,
      grade: grade.id,
      students: forming.map(({ student }) => student.id).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    }));
  });
}
