/** Gathers the monitors on who fills which roles. */
import { makeCsr, type StaffTables } from '../../solver/index.ts';
import { makeTable } from './table-builder.ts';

/** A member of a set whose loads should be even; `target` −1: the mean of the set. */
export interface FairMember {
  teacher: number;
  target: number;
  whileIn: number;
}

export function makeStaffBuilder() {
  const views: StaffTables['views'] = [];
  const viewOf = new Map<string, number>();
  const distinct = makeTable(['rule', 'teacher', 'view', 'least', 'most', 'ifAny', 'whileIn']);
  const unlike = makeTable(['rule']);
  const unlikeRoles: number[][] = [];
  const parts: number[] = [];
  const absent = makeTable(['rule', 'teacher']);
  const absentRoles: number[][] = [];
  const fair = makeTable(['rule', 'tolerance']);
  const members: FairMember[] = [];
  const membersOf: number[][] = [];
  return {
    add: {
      /** A number for a way to sort roles: per role the names of its classes; equal ways share one. */
      view(classesOf: readonly (readonly string[])[]): number {
        const key = JSON.stringify(classesOf);
        const known = viewOf.get(key);
        if (known !== undefined) return known;
        const names = new Map<string, number>();
        const numberOf = (name: string): number => {
          const number = names.get(name) ?? names.size;
          names.set(name, number);
          return number;
        };
        const of = makeCsr(classesOf.map((own) => own.map(numberOf)));
        viewOf.set(key, views.length);
        return views.push({ classes: names.size, of }) - 1;
      },
      distinct: distinct.add,
      /** `rolesOf`: per event its roles. */
      unlike(rule: number, rolesOf: number[][]): void {
        unlike.add({ rule });
        unlikeRoles.push(rolesOf.flat());
        parts.push(...rolesOf.flatMap((roles, part) => roles.map(() => part)));
      },
      absent(rule: number, teacher: number, roles: number[]): void {
        absent.add({ rule, teacher });
        absentRoles.push(roles);
      },
      fair(rule: number, tolerance: number, set: FairMember[]): void {
        fair.add({ rule, tolerance });
        membersOf.push(set.map((member) => members.push(member) - 1));
      },
    },
    build: (): StaffTables => ({
      views,
      distinct: distinct.build(),
      unlike: { ...unlike.build(), roles: makeCsr(unlikeRoles), part: Int32Array.from(parts) },
      absent: { ...absent.build(), roles: makeCsr(absentRoles) },
      fair: {
        ...fair.build(),
        members: makeCsr(membersOf),
        teacher: Int32Array.from(members, ({ teacher }) => teacher),
        target: Int32Array.from(members, ({ target }) => target),
        whileIn: Int32Array.from(members, ({ whileIn }) => whileIn),
      },
    }),
  };
}
