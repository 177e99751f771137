// What the directory holds of a developer at one company goes: proposals, absences, roles, what her files were called, and last her name.
import type { ErasedLine } from '../model/erasure.ts';
import type { Ports } from '../ports.ts';
import { developerTenant } from './identities.ts';
import { companyBook, type DirectoryDeveloper, findDeveloper } from './people.ts';
import { takeRoles } from './roles.ts';

type NamePorts = Pick<Ports, 'directory'>;

const ofHers = ['identity-proposal', 'identity-name', 'proof-request', 'proof-try'] as const;

/** Whether a JSON text about a reading says her staff number or her name. */
export const namesHer = ({ matricule, name }: DirectoryDeveloper, text: string): boolean =>
  text.includes(JSON.stringify(matricule)) || text.includes(JSON.stringify(name));

async function removeAll(
  ports: NamePorts,
  tenant: string,
  kind: string,
  isHers: (key: string, text: string) => boolean,
) {
  const keys: string[] = [];
  for await (const { key, value } of ports.directory.list(tenant, kind)) {
    if (isHers(key, JSON.stringify(value))) keys.push(key);
  }
  for (const key of keys) await ports.directory.remove(tenant, kind, key);
}

/**
 * Repeatable. Her pids go before her name, and her name last: a run that died in here still finds who is meant.
 * @param lines of the erasure: files that are gone are called nothing any more
 */
export async function forgetNames(
  ports: NamePorts,
  company: string,
  developer: string,
  lines: readonly ErasedLine[],
): Promise<void> {
  const tenant = companyBook(company);
  for (const kind of ofHers) await removeAll(ports, developerTenant(company, developer), kind, () => true);
  await removeAll(ports, tenant, 'absences', (key) => key.startsWith(`${developer} `));
  for (const line of lines) {
    if (line.what !== 'file') continue;
    await ports.directory.remove(tenant, 'upload', line.sha256);
    await ports.directory.remove(tenant, 'unposted', line.sha256);
  }
  await takeRoles(ports, developer, company);
  const entry = await findDeveloper(ports, company, developer);
  if (entry !== null) {
    // A layout that HR kept may say who a number or a name in a file is.
    await removeAll(ports, tenant, 'timesheet-profile', (_key, text) => namesHer(entry, text));
    await ports.directory.remove(tenant, 'matricule', entry.matricule);
  }
  await ports.directory.remove(tenant, 'pid', developer);
  await ports.directory.remove(tenant, 'developer', developer);
}
