// The three proofs that a developer gives herself: a code sent to the address, a signature, the sign-in of a forge.
import { beforeEach, describe, expect, it } from 'vitest';
import { noMail } from '../../lib/adapters/mail/no-mail.ts';
import type { Ports } from '../../lib/ports.ts';
import { authorOf, identitiesOf } from '../../lib/use-cases/identities.ts';
import { personBook } from '../../lib/use-cases/people.ts';
import { proofRequestsOf } from '../../lib/use-cases/proof-requests.ts';
import { answerAddressCode, sendAddressCode } from '../../lib/use-cases/prove-address.ts';
import { beginForgeLogin, finishForgeLogin, forgeLoginAddress } from '../../lib/use-cases/prove-by-login.ts';
import { answerWithSignature, askForSignature, challengeText } from '../../lib/use-cases/prove-by-signature.ts';
import samples from '../adapters/ssh/openssh-signatures.json' with { type: 'json' };
import { factsOf, refusalOf, type TestLedger } from './ledger.ts';
import { type Employed, home, link, start } from './two-employers.ts';

let ledger: TestLedger;
let ports: Ports;
let rail: Employed;
let ministry: Employed;
beforeEach(async () => {
  const started = await start();
  ({ rail, ministry } = started);
  ({ ports } = started);
  ledger = started;
});

const herself = ({ company, developer }: Employed) => ({ company, developer, by: developer });
const anyDays = { since: null, until: null, isSamePerson: false } as const;
const minutesLater = (minutes: number): void => {
  ledger.world.nowMs += minutes * 60_000;
};
const linkedOf = async (whose: Employed) =>
  (await identitiesOf(ports, whose.company, whose.developer)).filter(({ linked }) => linked);

