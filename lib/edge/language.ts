// Which language an answer is in: asked for by the address, chosen before, else what the browser prefers.
import type { Language } from '../model/text.ts';

const isLanguage = (text: string | null | undefined): text is Language => text === 'fr' || text === 'en';

/** The first of the browser's languages that we speak, by its weights (RFC 9110, section 12.5.4). */
function fromHeader(header: string): Language | null {
  const wanted = header.split(',').map((part, position) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], weight: Number(weight ?? '1'), position };
  });
  wanted.sort((a, b) => b.weight - a.weight || a.position - b.position);
  const found = wanted.find((choice) => choice.weight > 0 && isLanguage(choice.language))?.language;
  return isLanguage(found) ? found : null;
}

/** @param wishes in order of precedence; the header Accept-Language last. French if nobody says anything. */
export function chooseLanguage(wishes: {
  readonly address: string | null;
  readonly cookie: string | null;
  readonly session: Language | null;
  readonly header: string | undefined;
}): Language {
  if (isLanguage(wishes.address)) return wishes.address;
  if (isLanguage(wishes.cookie)) return wishes.cookie;
  return wishes.session ?? fromHeader(wishes.header ?? '') ?? 'fr';
}

/** @returns the Set-Cookie header that remembers a language asked for by `?lang=`, or null if none was */
export function languageCookie(address: string | null, secure: boolean): string | null {
  if (!isLanguage(address)) return null;
  return `communs-language=${address}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
