/** What the judge hands over for each thing that does not hold; data only, the words are added here. */
import type { Who } from '../timetable/types.ts';

export interface Finding {
  /** `structural.<name>`, the id of a rule or default, or `rules[i]` */
  rule: string;
  type: string;
  strength: 'must' | number;
  who: Who[];
  /** `"mon.3"` */
  slots: string[];
  deviation: number;
  params: Record<string, string | number>;
}
