// Public: is this number ours and does it stand; is this file what was signed. Nothing of a statement's amounts is shown.

import { type ComponentChild, h } from 'preact';
import type { Day } from '../lib/model/calendar.ts';
import { say } from '../lib/model/typeset.ts';
import type { StatementState } from '../lib/statement/status.ts';
import type { Verification } from '../lib/statement/verify.ts';
import { addresses } from './addresses.ts';
import { type Frame, page } from './frame.ts';
import { dayInWords, instantInWords, periodInWords } from './parts/dates.ts';
import { copied, facts, mark, notice, section } from './parts/facts.ts';
import { getForm, inputField, postForm, submit } from './parts/form.ts';
import { statementMark } from './parts/state.ts';
import { exitCodes, verificationParts } from './parts/verification.ts';
import { inLanguage } from './parts/words.ts';
import { verifyWords } from './words/verify.ts';

/** What the ledger says of a number. */
export type NumberAnswer =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'number';
      readonly number: string;
      readonly state: StatementState;
      readonly replacedBy: string | null;
      readonly issuedOn: Day;
      /** Instant UTC. */
      readonly asOf: string;
      /** SHA-256 of statement.jws, lower-case hex. */
      readonly jwsSha256: string;
    };

/** What is known of a digest, and nothing of whose file it is. */
export type DigestAnswer =
  | { readonly kind: 'unknown-file' }
  | {
      readonly kind: 'known-file';
      /** `statement`, or `xlsx/<level>/<language>`, `pdf/…`, `export/<preset>/<format>/…`. */
      readonly rendering: string;
      readonly number: string;
      readonly state: StatementState;
      readonly replacedBy: string | null;
      readonly issuedOn: Day;
      /** Instant UTC. */
      readonly asOf: string;
    };

/** What the verifier says of a file. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly fileName: string;
  readonly verification: Verification;
  readonly keys: 'ours' | 'given';
  readonly isTestKey: boolean;
  /** Whether the very bytes are known here. */
  readonly known: DigestAnswer;
}

export interface VerifyView {
  /** What was typed, to be typed no second time. */
  readonly siren: string;
  readonly number: string;
  readonly sha256: string;
  /** null before anything was asked. */
  readonly answer: NumberAnswer | DigestAnswer | FileAnswer | null;
}

function numberAnswer(answer: NumberAnswer, { language }: Frame): ComponentChild {
  const t = inLanguage(language, verifyWords);
  if (answer.kind === 'unknown')
    return notice('warn', h('p', null, mark('bad', t.unknown)), h('p', null, t.unknownText));
  const { number, state, replacedBy, issuedOn, asOf, jwsSha256 } = answer;
  return facts([
    [t.number, number],
    [t.state, statementMark(language, state)],
    [t.replacedBy, replacedBy],
    [t.issuedOn, dayInWords(language, issuedOn)],
    [t.asOf, instantInWords(language, asOf)],
    [t.digest, [copied(language, jwsSha256), h('p', { class: 'hint' }, t.digestText)]],
  ]);
}

/** `xlsx/names/fr` → statement.xlsx, `export/finance/csv-fr/lines/fr/12` → statement.csv. */
function fileOf(rendering: string): string {
  if (rendering === 'statement') return 'statement.jws';
  const [kind = '', , format = ''] = rendering.split('/');
  return `statement.${(kind === 'export' ? format : kind).replace('csv-fr', 'csv')}`;
}

function digestAnswer(answer: DigestAnswer, { language }: Frame): ComponentChild {
  const t = inLanguage(language, verifyWords);
  if (answer.kind === 'unknown-file') {
    return notice('warn', h('p', null, mark('bad', t.unknownFile)), h('p', null, t.unknownFileText));
  }
  const { rendering, number, state, replacedBy, issuedOn, asOf } = answer;
  return [
    h('p', null, mark('good', t.unchanged), ' ', t.unchangedText),
    facts([
      [t.kind, fileOf(rendering)],
      [t.number, number],
      [t.state, statementMark(language, state)],
      [t.replacedBy, replacedBy],
      [t.issuedOn, dayInWords(language, issuedOn)],
      [t.asOf, instantInWords(language, asOf)],
    ]),
  ];
}

