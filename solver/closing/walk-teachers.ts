/** A teacher who has too much, twice at once, or when away, gives the role that costs least to give; who takes it may have to give in turn. */
import { nextBelow, type RandomState } from '../search/random.ts';
import { teacherTotal } from '../timetable/cost.ts';
import { NOTHING } from '../timetable/moves/neighbourhood.ts';
import { rolesCost } from '../timetable/role-cost.ts';
import { setTeacher, teachesIn, type WeekState } from '../timetable/state.ts';
import { wait, type Waiting } from './waiting.ts';

/** Steps for which a role may not come back to a teacher, and up to as many more by chance: lessons of the new teacher need time to make room. */
const TENURE = 100;

export interface TeacherWalk {
  isHot(teacher: number): boolean;
  /** as in LessonWalk */
  step(teacher: number, step: number, room: number, random: RandomState): number;
}

/** `lessons`: those of a role that has changed hands wait there. */
export function makeTeacherWalk(state: WeekState, waiting: Waiting, lessons: Waiting): TeacherWalk {
  const { roles, teachers } = state.problem;
  const { candidates } = roles;
  const { lessonsOfRole, eventOfRole } = state.links;
  /** role × teachers + teacher → step until which the teacher may not take the role again */
  const tabu = new Map<number, number>();
  /** [teachers] roles that somebody else could fill as well */
  const rolesOf: Set<number>[] = Array.from({ length: teachers.count }, () => new Set());
  for (let role = 0; role < roles.count; role++) {
    const teacher = state.roleTeacher[role];
    if (teacher >= 0 && candidates.start[role + 1] - candidates.start[role] > 1) rolesOf[teacher].add(role);
  }
  return {
    isHot: (teacher) => rolesOf[teacher].size > 0 && teacherTotal(state, teacher) >= state.hardWeight,
    step(before, step, room, random) {
      let role = -1;
      let after = -1;
      let least = 0;
      let ties = 0;
      for (const one of rolesOf[before]) {
        for (let i = candidates.start[one]; i < candidates.start[one + 1]; i++) {
          const other = candidates.item[i];
          if (other === before || teachesIn(state, eventOfRole[one], other)) continue;
          const old = rolesCost(state, one, -1, before, other);
          setTeacher(state, one, other);
          const delta = rolesCost(state, one, -1, before, other) - old;
          setTeacher(state, one, before);
          if ((tabu.get(one * teachers.count + other) ?? 0) > step && delta >= room) continue;
          if (role < 0 || delta < least) {
            role = one;
            after = other;
            least = delta;
            ties = 1;
          } else if (delta === least && nextBelow(random, ++ties) === 0) {
            role = one;
            after = other;
          }
        }
      }
      if (role < 0) return NOTHING;
      setTeacher(state, role, after);
      rolesOf[before].delete(role);
      rolesOf[after].add(role);
      wait(waiting, after);
      for (let at = lessonsOfRole.start[role]; at < lessonsOfRole.start[role + 1]; at++)
        wait(lessons, lessonsOfRole.item[at]);
      tabu.set(role * teachers.count + before, step + TENURE + nextBelow(random, TENURE));
      return least;
    },
  };
}
