/**
 * A timetable with the new ids of its school. What is made of words and names (conflicts, certificates) and what can be counted again
 * (utilization) is left empty; the digest is for the caller to take.
 */
import type { School } from '../../school/types.ts';
import type { Bound, Plan, RuleScore, Timetable, TimetableSection } from '../../timetable/types.ts';
import type { NewIds } from './new-ids.ts';
import { sectionOf } from './school.ts';

const boundOf = ({ value, method }: Bound): Bound => ({ value, method });

function scoreOf(ids: NewIds, { rule, type, strength, deviation, cost, bound }: RuleScore): RuleScore {
  return {
    rule: ids.rule(rule),
    type,
    strength,
    deviation,
    cost,
    ...(bound === undefined ? {} : { bound: boundOf(bound) }),
  };
}

function planOf(ids: NewIds, plan: Plan): Plan {
  return {
    lines: plan.lines.map((line) => ({
      grade: ids.grade(line.grade),
      id: ids.line(line.grade, line.id),
      periods: line.periods,
      given: line.given,
    })),
    courses: plan.courses.map((course) => ({ ...course, course: ids.course(course.course) })),
    subjects: plan.subjects,
    totalSections: plan.totalSections,
    totalSectionsBound: boundOf(plan.totalSectionsBound),
  };
}

/** `sha256` is that of the anonymous school's bytes. */
export function anonymousTimetable(ids: NewIds, school: School, week: Timetable, sha256: string): Timetable {
  const grades = new Map(school.courses.map((course) => [course.id, course.grade]));
  const { run, score } = week;
  const students = (list: readonly string[]): string[] => list.map(ids.student);
  const teachers = (list: readonly string[]): string[] => list.map(ids.teacher);
  return {
    format: week.format,
    school: { name: 'anonymous', sha256 },
    scope: week.scope,
    status: week.status,
    run: {
      version: run.version,
      seed: run.seed,
      islands: run.islands,
      epochs: run.epochs,
      epochSize: run.epochSize,
      skipped: [],
      // A command line may hold names of files.
      reproduce: `zouban solve school.json --seed ${run.seed} --islands ${run.islands} --epochs ${run.epochs}`,
      digest: '',
      observed: run.observed,
    },
    homerooms: week.homerooms.map((homeroom) => ({
      id: ids.homeroom(homeroom.id),
      name: ids.homeroom(homeroom.id),
      grade: ids.grade(homeroom.grade),
      students: students(homeroom.students),
    })),
    sections: week.sections.map(
      (section) => sectionOf(ids, section, grades.get(section.course) ?? '') as TimetableSection,
    ),
    lessons: week.lessons.map(({ section, index, slot, length, weeks, room, teachers: own }) => ({
      section: ids.section(section),
      index,
      slot,
      length,
      weeks,
      ...(room === undefined ? {} : { room: ids.room(room) }),
      ...(own === undefined ? {} : { teachers: teachers(own) }),
    })),
    meetings: week.meetings.map(({ rule, slots, teachers: members }) => ({
      rule: ids.rule(rule),
      slots,
      teachers: teachers(members),
    })),
    selfStudy: week.selfStudy.map(({ slot, weeks, room, teacher, students: members }) => ({
      slot,
      weeks,
      room: ids.room(room),
      ...(teacher === undefined ? {} : { teacher: ids.teacher(teacher) }),
      students: students(members),
    })),
    score: {
      hard: score.hard,
      soft: score.soft,
      ...(score.hardBound === undefined ? {} : { hardBound: boundOf(score.hardBound) }),
      ...(score.softBound === undefined ? {} : { softBound: boundOf(score.softBound) }),
      rules: score.rules.map((rule) => scoreOf(ids, rule)),
    },
    conflicts: [],
    unserved: week.unserved.map(({ student, course }) => ({
      student: ids.student(student),
      course: ids.course(course),
    })),
    unplaced: week.unplaced.map(({ section, index, periods }) => ({ section: ids.section(section), index, periods })),
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
    ...(week.plan === undefined ? {} : { plan: planOf(ids, week.plan) }),
  };
}
