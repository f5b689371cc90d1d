import { describe, expect, it } from 'vitest';
import { descentEpochs, planEpoch } from '../../solver/index.ts';

describe('how long an epoch is', () => {
  const levels = 2;
  const descent = descentEpochs(levels);
  const lengths = (closed: boolean, changing = false): string =>
    Array.from({ length: descent + 2 }, (_, epoch) =>
      planEpoch(levels, epoch, { closed, changing }).short === true ? 'half' : 'whole',
    ).join(' ');

  it('is half in the first descent from lines, until a week holds', () => {
    expect(lengths(false)).toBe(`${'half '.repeat(descent)}whole whole`);
  });

  it('is whole once a week holds, and from an earlier week', () => {
    expect(lengths(true)).not.toContain('half');
    expect(lengths(false, true)).not.toContain('half');
  });

  it('is whole without lines to start from', () => {
    expect(planEpoch(1, 0, { closed: false }).short).toBe(false);
  });
});
