// The PDF in the hands of programs that nobody here wrote: poppler, qpdf, openssl and a reader of codes; then copies with one changed byte.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import { pemOf } from '../../lib/adapters/pem.ts';
import { cents, euros, minutes, whole } from '../../lib/model/quantity-text.ts';
import type { Language } from '../../lib/model/text.ts';
import type { Amounts, StatementPayload } from '../../lib/statement/payload.ts';
import { factsTable } from '../../lib/statement/pdf/blocks.ts';
import type { PdfInput } from '../../lib/statement/pdf/pdf-input.ts';
import { printPdf } from '../../lib/statement/pdf/print.ts';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { sealedPdf } from '../../lib/use-cases/sealed-pdf.ts';
import { pdfInput } from '../statement/pdf-samples.ts';
import { carryIn, giftStatement } from '../statement/sample-gifts.ts';
import { build } from '../statement/sample-statement.ts';
import { cmsOf, placeOf } from '../statement/sealed-pdf.ts';
import { describeWithProgram, programs, run, succeeds } from './programs.ts';

const levels = ['totals', 'lines', 'names'] as const;
const languages = ['fr', 'en'] as const;

const { ports } = memoryPorts();
const folder = mkdtempSync(join(tmpdir(), 'communs-pdf-'));
const path = (name: string): string => join(folder, name);
const sealed = new Map<string, Uint8Array>();
const { payload, disclosures } = build();
const inputs = new Map<string, PdfInput>([
  ...levels.flatMap((level) =>
    languages.map((language) => [`${level}-${language}`, pdfInput(payload, disclosures, level, language)] as const),
  ),
  ['gifts', pdfInput(giftStatement(carryIn), [], 'totals', 'fr')],
]);

