// The trace in a statement: what comes out again, from where, and that no step can be altered unseen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localSigner } from '../../lib/adapters/signer/local-signer.ts';
import type { Signer } from '../../lib/ports/keys.ts';
import {
  longestExact,
  type NameDisclosure,
  payloadSchema,
  type StatedStep,
  type StatementPayload,
} from '../../lib/statement/payload.ts';
import { disclosuresAt, type ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { recomputedSteps, stepFlaws } from '../../lib/statement/trace/step-flaws.ts';
import { traceSum } from '../../lib/statement/trace/step-formula.ts';
import { verificationJson, verificationLines } from '../../lib/statement/verification-text.ts';
import { verifyStatement } from '../../lib/statement/verify.ts';
import { build, checks, jwksOf, sampleInput, sign } from './sample-statement.ts';

const { payload, disclosures } = build();
const { lines, names } = sampleInput;
const steps = payload.simulation!.steps;

const withStep = (at: number, change: Partial<StatedStep>): StatementPayload => ({
  ...payload,
  simulation: {
    ...payload.simulation!,
    steps: steps.map((step, i) => (i === at ? { ...step, ...change } : step)),
  },
});
const where = (altered: StatementPayload, of: readonly NameDisclosure[] | null = null): string[] =>
  stepFlaws(altered, of === null ? null : lines, of).map((flaw) => flaw.where);

describe('the trace of a statement', () => {
  it('comes out again at every level: in full from pay at level names, else from the staff cost as signed', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      'personnel[2025-01-01..2025-02-14]',
      'operatingFlat[2025-01-01..2025-02-14] at 43/100',
      'personnel[2025-02-15..2025-12-31]',
      'operatingFlat[2025-02-15..2025-12-31] at 2/5',
      'grossBase',
      'netBase',
      'creditExact',
    ]);
    expect(stepFlaws(payload, lines, names)).toEqual([]);
    expect(stepFlaws(payload, lines, null)).toEqual([]);
    expect(stepFlaws(payload, null, null)).toEqual([]);
    expect(recomputedSteps(payload, names)).toEqual({ recomputed: 7, steps: 7, from: 'pay' });
    expect(recomputedSteps(payload, null)).toEqual({ recomputed: 5, steps: 7, from: 'staff-cost' });
  });

  it('is the same text at every level: it stands in what is signed, not in what is disclosed', () => {
    for (const level of ['totals', 'lines', 'names'] as const) {
      const shown = JSON.stringify(disclosuresAt(level, disclosures));
      expect(shown).not.toContain('exactEuros');
    }
    for (const { fr, en } of steps) expect(`${fr} ${en}`).not.toMatch(/Anne|Noël|line-|name-/);
  });

  it.each(steps.map(({ name }, at) => [name, at] as const))(
    'is refused with another exact value in step %s, whichever level is read',
    (name, at) => {
      const { exactEuros, cents } = steps[at]!;
      const [num = '0', den] = exactEuros.split('/');
      const other = `${BigInt(num) + 1n}${den === undefined ? '' : `/${den}`}`;
      for (const of of [null, names]) {
        const found = where(withStep(at, { exactEuros: other }), of);
        expect(found.length).toBeGreaterThan(0);
        // A step as signed is caught by what comes out of it; all the others are named themselves.
        if (of !== null || at >= 4 || at % 2 === 1) expect(found).toContain(`simulation.steps[${at}] ${name}`);
      }
      expect(where(withStep(at, { cents: cents + 1 }))).toContain(`simulation.steps[${at}] ${name}`);
      expect(where(withStep(at, { exactEuros: `${BigInt(num) * 2n}/${BigInt(den ?? '1') * 2n}` }))).toContain(
        `simulation.steps[${at}] ${name}`,
      );
      expect(where(withStep(at, { name: 'another' }))).toContain(`simulation.steps[${at}] another`);
    },
  );

  it('is refused when a step is left out, repeated, or put elsewhere', () => {
    const having = (changed: StatedStep[]): StatementPayload => ({
      ...payload,
      simulation: { ...payload.simulation!, steps: changed },
    });
    steps.forEach((step, at) => {
      expect(where(having(steps.toSpliced(at, 1)))).not.toEqual([]);
      expect(where(having(steps.toSpliced(at, 0, step)))).not.toEqual([]);
    });
    expect(where(having(steps.toReversed()))).not.toEqual([]);
  });

  it('is refused when base, credit, declared euros or cost are not its own', () => {
    const { simulation, cost } = payload;
    for (const key of ['baseCents', 'creditCents', 'declaredEuros'] as const) {
      const altered = { ...payload, simulation: { ...simulation!, [key]: simulation![key] + 1 } };
      expect(where(altered)).toEqual([`simulation.${key}`]);
    }
    expect(where({ ...payload, cost: { ...cost!, cents: cost!.cents + 1 } })).toEqual(['cost.cents']);
  });

  it('is refused when a figure or the declared aid is not what it was worked out with', () => {
    const parameters = payload.scheme.parameters.map((each) =>
      each.key === 'rate.first' ? { ...each, value: '31/100' } : each,
    );
    expect(where({ ...payload, scheme: { ...payload.scheme, parameters } })).toEqual([
      'simulation.steps[6] creditExact',
    ]);
    const word = parameters.map((each) => (each.key === 'rate.first' ? { ...each, value: 'a third' } : each));
    expect(where({ ...payload, scheme: { ...payload.scheme, parameters: word } })).toEqual([
      'simulation.steps[6] creditExact',
    ]);
    const aid = { kind: 'subsidy', grantor: 'Région', period: payload.period, amountCents: 100 } as const;
    expect(where({ ...payload, declared: { ...payload.declared, otherAid: [aid] } })).toEqual([
      'simulation.steps[5] netBase',
    ]);
  });

  it('is refused at level names when pay, time base or counted time of one person is not what it was worked out with', () => {
    const [first, second] = names;
    const pay = first!.pay[0]!;
    const having = (change: Partial<typeof pay>): NameDisclosure[] => [
      { ...first!, pay: [{ ...pay, ...change }] },
      second!,
    ];
    const staff = [
      'simulation.steps[0] personnel[2025-01-01..2025-02-14]',
      'simulation.steps[2] personnel[2025-02-15..2025-12-31]',
    ];
    expect(where(payload, having({ eligibleCostCents: pay.eligibleCostCents + 1 }))).toEqual(staff);
    expect(where(payload, having({ timeBase: { ...pay.timeBase!, amount: 0 } }))).toEqual(staff);
    const [winter, after] = pay.counted;
    const moved = [{ ...winter!, amount: winter!.amount + 1 }, after!];
    expect(where(payload, having({ counted: moved }))).toEqual([staff[0], 'name-1.pay.counted']);
  });

  it('is refused when an operating rate is taken of other days, or a figure of the computation is not printed', () => {
    const [, flat, , after] = steps;
    expect(where(withStep(3, { name: flat!.name }))).toEqual([`simulation.steps[3] ${flat!.name}`]);
    expect(where(withStep(1, { name: after!.name }))).toEqual([`simulation.steps[1] ${after!.name}`]);
    const without = (key: string): StatementPayload => ({
      ...payload,
      scheme: { ...payload.scheme, parameters: payload.scheme.parameters.filter((each) => each.key !== key) },
    });
    expect(where(without('rate.above'))).toEqual(['simulation.steps[6] creditExact']);
    expect(where(without('operatingFlatRate'))).not.toEqual([]);
  });

  it('takes no more steps and digits than are worked out in seconds, whoever wrote them', () => {
    const having = (changed: StatedStep[]): boolean =>
      payloadSchema.safeParse({ ...payload, simulation: { ...payload.simulation!, steps: changed } }).success;
    const long = (digits: number): StatedStep => ({ ...steps[0]!, exactEuros: '9'.repeat(digits) });
    expect(having(Array.from({ length: 24 }, () => steps[0]!))).toBe(true);
    expect(having(Array.from({ length: 25 }, () => steps[0]!))).toBe(false);
    expect(having(Array.from({ length: 8 }, () => long(longestExact)))).toBe(true);
    expect(having([...Array.from({ length: 8 }, () => long(longestExact)), steps[0]!])).toBe(false);
    // Three denominators without a common divisor: their product has more digits than any true one.
    const terms = [10n ** 60_000n, 3n ** 130_000n, 7n ** 71_000n].map((den) => ({ num: 1n, den }));
    expect(() => traceSum(terms.slice(0, 2))).not.toThrow();
    expect(() => traceSum(terms)).toThrow(RangeError);
  });

  it('reads the steps of a scheme that it does not know as signed, whatever its name', () => {
    for (const code of ['constructor', '__proto__', 'another']) {
      const other = { ...payload, scheme: { ...payload.scheme, code } };
      expect(recomputedSteps(other, null)).toEqual({ recomputed: 0, steps: 7, from: 'signed' });
    }
  });

  it('says that nothing was worked out where there are no amounts', () => {
    const { simulation: _, ...bare } = payload;
    expect(recomputedSteps(bare, names)).toBeNull();
    expect(stepFlaws(bare, lines, names)).toEqual([]);
  });
});