describe('a code sent to an address', () => {
  const send = (whose = rail, address = home, more = {}) =>
    sendAddressCode(ports, { ...herself(whose), ...anyDays, address, ...more });
  const codeSent = (): string => /Code : (\d{8})\n/.exec(ledger.world.mail.at(-1)!.text)![1]!;
  const answer = (request: string, code: string, whose = rail) =>
    answerAddressCode(ports, { ...herself(whose), request, code });

  it('links the address from the first day of her secondment, with the kind of proof', async () => {
    const { id } = await send(rail, ' JO@Webmail.example ');
    expect(ledger.world.mail).toMatchObject([{ to: home }]);
    const { pid, already } = await answer(id, codeSent());
    expect(already).toBe(false);
    expect(await linkedOf(rail)).toMatchObject([{ address: home, since: '2025-01-01', until: null }]);
    const [fact] = await factsOf(ports, personBook(pid));
    expect(fact).toMatchObject({ kind: 'identity-proven', data: { proof: 'address-code', about: 'address' } });
    expect(await proofRequestsOf(ports, rail)).toEqual([]);
    expect((await refusalOf(answer(id, codeSent()))).code).toBe('proof-expired');
  });

  it('is read as people type it', async () => {
    const { id } = await send();
    const code = codeSent();
    await answer(id, ` ${code.slice(0, 4)} ${code.slice(4)}`);
    expect(await linkedOf(rail)).toHaveLength(1);
  });

  it('is in the message alone: neither in the request nor anywhere in the directory', async () => {
    const request = await send();
    expect(JSON.stringify(request)).not.toContain(codeSent());
    expect(JSON.stringify(await proofRequestsOf(ports, rail))).not.toContain(codeSent());
  });

  it('may be wrong five times, and is of no use after that, right as it may be', async () => {
    const { id } = await send();
    const wrong = codeSent() === '00000000' ? '11111111' : '00000000';
    for (let left = 4; left >= 0; left -= 1) {
      const refusal = await refusalOf(answer(id, wrong));
      expect(refusal.code).toBe('wrong-code');
      expect(refusal.detail.en).toContain(left === 0 ? 'No try is left' : `tries left: ${left}`);
    }
    expect((await refusalOf(answer(id, codeSent()))).code).toBe('too-many-tries');
    expect(await linkedOf(rail)).toEqual([]);
  });

  it('is good for an hour', async () => {
    const { id } = await send();
    minutesLater(60);
    expect((await refusalOf(answer(id, codeSent()))).code).toBe('proof-expired');
  });

  it('is hers alone to give', async () => {
    const { id } = await send();
    expect((await refusalOf(answer(id, codeSent(), ministry))).code).toBe('proof-expired');
    const act = answerAddressCode(ports, { ...herself(rail), by: rail.hr, request: id, code: codeSent() });
    expect((await refusalOf(act)).code).toBe('not-allowed');
  });

  it('is sent five times an hour at most: nobody’s mailbox is flooded', async () => {
    for (let n = 0; n < 5; n += 1) await send(rail, `jo-${n}@webmail.example`);
    expect((await refusalOf(send())).code).toBe('too-many-tries');
    expect(ledger.world.mail).toHaveLength(5);
    minutesLater(61);
    await send();
    expect(await proofRequestsOf(ports, rail)).toHaveLength(1);
  });

  it('that could not be sent is not begun', async () => {
    const act = sendAddressCode({ ...ports, mail: noMail }, { ...herself(rail), ...anyDays, address: home });
    expect((await refusalOf(act)).code).toBe('mail-not-set-up');
    expect(await proofRequestsOf(ports, rail)).toEqual([]);
  });

  it('is sent no more often where all are asked for at the same moment', async () => {
    const asked = Array.from({ length: 8 }, (_, n) => send(rail, `jo-${n}@webmail.example`));
    const refused = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(ledger.world.mail).toHaveLength(5);
    expect(await proofRequestsOf(ports, rail)).toHaveLength(5);
  });

  it.each(['jo', 'jo@laptop.local', '12345+jo@users.noreply.github.com', 'dependabot[bot]@users.noreply.github.com'])(
    'cannot reach %s',
    async (address) => {
      expect((await refusalOf(send(rail, address))).code).toBe('address-not-reachable');
      expect(ledger.world.mail).toEqual([]);
    },
  );

  it('tells the mailbox nothing of who asks', async () => {
    await send();
    const { text } = ledger.world.mail[0]!;
    for (const word of ['Jo', rail.matricule, rail.developer, rail.company, '999001001'])
      expect(text).not.toContain(word);
  });

  it('links on the days that she says, none of them to come', async () => {
    const days = { since: '2025-02-01', until: '2025-06-30' };
    const { id } = await send(rail, home, days);
    await answer(id, codeSent());
    expect(await linkedOf(rail)).toMatchObject([days]);
    for (const wrong of [
      { since: '2026-01-16' },
      { since: '2025-02-01', until: '2025-01-31' },
      { until: '2026-01-16' },
    ]) {
      expect((await refusalOf(send(rail, home, wrong))).code).toBe('not-allowed');
    }
  });

  it('makes one person of two aliases where another employer had it linked', async () => {
    const pid = await link(ports, rail);
    const { id } = await send(ministry);
    expect((await answer(id, codeSent(), ministry)).pid).toBe(pid);
  });

  it('stays a proof that can be given again where it died at any moment', async () => {
    const { id } = await send();
    const code = codeSent();
    const died = { ...ports, appendBooks: { put: async () => Promise.reject(new Error('died')) } };
    await expect(answerAddressCode(died, { ...herself(rail), request: id, code })).rejects.toThrow('died');
    expect((await answer(id, code)).already).toBe(false);
    expect(await linkedOf(rail)).toHaveLength(1);
  });
});

