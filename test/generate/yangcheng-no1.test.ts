/** How tight the large sample is, counted from the file and its hidden week. */
import { describe, expect, it } from 'vitest';
import { makeSchoolModel } from '../../src/school/model.ts';
import { courseUnits } from '../../src/school/takers.ts';
import { sample } from './samples.ts';

const { school, hidden } = sample('yangcheng-no1');
const model = makeSchoolModel(school);
const periodsOf = new Map(model.courses.map((course) => [course.id, course.periods]));
const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);

describe('yangcheng-no1', () => {
  it('has three grades of 20 homerooms of 50, and about 260 teachers', () => {
    expect(model.homeroomStudents.map((students) => students.length)).toEqual(Array.from({ length: 60 }, () => 50));
    expect(school.grades).toHaveLength(3);
    expect(school.teachers.length).toBeGreaterThanOrEqual(240);
    expect(school.teachers.length).toBeLessThanOrEqual(280);
  });

  it('gives every walking homeroom one first choice, and several combinations', () => {
    school.homerooms.forEach((homeroom, h) => {
      if (homeroom.grade === 'g1') return;
      const choices = (model.homeroomStudents[h] ?? []).map((s) => String(school.students[s]?.choices));
      expect(new Set(choices.map((choice) => choice[0])).size).toBe(1);
      expect(new Set(choices).size).toBeGreaterThan(2);
    });
  });

  it('fills at least 42 of 45 slots of every student in a walking grade', () => {
    const taken = school.students.map(() => 0);
    for (const unit of courseUnits(model)) {
      for (const student of unit.takers)
        taken[student] = (taken[student] ?? 0) + (model.courses[unit.course]?.periods ?? 0);
    }
    const walking = taken.filter((_, s) => school.grades[model.studentGrade[s] ?? -1]?.choice !== 'none');
    expect(walking).toHaveLength(2000);
    expect(Math.min(...walking)).toBeGreaterThanOrEqual(42);
    expect(Math.max(...walking)).toBeLessThanOrEqual(45);
  });

  it('needs at least 85 % of all load.max', () => {
    const need = sum(hidden.sections.map((section) => periodsOf.get(section.course) ?? 0));
    const supply = sum(school.teachers.map((teacher) => teacher.load.max));
    expect(need / supply).toBeGreaterThanOrEqual(0.85);
    expect(need / supply).toBeLessThan(1);
  });

  it('uses at least 90 % of the classrooms in its busiest slot', () => {
    const classrooms = new Set(school.rooms.flatMap((room) => (room.kind === 'classroom' ? [room.id] : [])));
    const used = new Map<number, number>();
    for (const lesson of hidden.lessons) {
      if (!classrooms.has(lesson.room ?? '')) continue;
      const start = model.grid.slotById.get(lesson.slot) ?? -1;
      for (let slot = start; slot < start + lesson.length; slot++) used.set(slot, (used.get(slot) ?? 0) + 1);
    }
    expect(Math.max(...used.values()) / classrooms.size).toBeGreaterThanOrEqual(0.9);
  });

  it('asks no more of a teacher than a real school does', () => {
    for (const teacher of school.teachers) expect(teacher.load.max).toBeLessThanOrEqual(16);
    expect(school.teachers.some((teacher) => teacher.unavailable !== undefined)).toBe(true);
    expect(school.teachers.filter((teacher) => (teacher.grades?.length ?? 0) > 2)).toEqual([]);
  });

  it('has a head teacher of its own for every homeroom', () => {
    const heads = school.homerooms.map((homeroom) => homeroom.headTeacher);
    expect(new Set(heads).size).toBe(60);
    expect(heads).not.toContain(undefined);
  });

  it('needs no section more than the takers of each walking course fill', () => {
    for (const unit of courseUnits(model)) {
      if (unit.pools.length === 0) continue;
      const course = model.courses[unit.course];
      const sections = hidden.sections.filter((section) => section.course === course?.id);
      expect(sections.length).toBe(Math.ceil(unit.takers.length / (course?.size.max ?? 1)));
    }
  });

  it('lists students homeroom by homeroom, and says nothing of sections', () => {
    const order = school.students.map((student) => school.homerooms.findIndex(({ id }) => id === student.homeroom));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(school.sections).toBeUndefined();
    expect(school.locks).toBeUndefined();
  });
});
