/** Faults of the text itself: encoding, JSON, keys, types, ids and references. */
import type { FaultTexts } from './fault-text.ts';

export const DOCUMENT_TEXTS: FaultTexts = {
  'file.empty': {
    zh: ['文件是空的。', '请检查是否选错了文件。'],
    en: ['The file is empty.', 'Check that it is the right file.'],
  },
  'file.encoding': {
    zh: ['文件不是 UTF-8 编码（看起来像 {guess}）。', '请在编辑器里“另存为”UTF-8 后再试。'],
    en: ['The file is not UTF-8 (it looks like {guess}).', 'Save it as UTF-8 and try again.'],
  },
  'file.other-kind': {
    zh: [
      '这里需要{wanted}，给出的是{given}。',
      '请检查文件的先后：先写学校文件，再写课表文件；diff 比较两份课表，学校文件用 --school 给出。',
    ],
    en: [
      'This is {given}, but {wanted} is wanted here.',
      'Check the order of the files: first the school, then the week; diff compares two weeks and takes the school by --school.',
    ],
  },
  'json.syntax': {
    zh: ['第 {line} 行第 {column} 列不是正确的 JSON：{reason}。', '请检查这个位置以及它前面的引号、逗号和括号。'],
    en: [
      'Line {line}, column {column} is not JSON: {reason}.',
      'Check the quotes, commas and brackets here and just before.',
    ],
  },
  'json.too-deep': {
    zh: ['嵌套超过 {max} 层。', '学校文件只有几层；请检查是否多写了括号。'],
    en: ['It is nested deeper than {max} levels.', 'A school file has a few levels; check for stray brackets.'],
  },
  'key.twice': {
    zh: ['键“{key}”在同一个对象里写了两次。', '请删去一个；否则前一个会被悄悄丢掉。'],
    en: ['The key “{key}” stands twice in one object.', 'Remove one: the first would silently be lost.'],
  },
  'text.half-character': {
    zh: ['文字里有不完整的字符（单独的代理码）。', '请重新输入这段文字；它无法存成 UTF-8。'],
    en: ['The text has half of a character (a lone surrogate).', 'Type it again: it cannot be saved as UTF-8.'],
  },
  'list.too-long': {
    zh: ['“{key}”有 {count} 项，至多 {most} 项。', '一个文件是一所学校；请检查是否多次导出，或合并了多所学校。'],
    en: [
      '“{key}” has {count} items; at most {most} are read.',
      'One file is one school: check for repeated exports or several schools in one.',
    ],
  },
  'key.unknown': {
    zh: ['没有“{key}”这个键。', '请删去，或改名为以 x- 开头的自有键。'],
    en: ['There is no key “{key}”.', 'Remove it, or begin your own keys with x-.'],
  },
  'key.not-read': {
    zh: ['本版本还不支持“{key}”。', '请先删去这个键；它不会被悄悄忽略。'],
    en: ['“{key}” is not read yet by this version.', 'Remove the key for now; it is never silently ignored.'],
  },
  'value.not-read': {
    zh: ['本版本还不支持这个取值。', '请先改用已支持的取值；它不会被悄悄忽略。'],
    en: ['This value is not read yet by this version.', 'Use a value that is; it is never silently ignored.'],
  },
  'shape.missing': {
    zh: ['缺少“{key}”。', '请补上。'],
    en: ['“{key}” is missing.', 'Add it.'],
  },
  'shape.type': {
    zh: ['类型不对，这里应为{expected}。', '请改成应有的类型。'],
    en: ['Wrong type: this should be {expected}.', 'Change it to the type asked for.'],
  },
  'shape.number-as-text': {
    zh: ['数字写成了文字。', '请去掉引号，写成 {number}。'],
    en: ['A number is given as text.', 'Remove the quotes: {number}.'],
  },
  'shape.integer': {
    zh: ['这里要整数。', '请改成整数；1.5 课时请写成一次每周课加一次单双周课（lessons[].weeks）。'],
    en: [
      'A whole number is needed here.',
      'Use a whole number; 1.5 periods are one lesson every week and one every other week (lessons[].weeks).',
    ],
  },
  'shape.least': {
    zh: ['数值太小，至少为 {least}。', '请改大。'],
    en: ['Too small: at least {least}.', 'Use a larger number.'],
  },
  'shape.most': {
    zh: ['数值太大，至多为 {most}。', '请改小。'],
    en: ['Too large: at most {most}.', 'Use a smaller number.'],
  },
  'shape.empty': {
    zh: ['不能为空。', '请填写，或删去这个键。'],
    en: ['This must not be empty.', 'Fill it in, or remove the key.'],
  },
  'shape.one-of': {
    zh: ['不是允许的取值，只能是：{allowed}。', '请从中选一个。'],
    en: ['Not an allowed value; one of: {allowed}.', 'Choose one of them.'],
  },
  'id.duplicate': {
    zh: ['{kind}编号“{id}”重复，已用于 {first}。', '同类编号不能重复，请改其中一个。'],
    en: ['The {kind} id “{id}” is used twice; first at {first}.', 'Ids are unique per kind: rename one of them.'],
  },
  'id.reserved': {
    zh: ['编号“{id}”不能用。', '编号不能以 @ 开头（那是分组的写法），也不能是 constructor、toString 这类保留词。'],
    en: [
      'The id “{id}” cannot be used.',
      'Ids do not begin with @ (that names a group), and are no reserved words such as constructor or toString.',
    ],
  },
  'id.form': {
    zh: ['编号“{id}”里有不能用的字符。', '星期和节次的编号只能用文字、数字、_ 和 -，因为它们要写进课位（如 mon.3）。'],
    en: [
      'The id “{id}” has a character that cannot be used.',
      'Ids of days and periods are letters, digits, _ and -, because they stand in slots such as mon.3.',
    ],
  },
  'ref.unknown': {
    zh: ['没有编号为“{id}”的{kind}。', '请检查编号，或先在文件里加上它（现有 {known} 个）。'],
    en: ['There is no {kind} “{id}”.', 'Check the id, or add it to the file (it has {known}).'],
  },
  'ref.twice': {
    zh: ['同一列表里{kind}“{id}”写了两次。', '请删去一个。'],
    en: ['The {kind} “{id}” stands twice in one list.', 'Remove one.'],
  },
  'group.one-kind': {
    zh: ['分组“{group}”列了 {count} 类成员。', '请恰好写一类：{kinds}。'],
    en: ['Group “{group}” lists members of {count} kinds.', 'State exactly one of: {kinds}.'],
  },
  'group.not-here': {
    zh: ['这里不能用分组（“{id}”）。', '请写单个编号，或把成员逐个列出。'],
    en: ['A group (“{id}”) cannot stand here.', 'Name one id, or list the members.'],
  },
  'group.other-kind': {
    zh: ['分组“{id}”的成员是 {members}，这里要的是{kind}。', '请改用同类的分组，或逐个列出。'],
    en: [
      'The members of group “{id}” are of kind {members}, but here each is a {kind}.',
      'Use a group of that kind, or list ids.',
    ],
  },
  'slot.pattern': {
    zh: ['课位写法不对，应为“星期.节次”。', '例如 "mon.3"、"fri.*"、"*.7|8"；每部分是 * 或用 | 连接的编号。'],
    en: [
      'This is no slot pattern “day.period”.',
      'Examples: "mon.3", "fri.*", "*.7|8"; each part is * or ids joined by |.',
    ],
  },
  'slot.unknown': {
    zh: ['课位里没有编号为“{id}”的{kind}（现有：{known}）。', '请改用现有编号；不能写范围，请用 | 连接。'],
    en: [
      'There is no {kind} “{id}” (there are: {known}).',
      'Use one of these ids; there are no ranges, join ids by |.',
    ],
  },
  'slot.no-weeks': {
    zh: ['校历没有分单双周，这里却写了周次。', '请去掉“/”及其后面的部分，或在 calendar.weeks 中写明单双周。'],
    en: [
      'The calendar has no odd and even weeks, but a week is named here.',
      'Remove the “/” and what follows, or state calendar.weeks.',
    ],
  },
  'week.slot-form': {
    zh: ['“{slot}”不是一个课位。', '课表里写“星期.节次”，如 mon.3。'],
    en: ['“{slot}” is not one slot.', 'A timetable says day.period, such as mon.3.'],
  },
  'band.order': {
    zh: [
      '大小颠倒：{low} 为 {lowValue}，大于 {high} 的 {highValue}（未写的 max 按 50 计）。',
      '应满足 min ≤ target ≤ max。',
    ],
    en: [
      'Out of order: {low} is {lowValue}, above {high}, which is {highValue} (a size.max not stated is 50).',
      'It must be min ≤ target ≤ max.',
    ],
  },
  more: {
    zh: ['同样的问题（{code}）还有 {count} 处，共 {total} 处。', '改正前面列出的之后再检查一次。'],
    en: ['The same ({code}) in {count} more places, {total} in all.', 'Mend those listed and check again.'],
  },
};
