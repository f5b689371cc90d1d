import { processWorld } from './process-world.ts';
import { run } from './run.ts';

// Results are flushed by now; threads that still run must not keep the process.
void run(process.argv.slice(2), processWorld()).then((code) => process.exit(code));
