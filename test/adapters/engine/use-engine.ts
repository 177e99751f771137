// A process that uses the engine of a folder until it is told to stop, or killed: `node use-engine.ts FOLDER`.
import { openEngine } from '../../../lib/adapters/engine/engine.ts';

const engine = await openEngine(process.argv[2] ?? '');
console.log(engine.endpoint);
process.once('SIGTERM', async () => {
  await engine.close();
  process.exit(0);
});
// Waits for a signal.
setInterval(() => undefined, 1_000);
