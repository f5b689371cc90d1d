/** Facts of a certificate with the names that the school gives them, for sentences. */
import type { SchoolModel } from '../school/model.ts';
import type { Lock } from '../school/types.ts';

export interface NamedFact {
  fact: string;
  /** what stands before the first colon */
  kind: string;
  id: string;
  name: string;
}

const nameIn = <T extends { id: string; name?: string }>(list: readonly T[] | undefined, id: string): string =>
  list?.find((item) => item.id === id)?.name ?? id;

function courseName({ school, courses, courseOf, gradeOf }: SchoolModel, id: string): string {
  const filled = courses[courseOf.get(id) ?? -1];
  const course = school.courses.find((it) => it.id === id);
  const name = course?.name ?? filled?.name ?? id;
  const grade = school.grades[gradeOf.get(course?.grade ?? '') ?? -1]?.name ?? '';
  return course?.name === undefined || school.grades.length > 1
    ? name.startsWith(grade)
      ? name
      : `${grade}${name}`
    : name;
}

function sectionName(model: SchoolModel, id: string): string {
  const { school } = model;
  const given = school.sections?.find((section) => section.id === id);
  if (given) return `${courseName(model, given.course)} ${id}`;
  const slash = id.lastIndexOf('/');
  const home = school.homerooms.find((homeroom) => homeroom.id === id.slice(slash + 1));
  const course = courseName(model, id.slice(0, Math.max(0, slash)));
  return home ? `${home.name}${school.courses.find((it) => it.id === id.slice(0, slash))?.name ?? course}` : id;
}

function slotsName({ school, grid }: SchoolModel, pattern: string): string {
  const [main = '', week] = pattern.split('/');
  const [day = '', periods = ''] = main.split('.');
  const names = periods.split('|').map((id) => nameIn(school.calendar.periods, id));
  const suffix = week === undefined || grid.weeks === 1 ? '' : week === 'odd' ? '（单周）' : '（双周）';
  return `${nameIn(school.calendar.days, day)}${names.join('、')}${suffix}`;
}

function lockName(model: SchoolModel, lock: Lock | undefined): string {
  if (!lock) return '';
  const address = typeof lock.section === 'object' ? lock.section : lock;
  const section =
    typeof lock.section === 'string'
      ? sectionName(model, lock.section)
      : sectionName(model, `${address.course ?? ''}/${address.homeroom ?? ''}`);
  const slot = lock.slot === undefined ? '' : slotsName(model, lock.slot);
  return `${section} ${slot}`.trim();
}

function nameOf(model: SchoolModel, kind: string, id: string): string {
  const { school } = model;
  switch (kind) {
    case 'course':
      return courseName(model, id);
    case 'section':
      return sectionName(model, id);
    case 'teacher':
      return nameIn(school.teachers, id);
    case 'room':
      return nameIn(school.rooms, id);
    case 'student':
      return nameIn(school.students, id);
    case 'homeroom':
      return nameIn(school.homerooms, id);
    case 'grade':
      return nameIn(school.grades, id);
    case 'slots':
      return slotsName(model, id);
    case 'lock':
      return lockName(model, school.locks?.[Number(id)]);
    case 'line':
      return id.slice(id.lastIndexOf('/') + 1);
    case 'rule':
      return model.rules.find((rule) => rule.id === id)?.rule.note ?? id;
    default:
      return id;
  }
}

export const nameFacts = (model: SchoolModel, facts: readonly string[]): NamedFact[] =>
  facts.map((fact) => {
    const colon = fact.indexOf(':');
    const [kind, id] = [fact.slice(0, colon), fact.slice(colon + 1)];
    return { fact, kind, id, name: nameOf(model, kind, id) };
  });
