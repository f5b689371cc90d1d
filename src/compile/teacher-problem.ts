/** Sections → the teacher plan's problem: who may teach what, within loads, lines and availability. */
import type { StaffRules, TeacherProblem } from '../../solver/index.ts';
import type { FilledRule, SchoolModel } from '../school/model.ts';
import type { Lowering } from './context.ts';
import { slotMask } from '../school/slots.ts';
import { makeMonitorBuilder } from './monitor-builder.ts';
import { earlierTeachers } from './earlier-sections.ts';
import { joinedSections, leadingSections, shareWithFollowers } from './joint.ts';
import { loadUnit, type CompiledRole } from './roles.ts';
import { LOWER_RULE, STAFF_RULES } from './rules/index.ts';
import type { CompiledSection } from './sections.ts';
import { meetingLength } from './meeting-windows.ts';
import { FIRST_TIME } from './times.ts';
import { togetherKeys } from './together.ts';

interface Availability {
  isFree: (slot: number) => boolean;
  /** slots in which the teacher may teach at all, less those that meetings will take */
  slots: number;
}

/** [teachers] when a teacher may teach: open for some grade, available, and not in a meeting that must be kept free. */
function availabilities(model: SchoolModel): Availability[] {
  const open = model.grid.slotIds.map((_, slot) => model.gradeOpen.some((grade) => grade[slot] === 1));
  return model.school.teachers.map((teacher, index): Availability => {
    const stated = model.rules
      .filter((rule) => rule.strength === 'must' && (rule.type === 'teacher.meeting' || rule.type === 'slots.forbid'))
      .filter(
        (rule) =>
          rule.rule.teachers?.includes(teacher.id) || rule.rule.subjects?.some((id) => teacher.subjects.includes(id)),
      )
      .filter((rule) => rule.type === 'teacher.meeting' || rule.rule.teachers);
    // A meeting whose time the solver chooses takes its length, wherever that will be.
    const lengthOf = (rule: FilledRule): number =>
      rule.type === 'teacher.meeting' ? (meetingLength(rule.rule) ?? 0) : 0;
    const shut = stated
      .filter((rule) => lengthOf(rule) === 0)
      .map((rule) => slotMask(model.grid, rule.rule['slots'] as string | string[]));
    const chosen = stated.reduce((sum, rule) => sum + lengthOf(rule), 0) * model.grid.weeks;
    const isFree = (slot: number): boolean =>
      !model.teacherUnavailable[index]?.[slot] && !shut.some((mask) => mask[slot]);
    return { isFree, slots: Math.max(0, open.filter((is, slot) => is && isFree(slot)).length - chosen) };
  });
}

/** Of one unit of deviation, in the costs of the teacher plan: below a period without a teacher, above several below the least load. */
const MUST_COST = 3_000;
/** For each unit of weight: above a period off the desired load. */
const WEIGHT_COST = 50;

/** The rules on who teaches what, lowered for the plan; null where the school states none. */
function staffRules(model: SchoolModel, sections: CompiledSection[], roles: CompiledRole[]): StaffRules | null {
  const stated = model.rules.filter(({ type }) => STAFF_RULES.has(type));
  if (stated.length === 0) return null;
  const monitors = makeMonitorBuilder(model.grid.slotCount);
  const rolesOf: number[][] = sections.map(() => []);
  roles.forEach(({ section }, role) => rolesOf[section]?.push(role));
  shareWithFollowers(rolesOf, leadingSections(model, sections));
  const context: Lowering = {
    model,
    sections,
    rolesOf,
    candidates: roles.map(({ candidates }) => candidates),
    demandsOf: [],
    monitors,
    keepRooms: () => {},
    reserveRooms: () => {},
  };
  stated.forEach((filled, rule) => LOWER_RULE[filled.type]?.(filled, rule, context, -1));
  return {
    tables: monitors.staff.build(),
    loadUnit: loadUnit(model),
    ruleCost: Int32Array.from(stated, ({ strength }) => (strength === 'must' ? MUST_COST : WEIGHT_COST * strength)),
  };
}

/** Of a section that loses its earlier teacher: as the rules on that weigh it, and something in any case. */
function changeCost(model: SchoolModel): number {
  const stated = model.rules.filter(({ type }) => type === 'keep.teacher');
  return Math.max(
    WEIGHT_COST,
    ...stated.map(({ strength }) => (strength === 'must' ? MUST_COST : WEIGHT_COST * strength)),
  );
}

/** [teachers] what they had in the earlier week: who was below the least load then need not be raised to it now. */
function workloads(model: SchoolModel, roles: readonly CompiledRole[], teacherOf: Int32Array): Int32Array {
  const load = new Int32Array(model.school.teachers.length);
  roles.forEach(({ workload }, role) => {
    const teacher = teacherOf[role] ?? -1;
    if (teacher >= 0) load[teacher] = (load[teacher] ?? 0) + workload;
  });
  return load;
}

/** Roles → the question who fills them; `timesOf`: see TeachingSection.times. */
export function teacherProblem(
  model: SchoolModel,
  sections: CompiledSection[],
  roles: CompiledRole[],
  timesOf: (section: CompiledSection) => readonly number[],
): TeacherProblem {
  const available = availabilities(model);
  const unit = loadUnit(model);
  const perCycle = unit * model.grid.weeks;
  const rolesIn = new Map<number, number>();
  for (const { section } of roles) rolesIn.set(section, (rolesIn.get(section) ?? 0) + 1);
  const staff = staffRules(model, sections, roles);
  const together = togetherKeys(model, sections, true);
  const joined = joinedSections(leadingSections(model, sections));
  const earlier = earlierTeachers(model, sections, roles);
  const before = model.base ? workloads(model, roles, earlier) : null;
  return {
    changeCost: changeCost(model),
    looseFrom: FIRST_TIME.slot,
    ...(staff ? { staff } : {}),
    key: 'teachers',
    teachers: model.school.teachers.map((teacher, index) => ({
      max: teacher.load.max * perCycle,
      target: teacher.load.target === undefined ? -1 : teacher.load.target * perCycle,
      min: Math.min((teacher.load.min ?? 0) * perCycle, before?.[index] ?? Number.POSITIVE_INFINITY),
      availableSlots: (available[index]?.slots ?? 0) * unit,
    })),
    sections: roles.map((role, index) => {
      const section = sections[role.section];
      const times = (joined[role.section] ?? []).flatMap((one) => {
        const [at, key] = [sections[one], together[one] ?? -1];
        return [...(at ? timesOf(at) : []), ...(key < 0 ? [] : [key])];
      });
      const slots = times.filter((time) => time >= FIRST_TIME.slot).map((time) => time - FIRST_TIME.slot);
      // Where lessons are to stay, nobody new comes who is away then.
      const able = role.candidates.filter(
        (t) => t === earlier[index] || slots.every((slot) => available[t]?.isFree(slot) ?? true),
      );
      const candidates = able.length > 0 ? able : role.candidates;
      const alone = (rolesIn.get(role.section) ?? 0) < 2;
      return {
        periods: role.workload,
        candidates: Int32Array.from(candidates),
        times: times.length > 0 || alone ? [...new Set(times)] : [FIRST_TIME.own + role.section],
        bound: role.candidates.length === 1 ? (role.candidates[0] ?? -1) : -1,
        earlier: earlier[index] ?? -1,
        course: section?.course ?? -1,
        homeroom: section?.homeroom ?? -1,
      };
    }),
  };
}
