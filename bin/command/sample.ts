import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { primitives } from '../../lib/adapters/primitives.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Language } from '../../lib/model/text.ts';
import { openBundle } from '../../lib/statement/bundle/bundle-zip.ts';
import { largestSample, type SampleMethod, sampleMethods } from '../../lib/statement/sample.ts';
import { type StatementSample, sampleOfStatement } from '../../lib/statement/sample-of-statement.ts';
import { noSampleTexts, sampleMethodTexts } from '../../lib/statement/sample-words.ts';
import { verificationJson, verificationLines } from '../../lib/statement/verification-text.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { webCryptoChecks } from '../../lib/statement/web-crypto-checks.ts';
import { renderSampleXlsx } from '../../lib/statement/xlsx/sample.ts';
import { companyOf } from '../../lib/use-cases/people.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { command, type Values } from '../frame/command.ts';
import { languageOf } from '../frame/locale.ts';
import { readInput } from '../frame/read-input.ts';
import { textTable } from '../frame/text-table.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { writeOutput } from '../frame/write-output.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

const name = 'sample';

const options = {
  statement: {
    value: 'FILE',
    summary: { fr: 'le dossier (zip), ou son statement.jws', en: 'the bundle (zip), or its statement.jws' },
  },
  disclosures: {
    value: 'F',
    summary: { fr: 'avec statement.jws : son disclosures.txt', en: 'with statement.jws: its disclosures.txt' },
  },
  jwks: {
    value: 'F',
    summary: {
      fr: 'clés publiques, de préférence d’une source à vous ; sinon jwks.json à côté de l’état',
      en: 'public keys, best from a source of your own; else jwks.json beside the statement',
    },
  },
  company: {
    value: 'SIREN',
    summary: {
      fr: 'sans fichier : l’entreprise, dans ce grand livre',
      en: 'without a file: the company, in this ledger',
    },
  },
  number: { value: 'N', summary: { fr: 'et le numéro de l’état', en: 'and the number of the statement' } },
  method: {
    value: 'random|monetary-unit|largest',
    required: true,
    summary: { fr: 'comment tirer', en: 'how to draw' },
  },
  size: { value: 'N', required: true, summary: { fr: 'combien en demander', en: 'how many to ask for' } },
  word: {
    value: 'TEXT',
    summary: {
      fr: 'un mot à vous, que l’entreprise ne connaissait pas en signant',
      en: 'a word of yours, which the company did not know when it signed',
    },
  },
  out: {
    value: 'FILE.xlsx',
    summary: { fr: 'classeur avec des colonnes pour vos constats', en: 'a workbook with columns for your findings' },
  },
  ...ledgerOptions,
} as const;

function methodOf(text: string): SampleMethod {
  const method = sampleMethods.find((each) => each === text);
  if (method !== undefined) return method;
  throw wrongUsage(name, {
    fr: `--method ${text} : ${sampleMethods.join(', ')}.`,
    en: `--method ${text}: ${sampleMethods.join(', ')}.`,
  });
}

interface AtHand {
  readonly jws: string;
  readonly verification: Verification;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A bundle has all in it; beside a statement alone lie its keys, perhaps. */
async function filesOf(statement: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { bytes } = await readInput(statement);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const opened = openBundle(bytes);
    if (opened instanceof Map && opened.has('statement.jws')) return opened;
  }
  const beside = join(dirname(statement), 'jwks.json');
  return new Map([
    ['statement.jws', bytes],
    ...(existsSync(beside) ? [['jwks.json', (await readInput(beside)).bytes] as const] : []),
  ]);
}

async function fromFiles(statement: string, { disclosures, jwks }: Values<typeof options>): Promise<AtHand> {
  const files = await filesOf(statement);
  const given = async (path: string | undefined, name: string): Promise<Uint8Array | null> =>
    path === undefined ? (files.get(name) ?? null) : (await readInput(path)).bytes;
  const file = files.get('statement.jws')!;
  const verification = await verifyFile(
    {
      file,
      jwks: await given(jwks, 'jwks.json'),
      keysPinned: jwks !== undefined,
      disclosures: await given(disclosures, 'disclosures.txt'),
    },
    webCryptoChecks(crypto.subtle, primitives.sha256),
  );
  return { jws: decoder.decode(file), verification };
}

async function atHand(values: Values<typeof options>): Promise<AtHand> {
  const { statement, company, number } = values;
  if (statement !== undefined) return fromFiles(statement, values);
  if (company === undefined || number === undefined) {
    throw wrongUsage(name, {
      fr: 'Donnez --statement et --disclosures, ou --company et --number.',
      en: 'Give --statement and --disclosures, or --company and --number.',
    });
  }
  return readLedger(values, async (ports) => readStatement(ports, await companyOf(ports, company), number, 'names'));
}

function lines({ rows, interval, seed, population, method }: StatementSample, language: Language): string[] {
  const w = {
    fr: {
      colon: ' :',
      head: ['n°', 'ligne', 'mois', 'personne', 'projet', 'centimes', 'tirés'],
      of: 'sur',
      seed: 'Graine',
      step: 'Intervalle',
    },
    en: {
      colon: ':',
      head: ['no.', 'line', 'month', 'person', 'project', 'cents', 'hits'],
      of: 'of',
      seed: 'Seed',
      step: 'Interval',
    },
  }[language];
  const table = rows.map(({ place, line, month, person, name: who, projectName, cents, hits }) =>
    [place, line, month, who ?? person, projectName, cents ?? '–', hits.length].map(String),
  );
  return [
    `${sampleMethodTexts[method][language]}${w.colon} ${rows.length} ${w.of} ${population.units}`,
    ...textTable([w.head, ...table]),
    `${w.seed}${w.colon} ${seed}`,
    ...(interval === null ? [] : [`${w.step}${w.colon} ${interval.cents} / ${interval.parts}, r = ${interval.start}`]),
  ];
}

export const sample = command({
  name,
  argument: null,
  summary: {
    fr: 'tire de l’état un échantillon que personne n’a choisi ; hors ligne, à partir du dossier',
    en: 'draws a sample of a statement that nobody chose; offline, from the bundle',
  },
  options,
  run: async ({ options: values }) => {
    const method = methodOf(values.method);
    const size = wholeNumber(values.size, { command: name, option: 'size', from: 1, to: largestSample }) ?? 1;
    const { jws, verification } = await atHand(values);
    const { payload, lines: disclosed, names } = verification;
    if (payload === null || verification.exitCode === 1) {
      return {
        exitCode: verification.exitCode === 1 ? (1 as const) : (2 as const),
        json: () => verificationJson(verification) as object,
        text: (language) => verificationLines(verification, language).join('\n'),
      };
    }
    const asked = { method, size, word: values.word ?? '' };
    const drawn = sampleOfStatement(primitives.sha256, { payload, lines: disclosed, names }, jws, asked);
    if (typeof drawn === 'string') throw new Refusal('invalid-input', noSampleTexts[drawn]);
    if (values.out !== undefined) {
      const language = languageOf(process.argv, process.env);
      await writeOutput(values.out, await renderSampleXlsx(drawn, language, payload.simulation !== undefined));
    }
    return {
      exitCode: 0 as const,
      json: () => ({ ...drawn, ...(values.out === undefined ? {} : { file: values.out }) }),
      text: (language) => [...lines(drawn, language), ...(values.out === undefined ? [] : [values.out])].join('\n'),
    };
  },
});
