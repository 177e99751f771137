// One at a time, also when the holder is killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { exclusively } from '../../../lib/adapters/engine/exclusive.ts';

const name = `communs-test-${process.pid}`;

describe('a lock', () => {
  it('lets one in at a time, and others in where the name is another', async () => {
    let inside = 0;
    let most = 0;
    const act = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(5);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, () => exclusively(name, act)));
    expect(most).toBe(1);
    expect(await exclusively(name, () => exclusively(`${name}-other`, async () => 'both'))).toBe('both');
  });

  it('is let go where what it guards fails', async () => {
    await expect(exclusively(name, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await exclusively(name, async () => 'next')).toBe('next');
  });

  it('is let go by the death of its holder, and not before', async () => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'hold-exclusively.ts'), name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const waiting = exclusively(name, async () => 'mine');
    expect(await Promise.race([waiting, sleep(200, 'still held')])).toBe('still held');
    holder.kill('SIGKILL');
    expect(await waiting).toBe('mine');
  });
});