describe('the verifier', () => {
  let folder: string;
  let signer: Signer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'communs-steps-'));
    signer = localSigner(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const verified = async (said: StatementPayload, level: ViewLevel) =>
    verifyStatement(
      {
        jws: await sign(signer, 'communs-statement+jwt', said),
        jwks: jwksOf(await signer.publicKeys()),
        disclosures: disclosuresAt(level, disclosures).map(({ encoded }) => encoded),
      },
      checks,
    );

  it('says how many steps it worked out again, and from where', async () => {
    const full = await verified(payload, 'names');
    expect(full.problems).toEqual([]);
    expect(verificationLines(full, 'en')).toContain(
      'Computation: 7 of 7 steps worked out again (in full, from everybody’s pay and time), all exact',
    );
    expect(verificationLines(await verified(payload, 'lines'), 'fr')).toContain(
      'Calcul : 5 étapes sur 7 refaites (à partir du coût des lignes, tel que signé), toutes exactes',
    );
    expect(verificationLines(await verified(payload, 'totals'), 'fr')).toContain(
      'Calcul : 5 étapes sur 7 refaites (à partir du coût de personnel, tel que signé), toutes exactes',
    );
    expect(verificationJson(full)).toMatchObject({ computation: { recomputed: 7, steps: 7, from: 'pay' } });
  });

  it('names an altered step, even when it is signed', async () => {
    const answer = await verified(withStep(4, { exactEuros: '1', cents: 100 }), 'totals');
    expect(answer).toMatchObject({ result: 'invalid', exitCode: 1 });
    expect(answer.problems.map(({ code }) => code)).toEqual(['steps-wrong', 'steps-wrong']);
    expect(answer.problems[0]!.detail.en).toContain('simulation.steps[4] grossBase');
    expect(verificationLines(answer, 'en')).toContain('Computation: it does not come out again');
  });

  it('refuses a step whose exact value divides by nothing, or is no fraction', async () => {
    for (const exactEuros of ['1/0', '01', '1.5', '']) {
      const answer = await verified(withStep(4, { exactEuros }), 'totals');
      expect(answer.problems.map(({ code }) => code)).toEqual(['payload-schema']);
    }
  });
});
