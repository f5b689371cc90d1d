/** `student.doubles`: more lessons of two periods or longer among a student's courses than pairs of slots in a row. */
import { fact, type Finding } from '../finding.ts';
import type { Situation } from '../situation.ts';
import { countTakers, studentTypes, type Taken } from '../student-types.ts';

/** Pairs of slots in a row that do not overlap, without noon or the day's end between, over the cycle. */
function pairsOf({ model }: Situation, grade: number): number {
  const { grid } = model;
  const open = model.gradeOpen[grade] ?? new Uint8Array();
  const breaks = model.gradeBreaks[grade] ?? [];
  let pairs = 0;
  for (let day = 0; day < grid.weeks * grid.days; day++) {
    let run = 0;
    for (let period = 0; period < grid.periodsPerDay; period++) {
      run = open[day * grid.periodsPerDay + period] ? run + 1 : 0;
      if (run === 2) {
        pairs++;
        run = 0;
      }
      const after = breaks[period];
      if (after === 'noon' || after === 'end') run = 0;
    }
  }
  return pairs;
}

export function findDoubles(situation: Situation): Finding[] {
  const { model } = situation;
  const doubles = ({ need }: Taken): number =>
    (model.courses[need.course]?.lessons ?? []).reduce(
      (sum, { length, weeks }) => sum + (length < 2 ? 0 : weeks === 'every' ? model.grid.weeks : 1),
      0,
    );
  const total = (taken: readonly Taken[]): number => taken.reduce((sum, it) => sum + doubles(it), 0);
  const found = new Map<string, Finding>();
  for (const { name, grade, taken } of studentTypes(situation)) {
    const available = pairsOf(situation, grade);
    // A course of another grade may lie where this one's day is over.
    let kept = taken.filter((it) => doubles(it) > 0 && model.courses[it.need.course]?.grade === grade);
    if (total(kept) <= available) continue;
    for (const it of [...kept].sort((a, b) => doubles(a) - doubles(b))) {
      const rest = kept.filter((other) => other !== it);
      if (total(rest) > available) kept = rest;
    }
    const sums: Record<string, number> = {
      needed: total(kept),
      available,
      students: countTakers(
        situation,
        kept.map(({ need }) => need),
      ),
    };
    const courses = kept.map((it) => {
      const course = fact('course', model.courses[it.need.course]?.id ?? '');
      sums[course] = doubles(it);
      return course;
    });
    const key = courses.join(' ');
    if (!found.has(key)) found.set(key, { kind: 'student.doubles', facts: [name, ...courses], sums });
  }
  return [...found.values()].slice(0, 3);
}
