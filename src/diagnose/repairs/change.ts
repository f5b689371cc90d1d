/** Changes of a school that an office could decide on: data, and what each of them costs. */

/** Numeric parameters of rules that can be made easier. */
export type RuleLimit = 'max' | 'maxPerDay' | 'minGapDays' | 'share';

/** Amounts are periods, students or counts, as the kind says; slots are ids of the cycle's slots. */
export type Change =
  | { kind: 'load.raise'; teachers: string[]; by: number }
  | { kind: 'teacher.add'; subject: string; count: number; periods: number; teachers: string[] }
  | { kind: 'teacher.attend'; teacher: string; slots: string[] }
  | { kind: 'teacher.present'; teachers: string[]; slots: number }
  | { kind: 'teacher.qualify'; teachers: string[]; subject: string }
  | { kind: 'staff.any'; course: string }
  | { kind: 'section.unbind'; sections: string[]; teacher: string }
  | { kind: 'section.add'; course: string; by: number; periods: number }
  | { kind: 'size.raise'; course: string; by: number }
  | { kind: 'size.lower'; course: string; to: number }
  | { kind: 'periods.lower'; course: string; by: number; sections: number }
  | { kind: 'doubles.lower'; course: string; by: number }
  | { kind: 'slots.open'; grade: string; slots: string[] }
  | { kind: 'period.add'; grade: string; days: string[] }
  | { kind: 'slots.widen'; course: string }
  | { kind: 'rule.soften'; rule: string }
  | { kind: 'rule.ease'; rule: string; limit: RuleLimit; from: number; to: number }
  | { kind: 'rule.narrow'; rule: string; slots: string[] }
  | { kind: 'lock.drop'; lock: number }
  | { kind: 'lock.move'; lock: number; to: string }
  | { kind: 'line.add'; grade: string; by: number }
  | { kind: 'line.free'; grade: string }
  | { kind: 'line.unbind'; grade: string }
  | { kind: 'break.bridge'; grade: string; period: string }
  | { kind: 'room.add'; roomKind: string; count: number; seats: number }
  | { kind: 'room.open'; rooms: string[]; slots: number }
  | { kind: 'room.free'; room: string; slots: string[] }
  | { kind: 'room.ordinary'; course: string }
  | { kind: 'room.enlarge'; rooms: string[]; to: number }
  | { kind: 'combination.drop'; grade: string; from: string; to: string; students: string[] }
  | { kind: 'choice.change'; grade: string; from: string; into: string; to: string; students: string[] }
  | { kind: 'choice.leave'; course: string; students: string[] }
  | { kind: 'homeroom.move'; students: string[]; to: string };

/**
 * What a change costs, in periods of a teacher's week or what an office would weigh alike: a rule softened or a lock dropped 1, a slot in
 * which a teacher or room is to be there or a rule holds no more 1, a step by which a rule is eased 1 (of a share in percent: ten), a
 * student more in each section 1, a lock moved 2, a line 2, lines without stated slots 2, a student who chooses anew, leaves a course or
 * changes homerooms 2, a wider choice of slots, teachers or rooms 3, no lines 3, a break that doubles may span 3, a slot opened 5, a period more on a day 5 and 5 for the first, a teacher who
 * takes a subject more 5, a teacher 5 and the periods, a room 10, a period less of a course 1 in each section and at least 3.
 */
export function priceOf(change: Change): number {
  switch (change.kind) {
    case 'rule.soften':
    case 'lock.drop':
    case 'section.unbind':
      return 1;
    case 'rule.ease':
      return Math.ceil(Math.abs(change.to - change.from) / (change.limit === 'share' ? 10 : 1));
    case 'load.raise':
      return change.by * change.teachers.length;
    case 'teacher.add':
      return 5 * change.count + change.periods;
    case 'teacher.qualify':
      return 5 * change.teachers.length;
    case 'teacher.attend':
    case 'room.free':
    case 'rule.narrow':
      return change.slots.length;
    case 'teacher.present':
    case 'room.open':
      return change.slots;
    case 'section.add':
      return change.by * change.periods;
    case 'size.raise':
      return change.by;
    case 'lock.move':
    case 'size.lower':
    case 'doubles.lower':
    case 'line.free':
      return 2;
    case 'line.add':
      return 2 * change.by;
    case 'slots.widen':
    case 'staff.any':
    case 'room.ordinary':
    case 'line.unbind':
    case 'break.bridge':
      return 3;
    case 'periods.lower':
      return 2 * change.by * Math.max(2, change.sections);
    case 'slots.open':
      return 5 * change.slots.length;
    case 'period.add':
      return 5 + 5 * change.days.length;
    case 'room.add':
      return 10 * change.count;
    case 'room.enlarge':
      return change.rooms.length;
    case 'combination.drop':
    case 'choice.change':
    case 'choice.leave':
    case 'homeroom.move':
      return 2 * change.students.length;
  }
}
