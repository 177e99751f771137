// A process that takes the lock of a name and never lets it go: `node hold-exclusively.ts NAME`.
import { exclusively } from '../../../lib/adapters/engine/exclusive.ts';

await exclusively(process.argv[2] ?? '', async () => {
  console.log('held');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
