/** A mistake of the person at the keyboard, in words: ends the command with exit code 2 and never with a stack trace. */
import type { Words } from '../text/lang.ts';

export class UserError extends Error {
  override readonly name = 'UserError';
  /** stable, for programs, e.g. `file.missing` */
  readonly code: string;
  readonly words: Words;

  constructor(code: string, words: Words) {
    super(words.en);
    this.code = code;
    this.words = words;
  }
}