describe('a signature by a key that the forge publishes', () => {
  const key = samples.signatures['ssh-ed25519'].key;
  beforeEach(() => {
    ledger.world.accounts.set('git.example/jo', { account: { id: '77', login: 'jo' }, keys: [key] });
  });
  const ask = (login = 'jo', host = 'git.example') =>
    askForSignature(ports, { ...herself(rail), ...anyDays, host, login });
  const answer = (request: string, signature: string, more: Partial<Ports> = {}) =>
    answerWithSignature({ ...ports, ...more }, { ...herself(rail), request, signature });
  /** What OpenSSH would say of the text that is asked for, and of the keys that are published. */
  const signedText = (text: string): Partial<Ports> => ({
    primitives: {
      ...ports.primitives,
      checkSshSignature: ({ message, keys, namespace }) =>
        new TextDecoder().decode(message) === text && keys[0] === key && namespace === 'communs' ? 'good' : 'wrong',
    },
  });

  it('of the very challenge links the account under its number, whatever its login', async () => {
    const request = await ask();
    const text = challengeText(request, rail, ports.installation.issuer);
    for (const bound of [rail.developer, 'account jo on git.example', request.expires, request.id]) {
      expect(text).toContain(bound);
    }
    const { pid } = await answer(request.id, 'a signature', signedText(text));
    const [linked] = await linkedOf(rail);
    expect(linked).toMatchObject({ about: 'account', address: 'jo (git.example)' });
    expect(linked?.author).toBe(await authorOf(ports, '77+renamed@users.noreply.git.example'));
    const [fact] = await factsOf(ports, personBook(pid));
    expect(fact).toMatchObject({ data: { proof: 'signed-challenge' } });
  });

  it('of the text with a line break at its end, as a shell adds it, is one too', async () => {
    const request = await ask();
    const text = `${challengeText(request, rail, ports.installation.issuer)}\n`;
    await answer(request.id, 'a signature', signedText(text));
    expect(await linkedOf(rail)).toHaveLength(1);
  });

  it('of another text, or for another purpose, is refused with what to do', async () => {
    const request = await ask();
    const another = await refusalOf(answer(request.id, samples.signatures['ssh-ed25519'].signature));
    expect([another.code, another.detail.en]).toEqual([
      'wrong-signature',
      expect.stringContaining('not one of this text'),
    ]);
    const purpose = await refusalOf(answer(request.id, samples.otherPurpose.signature));
    expect(purpose.detail.en).toContain('-n communs');
    const stranger = await refusalOf(answer(request.id, samples.signatures['ecdsa-sha2-nistp256'].signature));
    expect(stranger.detail.en).toContain('not published');
    expect(await linkedOf(rail)).toEqual([]);
  });

  it('is asked for at forges that are known, and for accounts that exist', async () => {
    expect((await refusalOf(ask('jo', 'evil.example'))).code).toBe('unknown-forge');
    const { id } = await ask('nobody');
    expect((await refusalOf(answer(id, 'x'))).code).toBe('unknown-account');
  });

  it('is good for an hour, and five tries', async () => {
    const { id } = await ask();
    for (let n = 0; n < 5; n += 1) expect((await refusalOf(answer(id, 'x'))).code).toBe('wrong-signature');
    expect((await refusalOf(answer(id, 'x'))).code).toBe('too-many-tries');
    const later = await ask();
    minutesLater(60);
    expect((await refusalOf(answer(later.id, 'x'))).code).toBe('proof-expired');
  });
});

describe('the sign-in of a forge', () => {
  const returnTo = 'https://communs.example/developer/identities/login';
  beforeEach(() => {
    ledger.world.accounts.set('git.example/jo', { account: { id: '77', login: 'jo' }, keys: [] });
  });
  const begin = (host = 'git.example') => beginForgeLogin(ports, { ...herself(rail), ...anyDays, host, returnTo });
  const finish = (state: string, code = 'jo', whose = rail) =>
    finishForgeLogin(ports, { ...herself(whose), state, code, returnTo });

  it('links the account that the forge names', async () => {
    const request = await begin();
    const address = new URL(await forgeLoginAddress(ports, request, returnTo));
    expect(address.searchParams.get('state')).toBe(request.id);
    expect(address.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    const { pid } = await finish(request.id);
    expect(await linkedOf(rail)).toMatchObject([{ about: 'account', address: 'jo (git.example)' }]);
    expect((await factsOf(ports, personBook(pid)))[0]).toMatchObject({ data: { proof: 'forge-login' } });
  });

  it('is answered to whoever began it, within ten minutes, once', async () => {
    const request = await begin();
    expect((await refusalOf(finish(request.id, 'jo', ministry))).code).toBe('proof-expired');
    expect((await refusalOf(finish('0'.repeat(32)))).code).toBe('proof-expired');
    await finish(request.id);
    expect((await refusalOf(finish(request.id))).code).toBe('proof-expired');
    const late = await begin();
    minutesLater(10);
    expect((await refusalOf(finish(late.id))).code).toBe('proof-expired');
  });

  it('that the forge does not confirm links nothing, and begins at no forge that is not set up', async () => {
    const { id } = await begin();
    expect((await refusalOf(finish(id, 'nobody'))).code).toBe('login-refused');
    expect(await linkedOf(rail)).toEqual([]);
    expect((await refusalOf(begin('evil.example'))).code).toBe('unknown-forge');
  });
});
