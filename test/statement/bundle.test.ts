// The evidence bundle at its three levels: what is in it, what every check finds, and what one changed byte does to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { primitives } from '../../lib/adapters/primitives.ts';
import { openBundle, packBundle } from '../../lib/statement/bundle/bundle-zip.ts';
import { withoutSource } from '../../lib/statement/bundle/entry-rows.ts';
import { manifestText } from '../../lib/statement/bundle/manifest.ts';
import { pdfAttachments } from '../../lib/statement/bundle/pdf-attachments.ts';
import { linesBytes, linesOf } from '../../lib/statement/bundle/text-lines.ts';
import { verificationLines } from '../../lib/statement/verification-text.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { type Files, smallBundles } from './small-bundle.ts';

let names: Files;
let lines: Files;
let totals: Files;

beforeAll(async () => {
  const { at } = await smallBundles('bundle');
  [names, lines, totals] = [await at('names'), await at('lines'), await at('totals')];
});

const verify = (file: Files | Uint8Array, more: object = {}): Promise<Verification> =>
  verifyFile({ file, jwks: null, keysPinned: false, ...more }, primitives);
const codes = ({ problems }: Verification): string[] => problems.map(({ code }) => code);
const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));

/** The same with one file changed, and a manifest that says so: whoever alters a bundle can write a manifest too. */
function forged(files: Files, name: string, bytes: Uint8Array): Files {
  const changed = new Map([...files, [name, bytes]]);
  return new Map([...changed, ['MANIFEST', new TextEncoder().encode(manifestText(changed, primitives.sha256))]]);
}
const flipped = (bytes: Uint8Array, at = bytes.length >> 1): Uint8Array =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('a bundle', () => {
  it('is found authentic at each level, with every check made and none that fails', async () => {
    for (const [level, files] of [
      ['names', names],
      ['lines', lines],
      ['totals', totals],
    ] as const) {
      const answer = await verify(files);
      expect([level, answer.problems]).toEqual([level, []]);
      expect(answer).toMatchObject({ result: 'authentic', exitCode: 0, level });
      expect(answer.checked.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    }
    const made = (await verify(names)).checked.map(({ check }) => check);
    for (const check of [
      'manifest',
      'signature',
      'json',
      'keys',
      'fact',
      'entries',
      'contributions',
      'confirmations',
      'rules',
    ])
      expect(made).toContain(check);
  });

  it('says from where the computation was worked out again', async () => {
    const from = async (files: Files): Promise<string | undefined> => (await verify(files)).computation?.from;
    expect([await from(names), await from(lines), await from(totals)]).toEqual(['pay', 'line-costs', 'staff-cost']);
  });

  it('gives the same bytes as a zip, which opens as what went in', () => {
    const zip = packBundle(names);
    expect(Buffer.from(packBundle(new Map(names))).equals(Buffer.from(zip))).toBe(true);
    const opened = openBundle(zip);
    if (opened instanceof Error) throw opened;
    expect([...opened.keys()]).toEqual([...names.keys()]);
    for (const [name, bytes] of names)
      expect([name, Buffer.from(opened.get(name)!).equals(bytes)]).toEqual([name, true]);
  });

  it('holds the published form of what was signed, at each level', () => {
    const published = readFileSync(join(import.meta.dirname, '../../docs/schemas/statement-1.json'), 'utf8');
    for (const files of [names, lines, totals]) expect(text(files, 'statement.schema.json')).toBe(published);
  });

  it('is checked as a zip like the unpacked files', async () => {
    expect(await verify(packBundle(names))).toMatchObject({ result: 'authentic', level: 'names', problems: [] });
  });

  it('proves consistency only by the keys that came along, and is refused under other keys', async () => {
    const own = await verify(names);
    expect(own.notProven.map(({ en }) => en).join()).toMatch(/Whose key it is/);
    const pinned = await verify(names, { jwks: names.get('jwks.json'), keysPinned: true });
    expect(pinned.notProven.map(({ en }) => en).join()).not.toMatch(/Whose key it is/);
    const theirs = await (await smallBundles('a stranger')).at('totals');
    // Those that are given are the ones that count, whether they came along with the file or not: a forger has keys of her own in hers.
    for (const file of [names, packBundle(names), names.get('statement.pdf')!]) {
      for (const isPinned of [true, false]) {
        const keys = await verify(file, { jwks: theirs.get('jwks.json'), keysPinned: isPinned });
        expect([keys.exitCode, keys.problems[0]?.code]).toEqual([1, 'key-unknown']);
        const log = await verify(file, { vkey: theirs.get('log.vkey'), logPinned: isPinned });
        expect([log.exitCode, codes(log)]).toEqual([1, ['log-key-unknown']]);
      }
    }
  });
});

describe('a bundle of which something is not at hand', () => {
  const outcomes = async (files: Files): Promise<Record<string, string>> =>
    Object.fromEntries((await verify(files)).checked.map(({ check, outcome }) => [check, outcome]));
  const without = (name: string): Files => new Map([...names].filter(([each]) => each !== name && each !== 'MANIFEST'));
  const left = { contributions: 'left', confirmations: 'left' };

  it('leaves contributions and answers unchecked, and says so, where no rows or no names are beside them', async () => {
    expect(await outcomes(names)).toMatchObject({ contributions: 'holds', confirmations: 'holds' });
    expect(await outcomes(without('entries.jsonl'))).toMatchObject(left);
    expect(await outcomes(without('disclosures.txt'))).toMatchObject({ ...left, entries: 'holds' });
  });

  it('does so where the source of a row was erased, and where the rows are others', async () => {
    const rows = linesOf(names.get('entries.jsonl')!)!;
    const erased = rows.map((row, i) => (i === 0 ? withoutSource(primitives.sha256, row) : row));
    expect(await outcomes(forged(names, 'entries.jsonl', linesBytes(erased)))).toMatchObject({
      ...left,
      entries: 'holds',
    });
    const fewer = await outcomes(forged(names, 'entries.jsonl', linesBytes(rows.slice(1))));
    expect(fewer).toMatchObject({ ...left, entries: 'fails' });
  });
});

describe('what a level does not show', () => {
  it('names nobody below `names`: no name, day, cell, commit or entry of anybody', () => {
    for (const files of [lines, totals]) {
      for (const name of [...files.keys()].filter((each) => !/xlsx|pdf|salt|der|html/.test(each))) {
        expect([name, text(files, name)]).toEqual([name, expect.not.stringMatching(/Vernois|Corvoisier/)]);
      }
    }
    expect(text(lines, 'entries.jsonl')).not.toMatch(/"(?:day|cell|entry|contributions)"/);
    expect(lines.has('contributions.jsonl') || lines.has('confirmations.jsonl')).toBe(false);
    expect([...totals.keys()].filter((name) => name.endsWith('.jsonl'))).toEqual(['registry.jsonl']);
  });

  it('is told in both read-mes, and why', () => {
    expect(text(totals, 'README.txt')).toMatch(/somebody’s day/);
    expect(text(lines, 'LISEZ-MOI.txt')).toMatch(/un\s+commit\s+dit\s+son\s+auteur/);
  });
});

describe('a forged bundle', () => {
  it('is refused after one changed byte in any file, and the file is named', async () => {
    for (const [name, bytes] of names) {
      const answer = await verify(new Map([...names, [name, flipped(bytes)]]));
      expect([name, answer.exitCode]).toEqual([name, 1]);
      if (answer.payload !== null && name !== 'MANIFEST') {
        expect([name, answer.problems.map(({ detail }) => detail.en).join()]).toEqual([
          name,
          expect.stringContaining(name),
        ]);
      }
    }
  });

  it('is refused though its manifest was written anew, where the file proves anything', async () => {
    const proving = [...names.keys()].filter(
      (name) =>
        ![
          'MANIFEST',
          'README.txt',
          'LISEZ-MOI.txt',
          'verify.html',
          'statement.xlsx',
          'statement.schema.json',
          'statement.fact',
          'statement.salt',
        ].includes(name),
    );
    for (const name of proving) {
      const answer = await verify(forged(names, name, flipped(names.get(name)!)));
      // Without keys that can be read nothing is refused, and nothing passes.
      expect([name, answer.exitCode]).toEqual([name, name === 'jwks.json' ? 2 : 1]);
    }
  });

  it('passes with another workbook, or a file of the forger’s, only where the answer says that nobody looked at it', async () => {
    const told = async (file: Files | Uint8Array): Promise<readonly string[]> => {
      const { exitCode, notProven } = await verify(file);
      expect(exitCode).toBe(0);
      const { fr = '', en = '' } = notProven.find((text) => text.en.startsWith('That these files')) ?? {};
      const namesIn = (text: string): string => text.slice(text.indexOf(':') + 1, text.indexOf('. ')).trim();
      expect(namesIn(fr)).toBe(namesIn(en));
      return namesIn(en).split(', ').sort();
    };
    const own = ['LISEZ-MOI.txt', 'README.txt', 'statement.schema.json', 'statement.xlsx', 'verify.html'];
    expect(await told(forged(names, 'statement.xlsx', new Uint8Array(1)))).toEqual(own);
    expect(await told(forged(names, 'a.pdf', new Uint8Array(1)))).toEqual([...own, 'a.pdf'].sort());
    expect(await told(names.get('statement.pdf')!)).toEqual(['']);
  });

  it('prints nothing that would be read as ours: names of its files end no line and move no cursor', async () => {
    const [hostile, shown] = ['\u001b[2J\u009bH\nAuthentic: \u202eall.', '\ufffd[2J\ufffdH\ufffdAuthentic: \ufffdall.'];
    const lines = verificationLines(await verify(new Map([...names, [hostile, new Uint8Array(1)]])), 'en');
    expect(lines.slice(0, 2)).toEqual(['Not authentic.', expect.stringContaining(shown)]);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  it('is refused with a row of time left out, added, or moved to another person', async () => {
    const rows = linesOf(names.get('entries.jsonl')!)!;
    const twins = [
      rows.slice(1),
      [...rows, rows[0]!],
      rows.map((row, i) => (i === 0 ? row.replace('"person":1', '"person":2') : row)),
    ];
    for (const twin of twins) {
      expect(codes(await verify(forged(names, 'entries.jsonl', linesBytes(twin))))).toContain('entries-wrong');
    }
  });

  it('is refused with an answer of a foundation left out, or with other words in it', async () => {
    const rows = linesOf(names.get('confirmations.jsonl')!)!;
    for (const twin of [rows.slice(1), rows.map((row) => row.replace('"confirmed"', '"cannot-tell"'))]) {
      expect(codes(await verify(forged(names, 'confirmations.jsonl', linesBytes(twin))))).toContain(
        'confirmations-wrong',
      );
    }
  });

  it('names the line that does not read, in words of both languages', async () => {
    for (const name of ['entries.jsonl', 'confirmations.jsonl']) {
      const rows = linesOf(names.get(name)!)!;
      const twin = rows.map((row, i) => (i === 1 ? row.replace('{', '{ ') : row));
      const { problems } = await verify(forged(names, name, linesBytes(twin)));
      expect(problems.map(({ detail }) => detail)).toContainEqual({
        fr: expect.stringContaining(`${name} ne donne pas ce que dit l’état (ligne 2)`),
        en: expect.stringContaining(`${name} does not give what the statement says (line 2)`),
      });
    }
    const cut = names.get('entries.jsonl')!.slice(0, -1);
    expect((await verify(forged(names, 'entries.jsonl', cut))).problems[0]?.detail.en).toContain(
      'no UTF-8 text in lines',
    );
    const unread = await verify(forged(names, 'statement.fact', new TextEncoder().encode('{')));
    expect(unread.problems[0]?.detail.en).toContain('not the fact that issued this statement (it does not read)');
  });

  it('is refused with the rule set of another day', async () => {
    const rules = new TextEncoder().encode(text(names, 'ruleset.json').replace('43/100', '44/100'));
    expect(codes(await verify(forged(names, 'ruleset.json', rules)))).toEqual(['rules-differ']);
  });

  it('is refused with a file too many or too few', async () => {
    const more = await verify(new Map([...names, ['extra.txt', new Uint8Array(1)]]));
    expect(more.problems[0]?.detail.en).toMatch(/extra\.txt/);
    const fewer = new Map(names);
    fewer.delete('ruleset.json');
    expect((await verify(fewer)).problems[0]?.detail.en).toMatch(/ruleset\.json/);
  });
});

describe('the proof of a bundle, alone', () => {
  const given = (name: string): Uint8Array => names.get(`statement.${name}`)!;
  const prove = (more: object = {}) =>
    verify(given('tlog-proof'), { fact: given('fact'), salt: given('salt'), vkey: names.get('log.vkey'), ...more });

  it('is found in the log, and the answer says what that does not prove', async () => {
    const answer = await prove();
    expect([answer.exitCode, answer.checked.map(({ check }) => check)]).toEqual([0, ['inclusion']]);
    expect(answer.notProven.map(({ en }) => en)).toEqual([
      expect.stringContaining('What the fact says'),
      expect.stringContaining('When it entered'),
    ]);
    const along = await prove({ logPinned: false });
    expect(along.notProven.at(-1)?.fr).toContain('De qui est le journal');
  });

  it('is refused for another fact, and proves nothing then', async () => {
    const answer = await prove({ fact: flipped(given('fact')) });
    expect([answer.exitCode, codes(answer), answer.notProven]).toEqual([1, ['log-proof-wrong'], []]);
  });
});

describe('the PDF of a bundle', () => {
  it('is checked alone by what is attached and its seal, and the answer leaves it to pdfsig who sealed it', async () => {
    const answer = await verify(names.get('statement.pdf')!);
    expect(answer).toMatchObject({ result: 'authentic', level: 'names', problems: [] });
    const made = answer.checked.map(({ check, outcome }) => `${check} ${outcome}`);
    expect(made).toEqual(expect.arrayContaining(['disclosures holds', 'fact holds', 'inclusion holds', 'seal holds']));
    const attached = [...pdfAttachments(names.get('statement.pdf')!)];
    expect(attached.map(([name]) => name)).toEqual([
      'statement.jws',
      'disclosures.txt',
      'statement.fact',
      'statement.salt',
      'statement.tlog-proof',
      'jwks.json',
      'log.vkey',
      'registry.jsonl',
    ]);
    for (const [name, bytes] of attached) expect([name, bytes]).toEqual([name, new Uint8Array(names.get(name)!)]);
    for (const each of [answer, await verify(names)]) {
      expect(each.notProven.map(({ en }) => en).join()).toMatch(/pdfsig/);
    }
  });

  it('is refused without its seal: its pages could say anything', async () => {
    const text = Buffer.from(names.get('statement.pdf')!).toString('latin1').replaceAll('/ByteRange', '/ByteRanke');
    const unsealed = new Uint8Array(Buffer.from(text, 'latin1'));
    for (const file of [unsealed, forged(names, 'statement.pdf', unsealed)]) {
      const answer = await verify(file);
      expect([answer.exitCode, codes(answer)]).toEqual([1, ['seal-wrong']]);
      expect(answer.problems[0]?.detail).toMatchObject({
        fr: expect.stringContaining('il n’y en a pas'),
        en: expect.stringContaining('there is none'),
      });
    }
  });

  it('is refused beside the fact or the salt of another statement', async () => {
    for (const name of ['statement.fact', 'statement.salt']) {
      const answer = await verify(forged(names, name, flipped(names.get(name)!)));
      expect([name, codes(answer)]).toEqual([name, expect.arrayContaining(['attachment-differs'])]);
    }
  });
});

describe('an archive that is no bundle', () => {
  it('is not opened where it would unpack to more than a bundle holds', async () => {
    const bomb = packBundle(new Map([['statement.jws', new Uint8Array(64_000_000)]]));
    expect(await verify(bomb)).toMatchObject({ exitCode: 2, problems: [{ code: 'archive-refused' }] });
  });

  it('is told apart: a workbook, an archive without a statement, a damaged one', async () => {
    expect(codes(await verify(names.get('statement.xlsx')!))).toEqual(['file-is-workbook']);
    expect(codes(await verify(packBundle(new Map([['a.txt', new Uint8Array(1)]]))))).toEqual(['file-is-archive']);
    expect(codes(await verify(packBundle(names).subarray(0, 1000)))).toEqual(['archive-refused']);
  });
});
