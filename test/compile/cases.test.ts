/**
 * The shared table of small weeks, through the engine's own recount and through the search's counters: both must come to the numbers
 * that the judge is held to.
 */
import { describe, expect, it } from 'vitest';
import { trueScore, type Problem, type Solution } from '../../solver/index.ts';
import { totalCost } from '../../solver/timetable/cost.ts';
import { loadSolution, makeWeekState } from '../../solver/timetable/state.ts';
import type { Rule, School } from '../../src/school/types.ts';
import { engineCases, type Case } from '../cases/index.ts';
import { deviations, readWeek } from '../support/solution-from-timetable.ts';

/** Weeks that the engine cannot make, because it places nothing outside its domains; its recount does not tell them from sound ones. */
const OUTSIDE_THE_ENGINE: Record<string, string> = {
  'slots: across noon both periods count': 'no start before noon in the domain of a double',
  'slots: past the last period of the day both periods count, and nothing of it lies on the next day':
    'no start in the last period in the domain of a double',
  'slots: closed by the calendar and by the grade, one period each': 'closed slots are in no domain',
  'slots: teacher and room away in the same period count once; another teacher being away does not':
    'no room is given while it is unavailable; teachers are counted',
  'slots: a lesson kind has its own slots': "the domain is the lesson's slots",
  'room kinds: the lab lesson in a classroom, the other in the lab': 'rooms come from the set that fits',
  'room kinds: a room kept for another homeroom, and another room than the lesson names':
    'rooms come from the set that fits',
  'room kinds: a given section in another room than the given one': 'the given room is the only one of its set',
  'teachers: an English teacher, and none at all': 'teachers come from the candidates; none at all is counted',
  'teachers: only of other grades; two where one is enough': 'a section has one role, filled from the candidates',
  'teachers: the head teacher of another homeroom; one in a course that has none':
    'the head teacher is the only candidate, and a course without teachers has no role',
  '教研活动: one member has one of the two slots, the other both':
    'the engine holds a meeting where its members teach least',
  '教研活动: nothing chosen: the whole meeting of both is missing':
    'the engine holds a meeting where its members teach least',
  '教研活动: outside its slots it is none': 'the engine holds a meeting where its members teach least',
  '教研活动: over noon it is none': 'the engine holds a meeting where its members teach least',
  '教研活动: at the same time in both weeks; a lesson of odd weeks counts once':
    'the engine holds a meeting where its members teach least',
  '不同时开课: three at once are two too many; only lessons in the named rooms count':
    'rooms come from the set that fits',
  'lines: a lesson outside the slots of its line': "the domain is the line's slots",
  'locks: three things of one lesson elsewhere': 'what is held is the whole domain',
  'locks: a room for the whole section is held once, a slot that no lesson has, a section that does not exist':
    'what is held is the whole domain; a section that cannot exist is refused by the reader',
  'locks: without an index, a room is held by the lesson at the held slot; here the lessons have changed rooms':
    'the reader asks for the index of a held slot',
  'locks: of two students held in the second section one sits in the first': 'the section plan seats them there',
  '就近教室: a room without a building is not looked at': 'rooms come from the set that fits',
  '学生空堂: only of those who take physics: they have it in the gap, the others not':
    'rooms come from the set that fits',
  '换楼: a room without a building is near': 'rooms come from the set that fits',
  '合班: the double at another time, and its load counts twice': 'joint sections are one event',
  '合班: another teacher and another room': 'joint sections are one event',
  '合班: six in a room of five seats, one too many; a lesson that only one of them has': 'joint sections are one event',
  '合班: three sections, two of them elsewhere; without the rule one teacher and one room would be in two lessons at once':
    'joint sections are one event',
  '自习: one period with room and teacher, one with a room only':
    'self-study is what the engine finds places for itself',
  '自习: without places': 'self-study is what the engine finds places for itself',
  '自习: in odd weeks with a place, in even weeks without': 'self-study is what the engine finds places for itself',
  '预留教室: self-study in the third room': 'self-study is what the engine finds places for itself',
};

const known = engineCases.filter(({ name }) => !(name in OUTSIDE_THE_ENGINE));

/** Rules whose deviation the search does not look at: settled with the sections, or by the rooms after each epoch. */
const NOT_SEARCHED = new Set([
  'size.balance',
  'size.band',
  'gender.balance',
  'score.balance',
  'students.together',
  'students.apart',
  'room.prefer',
  'room.near',
  'walking.moves',
  'building.change',
  'walking.keepTogether',
  'room.stable',
  'room.own',
  'keep.room',
  'keep.student',
]);

