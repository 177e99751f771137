// The mail of an embedded run: nothing is sent, each message becomes a file marked TEST that the operator can open.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Mail } from '../../ports/mail.ts';
import type { Clock } from '../../ports/primitives.ts';
import { putIfAbsent } from '../files/write-file.ts';
import { messageText } from './message-text.ts';

/** @param folder made with the first message */
export const outboxMail = (folder: string, clock: Clock): Mail => ({
  outbox: folder,
  isSetUp: true,
  send: async ({ to, subject, text }) => {
    const at = new Date(clock.now());
    const name = `${at.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.TEST.eml`;
    const message = messageText({ from: 'communs@communs.invalid', to, subject: `[TEST] ${subject}`, text, at });
    await putIfAbsent(join(folder, name), `X-Communs: TEST, not sent\r\n${message}`);
  },
});
