/** Start slots that are no choice are taken out of the domains. A lesson for which nothing would be left keeps its domain: then what it breaks counts. */
import { mustBeAway } from './away.ts';
import { eachPeriod, itemsOf, makeCsr, seesAll, type Problem } from './problem.ts';

/** Must rules on the place of single lessons: a start slot at which a lesson breaks one for certain. */
export const restrictDomains = (problem: Problem): Problem => restricted(problem, makeBreaks(problem));

/**
 * Start slots at which too few of those who could teach a lesson of several roles are there, as where the sections of a line need all teachers
 * of a subject at once.
 */
export const keepWhereTeachersAre = (problem: Problem): Problem => restricted(problem, makeLacksTeachers(problem));

/** `test`: null where nothing keeps the lesson from anywhere, else whether it may not start in the slot. */
function restricted(problem: Problem, test: (lesson: number) => ((slot: number) => boolean) | null): Problem {
  const { lessons, slots } = problem;
  const given = lessons.starts.start.length - 1;
  const added: Uint8Array[] = [];
  const rowOf = new Map<string, number>();
  const domain = lessons.domain.slice();
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    const isShut = test(lesson);
    if (isShut === null) continue;
    const from = lessons.domain[lesson] * slots.count;
    const own = lessons.domains.subarray(from, from + slots.count);
    const left = Uint8Array.from(own, (open, slot) => (open === 1 && !isShut(slot) ? 1 : 0));
    if (!left.includes(1) || left.every((open, slot) => open === own[slot])) continue;
    const key = left.join('');
    const row = rowOf.get(key) ?? given + added.length;
    if (!rowOf.has(key)) added.push(left);
    rowOf.set(key, row);
    domain[lesson] = row;
  }
  if (added.length === 0) return problem;
  const domains = new Uint8Array((given + added.length) * slots.count);
  domains.set(lessons.domains.subarray(0, given * slots.count));
  added.forEach((row, index) => domains.set(row, (given + index) * slots.count));
  const starts = makeCsr([
    ...Array.from({ length: given }, (_, row) => [...itemsOf(lessons.starts, row)]),
    ...added.map((row) => [...row.keys()].filter((slot) => row[slot] === 1)),
  ]);
  return { ...problem, lessons: { ...lessons, domain, domains, starts } };
}

/** Whether a lesson that starts there breaks a must rule, whatever else the week holds. */
function makeBreaks(problem: Problem): (lesson: number) => ((slot: number) => boolean) | null {
  const { events, lessons, slots, monitors, rules } = problem;
  const { eventInside, eventCount, startInside, slotSets } = monitors;
  /** Rules narrowed to teachers or rooms may not look at the lesson in the end. */
  const isSure = (rule: number): boolean => rules.required[rule] === 1 && seesAll(rules, rule);
  const shut: number[][] = Array.from({ length: events.count }, () => []);
  const open: number[][] = Array.from({ length: events.count }, () => []);
  const starts: number[][] = Array.from({ length: events.count }, () => []);
  for (let m = 0; m < eventInside.count; m++) {
    if (isSure(eventInside.rule[m]) && !eventInside.whole[m]) shut[eventInside.event[m]].push(eventInside.set[m]);
  }
  for (let m = 0; m < eventCount.count; m++) {
    const watches = itemsOf(eventCount.watches, m);
    if (!isSure(eventCount.rule[m]) || eventCount.whole[m]) continue;
    for (const watch of watches) {
      const event = eventCount.event[watch];
      if (eventCount.most[m] === 0) shut[event].push(eventCount.set[watch]);
      // All its periods must be inside.
      if (watches.length === 1 && eventCount.least[m] === events.duration[event])
        open[event].push(eventCount.set[watch]);
    }
  }
  for (let m = 0; m < startInside.count; m++) if (isSure(startInside.rule[m])) starts[startInside.event[m]].push(m);
  return (lesson) => {
    const event = lessons.event[lesson];
    if (shut[event].length + open[event].length + starts[event].length === 0) return null;
    return (slot) => {
      let isBroken = false;
      eachPeriod(problem, lesson, slot, (s) => {
        if (shut[event].some((set) => slotSets[set * slots.count + s] === 1)) isBroken = true;
        if (open[event].some((set) => slotSets[set * slots.count + s] === 0)) isBroken = true;
      });
      for (let week = 0, from = slot; week < lessons.span[lesson]; week++, from += slots.perWeek) {
        for (const m of starts[event]) {
          const isMeant = startInside.length[m] === lessons.length[lesson];
          if (isMeant && slotSets[startInside.set[m] * slots.count + from] === 1) isBroken = true;
        }
      }
      return isBroken;
    };
  };
}

/** Whether not all roles of a lesson can be filled at once, each by somebody else who may teach then, if it starts there. */
function makeLacksTeachers(problem: Problem): (lesson: number) => ((slot: number) => boolean) | null {
  const { lessons, roles } = problem;
  const away = mustBeAway(problem);
  return (lesson) => {
    const needed = itemsOf(lessons.roles, lesson);
    if (needed.length < 2) return null;
    return (slot) => {
      const taken: number[] = [];
      eachPeriod(problem, lesson, slot, (s) => taken.push(s));
      const isThere = (teacher: number): boolean => taken.every((s) => away[teacher * problem.slots.count + s] === 0);
      const roleOf = new Map<number, number>();
      /** A teacher for the role, others making room for it. */
      const fill = (role: number, asked: Set<number>): boolean => {
        for (const teacher of itemsOf(roles.candidates, role)) {
          if (asked.has(teacher) || !isThere(teacher)) continue;
          asked.add(teacher);
          const other = roleOf.get(teacher);
          if (other !== undefined && !fill(other, asked)) continue;
          roleOf.set(teacher, role);
          return true;
        }
        return false;
      };
      return needed.some(
        (role) => roles.candidates.start[role] < roles.candidates.start[role + 1] && !fill(role, new Set()),
      );
    };
  };
}
