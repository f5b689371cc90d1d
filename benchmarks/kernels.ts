/**
 * The inner loops alone, in one thread, as HEAD has them: `npm run bench:kernels -- [--school yangcheng-no1] [--kernels TEXT]`
 * (TEXT: only kernels whose name contains it).
 */
import { measureHead } from './measure-head.ts';
import { KERNEL_ROWS } from './rows.ts';

await measureHead('kernels/measure.ts', KERNEL_ROWS);
