// Where npm ships no engine for the platform, the three ways on are told in both languages.
import { describe, expect, it, vi } from 'vitest';
import { engineProgram } from '../../../lib/adapters/engine/engine-program.ts';
import { Refusal } from '../../../lib/model/refusal.ts';

vi.mock('node:module', () => ({
  createRequire: () => ({
    resolve: (name: string) => {
      throw new Error(`Cannot find module '${name}'`);
    },
  }),
}));

describe('a platform without an engine', () => {
  it('is told the three ways on', () => {
    let refusal: unknown;
    try {
      engineProgram();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    const { code, detail, exitCode } = refusal as Refusal;
    expect([code, exitCode]).toEqual(['engine-missing', 2]);
    for (const text of [detail.fr, detail.en]) {
      for (const way of ['--memory', 'COMMUNS_DYNAMODB_ENDPOINT', 'Linux', process.platform])
        expect(text).toContain(way);
    }
  });
});
