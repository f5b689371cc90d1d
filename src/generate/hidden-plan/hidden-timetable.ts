/** The hidden plan as a timetable document, so that the same checks run on it as on a solved week. */
import type { SchoolModel } from '../../school/model.ts';
import type { Timetable } from '../../timetable/types.ts';
import type { HiddenPlan } from './plan.ts';

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
    sections: plan.sections.map((section) => ({
      id: section.id,
      course: school.courses[section.course]?.id ?? '',
      homerooms: section.homeroom < 0 ? [] : [school.homerooms[section.homeroom]?.id ?? ''],
      students: section.students.map((s) => school.students[s]?.id ?? ''),
      teachers: section.teacher < 0 ? [] : [school.teachers[section.teacher]?.id ?? ''],
    })),
    lessons: plan.sections.flatMap((section) =>
      lessonsOf(section.course).map(({ index, length }) => {
        const room = school.rooms[section.rooms[index] ?? -1];
        return {
          section: section.id,
          index,
          slot: grid.slotIds[section.slots[index] ?? -1] ?? '',
          length,
          weeks: 'every' as const,
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
