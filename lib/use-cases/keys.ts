// All keys that ever signed here, as the registry tells them, and the act of retiring one.
import { causeOf } from '../ledger/fact.ts';
import { bookKindOf, type FactData } from '../ledger/kinds.ts';
import type { StatementView } from '../ledger/views/company-views.ts';
import type { KeyView } from '../ledger/views/registry-views.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { encodeBase64url } from '../statement/base64url.ts';
import { parseJws } from '../statement/jws.ts';
import { type AppendPorts, append } from './append.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { jwsObject } from './issued-payload.ts';
import { type DirectoryPorts, registryBook } from './people.ts';
import { publishKeys, publishLogKeys, publishRegistrarKey } from './publish-keys.ts';
import { requireRegistrarTo } from './roles.ts';

type CurrentPorts = Pick<Ports, 'statementKeys' | 'logKeys' | 'registrarKeys'>;

export interface ListedKey {
  readonly kid: string;
  readonly use: FactData<'key-published'>['use'];
  readonly isTest: boolean;
  /** It is the one that signs now. */
  readonly isCurrent: boolean;
  /** UTC instants; `published` null: it has signed nothing yet. */
  readonly published: string | null;
  readonly retired: string | null;
  /** `pe-…`; null: nobody retired it. */
  readonly retiredBy: string | null;
}

/** Those that sign now. */
async function currentKeys({ statementKeys, logKeys, registrarKeys }: CurrentPorts): Promise<ListedKey[]> {
  const [[statement], [log], [registrar]] = await Promise.all([
    statementKeys.publicKeys(),
    logKeys.publicKeys(),
    registrarKeys.publicKeys(),
  ]);
  const listed = (kid: string | undefined, use: ListedKey['use'], isTest: boolean): ListedKey[] =>
    kid === undefined
      ? []
      : [{ ...{ kid, use, isTest, isCurrent: true }, ...{ published: null, retired: null, retiredBy: null } }];
  return [
    ...listed(statement?.kid, 'statement', statementKeys.isTest),
    ...listed(log && encodeBase64url(log), 'log', logKeys.isTest),
    ...listed(registrar?.kid, 'registrar', registrarKeys.isTest),
  ];
}

/** @returns by use, then by the instant at which each was published; one that has signed nothing yet last */
export async function listKeys(ports: BookPorts & CurrentPorts): Promise<readonly ListedKey[]> {
  const current = await currentKeys(ports);
  const known = (await (await readBook(ports, registryBook)).list('keys')).map(
    ({ value }) => value as unknown as KeyView,
  );
  const published = known.map(
    ({ kid, use, test, at, retired, retiredBy }): ListedKey => ({
      ...{ kid, use, isTest: test, isCurrent: current.some((key) => key.kid === kid && key.use === use) },
      ...{ published: at, retired, retiredBy: retiredBy ?? null },
    }),
  );
  const isPublished = ({ kid }: ListedKey): boolean => published.some((key) => key.kid === kid);
  const order = ({ use, published: at }: ListedKey): string => `${use} ${at ?? '~'}`;
  return [...published, ...current.filter((key) => !isPublished(key))].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Before the next signature, so that the registry tells a new key as soon as it is made. */
export async function publishAllKeys(
  ports: AppendPorts & Pick<Ports, 'signer' | 'logKeys' | 'registrar'>,
): Promise<void> {
  await publishKeys(ports);
  await publishLogKeys(ports);
  await publishRegistrarKey(ports);
}

/** UTC milliseconds: now, or when the key signed its last statement, where the clock was set back since. */
async function retiredAt(ports: AppendPorts & Pick<Ports, 'listBooks'>, kid: string): Promise<number> {
  let latest = ports.clock.now();
  for await (const book of ports.listBooks.books()) {
    if (bookKindOf(book) !== 'company') continue;
    for (const { value } of await (await readBook(ports, book)).list('statements')) {
      const { at, jws } = value as unknown as StatementView;
      if (Date.parse(at) <= latest) continue;
      const text = await ports.objects.get(jwsObject(jws));
      const parsed = parseJws(new TextDecoder().decode(text ?? undefined), 'communs-statement+jwt');
      if (typeof parsed === 'object' && parsed.kid === kid) latest = Date.parse(at);
    }
  }
  return latest;
}

/**
 * What it signed before stays good, and so it is dated no earlier than that; what it signs from now on is named by the full check. Repeatable.
 * @param asked `by`: `pe-…` of somebody who keeps the registry
 * @throws Refusal `not-allowed`, `unknown-signing-key`, `key-in-use`
 */
export async function retireKey(
  ports: AppendPorts & DirectoryPorts & CurrentPorts & Pick<Ports, 'listBooks'>,
  asked: { readonly by: string; readonly kid: string },
): Promise<ListedKey> {
  const { by, kid } = asked;
  await requireRegistrarTo(ports, by, { fr: 'retire une clé', en: 'retires a key' });
  const find = async (): Promise<ListedKey | undefined> => (await listKeys(ports)).find((key) => key.kid === kid);
  const key = await find();
  if (key === undefined || key.published === null) {
    throw new Refusal('unknown-signing-key', {
      fr: `Le registre ne connaît pas de clé « ${kid} ». « communs keys » les donne toutes ; recopiez la sienne en entier.`,
      en: `The registry knows no key '${kid}'. 'communs keys' lists all of them; copy its name whole.`,
    });
  }
  if (key.isCurrent) {
    throw new Refusal('key-in-use', {
      fr: `La clé « ${kid} » est celle qui signe : rien ne pourrait plus l’être. Faites-en d’abord une autre (« communs keys --rotate ${key.use} »), puis retirez celle-ci.`,
      en: `Key '${kid}' is the one that signs: nothing could be signed any more. Make another one first ('communs keys --rotate ${key.use}'), then retire this one.`,
    });
  }
  if (key.retired !== null) return key;
  const cause = causeOf(ports.primitives.sha256, { actor: by, act: 'retire-key', on: { kid }, after: null });
  const at = await retiredAt(ports, kid);
  await append(
    { ...ports, clock: { now: () => at } },
    { book: registryBook, cause, dependsOn: ['key-retired'] },
    async () => ({
      kind: 'key-retired' as const,
      ...{ by, data: { kid } },
    }),
  );
  return (await find()) ?? key;
}
