/** The integer program of a component of the teacher plan: how many sections of each class each teacher has. */
import type { MipModel } from './mip-model.ts';
import { buildModel } from './model-builder.ts';
import type { Component } from './teacher-classes.ts';
import {
  BELOW_MIN,
  changePrice,
  MORE_COURSES,
  mostPeriods,
  OFF_TARGET,
  SHORT,
  USUAL_COURSES,
} from './teacher-loads.ts';
import type { TeacherProblem } from './types.ts';

export function componentModel(
  problem: TeacherProblem,
  component: Component,
  key: string,
): { model: MipModel; read: (values: readonly number[], teacherOf: Int32Array) => void } {
  const { model, column, row } = buildModel(key);
  const given = component.classes.map((group) =>
    group.candidates.map((teacher) => column(group.members.length, changePrice(problem, group, teacher))),
  );
  const missing = component.classes.map((group) => {
    const isBound = problem.sections[group.members[0]].bound >= 0;
    return column(isBound ? 0 : group.members.length, SHORT * group.periods);
  });
  for (const [k, group] of component.classes.entries()) {
    const size = group.members.length;
    row(size, size, [...given[k].map((index) => [index, 1] as const), [missing[k], 1]]);
  }
  for (const teacher of component.teachers) {
    const { min, target } = problem.teachers[teacher];
    const own = component.classes.flatMap((group, k) => {
      const position = group.candidates.indexOf(teacher);
      return position < 0 ? [] : [{ group, index: given[k][position] }];
    });
    const load = own.map(({ group, index }) => [index, group.periods] as const);
    const bound = own.reduce(
      (sum, { group }) =>
        sum + (problem.sections[group.members[0]].bound === teacher ? group.periods * group.members.length : 0),
      0,
    );
    row(-Infinity, Math.max(bound, mostPeriods(problem, teacher)), load);
    const times = new Set(own.flatMap(({ group }) => group.times));
    for (const time of times) {
      const atTime = own.filter(({ group }) => group.times.includes(time));
      const fixed = atTime.filter(({ group }) => problem.sections[group.members[0]].bound === teacher);
      const most = Math.max(
        1,
        fixed.reduce((sum, { group }) => sum + group.members.length, 0),
      );
      row(
        -Infinity,
        most,
        atTime.map(({ index }) => [index, 1] as const),
      );
    }
    if (min > 0) row(min, Infinity, [...load, [column(min, BELOW_MIN), 1]]);
    if (target >= 0) {
      const wide = 1_000;
      row(target, target, [...load, [column(wide, OFF_TARGET), 1], [column(wide, OFF_TARGET), -1]]);
    }
    const courses = [...new Set(own.map(({ group }) => group.course))];
    if (courses.length <= USUAL_COURSES) continue;
    const teaches = courses.map((course) => {
      const used = column(1);
      for (const { group, index } of own) {
        if (group.course === course)
          row(-Infinity, 0, [
            [index, 1],
            [used, -group.members.length],
          ]);
      }
      return used;
    });
    row(-Infinity, USUAL_COURSES, [
      ...teaches.map((index) => [index, 1] as const),
      [column(courses.length, MORE_COURSES), -1],
    ]);
  }
  const read = (values: readonly number[], teacherOf: Int32Array): void => {
    for (const [k, group] of component.classes.entries()) {
      const waiting = [...group.members];
      for (const [position, teacher] of group.candidates.entries()) {
        for (let n = values[given[k][position]]; n > 0; n--) teacherOf[waiting.shift() ?? 0] = teacher;
      }
      for (const section of waiting) teacherOf[section] = -1;
    }
  };
  return { model, read };
}
