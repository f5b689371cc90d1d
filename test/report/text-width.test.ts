import { describe, expect, it } from 'vitest';
import { cut, fold, harmless, padded, textWidth } from '../../src/text/width.ts';

describe('a Chinese character takes two columns', () => {
  it('counts, pads and cuts by columns', () => {
    expect(textWidth('高二a')).toBe(5);
    expect(padded('高二', 6)).toBe('高二  ');
    expect(cut('高二化学', 5)).toBe('高二');
  });

  it('lets no control character of a name reach the terminal', () => {
    expect(harmless('王\u001b[31m一\r\n')).toBe('王 [31m一 \n');
  });

  it('folds at blanks in English and between characters in Chinese, never before a closing mark', () => {
    expect(fold('one two three', 8)).toEqual(['one two', 'three']);
    for (const line of fold('教学班、教室，和教师。课位（节次）与“批次”。', 10)) {
      expect(textWidth(line)).toBeLessThanOrEqual(12);
      expect(line).not.toMatch(/^[，。、）]|[（“]$/);
    }
  });
});
