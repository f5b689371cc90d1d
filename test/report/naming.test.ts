import { describe, expect, it } from 'vitest';
import { namingOf } from '../../src/report/naming.ts';
import { smallSchool } from '../support/small-school.ts';

describe('names put together', () => {
  it('stand side by side in Chinese', () => {
    const naming = namingOf(smallSchool());
    expect(naming.section('g2-che/1').zh).toBe('高二化学1班');
    expect(naming.section('g2-chi/h1').zh).toBe('高二1班语文');
  });

  it('keep apart where a letter or digit meets another, as in a school without names', () => {
    const school = smallSchool();
    for (const list of [school.grades, school.homerooms]) for (const item of list) item.name = item.id;
    for (const course of school.courses) course.name = course.id.replace('g2-', 'c13-').replace('c13-che', 'c13');
    const naming = namingOf(school);
    expect(naming.section('g2-che/1').zh).toBe('g2 c13 1班');
    expect(naming.course('g2-che')).toBe('g2 c13');
    expect(naming.section('g2-chi/h1').zh).toBe('h1 c13-chi');
  });
});
