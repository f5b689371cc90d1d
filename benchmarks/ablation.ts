/**
 * What each neighbourhood of the search is worth: all of them, then each left out in turn, for the same seeds and epochs, as HEAD has
 * them: `npm run bench:ablation -- [--schools a,b] [--seeds 1-3] [--islands 2] [--epochs 16] [--threads 2]`.
 */
import { measureHead } from './measure-head.ts';
import { ABLATION_ROWS } from './rows.ts';

await measureHead('ablation/measure.ts', ABLATION_ROWS);
