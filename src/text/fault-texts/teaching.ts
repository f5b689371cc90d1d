/** Faults of courses, students and given sections. */
import type { FaultTexts } from './fault-text.ts';

export const TEACHING_TEXTS: FaultTexts = {
  'course.no-lessons': {
    zh: ['课程“{course}”没有写课时。', '请写 periods，或用 lessons 逐类列出。'],
    en: ['Course “{course}” has no periods.', 'State periods, or list lessons.'],
  },
  'course.periods-and-lessons': {
    zh: ['课程“{course}”同时写了 lessons 和 periods/doubles。', '两种写法只能用一种。'],
    en: ['Course “{course}” has lessons and also periods or doubles.', 'Use one of the two ways.'],
  },
  'course.doubles': {
    zh: ['课程“{course}”有 {doubles} 个连堂，但只有 {periods} 课时。', '每个连堂占 2 课时。'],
    en: ['Course “{course}” has {doubles} doubles in {periods} periods.', 'A double takes two periods.'],
  },
  'course.for-without-choice': {
    zh: [
      '学科“{subject}”不在年级“{grade}”的任何选科组里，课程“{course}”不能按选考或未选区分。',
      '请把学科加入 choice，或删去 for。',
    ],
    en: [
      'Subject “{subject}” is in no choice group of grade “{grade}”, so course “{course}” cannot be for chosen or unchosen.',
      'Add the subject to choice, or remove for.',
    ],
  },
  'course.other-grade': {
    zh: ['行政班“{homeroom}”不属于课程“{course}”的年级“{grade}”。', '请改行政班；个别外年级学生用 extra。'],
    en: [
      'Homeroom “{homeroom}” is not of the grade “{grade}” of course “{course}”.',
      'Name a homeroom of the grade; single students of others take it by extra.',
    ],
  },
  'course.pool-overlap': {
    zh: ['行政班“{homeroom}”同时在课程“{course}”的第 {other} 个分段里（从 0 数）。', '一个行政班只能在一个分段。'],
    en: [
      'Homeroom “{homeroom}” is also in pool {other} of course “{course}” (counted from 0).',
      'A homeroom stands in one pool only.',
    ],
  },
  'course.sections-not-given': {
    zh: ['课程“{course}”写明教学班已定（given），但 sections 里没有它的教学班。', '请列出教学班，或改为 auto。'],
    en: ['Course “{course}” says its sections are given, but sections lists none.', 'List them, or state auto.'],
  },
  'course.sections-of-homerooms': {
    zh: ['课程“{course}”按行政班开课，班数由行政班决定。', '请删去 sections，或改 grouping。'],
    en: [
      'Course “{course}” has one section per homeroom, so their number is not free.',
      'Remove sections, or change grouping.',
    ],
  },
  'course.section-ids': {
    zh: [
      '课程“{course}”既有行政班上课又有走班，而行政班编号“{homeroom}”是纯数字，会与走班教学班 {course}/1、{course}/2 重名。',
      '请给行政班编号加上文字，如 h{homeroom}。',
    ],
    en: [
      'Course “{course}” has sections at home and sections that walk, and the homeroom id “{homeroom}” is a number: {course}/1, {course}/2 would mean two things.',
      'Put a letter into the homeroom’s id, such as h{homeroom}.',
    ],
  },
  'course.slots-too-few': {
    zh: ['课程“{course}”需要 {needed} 课时，但可用课位只有 {available} 个。', '请减少课时，或放宽 slots 和 closed。'],
    en: [
      'Course “{course}” needs {needed} periods, but only {available} slots are open to it.',
      'Lower the periods, or widen slots or closed.',
    ],
  },
  'course.lesson-too-long': {
    zh: [
      '课程“{course}”有 {length} 节连上的课，但不跨午休的连续课位最多 {run} 节。',
      '请缩短，或调整 slots 与 breakAfter。',
    ],
    en: [
      'Course “{course}” has a lesson of {length} periods, but at most {run} open slots follow each other without a noon or end break.',
      'Shorten it, or change slots or breakAfter.',
    ],
  },
  'course.no-room-of-kind': {
    zh: ['课程“{course}”要用“{kind}”类教室，但学校没有（现有：{known}）。', '请改 roomKind，或加上这类教室。'],
    en: [
      'Course “{course}” needs a room of kind “{kind}”, but there is none (there are: {known}).',
      'Correct roomKind, or add such a room.',
    ],
  },
  'course.room-none-and-kind': {
    zh: ['课程“{course}”不用教室（room: "none"），却又写了教室或教室类型。', '请删去其中之一。'],
    en: ['Course “{course}” needs no room (room: "none"), yet a room or kind is stated.', 'Remove one of the two.'],
  },
  'course.room-of-other-kind': {
    zh: ['课程“{course}”的教室“{room}”类型是 {kind}，与写明的 {stated} 不符。', '请使两者一致。'],
    en: ['The room “{room}” of course “{course}” is a {kind}, not a {stated} as stated.', 'Make the two agree.'],
  },
  'course.no-teacher': {
    zh: ['没有教师能教课程“{course}”（学科“{subject}”，年级“{grade}”）。', '请给教师加上学科或年级，或写明 teachers。'],
    en: [
      'Nobody can teach course “{course}” (subject “{subject}”, grade “{grade}”).',
      'Add the subject or grade to a teacher, or state teachers.',
    ],
  },
  'course.head-walks': {
    zh: ['课程“{course}”由班主任任教，但它走班，没有唯一的行政班。', '请改为按行政班开课，或改 teachers。'],
    en: [
      'Course “{course}” is taught by the head teacher, but it walks and has no one homeroom.',
      'Group it by homeroom, or change teachers.',
    ],
  },
  'course.head-of-formed': {
    zh: [
      '课程“{course}”由班主任任教，但年级“{grade}”待组成的行政班还没有班主任。',
      '请改 teachers，先组成行政班再派班主任。',
    ],
    en: [
      'Course “{course}” is taught by the head teacher, but the homerooms to be formed in grade “{grade}” have none yet.',
      'Change teachers; give head teachers once the homerooms are formed.',
    ],
  },
  'course.no-cycle': {
    zh: [
      '课程“{course}”的课写明 weeks 为 {weeks}，但校历没有分单双周。',
      '请写 calendar.weeks: ["odd","even"]，或改为 every。',
    ],
    en: [
      'A lesson of course “{course}” has weeks {weeks}, but the calendar has no odd and even weeks.',
      'State calendar.weeks: ["odd","even"], or use every.',
    ],
  },
  'course.other-of-nothing': {
    zh: [
      '课程“{course}”有 other 周的课，却没有 either 周的课。',
      'other 是本教学班 either 的相反周：请加上 either，或改用 odd、even。',
    ],
    en: [
      'Course “{course}” has a lesson of other weeks, but none of either.',
      'other is the opposite of the section’s either: add one, or use odd or even.',
    ],
  },
  'course.with-twice': {
    zh: [
      '课程“{course}”的教师“{teacher}”同时被指定在两个位置。',
      '一人不能算两位教师；请在 with 里写别人，或列出更多人选。',
    ],
    en: [
      'Teacher “{teacher}” is the only one named for two places of course “{course}”.',
      'One person is not two teachers: name another in with, or list more.',
    ],
  },
  'course.in-no-line': {
    zh: ['年级“{grade}”的批次都列了课程，但没有一个包含走班课程“{course}”。', '请把它加入某个批次。'],
    en: [
      'All lines of grade “{grade}” list their courses, and none has the walking course “{course}”.',
      'Add it to a line.',
    ],
  },
  'course.no-takers': {
    zh: ['课程“{course}”没有学生修读。', '请检查 for、level、track、homerooms 等条件，或删去这门课。'],
    en: ['Nobody takes course “{course}”.', 'Check for, level, track and homerooms, or remove the course.'],
  },
  'course.taker-outside-pools': {
    zh: ['学生“{student}”修读课程“{course}”，但不在任何分段里。', '请把其行政班加入 grouping，或豁免该生。'],
    en: [
      'Student “{student}” takes course “{course}” but is in none of its pools.',
      'Add the homeroom to grouping, or exempt the student.',
    ],
  },
  'course.taker-without-homeroom': {
    zh: ['学生“{student}”修读按行政班开的课程“{course}”，但没有行政班。', '请写上 homeroom，或改课程的 grouping。'],
    en: [
      'Student “{student}” takes course “{course}”, which is taught by homeroom, but has no homeroom.',
      'Add homeroom, or change the grouping of the course.',
    ],
  },
  'student.no-grade': {
    zh: ['学生“{student}”既没有行政班也没有年级。', '请写上 homeroom 或 grade。'],
    en: ['Student “{student}” has neither homeroom nor grade.', 'Add homeroom or grade.'],
  },
  'student.grade-differs': {
    zh: ['学生“{student}”的行政班“{homeroom}”属于年级“{grade}”，与写明的年级不同。', '请删去 grade，或更正其一。'],
    en: [
      'The homeroom “{homeroom}” of student “{student}” is of grade “{grade}”, not the grade stated.',
      'Remove grade, or correct one of the two.',
    ],
  },
  'student.extra-and-exempt': {
    zh: ['学生“{student}”的课程“{course}”既在 extra 又在 exempt。', '请删去其一。'],
    en: ['Course “{course}” is both extra and exempt for student “{student}”.', 'Remove one of the two.'],
  },
  'student.choices-missing': {
    zh: ['学生“{student}”没有写选科。', '年级“{grade}”要求从 {from} 中选 {take} 门。'],
    en: ['Student “{student}” has no choices.', 'Grade “{grade}” takes {take} of {from}.'],
  },
  'student.choices-count': {
    zh: ['学生“{student}”在 {from} 中选了 {taken} 门，应选 {take} 门。', '请按年级“{grade}”的要求改正。'],
    en: [
      'Student “{student}” chose {taken} of {from}, but {take} are to be chosen.',
      'Correct it as grade “{grade}” asks.',
    ],
  },
  'student.choice-outside': {
    zh: ['学科“{subject}”不在年级“{grade}”的选科范围内（学生“{student}”）。', '只写选科组里的学科。'],
    en: [
      'Subject “{subject}” is in no choice group of grade “{grade}” (student “{student}”).',
      'Name subjects of the choice groups only.',
    ],
  },
  'student.choices-without-choice': {
    zh: ['年级“{grade}”没有选科，学生“{student}”却写了选科。', '请删去 choices，或写明年级的 choice。'],
    en: [
      'Grade “{grade}” has no choice, but student “{student}” has choices.',
      'Remove choices, or state the grade’s choice.',
    ],
  },
  'student.combination': {
    zh: ['学生“{student}”的组合不在年级“{grade}”开设的组合里。', '请改选，或把组合加入 combinations。'],
    en: [
      'The combination of student “{student}” is not on offer in grade “{grade}”.',
      'Change the choice, or add the combination to combinations.',
    ],
  },
  'student.level-missing': {
    zh: ['学生“{student}”没有学科“{subject}”的层次，无法确定是否修读分层课程“{course}”。', '请写上 levels.{subject}。'],
    en: [
      'Student “{student}” has no level in “{subject}”, which the levelled course “{course}” asks for.',
      'Add levels.{subject}.',
    ],
  },
  'student.level-unused': {
    zh: ['没有“{subject}”课程面向层次“{level}”，学生“{student}”将不修读该学科的分层课程。', '请检查层次的写法。'],
    en: [
      'No course of “{subject}” is for level “{level}”: student “{student}” takes none of its levelled courses.',
      'Check how the level is written.',
    ],
  },
  'student.track-unused': {
    zh: ['年级里没有课程面向类别“{track}”（学生“{student}”）。', '请检查类别的写法。'],
    en: ['No course of the grade is for track “{track}” (student “{student}”).', 'Check how the track is written.'],
  },
  'student.too-many-periods': {
    zh: [
      '“{where}”有 {count} 名学生课时超出（如 {student}）：最多 {periods} 课时，而开放课位只有 {open} 个。',
      '请减少课时，或开放更多课位。',
    ],
    en: [
      '{count} students of “{where}” (such as {student}) have up to {periods} periods, but only {open} slots are open.',
      'Lower the periods, or open more slots.',
    ],
  },
  'section.student-twice': {
    zh: ['学生“{student}”已在课程“{course}”的另一教学班“{other}”里。', '一门课只能在一个教学班，请删去其一。'],
    en: [
      'Student “{student}” is already in section “{other}” of course “{course}”.',
      'One section per course: remove one.',
    ],
  },
  'section.student-exempt': {
    zh: ['学生“{student}”免修课程“{course}”，却被列入教学班“{section}”。', '请删去 exempt 或移出教学班。'],
    en: [
      'Student “{student}” is exempt from course “{course}” but listed in section “{section}”.',
      'Remove exempt, or take the student out.',
    ],
  },
  'section.student-outside': {
    zh: ['学生“{student}”不属于教学班“{section}”所列的行政班。', '请补上其行政班，或移出该生。'],
    en: [
      'Student “{student}” is of none of the homerooms of section “{section}”.',
      'Add the homeroom, or take the student out.',
    ],
  },
  'section.oversized': {
    zh: ['教学班“{section}”有 {count} 人，超过班额上限 {max}。', '给定的教学班不拆分，报告里会标出。'],
    en: ['Section “{section}” has {count} students, above size.max {max}.', 'A given section is kept and reported.'],
  },
  'section.more-than-stated': {
    zh: ['课程“{course}”给定了 {count} 个教学班，多于写明的 {sections} 个。', '请改 sections，或减少教学班。'],
    en: [
      'Course “{course}” has {count} given sections, more than the {sections} stated.',
      'Change sections, or list fewer.',
    ],
  },
  'section.no-lines': {
    zh: [
      '教学班“{section}”写了批次“{line}”，但年级“{grade}”没有批次，这个批次不起约束作用。',
      '如需约束，请写明年级的 lines。',
    ],
    en: [
      'Section “{section}” has line “{line}”, but grade “{grade}” has no lines: it binds nothing.',
      'State the grade’s lines if it is to bind.',
    ],
  },
  'section.line-unknown': {
    zh: ['年级“{grade}”没有批次“{line}”（现有：{known}）。', '请改用现有批次。'],
    en: ['Grade “{grade}” has no line “{line}” (there are: {known}).', 'Use one of them.'],
  },
  'section.line-other-courses': {
    zh: ['批次“{line}”不含课程“{course}”（教学班“{section}”）。', '请换批次，或把课程加入该批次。'],
    en: [
      'Line “{line}” does not have course “{course}” (section “{section}”).',
      'Use another line, or add the course to it.',
    ],
  },
  'section.homerooms-one': {
    zh: ['课程“{course}”按行政班开课，教学班“{section}”须恰好写一个行政班。', '合班请用走班分段（grouping）。'],
    en: [
      'Course “{course}” is taught by homeroom, so section “{section}” has exactly one.',
      'For joint sections use pools (grouping).',
    ],
  },
  'section.homeroom-twice': {
    zh: ['行政班“{homeroom}”在课程“{course}”已有教学班“{other}”。', '请删去其一。'],
    en: ['Homeroom “{homeroom}” already has section “{other}” of course “{course}”.', 'Remove one.'],
  },
  'section.teacher-not-needed': {
    zh: ['课程“{course}”不需要教师，教学班“{section}”却写了教师。', '请删去教师，或改课程的 teachers。'],
    en: [
      'Course “{course}” has no teachers, but section “{section}” names some.',
      'Remove them, or change teachers of the course.',
    ],
  },
  'section.teachers-many': {
    zh: [
      '教学班“{section}”写的教师多于 {most} 名。',
      '课程有一名教师，with 的每个列表再加一名；请删去多余的，或给课程写上 with。',
    ],
    en: [
      'Section “{section}” names more than {most} teachers.',
      'A course has one teacher and one more of each list of with: remove some, or state with.',
    ],
  },
  'section.teacher-not-candidate': {
    zh: [
      '教学班“{section}”给定的教师“{teacher}”不在课程“{course}”的任课范围内；将按给定安排。',
      '如非有意，请换教师，或加上其学科、年级。',
    ],
    en: [
      'Teacher “{teacher}”, given to section “{section}”, is no candidate for course “{course}”; it stands as given.',
      'Name another unless this is meant, or add the subject or grade.',
    ],
  },
  'section.size': {
    zh: ['教学班“{section}”写的人数是 {size}，实际为 {count}。', '请更正 size，或删去。'],
    en: ['Section “{section}” states the size {size}, but has {count}.', 'Correct size, or remove it.'],
  },
  'section.size-alone': {
    zh: ['教学班“{section}”只写了人数 {size}，没有学生。', '请列出 students；size 只用于按人数给出的行政班。'],
    en: [
      'Section “{section}” states the size {size} but no students.',
      'List students; size is for homerooms given by size.',
    ],
  },
  'section.room-kind': {
    zh: ['教学班“{section}”的教室“{room}”类型是 {kind}，而课程需要 {kinds}。', '请换教室。'],
    en: ['The room “{room}” of section “{section}” is a {kind}, but the course needs {kinds}.', 'Give another room.'],
  },
  'section.room-not-open': {
    zh: ['教室“{room}”不对行政班“{homeroom}”开放（教学班“{section}”）。', '请换教室，或改教室的 homerooms。'],
    en: [
      'Room “{room}” is not open to homeroom “{homeroom}” (section “{section}”).',
      'Give another room, or change its homerooms.',
    ],
  },
  'section.room-too-small': {
    zh: ['教学班“{section}”有 {count} 人，而教室“{room}”只能坐 {seats} 人。', '请换大教室，或减少学生。'],
    en: [
      'Section “{section}” has {count} students, but room “{room}” holds {seats}.',
      'Give a larger room, or fewer students.',
    ],
  },
  'section.across-pools': {
    zh: ['教学班“{section}”的学生来自课程“{course}”的 {count} 个分段。', '一个教学班的学生须在同一分段。'],
    en: [
      'The students of section “{section}” are of {count} pools of course “{course}”.',
      'A section is formed within one pool.',
    ],
  },
  'section.home-student-missing': {
    zh: [
      '课程“{course}”在行政班上课，但该班学生“{student}”不在教学班“{section}”的名单里。',
      '请列全该班修读的学生，或删去 students。',
    ],
    en: [
      'Course “{course}” is taught at home there, but student “{student}” of the homeroom is not listed in section “{section}”.',
      'List all who take it, or remove students.',
    ],
  },
  'section.student-at-home': {
    zh: [
      '学生“{student}”的课程“{course}”在其行政班上，不能编入走班教学班“{section}”。',
      '请移出该生，或把课程改为走班（grouping、atHome）。',
    ],
    en: [
      'Student “{student}” has course “{course}” at home and cannot be in the walking section “{section}”.',
      'Take the student out, or let the course walk (grouping, atHome).',
    ],
  },
};
