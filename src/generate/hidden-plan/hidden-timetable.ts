/** The hidden plan as a timetable document, so that the same checks run on it as on a solved week. */
import type { SchoolModel } from '../../school/model.ts';
import type { Timetable, TimetableSection } from '../../timetable/types.ts';
import type { HiddenPlan, PlanSection } from './plan.ts';

/** The homerooms that the section has students from, in file order. */
function homeroomsOf(model: SchoolModel, section: PlanSection): string[] {
  const represented = new Set(section.students.map((student) => model.studentHomeroom[student] ?? -1));
  return model.school.homerooms.flatMap((homeroom, index) => (represented.has(index) ? [homeroom.id] : []));
}

/** Lines are numbered within their grade, where the grade states lines. */
function lineIdOf(model: SchoolModel, plan: HiddenPlan, section: PlanSection): { line?: string } {
  const line = plan.lines[section.line];
  if (!line || model.school.grades[line.grade]?.lines === undefined) return {};
  const ofGrade = plan.lines.filter(({ grade }) => grade === line.grade);
  return { line: String(ofGrade.indexOf(line) + 1) };
}

/** `model` is that of the finished school. `school.sha256` stays empty: hashing the file's bytes is for whoever writes both. */
export function hiddenTimetable(model: SchoolModel, plan: HiddenPlan, seed: number): Timetable {
  const { school, grid } = model;
  const lessonsOf = (course: number): { index: number; length: number }[] => model.courses[course]?.lessons ?? [];
  return {
    format: 'zouban/timetable@1',
    school: {
      name: school.name,
      ...(school.term === undefined ? {} : { term: school.term }),
      sha256: '',
    },
    scope: 'week',
    status: 'complete',
    run: {
      version: 'hidden-plan',
      seed,
      islands: 1,
      epochs: 0,
      epochSize: 0,
      skipped: [],
      reproduce: 'zouban generate',
      digest: '',
      observed: { threads: 1, wallSeconds: 0, peakMemoryBytes: 0, stopReason: 'target' },
    },
    homerooms: school.homerooms.map((homeroom, h) => ({
      id: homeroom.id,
      name: homeroom.name,
      grade: homeroom.grade,
      students: (model.homeroomStudents[h] ?? []).map((s) => school.students[s]?.id ?? ''),
    })),
    sections: plan.sections.map((section): TimetableSection => ({
      id: section.id,
      course: school.courses[section.course]?.id ?? '',
      homerooms: homeroomsOf(model, section),
      students: section.students.map((s) => school.students[s]?.id ?? ''),
      teachers: section.teacher < 0 ? [] : [school.teachers[section.teacher]?.id ?? ''],
      ...lineIdOf(model, plan, section),
    })),
    lessons: plan.sections.flatMap((section) =>
      lessonsOf(section.course).map(({ index, length }) => {
        const room = school.rooms[section.rooms[index] ?? -1];
        return {
          section: section.id,
          index,
          slot: grid.slotIds[section.slots[index] ?? -1] ?? '',
          length,
          weeks: section.weeks[index] ?? 'every',
          ...(room ? { room: room.id } : {}),
        };
      }),
    ),
    meetings: [],
    selfStudy: [],
    score: { hard: 0, soft: 0, rules: [] },
    conflicts: [],
    unserved: [],
    unplaced: [],
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
  };
}
