import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/cli/process-world.ts';

describe('reading a file that never ends', () => {
  it.skipIf(!existsSync('/dev/zero'))('stops at the limit and says that the file is too large', () => {
    const files = realFiles('/');
    expect(() => files.read('/dev/zero')).toThrow(expect.objectContaining({ code: 'EFBIG' }));
  });
});
