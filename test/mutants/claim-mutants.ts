/** A week that says of itself what is not so. What is told is true of the valid week, or of the week after `damage`. */
import type { RuleScore, Timetable } from '../../src/timetable/types.ts';
import { dropLesson, leave, move, section } from './mutant.ts';

export interface ClaimMutant {
  name: string;
  /** makes the week worse, before its claims are made true again */
  damage?: (week: Timetable) => void;
  /** the one thing then told wrongly */
  tell: (week: Timetable) => void;
  /** the judge lets it pass today, though the contract makes it a statement that can be recounted */
  passes?: true;
}

const row = (week: Timetable, id: string): RuleScore => {
  const found = week.score.rules.find((score) => score.rule === id);
  if (!found) throw new Error(`the score has no rule ${id}`);
  return found;
};

const drop =
  (list: 'unserved' | 'unplaced') =>
  (week: Timetable): void => {
    week[list] = [];
  };

export const CLAIM_MUTANTS: ClaimMutant[] = [
  {
    name: 'complete, with a lesson not placed',
    damage: dropLesson('g2-art/1', 0),
    tell: (week) => {
      week.status = 'complete';
    },
  },
  {
    name: 'complete, with a clash',
    damage: move('g1-mat/h3', 2, 'fri.1'),
    tell: (week) => {
      week.status = 'complete';
    },
  },
  {
    name: 'complete, with a must rule broken',
    damage: move('g2-mat/h1', 1, 'wed.5'),
    tell: (week) => {
      week.status = 'complete';
    },
  },
  {
    name: 'partial, though nothing is missing',
    tell: (week) => {
      week.status = 'partial';
    },
  },
  {
    name: 'impossible, and here it is',
    tell: (week) => {
      week.status = 'impossible';
    },
  },
  {
    name: 'less hard than it is',
    damage: move('g2-mat/h1', 1, 'wed.2'),
    tell: (week) => {
      week.score.hard -= 1;
    },
  },
  {
    name: 'hard, though it is not',
    tell: (week) => {
      week.score.hard = 1;
    },
  },
  {
    name: 'a soft total too low',
    tell: (week) => {
      week.score.soft = 0;
    },
  },
  {
    name: 'a soft total too high',
    tell: (week) => {
      week.score.soft = 10;
    },
  },
  {
    name: 'a soft rule kept, and the total with it',
    tell: (week) => {
      Object.assign(row(week, 'spread.chi'), { deviation: 0, cost: 0 });
      week.score.soft = 0;
    },
  },
  {
    name: 'a deviation that its cost does not follow from',
    tell: (week) => {
      row(week, 'spread.chi').deviation = 2;
    },
  },
  {
    name: 'a cost that does not follow from its deviation',
    tell: (week) => {
      row(week, 'spread.chi').cost = 3;
    },
  },
  {
    name: 'a rule of lower weight than the school gives it',
    tell: (week) => {
      Object.assign(row(week, 'spread.chi'), { strength: 1, cost: 1 });
      week.score.soft = 1;
    },
  },
  {
    name: 'a must rule told as a soft one',
    tell: (week) => {
      row(week, 'meeting.mat').strength = 9;
    },
  },
  {
    name: 'a rule under another type',
    tell: (week) => {
      row(week, 'spread.chi').type = 'slots.forbid';
    },
  },
  {
    name: 'a broken soft rule left out',
    tell: (week) => {
      week.score.rules = week.score.rules.filter((score) => score.rule !== 'spread.chi');
      week.score.soft = 0;
    },
  },
  {
    name: 'a rule that holds left out',
    tell: (week) => {
      week.score.rules = week.score.rules.filter((score) => score.rule !== 'structural.teacher');
    },
  },
  {
    name: 'a rule that the school does not have',
    tell: (week) => {
      week.score.rules.push({ rule: 'made.up', type: 'slots.forbid', strength: 3, deviation: 0, cost: 0 });
    },
  },
  {
    name: 'a rule told twice',
    tell: (week) => {
      week.score.rules.push({ ...row(week, 'spread.chi') });
    },
  },
  {
    name: 'a proved least cost above what was found',
    tell: (week) => {
      // a bound is in units of the cost, here 9
      row(week, 'spread.chi').bound = { value: 10, method: 'trivial' };
    },
  },
  {
    name: 'a proved least soft total above what was found',
    tell: (week) => {
      week.score.softBound = { value: 10, method: 'trivial' };
    },
  },
  {
    name: 'a proved least hard total above what was found',
    tell: (week) => {
      week.score.hardBound = { value: 1, method: 'trivial' };
    },
  },
  { name: 'an unserved student kept quiet', damage: leave('g2-bio/1', 's10'), tell: drop('unserved') },
  { name: 'an unplaced lesson kept quiet', damage: dropLesson('g2-chi/h2', 2), tell: drop('unplaced') },
  {
    name: 'an unserved student under another course',
    damage: leave('g2-bio/1', 's10'),
    tell: (week) => {
      week.unserved = [{ student: 's10', course: 'g2-mat' }];
    },
  },
  {
    name: 'an unplaced double told as a single',
    damage: dropLesson('g2-chi/h2', 2),
    tell: (week) => {
      week.unplaced = [{ section: 'g2-chi/h2', index: 2, periods: 1 }];
    },
  },
  {
    name: 'an unserved student who is served',
    tell: (week) => {
      week.unserved.push({ student: 's10', course: 'g2-bio' });
    },
  },
  {
    name: 'an unserved pair told twice',
    damage: leave('g2-bio/1', 's10'),
    tell: (week) => {
      week.unserved.push({ student: 's10', course: 'g2-bio' });
    },
  },
  {
    name: 'an unplaced lesson that is placed',
    tell: (week) => {
      week.unplaced.push({ section: 'g2-art/1', index: 0, periods: 1 });
    },
  },
  {
    name: 'a week called a plan, so that its clash goes unseen',
    damage: move('g1-mat/h3', 2, 'fri.1'),
    tell: (week) => {
      week.scope = 'sections';
      week.status = 'complete';
    },
  },
  {
    name: 'a week called a plan, so that its missing lesson goes unseen',
    damage: dropLesson('g2-art/1', 0),
    tell: (week) => {
      week.scope = 'sections';
      week.status = 'complete';
      week.unplaced = [];
    },
  },
  {
    name: 'a plan called a week',
    tell: (week) => {
      week.lessons = [];
    },
  },
  {
    name: 'a meeting of a rule that the school does not have',
    tell: (week) => {
      week.meetings.push({ rule: 'made.up', slots: ['fri.4'], teachers: ['t-art'] });
    },
  },
  {
    name: 'a meeting while one of its members teaches',
    tell: (week) => {
      week.meetings.push({ rule: 'meeting.mat', slots: ['mon.1'], teachers: ['t-mat'] });
    },
  },
  {
    name: 'self-study that nobody asked for, in a room in use',
    tell: (week) => {
      week.selfStudy.push({ slot: 'mon.1', weeks: 'every', room: 'w1', students: ['s01'] });
    },
  },
  {
    name: 'a conflict that is none',
    tell: (week) => {
      week.conflicts.push({
        rule: 'structural.teacher',
        type: 'structural.teacher',
        strength: 'must',
        who: [],
        slots: ['mon.1'],
        deviation: 1,
        text: { zh: '冲突', en: 'clash' },
      });
    },
  },
  {
    name: 'a conflict kept quiet',
    damage: move('g1-mat/h3', 2, 'fri.1'),
    tell: (week) => {
      week.conflicts = [];
    },
  },
  {
    name: 'a section that names another size',
    tell: (week) => {
      section(week, 'g2-bio/1').size = 3;
    },
  },

  {
    name: 'a deviation below nothing',
    tell: (week) => {
      Object.assign(row(week, 'structural.student'), { deviation: -1, cost: -1 });
    },
  },
];
