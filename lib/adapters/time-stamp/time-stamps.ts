// Time stamps over checkpoints by the authority that the operator set (RFC 3161 over HTTP, section 3.4). None set: none asked.
import { X509Certificate } from 'node:crypto';
import { Refusal } from '../../model/refusal.ts';
import type { Bilingual } from '../../model/text.ts';
import type { TimeStamps } from '../../ports/log.ts';
import type { Random } from '../../ports/primitives.ts';
import { answerBytes } from '../answer-bytes.ts';
import { certificatesOfPem, pemIn } from '../pem.ts';
import { primitives } from '../primitives.ts';
import type { StampFlaw } from './check-time-stamp.ts';

/** Only here, so that functions that ask for no time stamp and check none read nothing of certificates and their language. */
const asn1 = async () => ({
  ...(await import('./check-time-stamp.ts')),
  ...(await import('./time-stamp-request.ts')),
});

const patienceMs = 10_000;
/** A token with its chain of certificates has some 6 kB. */
const mostBytes = 65_536;

const flawWords: Readonly<Record<StampFlaw | 'silent', Bilingual>> = {
  silent: { fr: 'elle ne répond pas', en: 'it does not answer' },
  unreadable: { fr: 'sa réponse ne se lit ou ne se vérifie pas', en: 'its answer does not read, or does not verify' },
  'not-granted': { fr: 'elle a refusé', en: 'it refused' },
  'other-text': { fr: 'sa réponse est pour un autre texte', en: 'its answer is for another text' },
  'other-nonce': { fr: 'sa réponse est pour une autre question', en: 'its answer is for another question' },
  'wrong-signature': { fr: 'sa signature est fausse', en: 'its signature is wrong' },
  'wrong-certificate': {
    fr: 'son certificat n’est pas fait pour horodater',
    en: 'its certificate is not one for time stamps',
  },
};

function failed(url: string, why: StampFlaw | 'silent', cause?: unknown): Refusal {
  const { host } = new URL(url);
  return new Refusal(
    'time-stamp-failed',
    {
      fr: `Pas d’horodatage de ${host} : ${flawWords[why].fr}. Le journal continue sans lui, et l’essai sera refait ; vérifiez COMMUNS_TSA_URL et COMMUNS_TSA_CA.`,
      en: `No time stamp from ${host}: ${flawWords[why].en}. The log goes on without it, and will try again; check COMMUNS_TSA_URL and COMMUNS_TSA_CA.`,
    },
    cause === undefined ? undefined : { cause },
  );
}

async function ask(url: string, request: Uint8Array): Promise<Uint8Array> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: Uint8Array.from(request),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answerBytes(answer, mostBytes);
}

const invalid = (name: string): Refusal =>
  new Refusal('invalid-settings', {
    fr: `${name} : il faut l’adresse http(s) d’une autorité d’horodatage dans COMMUNS_TSA_URL, et son certificat en PEM, ou le fichier qui le contient, dans COMMUNS_TSA_CA.`,
    en: `${name}: COMMUNS_TSA_URL needs the http(s) address of a time-stamping authority, and COMMUNS_TSA_CA its certificate in PEM, or the file that holds it.`,
  });

/** @param ca PEM itself, or the name of a file @throws Refusal `invalid-settings` */
function givenPem(ca: string): string {
  try {
    const pem = pemIn(ca);
    const certificates = certificatesOfPem(pem).map((der) => new X509Certificate(der));
    if (certificates.length > 0) return pem;
  } catch {
    // No file, or no certificate: refused below.
  }
  throw invalid('COMMUNS_TSA_CA');
}

/** @param url @param ca the settings; empty or absent: no authority @throws Refusal `invalid-settings` */
export function timeStamps(url: string | undefined, ca: string | undefined, random: Random): TimeStamps {
  const check: TimeStamps['check'] = async (text, response, pem) => {
    const { checkTimeStamp } = await asn1();
    const checked = await checkTimeStamp(response, { text, nonce: null }, pem);
    return typeof checked === 'string' ? null : checked;
  };
  if (!url) return { authority: null, check };
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw invalid('COMMUNS_TSA_URL');
  const pem = givenPem(ca ?? '');
  return {
    authority: {
      ca: pem,
      stamp: async (text) => {
        const { checkTimeStamp, timeStampRequest } = await asn1();
        const digest = primitives.sha256(text);
        const nonce = random.bytes(16, 'nonce of a time stamp');
        const response = await ask(url, timeStampRequest({ digest, nonce })).catch((error: unknown) => {
          throw failed(url, 'silent', error);
        });
        const checked = await checkTimeStamp(response, { text, nonce }, pem);
        if (typeof checked === 'string') throw failed(url, checked);
        return { response, at: checked.at };
      },
    },
    check,
  };
}
