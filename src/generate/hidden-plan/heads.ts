/**
 * Head teachers (班主任): each homeroom gets one of its own teachers on a full post (or, where `halfToo`, on half a post), rather one it
 * often sees; nobody gets two.
 */
import { shuffled, type Random } from '../random.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { Post } from '../staff.ts';
import type { HiddenPlan } from './plan.ts';

/** By homeroom: the teacher; also fills the sections that the head teacher teaches. */
export function appointHeads(
  model: SchoolModel,
  plan: HiddenPlan,
  posts: Post[],
  headExtra: number,
  halfToo: boolean,
  random: Random,
): number[] {
  const headPeriods = model.school.homerooms.map(() => 0);
  const own = model.school.homerooms.map(() => new Map<number, number>());
  for (const section of plan.sections) {
    const course = model.courses[section.course];
    if (section.homeroom < 0 || !course) continue;
    if (course.teachers === 'head') {
      headPeriods[section.homeroom] = (headPeriods[section.homeroom] ?? 0) + course.periods;
    } else if (section.teacher >= 0) {
      const teachers = own[section.homeroom];
      teachers?.set(section.teacher, (teachers.get(section.teacher) ?? 0) + course.periods);
    }
  }
  const candidates = own.map((teachers, homeroom) =>
    shuffled(random, [...teachers.keys()])
      .filter((t) => {
        const post = posts[t];
        return (
          post && (halfToo || !post.half) && post.given + (headPeriods[homeroom] ?? 0) <= post.load.max + headExtra
        );
      })
      .sort(
        (a, b) => Number(posts[a]?.half) - Number(posts[b]?.half) || (teachers.get(b) ?? 0) - (teachers.get(a) ?? 0),
      ),
  );
  const homeroomOf = new Map<number, number>();
  const findHead = (homeroom: number, tried: Set<number>): boolean => {
    for (const teacher of candidates[homeroom] ?? []) {
      if (tried.has(teacher)) continue;
      tried.add(teacher);
      const held = homeroomOf.get(teacher);
      if (held === undefined || findHead(held, tried)) {
        homeroomOf.set(teacher, homeroom);
        return true;
      }
    }
    return false;
  };
  for (const homeroom of candidates.keys()) {
    if (!findHead(homeroom, new Set())) {
      throw new Error(`No head teacher is left for homeroom ${model.school.homerooms[homeroom]?.id}.`);
    }
  }
  const heads = candidates.map(() => -1);
  for (const [teacher, homeroom] of homeroomOf) heads[homeroom] = teacher;
  for (const section of plan.sections) {
    if (section.homeroom < 0 || model.courses[section.course]?.teachers !== 'head') continue;
    section.teacher = heads[section.homeroom] ?? -1;
    const post = posts[section.teacher];
    if (post) post.given += model.courses[section.course]?.periods ?? 0;
  }
  return heads;
}
