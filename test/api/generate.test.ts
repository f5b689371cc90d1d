import { describe, expect, it } from 'vitest';
import { SettingsContradiction } from '../../src/api/faults.ts';
import { generate } from '../../src/api/generate.ts';
import { readSample, sampleNames } from '../../src/api/samples.ts';
import type { GeneratorSettings } from '../../src/generate/settings.ts';
import { textOf } from '../architecture/imports.ts';

const tiny = (): GeneratorSettings => JSON.parse(new TextDecoder().decode(readSample('tiny'))) as GeneratorSettings;
const from = (settings: unknown, seed?: number) => generate(new TextEncoder().encode(JSON.stringify(settings)), seed);
const codes = (settings: unknown): string[] => from(settings).faults.map(({ code, path }) => `${code} ${path}`);

describe('a sample school', () => {
  it('is found by its name and is the committed file, to the byte', () => {
    expect(sampleNames()).toContain('tiny');
    expect(generate('tiny')).toEqual({ document: textOf('datasets/tiny.school.json'), faults: [] });
  });

  it('is the same from a file of its settings, and another with another seed', () => {
    expect(from(tiny()).document).toBe(generate('tiny').document);
    expect(from(tiny(), 4711).document).not.toBe(generate('tiny').document);
  });

  it('is refused where no sample has the name', () => {
    expect(() => generate('atlantis')).toThrow('no sample school atlantis');
  });
});

describe('settings', () => {
  it('with a fault of shape are refused, all faults at once', () => {
    const { seed, ...seedless } = tiny();
    expect(codes({ ...seedless, sead: seed, name: 5 })).toEqual(
      expect.arrayContaining(['key.unknown sead', 'shape.type name']),
    );
  });

  it('are no school file', () => {
    expect(from({ format: 'zouban/school@1' }).document).toBeNull();
  });

  it('that contradict themselves say how', () => {
    const settings = tiny();
    for (const team of settings.staff.teams) team.load = { max: 1 };
    expect(() => from(settings)).toThrow(SettingsContradiction);
  });
});
