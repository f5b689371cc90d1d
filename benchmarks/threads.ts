/**
 * What a second thread is worth: the same epochs with one thread and with two, in turn, as HEAD has them:
 * `npm run bench:threads -- [--schools a,b] [--seeds 1-5] [--islands 4] [--epochs 8]`.
 */
import { measureHead } from './measure-head.ts';
import { THREAD_ROWS } from './rows.ts';

await measureHead('threads/measure.ts', THREAD_ROWS);
