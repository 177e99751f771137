// Witnesses that the operator pinned: their keys and, where they have one, the address at which they take checkpoints (C2SP tlog-witness).
import * as z from 'zod';
import { keyTypes, parseVkey } from '../../ledger/log/vkey.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Witnesses } from '../../ports/log.ts';
import { answerBytes } from '../answer-bytes.ts';
import { primitives } from '../primitives.ts';

const patienceMs = 10_000;
const mostBytes = 16_384;

const setting = z.array(z.strictObject({ vkey: z.string(), url: z.url({ protocol: /^https?$/ }).optional() })).max(32);

const invalid = (): Refusal =>
  new Refusal('invalid-settings', {
    fr: 'COMMUNS_WITNESSES : il faut une liste JSON de témoins, chacun avec sa clé vkey (type 0x04), et url s’il prend des points de contrôle. Voyez docs/log.md.',
    en: 'COMMUNS_WITNESSES: a JSON list of witnesses is needed, each with its vkey (type 0x04), and url where it takes checkpoints. See docs/log.md.',
  });

function parsed(text: string) {
  try {
    return setting.parse(JSON.parse(text)).map(({ vkey, url }) => {
      const key = parseVkey(primitives.sha256, vkey);
      if (key?.type !== keyTypes.cosignature) throw invalid();
      return { key, url: url ?? null };
    });
  } catch {
    throw invalid();
  }
}

/** @param text `COMMUNS_WITNESSES`; empty or absent: none @throws Refusal `invalid-settings` */
export function pinnedWitnesses(text: string | undefined): Witnesses {
  const pinned = text ? parsed(text) : [];
  return {
    keys: pinned.map(({ key }) => key),
    submitting: pinned.flatMap(({ key, url }) => {
      if (url === null) return [];
      return {
        key,
        add: async (body: Uint8Array) => {
          const answer = await fetch(`${url.replace(/\/+$/, '')}/add-checkpoint`, {
            method: 'POST',
            body: Uint8Array.from(body),
            redirect: 'error',
            signal: AbortSignal.timeout(patienceMs),
          });
          return { status: answer.status, text: new TextDecoder().decode(await answerBytes(answer, mostBytes)) };
        },
      };
    }),
  };
}
