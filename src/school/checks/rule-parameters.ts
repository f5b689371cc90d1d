/** What the parameters of one rule must be beside their shapes. */
import type { Rule } from '../types.ts';
import type { Draft } from './draft.ts';

/** Parameters of which at least one is stated. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  'course.halfday': ['amMax', 'pmMax', 'amMin'],
  'teacher.sections': ['min', 'max'],
  'student.free': ['slots', 'maxPerDay', 'supervised'],
};

/** Lists that name at least two. */
const TWO_OF: Readonly<Record<string, 'courses' | 'sections' | 'students'>> = {
  'course.notSameDay': 'courses',
  'course.notAdjacent': 'courses',
  'teacher.same': 'courses',
  'sections.joint': 'sections',
  'students.together': 'students',
  'students.apart': 'students',
};

function checkPair({ faults, school }: Draft, rule: Rule, path: string): void {
  const count = rule.courses?.length ?? 0;
  if (count !== 2) faults.report('rule.pair-two', `${path}.courses`, undefined, { count });
  if (school.calendar.weeks === undefined) faults.report('rule.no-cycle', path, undefined, { type: rule.type });
}

export function checkParameters(draft: Draft, rule: Rule, path: string): void {
  const { faults } = draft;
  const { type, strength } = rule;
  const keys = ONE_OF[type];
  if (keys?.every((key) => rule[key] === undefined || rule[key] === null)) {
    faults.report('rule.says-nothing', path, undefined, { type, keys: keys.join(' · ') });
  }
  const key = TWO_OF[type];
  const count = key === undefined ? 2 : (rule[key]?.length ?? 0);
  if (key !== undefined && count < 2) {
    faults.report('rule.list-few', `${path}.${key}`, undefined, { type, key, least: 2, count });
  }
  if (type === 'weeks.pair') checkPair(draft, rule, path);
  if (type === 'sections.joint' && strength !== 'must' && strength !== 'off') {
    faults.report('rule.joint-soft', `${path}.strength`, strength, { strength });
  }
  if (type === 'course.order' && rule['first'] === rule['then']) {
    faults.report('rule.order-same', `${path}.then`, rule['then'], { course: String(rule['then']) });
  }
  const kind = rule['kind'];
  if (type === 'room.reserve' && typeof kind === 'string' && !draft.roomKinds.has(kind)) {
    faults.report('rule.kind-unknown', `${path}.kind`, kind, { roomKind: kind });
  }
}