beforeAll(async () => {
  for (const [name, input] of inputs) {
    const pdf = await sealedPdf(ports, input);
    sealed.set(name, pdf);
    writeFileSync(path(`${name}.pdf`), pdf);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** pdfsig ends with 0 on a tampered file too: both of its sentences count. */
function isSealed(file: string): boolean {
  const said = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
  return said.includes('Signature is Valid') && said.includes('Total document signed');
}

/** The signed bytes and the signature, as openssl asks for them. */
function opensslAccepts(pdf: Uint8Array): boolean {
  const { start, end } = placeOf(pdf);
  writeFileSync(path('signed.bin'), Buffer.concat([pdf.slice(0, start), pdf.slice(end)]));
  writeFileSync(path('seal.der'), cmsOf(pdf));
  const files = ['-in', path('seal.der'), '-inform', 'DER', '-content', path('signed.bin'), '-binary'];
  return succeeds(
    'openssl',
    'cms',
    '-verify',
    '-cades',
    ...files,
    '-CAfile',
    path('seal.pem'),
    '-purpose',
    'any',
    '-out',
    '/dev/null',
  );
}

const anySpace = /[\s\u00a0\u202f]+/g;
const textOf = (name: string): string =>
  run('pdftotext', '-layout', path(`${name}.pdf`), '-')
    .normalize('NFC')
    .replace(anySpace, ' ');

/** Every number of time in a part, as it is printed. */
const timesOf = (language: Language, amounts: Amounts): string[] =>
  [amounts.declared, amounts.awaiting, amounts.withdrawn, ...Object.values(amounts.counted)].map((n) =>
    minutes(language, n),
  );

/** What the signed payload says in numbers, and the disclosures of the level with it. */
function numbersOf({ payload: said, lines, names, language }: PdfInput): string[] {
  const amount = said.simulation ?? said.relief;
  const gift = said.relief?.gift;
  const money = (...all: readonly number[]): string[] => all.map((n) => cents(language, n));
  return [
    said.number,
    said.company.siren,
    ...timesOf(language, said.minutes),
    ...[said, ...said.projects].flatMap(({ refused }) =>
      refused.flatMap((each) => [...(each.minutes > 0 ? [minutes(language, each.minutes)] : []), each.code]),
    ),
    ...Object.values(said.halfDays ?? {}).flatMap((n) => (typeof n === 'number' ? [whole(language, n)] : [])),
    ...money(said.cost!.cents, amount!.baseCents, amount!.creditCents, ...amount!.steps.map((step) => step.cents)),
    euros(language, amount!.declaredEuros),
    ...(gift === undefined ? [] : money(gift.turnoverCents, gift.ceilingCents, gift.retainedCents, gift.excessCents)),
    ...said.projects.flatMap((project) => [
      ...timesOf(language, project.minutes),
      ...money(project.costCents!),
      whole(language, project.contributions.count),
    ]),
    ...(lines ?? []).flatMap((line) => [...timesOf(language, line.minutes), ...money(line.costCents!)]),
    ...(names ?? []).flatMap(({ name, pay }) => [
      name,
      ...pay.flatMap((each) => [
        ...money(each.grossCents, each.accessoriesCents, each.eligibleChargesCents, each.excludedChargesCents),
        ...money(each.eligibleCostCents),
        whole(language, each.timeBase!.amount),
      ]),
    ]),
  ].map((text) => text.normalize('NFC').replace(anySpace, ' '));
}

const digestsOf = ({ scheme, computationDigest, evidence, heads, projects }: StatementPayload): string[] => [
  ...[scheme.ruleSetDigest, computationDigest, evidence.entriesRoot, evidence.contributionsRoot],
  ...heads.map(({ digest }) => digest),
  ...projects.flatMap(({ confirmations }) => confirmations.map(({ digest }) => digest)),
];

describeWithProgram('poppler', programs.poppler, () => {
  it('finds every file sealed in the whole', () => {
    for (const name of inputs.keys()) expect([name, isSealed(path(`${name}.pdf`))]).toEqual([name, true]);
  });

  it('names the seal a test, of the operator, at the clock’s time', () => {
    const said = run('pdfsig', '-nocert', path('names-fr.pdf'));
    expect(said).toContain('Signer Certificate Common Name: TEST \u2013 not a qualified seal');
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Signing Hash Algorithm: SHA-256');
    expect(said).toMatch(/Signing Time: Jan 15 2026/);
  });

  it('reads a tagged A4 document with title and language, and every font embedded with its letters named', () => {
    for (const name of inputs.keys()) {
      const file = path(`${name}.pdf`);
      const said = run('pdfinfo', file);
      expect(said).toMatch(/Tagged:\s+yes/);
      expect(said).toMatch(/Title:\s+\S.*2025-0001 · Rail Exemple & Fils SA/);
      expect(said).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
      const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
      expect(fonts).toHaveLength(2);
      for (const font of fonts) expect(font).toMatch(/Identity-H\s+yes yes yes/);
      const tree = run('pdfinfo', '-struct', file);
      for (const part of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'Figure']) {
        expect([name, part, new RegExp(`^\\s*${part}\\b`, 'm').test(tree)]).toEqual([name, part, true]);
      }
      expect(tree).toMatch(/TH.*\n\s*\/Scope \/Column/);
      expect(tree).toMatch(/TH.*\n\s*\/Scope \/Row/);
    }
  });

  it('reads out what is seen, in order, and neither header nor footer', async () => {
    const small = await printPdf({
      blocks: [
        { kind: 'heading', level: 1, text: 'Un titre' },
        { kind: 'paragraph', text: 'Une phrase.' },
        factsTable([['Entreprise', 'Rail Exemple & Fils SA']]),
      ],
      frame: { header: 'En-tête', banner: 'Bandeau', footer: 'Pied', page: (place, count) => `${place} / ${count}` },
      ...{ fonts: inputs.get('gifts')!.fonts, attachments: [], language: 'fr', seal: null },
      ...{ title: 'Un titre', author: 'Exemple', subject: '', at: new Date(0) },
    });
    writeFileSync(path('small.pdf'), small);
    expect(run('pdftotext', path('small.pdf'), '-')).toContain('Bandeau');
    const read = run('pdfinfo', '-struct-text', path('small.pdf'));
    expect([...read.matchAll(/"([^"]*)"/g)].map(([, text]) => text)).toEqual([
      'Un titre',
      'Une phrase.',
      'Entreprise',
      'Rail Exemple & Fils SA',
    ]);
  });

  it('prints every number that was signed, at each level and in both languages', () => {
    for (const [name, input] of inputs) {
      const text = textOf(name);
      const expected = numbersOf(input);
      expect(expected.length).toBeGreaterThan(30);
      const missing = [...expected, ...(input.payload === payload ? digestsOf(payload) : [])].filter(
        (one) => !text.includes(one),
      );
      // A digest may stand on two lines: it is looked for without spaces.
      const joined = text.replaceAll(' ', '');
      expect([name, missing.filter((one) => !joined.includes(one.replaceAll(' ', '')))]).toEqual([name, []]);
    }
  });

  it('sets a space before a colon in French alone', () => {
    for (const level of levels) {
      expect(textOf(`${level}-fr`)).toMatch(/\p{L} :/u);
      expect(textOf(`${level}-en`)).not.toContain(' :');
    }
  });

  it('shows names of people and of signatories, and pay, at level names alone', () => {
    for (const language of languages) {
      for (const name of ['Anne-Zoé Exemple', '(Nadège Exemple)']) {
        const said = (level: ViewLevel): boolean => textOf(`${level}-${language}`).includes(name);
        expect([name, ...levels.map(said)]).toEqual([name, false, false, true]);
      }
    }
  });

  it('prints on every page of a proposal that it has no effect, and on none under a law in force', () => {
    const pages = (name: string): string[] =>
      run('pdftotext', '-layout', path(`${name}.pdf`), '-')
        .split('\f')
        .slice(0, -1);
    for (const [language, words] of [
      ['fr', 'Simulation — aucun effet juridique'],
      ['en', 'Simulation — no legal effect'],
    ] as const) {
      const all = pages(`names-${language}`);
      expect(all.length).toBeGreaterThan(4);
      expect(all.every((page) => page.includes(words))).toBe(true);
      expect(all.every((page, i) => page.includes(`page ${i + 1} / ${all.length}`))).toBe(true);
    }
    expect(textOf('gifts')).not.toContain('aucun effet juridique');
  });

  it('gives the attachments back to the byte', () => {
    const into = path('attached');
    run('mkdir', '-p', into);
    run('pdfdetach', '-saveall', '-o', into, path('names-fr.pdf'));
    for (const [name, bytes] of inputs.get('names-fr')!.attachments) {
      expect([name, readFileSync(join(into, name)).equals(bytes)]).toEqual([name, true]);
    }
  });

  it('shows a code that leads to the issuer’s page of this number', () => {
    run('pdftoppm', '-r', '150', '-f', '1', '-l', '1', path('totals-fr.pdf'), path('page'));
    const ppm = readFileSync(path('page-1.ppm'));
    const [, width, height, maximum] = /^P6\s(\d+)\s(\d+)\s(\d+)\s/.exec(ppm.subarray(0, 40).toString('latin1'))!;
    expect(maximum).toBe('255');
    const pixels = ppm.subarray(ppm.length - Number(width) * Number(height) * 3);
    const rgba = new Uint8ClampedArray(Number(width) * Number(height) * 4).fill(255);
    for (let i = 0; i < pixels.length / 3; i += 1) rgba.set(pixels.subarray(3 * i, 3 * i + 3), 4 * i);
    // A module of CommonJS: its function stands under `default`.
    const read = (jsqr as unknown as { readonly default: typeof jsqr.default }).default;
    expect(read(rgba, Number(width), Number(height))?.data).toBe('https://communs.example/verify?number=2025-0001');
  });
});

describeWithProgram('qpdf', programs.qpdf, () => {
  it('finds no error in any file', () => {
    for (const name of inputs.keys()) {
      expect(run('qpdf', '--check', path(`${name}.pdf`))).toContain('No syntax or stream encoding errors found');
    }
  });

  it('finds the marks of PDF/A-3 that our library writes', () => {
    const json = JSON.parse(
      run('qpdf', '--json', '--json-stream-data=inline', '--decode-level=all', path('names-fr.pdf')),
    );
    const objects: Record<string, { value?: unknown; stream?: { data: string; dict: Record<string, unknown> } }> =
      json.qpdf[1];
    type Dictionary = Record<string, unknown>;
    const at = (ref: unknown): Dictionary => {
      const found = objects[`obj:${ref}`]!;
      return (found.value ?? found.stream?.dict) as Dictionary;
    };
    const trailer = (objects as unknown as { trailer: { value: Dictionary } }).trailer.value;
    const root = at(trailer['/Root']);
    expect(root['/Lang']).toBe('u:fr');
    expect(at(root['/MarkInfo'])['/Marked']).toBe(true);
    const xmp = Buffer.from(objects[`obj:${root['/Metadata']}`]!.stream!.data, 'base64').toString('utf8');
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    // The company's name stands in XML.
    expect(xmp).toContain('Rail Exemple &amp; Fils SA');
    const [intent] = root['/OutputIntents'] as unknown[];
    expect(at(intent)['/S']).toBe('/GTS_PDFA1');
    const files = (root['/AF'] as unknown[]).map(at);
    expect(files.map((file) => [file['/UF'], file['/AFRelationship']])).toEqual([
      ['u:statement.jws', '/Source'],
      ['u:disclosures.txt', '/Data'],
    ]);
    const form = at(root['/AcroForm']);
    expect([form['/SigFlags'], form['/NeedAppearances']]).toEqual([3, undefined]);
  });
});

describeWithProgram('openssl', programs.openssl, () => {
  it('verifies the signature as CAdES over all the rest of the file', async () => {
    writeFileSync(path('seal.pem'), pemOf((await ports.seal.certificates())[0]!));
    for (const [name, pdf] of sealed) expect([name, opensslAccepts(pdf)]).toEqual([name, true]);
  });
});

describe('a copy with one changed byte', () => {
  interface Twin {
    readonly where: string;
    /** In the certificate that came with it: only who holds it against the signed hash of it finds that. */
    readonly inCertificate: boolean;
    readonly bytes: Uint8Array;
  }
  /** Forty places over the file, and some within the signature. */
  function twins(): Twin[] {
    const pdf = sealed.get('names-fr')!;
    const { start, end } = placeOf(pdf);
    const used = 2 * cmsOf(pdf).length;
    const certificate = cmsOf(pdf).indexOf(own);
    const flip = (at: number, where: string): Twin => {
      const bytes = Uint8Array.from(pdf);
      bytes[at]! ^= 1;
      const inCms = Math.floor((at - start - 1) / 2) - certificate;
      return { where: `${where}, byte ${at}`, bytes, inCertificate: inCms >= 0 && inCms < own.length };
    };
    const around = Array.from({ length: 40 }, (_, i) => Math.floor((pdf.length * (2 * i + 1)) / 80))
      .filter((at) => at < start || at >= end)
      .map((at) => flip(at, 'signed bytes'));
    const inside = Array.from({ length: 16 }, (_, i) => start + 1 + Math.floor((used * (2 * i + 1)) / 32)).map((at) =>
      flip(at, 'signature'),
    );
    return [...around, ...inside];
  }
  let own: Uint8Array;
  beforeAll(async () => {
    own = (await ports.seal.certificates())[0]!;
    writeFileSync(path('seal.pem'), pemOf(own));
  });
  const counts: Record<string, string> = {};
  afterAll(() => console.table(counts));

  const letPass = (tool: string, accepts: (twin: Uint8Array) => boolean): Twin[] => {
    const all = twins();
    expect(all.filter(({ inCertificate }) => !inCertificate).length).toBeGreaterThan(40);
    const passed = all.filter(({ bytes }) => accepts(bytes));
    counts[tool] = `${all.length - passed.length} of ${all.length} refused`;
    return passed;
  };

  describeWithProgram('under poppler', programs.poppler, () => {
    it('is never told sealed, unless the byte is of the certificate, which it was told not to judge', () => {
      const accepts = (twin: Uint8Array): boolean => {
        writeFileSync(path('twin.pdf'), twin);
        return isSealed(path('twin.pdf'));
      };
      const passed = letPass('pdfsig', accepts).filter(({ inCertificate }) => !inCertificate);
      expect(passed.map(({ where }) => where)).toEqual([]);
    });
  });

  describeWithProgram('under openssl', programs.openssl, () => {
    it('never verifies', () => {
      const accepts = (twin: Uint8Array): boolean => {
        try {
          return opensslAccepts(twin);
        } catch {
          // The ranges do not read any more.
          return false;
        }
      };
      expect(letPass('openssl cms', accepts).map(({ where }) => where)).toEqual([]);
    });
  });
});
