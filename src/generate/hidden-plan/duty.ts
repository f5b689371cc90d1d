/** Evening study: each section gets someone of its grade on a full post, one evening after another as evenly as can be. */
import { shuffled, type Random } from '../random.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { Post } from '../staff.ts';
import type { HiddenPlan } from './plan.ts';

/** Sets the teacher of the sections whose course anyone may take; nobody is given more than `most` periods of load for it. */
export function giveDuty(model: SchoolModel, plan: HiddenPlan, posts: Post[], most: number, random: Random): void {
  const onDuty = new Map<string, Set<number>>();
  const given = posts.map(() => 0);
  const order = shuffled(
    random,
    [...posts.keys()].filter((p) => !posts[p]?.half),
  );
  for (const section of plan.sections) {
    const course = model.courses[section.course];
    if (!course || model.school.courses[section.course]?.teachers !== 'any') continue;
    const when = course.lessons.map(({ slots }) => slots?.join('') ?? '').join();
    const busy = onDuty.get(when) ?? new Set<number>();
    onDuty.set(when, busy);
    const load = (course.periods * course.loadPercent) / 100;
    const free = order.filter((p) => {
      const grades = posts[p]?.grades;
      return !busy.has(p) && (!grades || grades.includes(course.grade)) && (given[p] ?? 0) + load <= most;
    });
    const least = Math.min(...free.map((p) => given[p] ?? 0));
    const teacher = free.find((p) => given[p] === least);
    if (teacher === undefined) throw new Error(`Nobody is left for duty in ${section.id}: raise staff.dutyExtra.`);
    busy.add(teacher);
    given[teacher] = least + load;
    section.teacher = teacher;
  }
}
