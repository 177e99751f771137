// Who is asked about an entry, and why.
import { describe, expect, it } from 'vitest';
import { type TriageInput, triage } from '../../lib/rules/triage.ts';

const agrees = { verdict: 'agrees', reasons: ['traces-agree'] } as const;
const input = (over: Partial<TriageInput>): TriageInput => ({
  refusals: [],
  repeatAwaitsEmployer: false,
  heldByConflict: false,
  corroboration: agrees,
  ...over,
});

describe('an entry', () => {
  it('that the rules pass and the traces carry is clear', () => {
    expect(triage(input({}))).toEqual({ decision: 'clear', reasons: ['traces-agree'] });
  });

  it('that no trace carries is asked about, with what the traces say', () => {
    const corroboration = { verdict: 'partly', reasons: ['thin-trace', 'identity-proposed'] } as const;
    expect(triage(input({ corroboration }))).toEqual({
      decision: 'question',
      reasons: ['thin-trace', 'identity-proposed'],
    });
  });

  it('that a rule refuses is refused with every code, whatever the traces say', () => {
    const refusals = ['outside-secondment', 'non-working-day'] as const;
    expect(triage(input({ refusals, heldByConflict: true }))).toEqual({ decision: 'refused', reasons: refusals });
  });

  it('declared at two employers is asked about first for that, then for what the traces say', () => {
    expect(triage(input({ heldByConflict: true })).reasons).toEqual(['conflict-of-claims', 'traces-agree']);
    const corroboration = { verdict: 'conflict', reasons: ['conflict-of-claims', 'no-public-trace'] } as const;
    const found = triage(input({ heldByConflict: true, corroboration }));
    expect(found).toEqual({ decision: 'question', reasons: ['conflict-of-claims', 'no-public-trace'] });
  });

  it('whose traces are used by another is asked about', () => {
    const corroboration = { verdict: 'conflict', reasons: ['conflict-of-claims', 'traces-agree'] } as const;
    expect(triage(input({ corroboration })).decision).toBe('question');
  });

  it('that repeats a line waits for HR before any rule speaks', () => {
    const asked = input({ repeatAwaitsEmployer: true, refusals: ['daily-max-exceeded'] });
    expect(triage(asked)).toEqual({ decision: 'question', reasons: ['duplicate'] });
  });

  it('that nobody looked up is asked about, without a reason invented', () => {
    expect(triage(input({ corroboration: null }))).toEqual({ decision: 'question', reasons: [] });
  });
});
