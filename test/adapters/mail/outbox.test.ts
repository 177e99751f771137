// Messages that are kept in place of being sent: files marked TEST that any mail program opens.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { messageText } from '../../../lib/adapters/mail/message-text.ts';
import { noMail } from '../../../lib/adapters/mail/no-mail.ts';
import { outboxMail } from '../../../lib/adapters/mail/outbox.ts';
import { refusalOf } from '../../use-cases/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'communs-outbox-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = Date.UTC(2026, 0, 15, 9, 30);

const headerOf = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*(?:\r\n .*)*)`, 'm').exec(text)?.[1];
const decoded = (words: string | undefined): string =>
  [...(words ?? '').matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)]
    .map(([, one]) => Buffer.from(one!, 'base64').toString())
    .join('');

it('a message is a file marked TEST, with its text whole', async () => {
  const mail = outboxMail(join(folder, 'outbox'), { now: () => at });
  expect(mail.outbox).toBe(join(folder, 'outbox'));
  await mail.send({
    to: 'jo@webmail.example',
    subject: 'Votre code, Zoé : dès réception',
    text: 'Code : 12345678\nMerci.',
  });
  await mail.send({ to: 'jo@webmail.example', subject: 'x', text: 'y' });
  const names = readdirSync(join(folder, 'outbox'));
  expect(names).toHaveLength(2);
  const texts = names.map((name) => readFileSync(join(folder, 'outbox', name), 'utf8'));
  const text = texts.find((one) => decoded(headerOf(one, 'Subject')).includes('Zoé'))!;
  expect(names.every((name) => name.endsWith('.TEST.eml'))).toBe(true);
  expect(text.startsWith('X-Communs: TEST, not sent\r\n')).toBe(true);
  expect(decoded(headerOf(text, 'Subject'))).toBe('[TEST] Votre code, Zoé : dès réception');
  expect(headerOf(text, 'To')).toBe('<jo@webmail.example>');
  expect(headerOf(text, 'Date')).toBe('Thu, 15 Jan 2026 09:30:00 +0000');
  const [, body = ''] = text.split('\r\n\r\n');
  expect(Buffer.from(body, 'base64').toString()).toBe('Code : 12345678\r\nMerci.');
});

it('no line is longer than mail allows, and no text becomes a header', () => {
  const text = messageText({
    ...{ from: 'a@example.org', to: 'b@example.org\r\nBcc: c@example.org', at: new Date(at) },
    ...{ subject: `é${'long '.repeat(60)}\r\nBcc: d@example.org`, text: 'é'.repeat(4000) },
  });
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(text).not.toMatch(/^Bcc:/m);
});

it('where no sender is named, it is refused with what to set', async () => {
  const refusal = await refusalOf(noMail.send({ to: 'a@example.org', subject: 's', text: 't' }));
  expect([refusal.code, refusal.detail.en]).toEqual(['mail-not-set-up', expect.stringContaining('COMMUNS_MAIL_FROM')]);
});
