/** Options as records: one table per command, from which parsing and help are made. */
import type { Words } from '../text/lang.ts';

interface Described {
  /** without dashes */
  name: string;
  short?: string;
  help: Words;
  /** shown in help where it is not a constant */
  defaultText?: Words;
}

export interface FlagOption extends Described {
  kind: 'flag';
}

interface Numeric extends Described {
  min: number;
  max?: number;
  default?: number;
}

export interface IntegerOption extends Numeric {
  kind: 'integer';
}

export interface SecondsOption extends Numeric {
  kind: 'seconds';
}

export type NumberOption = IntegerOption | SecondsOption;

export interface ChoiceOption extends Described {
  kind: 'choice';
  values: readonly string[];
  default?: string;
}

export interface TextOption extends Described {
  kind: 'text' | 'file';
  /** stands for the value in help, e.g. `FILE.html` */
  placeholder: string;
  /** what a value must look like */
  pattern?: RegExp;
  default?: string;
}

export type OptionRecord = FlagOption | NumberOption | ChoiceOption | TextOption;
export type OptionTable = readonly OptionRecord[];

type ValueOf<O> = O extends { kind: 'flag' }
  ? boolean
  : O extends { kind: 'integer' | 'seconds' }
    ? number
    : O extends { kind: 'choice'; values: readonly (infer V)[] }
      ? V
      : string;

/** What a table's options give: flags are never undefined, nor are options with a default. */
export type Values<T extends OptionTable> = {
  [O in T[number] as O['name']]: O extends { kind: 'flag' } | { default: unknown }
    ? ValueOf<O>
    : ValueOf<O> | undefined;
};
