import { SettingsContradiction } from '../../api/faults.ts';
import { plantNames } from '../../api/generate.ts';
import { mistakes } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { didYouMean } from '../did-you-mean.ts';
import { defineCommand, type Context } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readInput, tellFaults } from '../inputs.ts';
import { checkOutputs, writeOutput } from '../outputs.ts';
import { UserError } from '../user-error.ts';

function makeSchool(
  context: Context,
  source: string,
  settings: Uint8Array | string,
  values: { seed?: number | undefined; students?: number | undefined; plant?: string | undefined },
) {
  try {
    return context.api.generate(settings, values.seed, values.students, values.plant);
  } catch (error) {
    if (!(error instanceof SettingsContradiction)) throw error;
    throw new UserError('settings.contradiction', mistakes.contradiction(source, error.message));
  }
}

/** The settings file; a word that is neither a file nor a sample may have been meant as one of the samples. */
async function readSettingsFile({ api, world }: Context, source: string): Promise<Uint8Array> {
  try {
    return await readInput(world, source);
  } catch (error) {
    const names = api.sampleNames();
    if (!(error instanceof UserError) || error.code !== 'file.ENOENT' || names.length === 0) throw error;
    throw new UserError('settings.no-sample', mistakes.noSample(source, names, didYouMean(source, names)));
  }
}

export const generateCommand = defineCommand({
  name: 'generate',
  words: commandWords.generate,
  arguments: ['SETTINGS.json|NAME'],
  options: [
    {
      name: 'seed',
      kind: 'integer',
      min: 0,
      max: 4294967295,
      help: optionHelp.generateSeed,
      defaultText: optionHelp.seedOfSettings,
    },
    {
      name: 'students',
      kind: 'integer',
      min: 200,
      max: 20000,
      help: optionHelp.generateStudents,
      defaultText: optionHelp.studentsOfSettings,
    },
    { name: 'plant', kind: 'text', placeholder: 'KIND', help: optionHelp.plant },
    { name: 'output', short: 'o', kind: 'file', placeholder: 'FILE', default: '-', help: optionHelp.output },
  ],
  run: async (values, [source = '-'], context) => {
    const { api, world } = context;
    const plants = plantNames();
    if (values.plant !== undefined && !plants.includes(values.plant)) {
      const words = mistakes.noPlant(values.plant, plants, didYouMean(values.plant, plants));
      throw new UserError('option.bad-value', words);
    }
    const named = api.sampleNames().includes(source);
    checkOutputs(world, named ? [] : [source], [values.output]);
    const settings = named ? source : await readSettingsFile(context, source);
    const { document: school, faults } = makeSchool(context, source, settings, values);
    await tellFaults(context, source, faults);
    if (school === null) throw new UserError('file.unusable', mistakes.unusable(source, faults.length));
    await writeOutput(context, values.output, school);
    return EXIT.complete;
  },
});
