/** Rules on who fills which roles, counted in full. */
import { bandDeviation, fairDeviation } from '../monitors/staff-shapes.ts';
import { itemsOf, type Problem, type Solution } from '../problem/problem.ts';

/** `counts`: whether a teacher fulfils the condition of a monitor of a rule. Self-study is no section: loads are those of lessons. */
export function countStaff(
  problem: Problem,
  { roleTeacher }: Solution,
  deviation: Int32Array,
  counts: (rule: number, teacher: number, condition: number) => boolean,
): void {
  const { roles, teachers, monitors } = problem;
  const { views, distinct, unlike, absent, fair } = monitors.staff;
  const rolesOf: number[][] = Array.from({ length: teachers.count }, () => []);
  const load = new Int32Array(teachers.count);
  roleTeacher.forEach((teacher, role) => {
    if (teacher < 0) return;
    rolesOf[teacher].push(role);
    load[teacher] += roles.workload[role];
  });
  for (let m = 0; m < distinct.count; m++) {
    const [rule, teacher, view] = [distinct.rule[m], distinct.teacher[m], distinct.view[m]];
    if (!counts(rule, teacher, distinct.whileIn[m])) continue;
    const classes = new Set(rolesOf[teacher].flatMap((role) => [...itemsOf(views[view].of, role)]));
    deviation[rule] += bandDeviation(classes.size, distinct.least[m], distinct.most[m], distinct.ifAny[m]);
  }
  for (let m = 0; m < unlike.count; m++) {
    const teachersOf = new Map<number, Set<number>>();
    for (let at = unlike.roles.start[m]; at < unlike.roles.start[m + 1]; at++) {
      const teacher = roleTeacher[unlike.roles.item[at]];
      if (teacher < 0) continue;
      teachersOf.set(unlike.part[at], (teachersOf.get(unlike.part[at]) ?? new Set()).add(teacher));
    }
    const taught = [...teachersOf.values()];
    const inAll = [...(taught[0] ?? [])].some((teacher) => taught.every((own) => own.has(teacher)));
    if (taught.length > 0 && !inAll) deviation[unlike.rule[m]]++;
  }
  for (let m = 0; m < absent.count; m++) {
    const fills = (role: number): boolean => roleTeacher[role] === absent.teacher[m];
    if (!itemsOf(absent.roles, m).some(fills)) deviation[absent.rule[m]]++;
  }
  for (let m = 0; m < fair.count; m++) {
    const isMember = (member: number): boolean => counts(fair.rule[m], fair.teacher[member], fair.whileIn[member]);
    deviation[fair.rule[m]] += fairDeviation(monitors.staff, m, load, teachers.loadUnit, isMember);
  }
}
