/**
 * Formed homerooms as the rules want them (男女均衡, 成绩均衡, 同班, 不同班): students of one combination exchange their homerooms, and where
 * students should sit together or apart also those of one first choice. Sizes stay.
 */
import { nextBelow, NO_VALUE, seedRandom } from '../../solver/index.ts';
import { makeSchoolModel, type FilledRule } from '../school/model.ts';
import type { School, Student } from '../school/types.ts';
import { homeroomMeasure } from './rules/rosters.ts';

/** A student among those who form homerooms, with what (s)he shares with others. */
export interface Forming {
  student: Student;
  combination: string;
  first: string;
}

/** Of one unit of a must, beside the weights of other rules. */
const MUST = 200;
/** Of a combination more in a homeroom: sections to walk to become more. */
const TORN = 20;
/** Lessons that homerooms have together count once for each course: about so many. */
const HOME_COURSES = 3;
const EXCHANGES = 200;

const costOf = ({ strength }: FilledRule): number => (strength === 'must' ? MUST : strength);

const pairs = (count: number): number => (count * (count - 1)) / 2;

/** Exchanges students between the lists in place; nothing changes where no rule asks. */
export function levelHomerooms(school: School, grade: string, homerooms: Forming[][]): void {
  const rules = makeSchoolModel(school).rules;
  const measures = rules.flatMap((filled) => {
    const measure = homeroomMeasure(filled, grade);
    return measure ? [{ cost: costOf(filled), ...measure, people: homerooms.map(() => ({ count: 0, sum: 0 })) }] : [];
  });
  const sets = rules.flatMap((filled) => {
    const together = filled.type === 'students.together';
    if (!together && filled.type !== 'students.apart') return [];
    const of = new Set(filled.rule.students ?? []);
    return [{ cost: costOf(filled) * HOME_COURSES, together, of, counts: homerooms.map(() => 0) }];
  });
  const named = homerooms.flat().some(({ student }) => sets.some(({ of }) => of.has(student.id)));
  if (measures.length === 0 && !named) return;

  const places = homerooms.flatMap((list, home) => list.map((_, at) => ({ home, at })));
  const byKey = (key: (one: Forming) => string): Map<string, number[]> => {
    const found = new Map<string, number[]>();
    places.forEach(({ home, at }, place) => {
      const one = homerooms[home]?.[at];
      if (one) found.set(key(one), [...(found.get(key(one)) ?? []), place]);
    });
    return found;
  };
  // Who exchanges places has the same key: lists of places by key stay true.
  const sameFirst = byKey(({ first }) => first);
  const isNamed = ({ student }: Forming): boolean => sets.some(({ of }) => of.has(student.id));
  /** per homeroom: students of each combination */
  const ofCombination = homerooms.map(() => new Map<string, number>());
  let combinations = 0;
  const count = (home: number, one: Forming, by: 1 | -1): void => {
    for (const { people, valueOf } of measures) {
      const value = valueOf(one.student);
      const here = people[home];
      if (!here || value === NO_VALUE) continue;
      here.count += by;
      here.sum += by * value;
    }
    for (const { of, counts } of sets) if (of.has(one.student.id)) counts[home] = (counts[home] ?? 0) + by;
    const had = ofCombination[home]?.get(one.combination) ?? 0;
    ofCombination[home]?.set(one.combination, had + by);
    if (had > 0 !== had + by > 0) combinations += by;
  };
  homerooms.forEach((list, home) => list.forEach((one) => count(home, one, 1)));
  const total = (): number => {
    let cost = TORN * combinations;
    for (const { cost: weight, deviation, people } of measures) cost += weight * deviation(people);
    for (const { cost: weight, together, counts } of sets) {
      const within = counts.reduce((sum, some) => sum + pairs(some), 0);
      const all = pairs(counts.reduce((sum, some) => sum + some, 0));
      cost += weight * (together ? all - within : within);
    }
    return cost;
  };
  const random = seedRandom(1);
  const draw = (below: number): number => nextBelow(random, below);
  let cost = total();
  for (let n = 0; n < EXCHANGES * places.length; n++) {
    const a = places[draw(places.length)];
    const one = a && homerooms[a.home]?.[a.at];
    if (!a || !one) continue;
    const mates = sameFirst.get(one.first) ?? [];
    const b = places[mates[draw(mates.length)] ?? -1];
    const other = b && homerooms[b.home]?.[b.at];
    if (!b || !other || a.home === b.home) continue;
    if (one.combination !== other.combination && !isNamed(one) && !isNamed(other)) continue;
    const put = (place: { home: number; at: number }, before: Forming, who: Forming): void => {
      const list = homerooms[place.home];
      if (list) list[place.at] = who;
      count(place.home, before, -1);
      count(place.home, who, 1);
    };
    put(a, one, other);
    put(b, other, one);
    const now = total();
    if (now <= cost) cost = now;
    else {
      put(a, other, one);
      put(b, one, other);
    }
  }
}
