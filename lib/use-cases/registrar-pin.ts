// The registrar’s keys as this installation pins them: those that its registry published, where the settings say who the registrar is.
import type { KeyView } from '../ledger/views/registry-views.ts';
import type { Ports } from '../ports.ts';
import type { RegistrarPin } from '../statement/bundle/verify-registry.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { registryBook } from './people.ts';

export type RegistrarPorts = BookPorts & Pick<Ports, 'installation'>;

/** @returns null where the registrar has no SIREN: then nobody can tell whether it is the company itself */
export async function registrarPin(ports: RegistrarPorts): Promise<RegistrarPin | null> {
  const { siren } = ports.installation.registrar;
  if (siren === null) return null;
  const views = (await (await readBook(ports, registryBook)).list('keys')).map(
    ({ value }) => value as unknown as KeyView,
  );
  const own = views.filter(({ use }) => use === 'registrar');
  return { siren, jwks: { keys: own.map(({ kid, publicKey }) => ({ ...publicKey, kid })) } };
}
