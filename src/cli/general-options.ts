/** Options of every command. */
import { generalOptionHelp } from '../text/help.ts';

export const generalOptions = [
  { name: 'lang', kind: 'choice', values: ['zh', 'en'], help: generalOptionHelp.lang },
  { name: 'json', kind: 'flag', help: generalOptionHelp.json },
  { name: 'quiet', short: 'q', kind: 'flag', help: generalOptionHelp.quiet },
  { name: 'debug', kind: 'flag', help: generalOptionHelp.debug },
  { name: 'help', short: 'h', kind: 'flag', help: generalOptionHelp.help },
  { name: 'version', short: 'V', kind: 'flag', help: generalOptionHelp.version },
] as const;
