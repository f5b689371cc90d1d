/** The structural rules, in the order of the report; they always hold in a complete result and cannot be switched off. */
export const STRUCTURAL: readonly string[] = [
  'structural.student',
  'structural.teacher',
  'structural.room',
  'structural.slot',
  'structural.size',
  'structural.kind',
  'structural.qualified',
  'structural.load',
  'structural.unserved',
  'structural.unplaced',
  'structural.line',
  'structural.lock',
  'structural.document',
];
