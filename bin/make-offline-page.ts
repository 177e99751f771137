// Makes lib/statement/bundle/offline-page.ts: the page verify.html, as every bundle carries it. Run it after a change of what the page is made of.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOfflinePage } from './offline-page/offline-page-html.ts';

const { html, scriptBytes, parts } = await buildOfflinePage();
const text = `// Made by bin/make-offline-page.ts: the page verify.html of every bundle. Never edited by hand.\n\nexport const offlinePage =\n  ${JSON.stringify(html)};\n`;
await writeFile(join(import.meta.dirname, '../lib/statement/bundle/offline-page.ts'), text);
console.log(`script: ${scriptBytes} bytes`);
for (const { path, bytes } of parts.slice(0, 12)) console.log(`${bytes}\t${path}`);
