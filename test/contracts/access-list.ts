// What holds for the list of who looked at what.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import { all, fresh } from './gather.ts';

export function accessListContract(ports: () => Pick<Ports, 'accessList'>): void {
  describe('the access list', () => {
    it('keeps each line of a subject in order of time, the same line once', async () => {
      const subject = fresh('link');
      const line = (minute: number, by: string, act = 'opened') => ({
        at: `2026-01-15T09:0${minute}:00.000Z`,
        by,
        act,
      });
      const lines = [line(1, 'a'), line(2, 'a'), line(2, 'b'), line(2, 'b', 'verified'), line(3, 'a')];
      for (const one of lines.toReversed()) await ports().accessList.add(subject, one);
      await ports().accessList.add(subject, line(1, 'a'));
      await ports().accessList.add(`${subject}0`, line(1, 'c'));
      expect(await all(ports().accessList.list(subject))).toEqual(lines);
      expect(await all(ports().accessList.list(fresh('link')))).toEqual([]);
    });
  });
}
