// Every script of this folder, each on a portal of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPortal } from '../functions/portal.ts';
import { parseScript, runScript } from './script.ts';

const folder = import.meta.dirname;
const scripts = readdirSync(folder).filter((name) => name.endsWith('.http'));

describe('what goes over the wire', () => {
  it.each(scripts)('%s', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(await runScript(await openPortal(), text)).toBeGreaterThan(3);
  });

  it('is told by line where it differs', async () => {
    const portal = await openPortal();
    await expect(runScript(portal, 'GET /health\n=> 201')).rejects.toThrow('line 1: 200, not 201');
    await expect(runScript(portal, 'GET /health\n=> 200\n~ nothing of the kind')).rejects.toThrow('line 3');
    await expect(runScript(portal, 'GET /health\n=> 200\n! version')).rejects.toThrow('line 3');
    await expect(runScript(portal, 'GET /health\n=> 200\nx-robots-tag: all')).rejects.toThrow('header x-robots-tag');
    expect(() => parseScript('what is this')).toThrow('line 1');
  });
});
