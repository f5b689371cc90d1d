/** Faults of rules and locks. */
import type { FaultTexts } from './fault-text.ts';

export const DEMAND_TEXTS: FaultTexts = {
  'rule.type-unknown': {
    zh: ['没有“{type}”这种规则。', '可用的规则见 zouban rules。'],
    en: ['There is no rule type “{type}”.', '“zouban rules” lists them.'],
  },
  'rule.not-read': {
    zh: ['本版本还不支持规则“{type}”。', '请先删去；它不会被悄悄忽略。'],
    en: [
      'The rule type “{type}” is not read yet by this version.',
      'Remove the rule for now; it is never silently ignored.',
    ],
  },
  'rule.spread-empty': {
    zh: ['课时分散规则没有写 maxPerDay 或 minGapDays。', '至少写一个。'],
    en: ['A spread rule without maxPerDay or minGapDays says nothing.', 'State at least one.'],
  },
  'rule.says-nothing': {
    zh: ['规则“{type}”没有写 {keys}，等于什么也没有要求。', '至少写其中一个。'],
    en: ['The rule “{type}” states none of {keys} and so asks for nothing.', 'State at least one.'],
  },
  'rule.selects-nothing': {
    zh: [
      '规则“{type}”什么也没有选中：没有课程同时符合它的各项选择。',
      '请检查 courses、subjects、grades、homerooms、grouping。',
    ],
    en: [
      'The rule “{type}” selects nothing: no course is of all that its selectors say at once.',
      'Check courses, subjects, grades, homerooms and grouping.',
    ],
  },
  'rule.list-few': {
    zh: ['规则“{type}”的 {key} 至少要列出 {least} 个，这里只有 {count} 个。', '请补全，或用分组。'],
    en: ['{key} of the rule “{type}” names at least {least}; here it is {count}.', 'Add the others, or use a group.'],
  },
  'rule.pair-two': {
    zh: ['单双周轮换只能是两门课程，这里有 {count} 门。', '请写两门；其他课程另写一条。'],
    en: [
      'Odd and even weeks are taken in turn by two courses; here are {count}.',
      'Name two, and write a rule more for others.',
    ],
  },
  'rule.joint-soft': {
    zh: ['合班只能是必须的（strength: must），这里是 {strength}。', '请改为 must，或 off。'],
    en: ['Joint sections are a must; here the strength is {strength}.', 'Write must, or off.'],
  },
  'rule.joint-twice': {
    zh: ['教学班“{section}”已经在 {first} 里合班。', '一起上课的教学班请写在同一条规则里，每个只写一次。'],
    en: [
      'Section “{section}” is joined with others in {first} already.',
      'Name all sections that are taught together in one rule, each once.',
    ],
  },
  'rule.joint-unlike': {
    zh: [
      '教学班“{other}”不能与“{section}”合班：课时数、连堂、单双周、教室类型或随堂教师要求不同。',
      '请让两门课程的课时安排一致，或分开上课。',
    ],
    en: [
      'Section “{other}” cannot be joined with “{section}”: the number or length of their lessons, their weeks, kinds of room or teachers who come with differ.',
      'Give both courses the same lessons, or teach the sections apart.',
    ],
  },
  'rule.joint-teachers': {
    zh: ['教学班“{other}”不能与“{section}”合班：没有教师可以同时任教。', '请指定同一位教师，或分开上课。'],
    en: [
      'Section “{other}” cannot be joined with “{section}”: nobody may teach all of them.',
      'Give them the same teacher, or teach the sections apart.',
    ],
  },
  'rule.no-cycle': {
    zh: ['规则“{type}”要求单双周，但校历没有分单双周。', '请写 calendar.weeks，或删去这条规则。'],
    en: [
      'The rule “{type}” is about odd and even weeks, which the calendar does not have.',
      'State calendar.weeks, or remove the rule.',
    ],
  },
  'rule.order-same': {
    zh: ['课程“{course}”不能排在自己之前。', 'first 和 then 请写两门不同的课程。'],
    en: ['Course “{course}” cannot come before itself.', 'Name two courses in first and then.'],
  },
  'rule.kind-unknown': {
    zh: ['没有“{roomKind}”类型的教室。', '请检查 kind 与 rooms[].kind。'],
    en: ['No room is of the kind “{roomKind}”.', 'Check kind against rooms[].kind.'],
  },
  'rule.slots-few': {
    zh: ['课程“{course}”需要 {needed} 个课位，按这条必须的规则只有 {open} 个。', '请放宽规则的 slots 或数目。'],
    en: [
      'Course “{course}” needs {needed} slots, and this must rule leaves it {open}.',
      'Widen the slots of the rule, or ask for less.',
    ],
  },
  'rule.slots-short': {
    zh: [
      '与 {other}（{otherText}）矛盾：课程“{course}”需要 {needed} 个课位，两条规则合起来只剩 {open} 个。',
      '请放宽其中一条，或改为软约束。',
    ],
    en: [
      'This and {other} ({otherText}) cannot both hold: course “{course}” needs {needed} slots, and together they leave {open}.',
      'Widen one of them, or make it soft.',
    ],
  },
  'rule.contradiction': {
    zh: ['与 {other}（{otherText}）矛盾，两条必须的规则不能同时满足。', '请删去其一，或改为软约束。'],
    en: [
      'This and {other} ({otherText}) cannot both hold; both are must rules.',
      'Remove one of them, or make it soft.',
    ],
  },
  'rule.min-max': {
    zh: ['规则要求至少 {least}，又要求最多 {most}。', '请更正其一。'],
    en: ['The rule asks for at least {least} and at most {most}.', 'Correct one of the two.'],
  },
  'rule.least-over-most': {
    zh: ['这里要求至少 {least}，而 {other}（{otherText}）要求最多 {most}。', '请更正其一，或改为软约束。'],
    en: [
      'This asks for at least {least}, {other} ({otherText}) for at most {most}.',
      'Correct one of the two, or make it soft.',
    ],
  },
  'rule.no-double': {
    zh: ['课程“{course}”的连堂一天中没有地方可排。', '请放宽 slots，或允许跨大课间（acrossLong）。'],
    en: [
      'No part of any day can hold a double of course “{course}”.',
      'Widen the slots, or allow long breaks (acrossLong).',
    ],
  },
  'rule.doubles-days': {
    zh: ['课程“{course}”每周 {doubles} 次连堂，在 {days} 天里无法隔天排。', '请减少连堂，或去掉 alternateDays。'],
    en: [
      'The {doubles} doubles of course “{course}” cannot be days apart within {days} days.',
      'Have fewer doubles, or take alternateDays away.',
    ],
  },
  'rule.days-few': {
    zh: [
      '课程“{course}”每周 {lessons} 节课，按这条规则需要 {needed} 天，一周只有 {days} 天。',
      '请放宽 maxPerDay 或 minGapDays。',
    ],
    en: [
      'The {lessons} lessons of course “{course}” need {needed} days by this rule; a week has {days}.',
      'Relax maxPerDay or minGapDays.',
    ],
  },
  'rule.meeting-no-time': {
    zh: [
      '活动需连续 {length} 节，而 {members} 名成员共同的空闲最长连续 {longest} 节。',
      '请缩短活动、放宽 slots 或成员的 unavailable。',
    ],
    en: [
      'The meeting takes {length} periods in a row; its {members} members are free together for {longest} at most.',
      'Make it shorter, or widen its slots or when members are there.',
    ],
  },
  'rule.against-lock': {
    zh: ['教学班“{section}”锁定在这个课位，与 {other}（{otherText}）矛盾。', '请换课位，或放宽规则。'],
    en: [
      'Section “{section}” is locked to this slot, against {other} ({otherText}).',
      'Lock another slot, or relax the rule.',
    ],
  },
  'rule.apart-few': {
    zh: ['教师互斥规则要至少两名教师。', '请在 teachers 里列出，或用分组。'],
    en: ['A rule that keeps teachers apart names at least two.', 'List them in teachers, or use a group.'],
  },
  'rule.groups-of-kinds': {
    zh: ['groups 里的分组类别不同：{kinds}。', '一条规则的 groups 须是同一类；另一类请用“@编号”写进相应的键。'],
    en: [
      'The groups are of several kinds: {kinds}.',
      'Groups of a rule are of one kind; put “@id” into the selector of the other.',
    ],
  },
  'rule.groups-and-members': {
    zh: ['规则同时写了 groups 和 {key}。', '请把分组以“@编号”写进 {key}，或只写一种。'],
    en: ['The rule has groups and also {key}.', 'Put “@id” into {key}, or use one of the two.'],
  },
  'lock.no-cycle': {
    zh: ['锁定写了 {weeks} 周（教学班“{section}”），但校历没有分单双周。', '请写 calendar.weeks，或删去 weeks。'],
    en: [
      'The lock of section “{section}” holds {weeks} weeks, but the calendar has no odd and even weeks.',
      'State calendar.weeks, or remove weeks.',
    ],
  },
  'lock.weeks': {
    zh: [
      '教学班“{section}”锁定在 {weeks} 周，而这次课写明为 {stated}。',
      '只有 either、other 的课可以锁定周次；请更正其一。',
    ],
    en: [
      'Section “{section}” is locked to {weeks} weeks, but the lesson is stated as {stated}.',
      'Only lessons of either or other weeks are free to be held: correct one of the two.',
    ],
  },
  'rule.default-unknown': {
    zh: ['没有默认规则“{id}”可替换。', '以 default. 开头的编号只用于替换默认规则。'],
    en: ['There is no default rule “{id}” to replace.', 'Ids beginning with default. are for replacing defaults.'],
  },
  'rule.section-unknown': {
    zh: ['没有教学班“{section}”。', '请写给定教学班的编号，或 课程/行政班、课程/1。'],
    en: ['There is no section “{section}”.', 'Name a given section, or course/homeroom, or course/1.'],
  },
  'rule.no-home-section': {
    zh: ['行政班“{homeroom}”没有在本班上的课程“{course}”。', '请检查课程和行政班。'],
    en: ['Homeroom “{homeroom}” has no section of course “{course}” of its own.', 'Check course and homeroom.'],
  },
  'lock.two-addresses': {
    zh: ['锁定同时写了 section 和 course/homeroom。', '只写一种。'],
    en: ['The lock has section and also course or homeroom.', 'Use one address.'],
  },
  'lock.no-address': {
    zh: ['锁定没有指明教学班。', '请写 section，或同时写 course 和 homeroom。'],
    en: ['The lock does not say which section.', 'State section, or course together with homeroom.'],
  },
  'lock.holds-nothing': {
    zh: ['锁定没有写锁住什么。', '请写 slot、weeks、room 或 teachers，或写 student。'],
    en: ['The lock holds nothing.', 'State slot, weeks, room or teachers, or student.'],
  },
  'lock.student-and-more': {
    zh: ['锁定学生到教学班时不能再写“{key}”。', '请另写一条锁定。'],
    en: ['A lock of a student in a section has no “{key}”.', 'Write a second lock for it.'],
  },
  'lock.section-unknown': {
    zh: ['没有教学班“{section}”。', '请写给定教学班的编号，或 课程/行政班、课程/1。'],
    en: ['There is no section “{section}”.', 'Name a given section, or course/homeroom, or course/1.'],
  },
  'lock.no-home-section': {
    zh: ['行政班“{homeroom}”没有在本班上的课程“{course}”。', '走班课程请用教学班编号（section）。'],
    en: [
      'Homeroom “{homeroom}” has no section of course “{course}” of its own.',
      'For walking courses name the section.',
    ],
  },
  'lock.index': {
    zh: ['教学班“{section}”每周 {count} 次课，index 从 0 到 {last}。', '请改小 index。'],
    en: ['Section “{section}” has {count} lessons: index goes from 0 to {last}.', 'Use a smaller index.'],
  },
  'lock.slot-unknown': {
    zh: ['没有课位“{slot}”。', '锁定要写一个课位，如 mon.3，不能用 * 或 |。'],
    en: ['There is no slot “{slot}”.', 'A lock holds one slot such as mon.3, without * or |.'],
  },
  'lock.slot-without-index': {
    zh: ['教学班“{section}”有 {count} 次课，没有写明锁定哪一次。', '请写 index（从 0 数）。'],
    en: ['Section “{section}” has {count} lessons, and the lock does not say which.', 'Add index (counted from 0).'],
  },
  'lock.slot-closed': {
    zh: ['教学班“{section}”锁定到课位 {slot}，但{why}。', '请换课位，或放开限制。'],
    en: ['Section “{section}” is locked to {slot}, but {why}.', 'Choose another slot, or lift the limit.'],
  },
  'lock.slot-too-late': {
    zh: ['教学班“{section}”这次课长 {length} 节，从这个课位开始会跨过午休或放学。', '请换更早的课位。'],
    en: [
      'This lesson of section “{section}” takes {length} periods and would go across noon or the end of the day.',
      'Choose an earlier slot.',
    ],
  },
  'lock.room-kind': {
    zh: ['教学班“{section}”锁定的教室“{room}”类型是 {kind}，而课程需要 {kinds}。', '请换教室。'],
    en: ['The locked room “{room}” of section “{section}” is a {kind}, but {kinds} is needed.', 'Choose another room.'],
  },
  'lock.teacher-not-candidate': {
    zh: [
      '教学班“{section}”锁定的教师“{teacher}”不在课程“{course}”的任课范围内；将按锁定安排。',
      '如非有意，请换教师，或加上其学科、年级。',
    ],
    en: [
      'Teacher “{teacher}”, locked to section “{section}”, is no candidate for course “{course}”; it stands as locked.',
      'Name another unless this is meant, or add the subject or grade.',
    ],
  },
  'lock.against-section': {
    zh: ['教学班“{section}”给定的是 {given}，锁定却是 {held}。', '请使两者一致。'],
    en: ['Section “{section}” is given {given}, but locked to {held}.', 'Make the two agree.'],
  },
  'lock.contradiction': {
    zh: ['与 {other} 矛盾（教学班“{section}”）。', '请删去其一。'],
    en: ['This contradicts {other} (section “{section}”).', 'Remove one of them.'],
  },
  'lock.student-does-not-take': {
    zh: ['学生“{student}”不修读课程“{course}”，不能锁定到教学班“{section}”。', '请检查学生和课程，或用 extra。'],
    en: [
      'Student “{student}” does not take course “{course}” and cannot be held in section “{section}”.',
      'Check student and course, or use extra.',
    ],
  },
  'lock.student-elsewhere': {
    zh: ['学生“{student}”在课程“{course}”已属于别的教学班，不能锁定到“{section}”。', '请检查行政班或给定教学班。'],
    en: [
      'Student “{student}” belongs to another section of course “{course}” and cannot be held in “{section}”.',
      'Check the homeroom or the given sections.',
    ],
  },
};
