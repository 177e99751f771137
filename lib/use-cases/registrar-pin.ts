// The registrar’s keys as this installation pins them: those that its registry published, where the settings say who the registrar is.
import type { KeyView } from '../ledger/views/registry-views.ts';
import type { Ports } from '../ports.ts';
import type { RegistrarPin } from '../statement/bundle/verify-registry.ts';
import type { BookState } from './book-state.ts';

/** @returns null where the registrar has no SIREN: then nobody can tell whether it is the company itself */
export async function registrarPin(
  { installation }: Pick<Ports, 'installation'>,
  registry: BookState,
): Promise<RegistrarPin | null> {
  const { siren } = installation.registrar;
  if (siren === null) return null;
  const views = (await registry.list('keys')).map(({ value }) => value as unknown as KeyView);
  const own = views.filter(({ use }) => use === 'registrar');
  return { siren, jwks: { keys: own.map(({ kid, publicKey }) => ({ ...publicKey, kid })) } };
}
