// The script of verify.html: takes what is dropped, asks the one verifier, and shows its answer. It runs from a file, without a network.
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { jsonOf } from '../../lib/statement/bundle/verify-bundle.ts';
import { plainSha256 } from '../../lib/statement/plain-sha256.ts';
import { checkedText, verificationLines } from '../../lib/statement/verification-text.ts';
import type { Verification } from '../../lib/statement/verify.ts';
import { verifyFile } from '../../lib/statement/verify-file.ts';
import { webCryptoChecks } from '../../lib/statement/web-crypto-checks.ts';

const words = {
  title: { fr: 'Vérifier un état certifié, sans réseau', en: 'Check a certified statement, without a network' },
  lead: {
    fr: 'Déposez ici l’archive du dossier de preuves, ou tous ses fichiers, ou statement.pdf. Rien ne quitte cet ordinateur : la page n’a pas de réseau.',
    en: 'Drop the zip of the evidence bundle here, or all of its files, or statement.pdf. Nothing leaves this computer: the page has no network.',
  },
  files: { fr: 'Dossier de preuves', en: 'Evidence bundle' },
  jwks: {
    fr: 'Clés de l’état que vous avez d’ailleurs (jwks.json, facultatif)',
    en: 'Keys of the statement that you have from elsewhere (jwks.json, optional)',
  },
  vkey: {
    fr: 'Clé du journal que vous avez d’ailleurs (log.vkey, facultatif)',
    en: 'Key of the log that you have from elsewhere (log.vkey, optional)',
  },
  registrar: {
    fr: 'Clés du teneur du registre que vous avez d’ailleurs (JWKS, facultatif)',
    en: 'Keys of the registrar that you have from elsewhere (JWKS, optional)',
  },
  reading: { fr: 'Lecture…', en: 'Reading…' },
  failed: {
    fr: 'Cette page n’a pas pu terminer. Rien n’est prouvé. Essayez un autre navigateur, ou les commandes du LISEZ-MOI.',
    en: 'This page could not finish. Nothing is proven. Try another browser, or the commands of the read-me.',
  },
  other: { fr: 'English', en: 'Français' },
} as const satisfies Record<string, Bilingual>;

const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

let language: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';
type Answer = Verification | 'reading' | 'failed' | null;
let answer: Answer = null;
/** Of several that were dropped one after the other, the last is the one that is shown. */
let asked = 0;

function element(name: string, text: string, children: readonly Node[] = []): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** Lines of the verifier’s text: those that begin with a dash are items of a list. */
function listed(lines: readonly string[]): HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (!line.startsWith('- ')) parts.push(element('p', line));
    else if (last?.tagName === 'UL') last.append(element('li', line.slice(2)));
    else parts.push(element('ul', '', [element('li', line.slice(2))]));
  }
  return parts;
}

function shown(verification: Verification): HTMLElement[] {
  const [result = '', ...rest] = verificationLines(verification, language);
  const parts = listed(rest);
  for (const item of parts.flatMap((part) => [...part.querySelectorAll('li')])) {
    const checked = verification.checked.find((each) => checkedText(each)[language] === item.textContent);
    if (checked !== undefined) item.dataset.outcome = checked.outcome;
  }
  return [element('h2', result), ...parts];
}

function show(): void {
  document.documentElement.lang = language;
  document.title = words.title[language];
  for (const name of ['title', 'lead', 'files', 'jwks', 'vkey', 'registrar', 'other'] as const) {
    at(name).textContent = words[name][language];
  }
  const result = at('result');
  result.dataset.result = typeof answer === 'object' && answer !== null ? answer.result : (answer ?? '');
  if (answer === null) result.replaceChildren();
  else if (typeof answer === 'string') result.replaceChildren(element('p', words[answer][language]));
  else result.replaceChildren(...shown(answer));
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const chosen = async (name: string): Promise<Uint8Array | null> => {
  const file = at<HTMLInputElement>(`own-${name}`).files?.[0];
  return file === undefined ? null : bytesOf(file);
};

const pins = ['jwks', 'vkey', 'registrar'] as const;
let dropped: readonly File[] = [];

async function check(): Promise<void> {
  const [first] = dropped;
  if (first === undefined) return;
  asked += 1;
  const own = asked;
  answer = 'reading';
  show();
  let found: Answer;
  try {
    const file =
      dropped.length === 1
        ? await bytesOf(first)
        : new Map(await Promise.all(dropped.map(async (each) => [each.name, await bytesOf(each)] as const)));
    const [jwks = null, vkey = null, registrar = null] = await Promise.all(pins.map(chosen));
    found = await verifyFile(
      { file, jwks, keysPinned: jwks !== null, vkey, registrar: registrar && { jwks: jsonOf(registrar) } },
      webCryptoChecks(crypto.subtle, plainSha256),
    );
  } catch {
    found = 'failed';
  }
  if (own !== asked) return;
  answer = found;
  show();
}

function take(files: Iterable<File>): void {
  dropped = [...files];
  void check();
}

at<HTMLInputElement>('bundle').addEventListener('change', ({ target }) =>
  take((target as HTMLInputElement).files ?? []),
);
for (const name of pins) at(`own-${name}`).addEventListener('change', () => void check());
at('other').addEventListener('click', () => {
  language = language === 'fr' ? 'en' : 'fr';
  show();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  take(event.dataTransfer?.files ?? []);
});
show();
