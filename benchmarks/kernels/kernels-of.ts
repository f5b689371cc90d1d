/** All kernels on a settled week. */
import type { Kernel } from './kernel.ts';
import { searchKernels } from './search-kernels.ts';
import type { SettledWeek } from './settled-week.ts';
import { wholeKernels } from './whole-kernels.ts';

export const kernelsOf = (settled: SettledWeek): Kernel[] => [...searchKernels(settled), ...wholeKernels(settled)];
