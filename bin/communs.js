#!/usr/bin/env node
// Plain JavaScript, so that a node too old to read TypeScript can still say what is missing.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `communs demande node 24 ; celui-ci est ${process.version}. Dans le dépôt : npm ci, puis npx communs, qui apporte le sien.\n` +
      `communs needs node 24; this one is ${process.version}. In the checkout: npm ci, then npx communs, which brings its own.\n`,
  );
  process.exitCode = 2;
} else {
  // Halves every start but the first; where it cannot be written, node goes on without it.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/communs', import.meta.url)));
  await import('./communs.ts');
}
