/** Faults of the frame: calendar, rooms, subjects, teachers, grades, lines, homerooms. */
import type { FaultTexts } from './fault-text.ts';

export const SETTING_TEXTS: FaultTexts = {
  'calendar.all-closed': {
    zh: ['校历里所有课位都不开放。', '请检查 closed，至少留出要上课的课位。'],
    en: ['The calendar closes every slot.', 'Check closed: leave the slots that are for lessons.'],
  },
  'calendar.parts-order': {
    zh: ['节次的时段倒退了，前一节是 {before}。', '节次须按一天的先后写：early、morning、afternoon、evening。'],
    en: [
      'The part of the day goes back; the period before is {before}.',
      'List periods in the order of the day: early, morning, afternoon, evening.',
    ],
  },
  'calendar.weeks-both': {
    zh: ['单双周须写成 ["odd","even"]。', '没有单双周就删去 weeks。'],
    en: ['Weeks are written ["odd","even"].', 'Without odd and even weeks, remove weeks.'],
  },
  'calendar.time-form': {
    zh: ['“{time}”不是时刻。', '请写成 08:00 这样的 24 小时制。'],
    en: ['“{time}” is no time of day.', 'Write it as 08:00, with 24 hours.'],
  },
  'calendar.time-order': {
    zh: ['第“{period}”节的结束不晚于开始（{start}）。', '请更正 start 或 end。'],
    en: ['Period “{period}” does not end after its start ({start}).', 'Correct start or end.'],
  },
  'calendar.times-overlap': {
    zh: ['第“{period}”节在第“{other}”节结束之前开始。', '节次须按时间先后写，互不重叠；请更正 start 或 end。'],
    en: [
      'Period “{period}” begins before period “{other}” has ended.',
      'Periods follow each other in time: correct start or end.',
    ],
  },
  'calendar.no-noon': {
    zh: ['第“{period}”节之后就是下午，却没有写午休。', '请加上 breakAfter: "noon"，否则连堂和连上会跨过中午。'],
    en: [
      'After period “{period}” comes the afternoon, but no noon break is stated.',
      'Add breakAfter: "noon", or doubles and runs go across noon.',
    ],
  },
  'room.never-available': {
    zh: ['教室“{room}”在所有开放课位都不可用。', '请检查 unavailable，或删去这间教室。'],
    en: ['Room “{room}” is unavailable in every open slot.', 'Check unavailable, or remove the room.'],
  },
  'supply.teachers': {
    zh: [
      '“{subject}”{span}至少需要 {demand} 课时，而可任教的 {teachers} 名教师合计至多 {supply} 课时，差 {short} 课时。',
      '请增加教师、提高 load.max，或减少课时；否则总有课没有教师。',
    ],
    en: [
      '“{subject}” needs at least {demand} periods {span}, but its teachers ({teachers}) have at most {supply}: {short} short.',
      'Add teachers, raise load.max or lower the periods, or some lessons will have no teacher.',
    ],
  },
  'supply.teachers-all': {
    zh: [
      '全校{span}至少需要教师 {demand} 课时，而 {teachers} 名教师合计至多 {supply} 课时，差 {short} 课时。',
      '请增加教师、提高 load.max，或减少课时；否则总有课没有教师。',
    ],
    en: [
      'All courses need at least {demand} teacher periods {span}, but the teachers ({teachers}) have at most {supply}: {short} short.',
      'Add teachers, raise load.max or lower the periods, or some lessons will have no teacher.',
    ],
  },
  'supply.room-periods': {
    zh: [
      '{roomKind}{span}至少需要 {periods} 室次，而 {rooms} 间在可用课位里合计至多 {available} 室次。',
      '请增加教室、减少不可用时间，或减少需要这类教室的课时；否则总有课没有教室。',
    ],
    en: [
      'Rooms of kind {roomKind} are needed for at least {periods} room periods {span}, but there are at most {available} (rooms: {rooms}).',
      'Add rooms, free some slots or lower the periods that need them, or some lessons will have no room.',
    ],
  },
  'supply.rooms-at-once': {
    zh: [
      '{roomKind}最忙时至少要同时容纳 {atOnce} 个班，而 {rooms} 间合计只能容纳 {places} 个班。',
      '请增加教室、放宽这些课的 slots 或批次；否则总有课没有教室。',
    ],
    en: [
      'Rooms of kind {roomKind} must take at least {atOnce} sections at once in the busiest slot, but they take {places} (rooms: {rooms}).',
      'Add rooms, or widen the slots or lines of these lessons, or some lessons will have no room.',
    ],
  },
  'subject.short-length': {
    zh: ['学科“{subject}”的简称须是一个字。', '例如 物、化、生。'],
    en: ['The short of subject “{subject}” must be one character.', 'For instance 物, 化, 生.'],
  },
  'subject.short-twice': {
    zh: ['学科“{subject}”与“{other}”的简称相同。', '简称不能重复，否则选科简写无法辨认。'],
    en: [
      'Subjects “{subject}” and “{other}” have the same short.',
      'Shorts are unique, or choices written in shorts cannot be told apart.',
    ],
  },
  'teacher.load-over-slots': {
    zh: ['教师“{teacher}”的最低课时 {needed} 多于其可用课位 {open}。', '请减少 load.min 或不可用时间。'],
    en: [
      'Teacher “{teacher}” has load.min {needed} but only {open} available slots.',
      'Lower load.min or free some slots.',
    ],
  },
  'teacher.given-load': {
    zh: ['教师“{teacher}”在已定教学班里已有 {load} 课时，超过上限 {max}。', '请提高 load.max，或改派部分教学班。'],
    en: [
      'Teacher “{teacher}” has {load} periods in given sections, over load.max {max}.',
      'Raise load.max or give some sections to others.',
    ],
  },
  'teacher.mentor-cycle': {
    zh: ['师徒关系绕成了圈：{chain}。', '请删去其中一个 mentor。'],
    en: ['Mentors go in a circle: {chain}.', 'Remove one mentor of them.'],
  },
  'form.id-taken': {
    zh: ['行政班编号“{homeroom}”要留给年级“{grade}”待组成的行政班。', '请给这个行政班换一个编号。'],
    en: [
      'The homeroom id “{homeroom}” is that of a homeroom to be formed in grade “{grade}”.',
      'Give this homeroom another id.',
    ],
  },
  'form.nobody': {
    zh: [
      '年级“{grade}”要组成 {homerooms} 个行政班，但没有只写了 grade 的学生。',
      '请把要分班的学生写成 grade，不写 homeroom。',
    ],
    en: [
      'Grade “{grade}” is to form {homerooms} homerooms, but no student has only a grade.',
      'Give the students to be placed a grade and no homeroom.',
    ],
  },
  'form.too-small': {
    zh: [
      '年级“{grade}”有 {count} 名学生待分班，{homerooms} 个班每班至多 {max} 人，坐不下。',
      '请增加 count 或 size.max。',
    ],
    en: [
      'Grade “{grade}” has {count} students to place, more than {homerooms} homerooms of at most {max} hold.',
      'Raise count or size.max.',
    ],
  },
  'form.too-many': {
    zh: [
      '年级“{grade}”只有 {count} 名学生待分班，不够 {homerooms} 个班每班至少 {min} 人。',
      '请减少 count 或 size.min。',
    ],
    en: [
      'Grade “{grade}” has {count} students to place, too few for {homerooms} homerooms of at least {min}.',
      'Lower count or size.min.',
    ],
  },
  'grade.all-closed': {
    zh: ['年级“{grade}”没有任何开放课位。', '请检查年级和校历的 closed。'],
    en: ['Grade “{grade}” has no open slot.', 'Check closed of the grade and of the calendar.'],
  },
  'choice.short-missing': {
    zh: ['这种选科方式要用到简称“{missing}”，但没有学科有这个简称。', '请给相应学科写上 short，或改写成选科组列表。'],
    en: [
      'This choice needs subjects with the shorts “{missing}”.',
      'Give the subjects their short, or write the choice groups in full.',
    ],
  },
  'choice.take': {
    zh: ['要从 {from} 门里选 {take} 门，门数不够。', '请减小 take 或增加 from。'],
    en: ['{take} are to be taken from {from} subjects.', 'Lower take or add subjects to from.'],
  },
  'choice.take-order': {
    zh: ['take 的下限 {min} 大于上限 {max}。', '请改正 take。'],
    en: ['take has a least number, {min}, above the greatest, {max}.', 'Correct take.'],
  },
  'choice.overlap': {
    zh: ['学科“{subject}”同时在第 {other} 组里（从 0 数）。', '一门学科只能在一个选科组。'],
    en: [
      'Subject “{subject}” is also in group {other} (counted from 0).',
      'A subject stands in one choice group only.',
    ],
  },
  'choice.default-outside': {
    zh: ['默认学科“{subject}”不在本组的 from 里。', '请加入 from 或改默认值。'],
    en: ['The default subject “{subject}” is not in the group’s from.', 'Add it to from, or change the default.'],
  },
  'choice.default-count': {
    zh: ['默认了 {count} 门，而本组要选 {take} 门。', '请使两者一致。'],
    en: ['The default has {count} subjects, but the group takes {take}.', 'Make the two agree.'],
  },
  'choice.short-unknown': {
    zh: ['没有学科的简称是“{short}”（现有：{known}）。', '请改正这个字，或给学科写上 short。'],
    en: [
      'No subject has the short “{short}” (there are: {known}).',
      'Correct the character, or give the subject its short.',
    ],
  },
  'choice.short-twice': {
    zh: ['“{short}”写了两次。', '请改成不同的学科。'],
    en: ['“{short}” stands twice.', 'Name different subjects.'],
  },
  'combination.impossible': {
    zh: ['这个组合不符合年级“{grade}”的选科要求。', '每个选科组须恰好选足门数。'],
    en: [
      'This combination does not fit the choice groups of grade “{grade}”.',
      'Take exactly as many subjects of each group as it asks for.',
    ],
  },
  'combination.twice': {
    zh: ['这个组合与第 {first} 个相同（从 0 数）。', '请删去一个。'],
    en: ['This combination is the same as number {first} (counted from 0).', 'Remove one.'],
  },
  'combination.without-choice': {
    zh: ['年级“{grade}”没有选科（choice 为 none），不能列组合。', '请写明 choice，或删去 combinations。'],
    en: ['Grade “{grade}” has no choice (none), so it has no combinations.', 'State choice, or remove combinations.'],
  },
  'line.other-grade': {
    zh: ['课程“{course}”不属于年级“{grade}”。', '批次里只能写本年级的课程。'],
    en: ['Course “{course}” is not of grade “{grade}”.', 'A line lists courses of its own grade.'],
  },
  'line.no-open-slot': {
    zh: ['这个批次没有一个开放课位。', '请检查批次的 slots 和年级的 closed。'],
    en: ['This line has no open slot.', 'Check the line’s slots and the grade’s closed.'],
  },
  'line.shared-slot': {
    zh: ['批次“{line}”与“{other}”都占用课位 {slot}。', '同一年级的批次不能共用课位。'],
    en: ['Lines “{line}” and “{other}” share the slot {slot}.', 'Two lines of a grade share no slot.'],
  },
  'homeroom.at-home-no-choice': {
    zh: ['学科“{subject}”不是年级“{grade}”的选科学科，不必写进 atHome。', '请删去；非选科学科本来就在行政班上。'],
    en: [
      'Subject “{subject}” is in no choice group of grade “{grade}”.',
      'Remove it: what is not chosen stays at home anyway.',
    ],
  },
  'homeroom.at-home-not-all': {
    zh: [
      '行政班“{homeroom}”要留“{subject}”在本班，但有 {count} 名学生没选（如 {student}），因此仍走班。',
      '请调整学生选科或 atHome。',
    ],
    en: [
      'Homeroom “{homeroom}” keeps “{subject}” at home, but {count} of its students did not choose it (such as {student}): it will walk.',
      'Change the choices or atHome.',
    ],
  },
  'homeroom.empty': {
    zh: ['行政班“{homeroom}”没有学生。', '请检查学生的 homeroom，或删去这个班。'],
    en: ['Homeroom “{homeroom}” has no students.', 'Check the students’ homeroom, or remove it.'],
  },
  'homeroom.no-head': {
    zh: ['课程“{course}”由班主任任教，但行政班“{homeroom}”没有班主任。', '请写上 headTeacher。'],
    en: ['Course “{course}” is taught by the head teacher, but homeroom “{homeroom}” has none.', 'Add headTeacher.'],
  },
  'homeroom.oversized': {
    zh: ['行政班“{homeroom}”有 {count} 人，超过班额上限 {max}。', '给定的行政班不拆分，报告里会标为超上限。'],
    en: [
      'Homeroom “{homeroom}” has {count} students, above size.max {max}.',
      'A given homeroom is kept and reported as over the maximum.',
    ],
  },
  'homeroom.size-and-students': {
    zh: ['行政班“{homeroom}”写了人数 size，却也有名单里的学生（如 {student}）。', '请删去 size，或不列学生。'],
    en: [
      'Homeroom “{homeroom}” is given by size, but students are listed in it (such as {student}).',
      'Remove size, or list no students.',
    ],
  },
  'homeroom.too-many-periods': {
    zh: ['行政班“{homeroom}”的学生有 {periods} 课时，而开放课位只有 {open} 个。', '请减少课时，或开放更多课位。'],
    en: [
      'The students of homeroom “{homeroom}” have {periods} periods, but only {open} slots are open.',
      'Lower the periods, or open more slots.',
    ],
  },
  'homeroom.room-kind': {
    zh: [
      '行政班“{homeroom}”的教室“{room}”类型是 {kind}，而该年级没有课在这类教室上。',
      '请换成普通教室，或更正教室类型。',
    ],
    en: [
      'The room “{room}” of homeroom “{homeroom}” is a {kind}, and the grade has no lesson in such a room.',
      'Give it a classroom, or correct the kind of the room.',
    ],
  },
  'homeroom.room-not-open': {
    zh: ['教室“{room}”不对行政班“{homeroom}”开放。', '请把该班加入教室的 homerooms，或换教室。'],
    en: [
      'Room “{room}” is not open to homeroom “{homeroom}”.',
      'Add the homeroom to the room’s homerooms, or give another room.',
    ],
  },
  'homeroom.room-shared': {
    zh: ['行政班“{homeroom}”与“{other}”是同一间教室“{room}”。', '如非有意，请换一间；两班不能同时在此上课。'],
    en: [
      'Homerooms “{homeroom}” and “{other}” have the same room “{room}”.',
      'Give another room unless this is meant: they cannot both be there.',
    ],
  },
  'homeroom.room-too-small': {
    zh: [
      '行政班“{homeroom}”有 {count} 人，而教室“{room}”只能坐 {seats} 人。',
      '请换大教室，否则全班课不能在本班教室上。',
    ],
    en: [
      'Homeroom “{homeroom}” has {count} students, but its room “{room}” holds {seats}.',
      'Give a larger room, or whole-class lessons cannot be there.',
    ],
  },
};
