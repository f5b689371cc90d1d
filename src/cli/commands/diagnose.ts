import { diagnosisText } from '../diagnosis-text.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { harmless } from '../../text/width.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readInput, tellFaults, usable } from '../inputs.ts';
import { checkOutputs, writeOutput } from '../outputs.ts';

export const diagnoseCommand = defineCommand({
  name: 'diagnose',
  words: commandWords.diagnose,
  arguments: ['school.json'],
  options: [{ name: 'output', short: 'o', kind: 'file', placeholder: 'FILE.json', help: optionHelp.diagnosis }],
  run: async (values, [path = '-'], context) => {
    const { api, lang, world } = context;
    const outputs = values.output === undefined ? [] : [values.output];
    oneStdinOnly([path]);
    checkOutputs(world, [path], outputs);
    const bytes = await readInput(world, path);
    const reading = api.readSchoolToDiagnose(bytes);
    const school = reading.document ?? (await usable(context, path, reading));
    const diagnosis = api.diagnose(school, bytes);
    const faulty = reading.faults.some(({ severity }) => severity === 'fault');
    // A file that says in plain words that something cannot be is unusable, unless that is proved.
    if (faulty && diagnosis.status === 'open') await usable(context, path, { ...reading, document: null });
    else if (!faulty) await tellFaults(context, path, []);
    const document = api.writeDiagnosis(diagnosis);
    if (values.output !== undefined) await writeOutput(context, values.output, document);
    if (context.json) {
      if (values.output !== '-') await context.out(document);
    } else if (values.output !== '-') await context.out(harmless(diagnosisText(diagnosis, lang)));
    return diagnosis.status === 'impossible' ? EXIT.impossible : EXIT.complete;
  },
});
