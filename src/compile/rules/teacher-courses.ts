/** Rules on how many different things a teacher has: sections, courses, levels of a subject. */
import { NO_LIMIT } from '../../../solver/index.ts';
import { intParameter, selectSections, selectTeachers, type LowerRule, type Lowering } from '../context.ts';

/** Per role of the problem, the names of its classes: those of the section it belongs to. */
function roleClasses(context: Lowering, namesOf: (section: number) => readonly string[]): string[][] {
  const classes: string[][] = context.candidates.map(() => []);
  context.rolesOf.forEach((roles, section) => {
    const names = namesOf(section);
    // Sections that are taught together share their roles.
    for (const role of roles) classes[role] = [...new Set([...(classes[role] ?? []), ...names])];
  });
  return classes;
}

/** How many of the classes each teacher could have at most. */
function couldHave(context: Lowering, classes: string[][]): Map<number, number> {
  const named = new Map<number, Set<string>>();
  classes.forEach((names, role) => {
    for (const teacher of context.candidates[role] ?? []) {
      const known = named.get(teacher) ?? new Set<string>();
      named.set(teacher, known);
      for (const name of names) known.add(name);
    }
  });
  return new Map([...named].map(([teacher, names]) => [teacher, names.size]));
}

/** 少跨头: distinct courses over max. */
export const lowerTeacherFewCourses: LowerRule = (filled, rule, context) => {
  const most = intParameter(filled, 'max', NO_LIMIT);
  const classes = roleClasses(context, (section) => [String(context.sections[section]?.course)]);
  const could = couldHave(context, classes);
  const view = context.monitors.staff.view(classes);
  for (const { teacher, whileIn } of selectTeachers(filled, context)) {
    if ((could.get(teacher) ?? 0) <= most) continue;
    context.monitors.staff.distinct({ rule, teacher, view, least: 0, most, ifAny: 0, whileIn });
  }
};

/** What the course states: several levels in one list are one. */
const levelsOf = ({ model, sections }: Lowering, section: number): string[] => {
  const level = model.school.courses[sections[section]?.course ?? -1]?.level;
  return level === undefined ? [] : [Array.isArray(level) ? [...level].sort().join(' ') : level];
};

/** 不跨层: levels of a subject beyond one. */
export const lowerTeacherOneLevel: LowerRule = (filled, rule, context) => {
  const { model, sections, monitors } = context;
  const teachers = selectTeachers(filled, context);
  model.school.subjects.forEach((_, subject) => {
    const isOf = (section: number): boolean => model.courses[sections[section]?.course ?? -1]?.subject === subject;
    const classes = roleClasses(context, (section) => (isOf(section) ? levelsOf(context, section) : []));
    const could = couldHave(context, classes);
    const torn = teachers.filter(({ teacher }) => (could.get(teacher) ?? 0) > 1);
    if (torn.length === 0) return;
    const view = monitors.staff.view(classes);
    for (const { teacher, whileIn } of torn)
      monitors.staff.distinct({ rule, teacher, view, least: 0, most: 1, ifAny: 0, whileIn });
  });
};

/** 任课班数、指定、排除: sections that a teacher has of those the other selectors select, short of min or over max. */
export const lowerTeacherSections: LowerRule = (filled, rule, context) => {
  const { model, monitors, candidates, rolesOf } = context;
  const least = intParameter(filled, 'min', 0);
  const most = intParameter(filled, 'max', NO_LIMIT);
  const selected = new Set(selectSections(filled, context));
  const view = monitors.staff.view(roleClasses(context, (section) => (selected.has(section) ? [String(section)] : [])));
  const could = new Set(
    [...selected].flatMap((section) => (rolesOf[section] ?? []).flatMap((role) => candidates[role] ?? [])),
  );
  const named = filled.rule.teachers?.flatMap((id) => model.teacherOf.get(id) ?? []);
  for (const teacher of new Set(named ?? [...could].sort((a, b) => a - b))) {
    monitors.staff.distinct({ rule, teacher, view, least, most, ifAny: named ? 0 : 1, whileIn: -1 });
  }
};
