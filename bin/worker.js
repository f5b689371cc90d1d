/** What dist/program starts as a thread: copied beside it by bin/bundle.js. */
import { keepsCompiled, loadCompiled } from '../../../bin/compiled.js';

const { exports, keep } = loadCompiled('worker');
const work = exports.default;

// piscina takes a worker file's default export as the task function.
export default keepsCompiled
  ? async (task) => {
      const answer = await work(task);
      keep();
      return answer;
    }
  : work;
