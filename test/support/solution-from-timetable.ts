/** A timetable read back into what the engine works on: sections, the compiled problem, and a solution to it. */
import { compileWeek, type CompiledWeek } from '../../src/compile/problem.ts';
import type { CompiledSection } from '../../src/compile/sections.ts';
import { makeSchoolModel, type SchoolModel } from '../../src/school/model.ts';
import { courseUnits, type CourseUnits } from '../../src/school/takers.ts';
import type { School } from '../../src/school/types.ts';
import type { Timetable, TimetableSection } from '../../src/timetable/types.ts';
import type { Solution } from '../../solver/index.ts';

export interface ReadWeek {
  model: SchoolModel;
  week: CompiledWeek;
  solution: Solution;
}

const numberOf = (indexes: Map<string, number>, id: string | undefined): number =>
  id === undefined ? -1 : (indexes.get(id) ?? -1);

/** The index of a line in its grade, where the school gives lines. */
function lineIndex(school: School, course: string, line: string | undefined): number {
  const gradeId = school.courses.find(({ id }) => id === course)?.grade;
  const lines = school.grades.find(({ id }) => id === gradeId)?.lines;
  if (lines === undefined || line === undefined) return -1;
  return typeof lines === 'number' ? Number(line) - 1 : lines.findIndex(({ id }) => id === line);
}

function readSection(model: SchoolModel, units: CourseUnits[], section: TimetableSection): CompiledSection {
  const course = numberOf(model.courseOf, section.course);
  const unit = units[course];
  const [homeId] = section.homerooms;
  const homeroom = numberOf(model.homeroomOf, homeId);
  const home = section.homerooms.length === 1 && (unit?.homes.some((it) => it.homeroom === homeroom) ?? false);
  const students = section.students.map((id) => numberOf(model.studentOf, id)).sort((a, b) => a - b);
  const pool = unit?.pools.find(({ takers }) => students.some((student) => takers.includes(student)));
  const line = home ? -1 : lineIndex(model.school, section.course, section.line);
  const given = model.school.sections?.find(({ id }) => id === section.id);
  return {
    id: section.id,
    course,
    homeroom: home ? homeroom : -1,
    pool: home ? -1 : (pool?.index ?? 0),
    students,
    size: students.length,
    line,
    ...(line >= 0 && section.line !== undefined ? { lineId: section.line } : {}),
    ...(given ? { given } : {}),
  };
}

/** Student–course pairs that are not in exactly one section. */
function countUnserved(units: CourseUnits[], sections: CompiledSection[]): number {
  return units.reduce((sum, { course, takers }) => {
    const own = sections.filter((section) => section.course === course);
    const places = (student: number): number => own.filter(({ students }) => students.includes(student)).length;
    return sum + takers.filter((student) => places(student) !== 1).length;
  }, 0);
}

/** `base`: the earlier week that change is measured against. */
export function readWeek(school: School, timetable: Timetable, base?: Timetable): ReadWeek {
  const model = makeSchoolModel(school, base);
  const units = courseUnits(model);
  const sections = timetable.sections.map((section) => readSection(model, units, section));
  const week = compileWeek(model, sections, countUnserved(units, sections));
  const { problem } = week;
  const solution: Solution = {
    lessonSlot: new Int32Array(problem.lessons.count).fill(-1),
    roleTeacher: new Int32Array(problem.roles.count).fill(-1),
    demandRoom: new Int32Array(problem.roomDemands.count).fill(-1),
    enrolled: problem.enrolments.event,
  };
  week.lessons.forEach(({ section, index }, lesson) => {
    const id = sections[section]?.id;
    const placed = timetable.lessons.find((it) => it.section === id && it.index === index);
    if (!placed) return;
    const first = numberOf(model.grid.slotById, placed.slot);
    solution.lessonSlot[lesson] = placed.weeks === 'even' && first >= 0 ? first + model.grid.slotsPerWeek : first;
    const [from = 0, until = 0] = problem.lessons.rooms.start.subarray(lesson, lesson + 2);
    for (const demand of problem.lessons.rooms.item.subarray(from, until)) {
      solution.demandRoom[demand] = numberOf(model.roomOf, placed.room);
    }
  });
  timetable.sections.forEach((section, event) => {
    const [from = 0, until = 0] = problem.events.roles.start.subarray(event, event + 2);
    problem.events.roles.item.subarray(from, until).forEach((role, index) => {
      solution.roleTeacher[role] = numberOf(model.teacherOf, section.teachers[index]);
    });
  });
  return { model, week, solution };
}

/** The deviations that are not zero, by rule id. */
export function deviations(week: CompiledWeek, deviation: Int32Array): Record<string, number> {
  return Object.fromEntries(
    week.ruleIds.flatMap((id, rule) => ((deviation[rule] ?? 0) > 0 ? [[id, deviation[rule] ?? 0] as const] : [])),
  );
}
