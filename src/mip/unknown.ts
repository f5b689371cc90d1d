/** The answer to a model that nobody has looked at. */
import type { MipAnswer } from '../../solver/index.ts';

export const UNKNOWN: MipAnswer = { status: 'unknown', backend: 'none', values: [], objective: 0 };
