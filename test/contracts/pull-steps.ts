// What holds for the steps of a pull: put if absent, and all gone at once.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { fresh } from './gather.ts';

export function pullStepsContract(ports: () => Ports): void {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const text = (found: Uint8Array | null): string | null => (found === null ? null : new TextDecoder().decode(found));
  const run = (): string =>
    fresh('run')
      .replace(/[^0-9a-z-]/gi, '-')
      .toLowerCase();

  describe('the steps of a pull', () => {
    it('are what was put first', async () => {
      const { pullSteps } = ports();
      const name = run();
      expect(await pullSteps.get(name, 'start')).toBeNull();
      expect(await pullSteps.put(name, 'start', bytes('first'))).toBe('put');
      expect(await pullSteps.put(name, 'start', bytes('second'))).toBe('taken');
      expect(text(await pullSteps.get(name, 'start'))).toBe('first');
    });

    it('are one run’s alone, and go with it', async () => {
      const { pullSteps } = ports();
      const [one, other] = [run(), run()];
      for (const step of ['start', '000000-ab', '000001-ab', '000002-ab']) await pullSteps.put(one, step, bytes(step));
      await pullSteps.put(other, 'start', bytes('other'));
      await pullSteps.clear(one);
      await pullSteps.clear(one);
      for (const step of ['start', '000001-ab', '000002-ab']) expect(await pullSteps.get(one, step)).toBeNull();
      expect(text(await pullSteps.get(other, 'start'))).toBe('other');
      await pullSteps.put(one, 'start', bytes('anew'));
      expect(text(await pullSteps.get(one, 'start'))).toBe('anew');
    });

    it('are called by names of ours and reach nowhere else', async () => {
      const { pullSteps } = ports();
      for (const name of ['', '../run', 'a/b', '.x', 'A']) {
        await expect(async () => pullSteps.put(name, 'start', bytes('x'))).rejects.toThrow('is no name');
        await expect(async () => pullSteps.get('run', name)).rejects.toThrow('is no name');
      }
    });
  });
}