function fileAnswer(answer: FileAnswer, frame: Frame): ComponentChild {
  const { fileName, verification, keys, isTestKey, known } = answer;
  const { language } = frame;
  const t = inLanguage(language, verifyWords);
  // A workbook has no signature: that its bytes are known is all that can be said of it.
  if (verification.payload === null && known.kind === 'known-file') return digestAnswer(known, frame);
  const { payload } = verification;
  return [
    verificationParts(language, verification, isTestKey),
    facts([
      [t.file, fileName],
      [t.number, payload?.number],
      [t.company, payload === null ? null : `${payload.company.name} (${payload.company.siren})`],
      [t.period, payload === null ? null : periodInWords(language, payload.period)],
    ]),
    h('p', { class: 'hint' }, keys === 'ours' ? t.keysOurs : t.keysGiven),
  ];
}

function answerPart(answer: NonNullable<VerifyView['answer']>, frame: Frame): ComponentChild {
  switch (answer.kind) {
    case 'file':
      return fileAnswer(answer, frame);
    case 'known-file':
    case 'unknown-file':
      return digestAnswer(answer, frame);
    default:
      return numberAnswer(answer, frame);
  }
}

function forms({ siren, number, sha256 }: VerifyView, frame: Frame): ComponentChild {
  const t = inLanguage(frame.language, verifyWords);
  const upload = (name: 'statement' | 'status' | 'keys', required: boolean, accept: string): ComponentChild =>
    inputField({ name, label: t[name], hint: t[`${name}Hint`] }, { type: 'file', required, accept });
  return h(
    'div',
    { class: 'columns' },
    section(
      'by-number',
      t.byNumber,
      h('p', null, t.byNumberText),
      getForm(addresses.verify, [
        inputField(
          { name: 'siren', label: t.siren, hint: t.sirenHint },
          { required: true, inputMode: 'numeric', size: 12, value: siren },
        ),
        inputField(
          { name: 'number', label: t.number, hint: t.numberHint },
          { required: true, size: 12, value: number },
        ),
        submit(t.look),
      ]),
    ),
    section(
      'by-digest',
      t.byDigest,
      h('p', null, t.byDigestText),
      getForm(addresses.verify, [
        inputField(
          { name: 'sha256', label: t.sha256, hint: t.sha256Hint },
          { required: true, size: 40, maxLength: 64, spellcheck: false, value: sha256, 'data-digest-of': t.chooseFile },
        ),
        submit(t.look),
      ]),
    ),
    section(
      'by-file',
      t.byFile,
      h('p', null, t.byFileText),
      postForm(
        frame,
        addresses.verify,
        [
          upload('statement', true, '.jws,.txt,.zip,.pdf,.xlsx,.json'),
          upload('status', false, '.jws,.txt'),
          upload('keys', false, '.json'),
          submit(t.check),
        ],
        { isUpload: true },
      ),
    ),
  );
}

/** GET `siren` and `number`, or `sha256`; POST `statement`, `status`, `keys` (multipart), answered by this page at once: nothing is kept. */
export function renderVerify(view: VerifyView, frame: Frame): string {
  const { language } = frame;
  const t = inLanguage(language, verifyWords);
  const { answer } = view;
  const isError =
    answer !== null &&
    (answer.kind === 'unknown' ||
      answer.kind === 'unknown-file' ||
      (answer.kind === 'file' && answer.verification.exitCode !== 0 && answer.known.kind === 'unknown-file'));
  return page(
    frame,
    { title: t.title, isError },
    h('p', { class: 'lead' }, t.lead),
    answer === null ? null : section('result', t.result, answerPart(answer, frame)),
    forms(view, frame),
    section(
      'offline',
      t.offline,
      h('p', null, t.offlineText),
      h('pre', null, copied(language, 'communs verify statement-2025-0001.names.zip --jwks jwks.json --vkey log.vkey')),
      h('h3', null, t.codes),
      h(
        'ul',
        null,
        ([0, 1, 2, 3] as const).map((code) => h('li', null, say(language, exitCodes[code]))),
      ),
    ),
  );
}
