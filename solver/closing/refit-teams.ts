/**
 * Where a walk leaves a teacher with too much, twice at once, or when away: who teaches what is found anew for all of the team that he or she
 * shares sections with, at the times that the week has. Sections change hands in any number, which one at a time would ask too much of somebody
 * on the way.
 */
import { eachPeriod, itemsOf } from '../problem/problem.ts';
import { teamHeads } from '../problem/teams.ts';
import { drawThreshold, TEMPERATURE_UNIT } from '../search/acceptance.ts';
import { nextBelow, type RandomState } from '../search/random.ts';
import { teacherTotal } from '../timetable/cost.ts';
import { rolesCost } from '../timetable/role-cost.ts';
import { setTeacher, type WeekState } from '../timetable/state.ts';

/** More teachers than this in trouble: the times are no good yet. */
const MOST_IN_TROUBLE = 6;
/** Proposals for each section, and in all. */
const PROPOSALS = 2_000;
const MOST_PROPOSALS = 60_000;
/** Falls to 0. A period too many costs 1. */
const TEMPERATURE = 2 * TEMPERATURE_UNIT;

const isInTrouble = (state: WeekState, teacher: number): boolean => teacherTotal(state, teacher) >= state.hardWeight;

/** Returns by how much less the week costs; 0: as before. */
export function refitTeams(state: WeekState, random: RandomState): number {
  const { teachers } = state.problem;
  const troubled = [...new Array(teachers.count).keys()].filter((teacher) => isInTrouble(state, teacher));
  if (troubled.length > MOST_IN_TROUBLE) return 0;
  let saved = 0;
  for (const teacher of troubled)
    if (isInTrouble(state, teacher)) saved += refit(state, teamOf(state, teacher), random);
  return saved;
}

interface Team {
  teachers: number[];
  /** that more than one of them could fill */
  roles: number[];
}

function teamOf({ problem, roleTeacher }: WeekState, first: number): Team {
  const { roles, teachers } = problem;
  const open = [...roleTeacher.keys()].filter(
    (role) => roleTeacher[role] >= 0 && itemsOf(roles.candidates, role).length > 1,
  );
  const heads = teamHeads(
    open.map((role) => itemsOf(roles.candidates, role)),
    teachers.count,
  );
  return {
    teachers: [...heads.keys()].filter((teacher) => heads[teacher] === heads[first]),
    roles: open.filter((role) => heads[roleTeacher[role]] === heads[first]),
  };
}

function refit(state: WeekState, { teachers, roles }: Team, random: RandomState): number {
  const { problem, taught, tables, hardWeight } = state;
  const { slots } = problem;
  const { candidates, workload } = problem.roles;
  if (roles.length === 0) return 0;
  const numberOf = new Map(teachers.map((teacher, number) => [teacher, number]));
  /** [team × slots] sections then; 1: away */
  const busy = new Int32Array(teachers.length * slots.count);
  const away = new Uint8Array(teachers.length * slots.count);
  for (const [number, teacher] of teachers.entries()) {
    for (let slot = 0; slot < slots.count; slot++) {
      busy[number * slots.count + slot] = taught[teacher * slots.count + slot];
      away[number * slots.count + slot] = tables.teacherCost[teacher * slots.count + slot] >= hardWeight ? 1 : 0;
    }
  }
  const load = Int32Array.from(teachers, (teacher) => state.load[teacher]);
  const most = teachers.map((teacher) => problem.teachers.loadMax[teacher]);
  const able = roles.map((role) => Array.from(itemsOf(candidates, role), (teacher) => numberOf.get(teacher) ?? 0));
  const periods = roles.map((role) => {
    const own: number[] = [];
    for (const lesson of itemsOf(state.links.lessonsOfRole, role)) {
      const first = state.lessonSlot[lesson];
      if (first >= 0) eachPeriod(problem, lesson, first, (slot) => own.push(slot));
    }
    return own;
  });
  const plan = Int32Array.from(roles, (role) => numberOf.get(state.roleTeacher[role]) ?? 0);
  let broken = 0;
  for (let at = 0; at < busy.length; at++) broken += Math.max(0, busy[at] - 1) + away[at] * busy[at];
  for (const [number, own] of load.entries()) broken += Math.max(0, own - most[number]);
  /** The section is taken from the teacher, or given: what is broken then, more or less. */
  const put = (at: number, teacher: number, by: 1 | -1): void => {
    for (const slot of periods[at]) {
      const cell = teacher * slots.count + slot;
      const there = busy[cell];
      busy[cell] = there + by;
      broken += Math.max(0, there + by - 1) - Math.max(0, there - 1) + by * away[cell];
    }
    const before = load[teacher];
    load[teacher] = before + by * workload[roles[at]];
    broken += Math.max(0, load[teacher] - most[teacher]) - Math.max(0, before - most[teacher]);
  };
  const give = (at: number, teacher: number): void => {
    put(at, plan[at], -1);
    plan[at] = teacher;
    put(at, teacher, 1);
  };
  const proposals = Math.min(MOST_PROPOSALS, PROPOSALS * roles.length);
  for (let n = 0; n < proposals && broken > 0; n++) {
    const one = nextBelow(random, roles.length);
    const from = plan[one];
    // Every second time in exchange for another section.
    const back = nextBelow(random, 2) === 0 ? nextBelow(random, roles.length) : -1;
    const to = back < 0 ? able[one][nextBelow(random, able[one].length)] : plan[back];
    if (to === from || (back >= 0 && !(able[one].includes(to) && able[back].includes(from)))) continue;
    const before = broken;
    give(one, to);
    if (back >= 0) give(back, from);
    const left = (proposals - n) / proposals;
    const worse = broken - before;
    if (worse <= 0 || worse <= drawThreshold(random, Math.floor(TEMPERATURE * left * left))) continue;
    if (back >= 0) give(back, to);
    give(one, from);
  }
  const teacherOf = state.roleTeacher.slice();
  for (const [at, role] of roles.entries()) teacherOf[role] = teachers[plan[at]];
  return broken > 0 || fillsTwice(state, roles, teacherOf) ? 0 : carryOut(state, roles, teacherOf);
}

/** Whether somebody has two roles of one section, whose lessons may lie nowhere yet. */
function fillsTwice({ problem, links }: WeekState, roles: readonly number[], teacherOf: Int32Array): boolean {
  return roles.some((role) =>
    itemsOf(problem.events.roles, links.eventOfRole[role]).some(
      (other) => other !== role && teacherOf[other] === teacherOf[role],
    ),
  );
}

/** The week with this plan if it costs less: there is more to it than times and loads. */
function carryOut(state: WeekState, roles: readonly number[], teacherOf: Int32Array): number {
  const before = state.roleTeacher.slice();
  let delta = 0;
  const change = (role: number, teacher: number): void => {
    const had = state.roleTeacher[role];
    if (had === teacher) return;
    const old = rolesCost(state, role, -1, had, teacher);
    setTeacher(state, role, teacher);
    delta += rolesCost(state, role, -1, had, teacher) - old;
  };
  for (const role of roles) change(role, teacherOf[role]);
  if (delta < 0) return delta;
  for (const role of roles) change(role, before[role]);
  return 0;
}