/** Of rooms kept free the search knows those of a whole kind. */
const isSearched = (type: string, { rules }: School): boolean =>
  !NOT_SEARCHED.has(type) &&
  !(type === 'room.reserve' && (rules ?? []).some((rule) => rule.type === type && rule.rooms !== undefined));

/** What the search adds to the rules for each lesson that is not where it was: changes that gain nothing are not made. */
const inertia = ({ lessons }: Problem, { lessonSlot }: Solution): number =>
  [...lessons.earlier].filter((slot, lesson) => slot >= 0 && lessonSlot[lesson] !== slot).length;

const COUNTS_SLOTS: ReadonlySet<string> = new Set(['keep.slot', 'firstSlot.vary']);

/**
 * Rules on teachers who teach somewhere, on lessons of a teacher or in a room: whom and what they look at is known once teachers and rooms
 * are. The search takes them as always looking.
 */
const searchLooksWider = ({ school, expect: stated }: Case): boolean =>
  (school.rules ?? []).some((rule) =>
    // Two lessons of a section at once are in one slot, and two periods to the search.
    COUNTS_SLOTS.has(rule.type) && stated['structural.student'] !== undefined
      ? true
      : rule.type.startsWith('teacher.')
        ? ['courses', 'subjects', 'grades', 'homerooms', 'sections', 'rooms', 'grouping'].some((key) => key in rule)
        : rule.rooms !== undefined || rule.teachers !== undefined,
  );

describe('the shared table of small weeks', () => {
  it.each(known)('counted in full by the engine: $name', ({ school, timetable, base, expect: stated }) => {
    const { week, solution } = readWeek(school, timetable, base);
    const counted = deviations(week, trueScore(week.problem, solution).deviation);
    // Without a week no lesson is missing.
    if (timetable.scope === 'sections') delete counted['structural.unplaced'];
    expect(counted).toEqual(stated);
  });

  const timed = known.filter((one) => one.timetable.scope === 'week');
  it.each(timed)("by the search's counters: $name", (one) => {
    const { school, timetable, base, expect: stated } = one;
    const { week, solution } = readWeek(school, timetable, base);
    const { weight } = week.problem.rules;
    const wanted = week.ruleIds.reduce(
      (sum, id, rule) =>
        sum + (isSearched(week.ruleTypes[rule] ?? '', school) ? (weight[rule] ?? 0) * (stated[id] ?? 0) : 0),
      0,
    );
    // With a hard weight of nothing, the soft rules are all that costs.
    const state = makeWeekState(week.problem, 0);
    loadSolution(state, solution);
    if (searchLooksWider(one)) expect(totalCost(state)).toBeGreaterThanOrEqual(wanted);
    else expect(totalCost(state)).toBe(wanted + inertia(week.problem, solution));
  });

  /** Caps on slots and teachers; rooms come after the search, students before it. */
  const capped = timed.filter((one) => /^keep\.(slot|teacher): /.test(one.name) && !searchLooksWider(one));
  it.each(capped)("caps by the search's counters: $name", ({ school, timetable, base, expect: stated }) => {
    const costs = [false, true].map((hasCaps) => {
      const rules = (school.rules ?? []).map(({ max: _max, maxEach: _maxEach, ...rule }) => rule as Rule);
      const { week, solution } = readWeek(hasCaps ? school : { ...school, rules }, timetable, base);
      const state = makeWeekState(week.problem, 1000);
      loadSolution(state, solution);
      return totalCost(state);
    });
    const over = Object.entries(stated).reduce((sum, [id, units]) => sum + (id.endsWith('.max') ? units : 0), 0);
    expect((costs[1] ?? 0) - (costs[0] ?? 0)).toBe(1000 * over);
  });

  it('the search sees every broken must and structural rule that time or teachers decide', () => {
    const broken = timed.filter((one) =>
      Object.keys(one.expect).some((id) => /^structural\.(student|teacher|unplaced|load|qualified)$/.test(id)),
    );
    expect(broken.length).toBeGreaterThan(4);
    for (const { name, school, timetable, base } of broken) {
      const { week, solution } = readWeek(school, timetable, base);
      const [free, dear] = [0, 1000].map((hardWeight) => {
        const state = makeWeekState(week.problem, hardWeight);
        loadSolution(state, solution);
        return totalCost(state);
      });
      expect([name, (dear ?? 0) - (free ?? 0) >= 1000]).toEqual([name, true]);
    }
  });

  it('names only cases that there are, and lets few be', () => {
    const names = engineCases.map(({ name }) => name);
    for (const name of Object.keys(OUTSIDE_THE_ENGINE)) expect(names).toContain(name);
    expect(known.length).toBeGreaterThan(0.8 * engineCases.length);
  });
});
