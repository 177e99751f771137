// Which addresses git may be sent to: https, in public address space, or a local path where the operator allows it.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { Refusal } from '../../model/refusal.ts';

export interface SourceRules {
  /** Only for an operator at her own machine. */
  readonly allowLocalPaths: boolean;
  /** If given, the only hosts asked (exact names, lower case). */
  readonly allowedHosts?: readonly string[];
  /** Every address of a host; DNS unless given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** Where git goes: `pinned` holds the addresses that were looked at, so that a second look-up cannot give others. */
export type SafeSource =
  | { readonly kind: 'local'; readonly path: string }
  | {
      readonly kind: 'https';
      readonly url: string;
      readonly host: string;
      readonly port: string;
      readonly pinned: readonly string[];
    };

// IANA special-purpose registries: nothing of these is a public forge, and 169.254.169.254 is where clouds keep credentials.
const notPublic4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
const special = new BlockList();
for (const [net, prefix] of notPublic4) special.addSubnet(net, prefix, 'ipv4');
// Inside the only public block of IPv6, what tunnels IPv4 or is for documents.
special.addSubnet('2001::', 23, 'ipv6');
special.addSubnet('2001:db8::', 32, 'ipv6');
special.addSubnet('2002::', 16, 'ipv6');
special.addSubnet('3fff::', 20, 'ipv6');
const public6 = new BlockList();
public6.addSubnet('2000::', 3, 'ipv6');

/** @returns false for private, link-local, loopback, metadata and other special addresses */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && public6.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

const refused = (url: string, fr: string, en: string): Refusal => {
  const shown = url
    .replace(/\p{Cc}/gu, '?')
    .replace(/\/\/[^/@]*@/, '//…@')
    .slice(0, 120);
  return new Refusal('repository-refused', {
    fr: `L’adresse du dépôt « ${shown} » est refusée : ${fr} Corrigez-la dans le registre des projets (adresse https publique).`,
    en: `The repository address "${shown}" is refused: ${en} Correct it in the register of projects (a public https address).`,
  });
};

/** @throws Refusal `repository-refused` for anything but a public https address or an allowed local path */
export async function safeSource(url: string, rules: SourceRules): Promise<SafeSource> {
  if (url === '' || url.startsWith('-') || /\p{Cc}/u.test(url) || url.includes('::')) {
    throw refused(
      url,
      'git pourrait la lire comme une option ou une commande.',
      'git could read it as an option or a command.',
    );
  }
  if (isAbsolute(url)) {
    if (rules.allowLocalPaths) return { kind: 'local', path: url };
    throw refused(url, 'les chemins locaux ne sont permis qu’à l’opérateur.', 'only the operator may use local paths.');
  }
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) {
    throw refused(url, 'seul https est admis.', 'only https is accepted.');
  }
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') {
    throw refused(url, 'elle contient un nom d’utilisateur ou un mot de passe.', 'it holds a user name or a password.');
  }
  if (parsed.search !== '' || parsed.hash !== '') {
    throw refused(url, 'elle contient une requête ou un fragment.', 'it holds a query or a fragment.');
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  if (rules.allowedHosts !== undefined && !rules.allowedHosts.includes(host)) {
    throw refused(
      url,
      `l’hôte ${host} n’est pas dans la liste admise.`,
      `the host ${host} is not on the list of accepted hosts.`,
    );
  }
  const pinned = isIP(host) === 0 ? await addressesOf(host, rules) : [host];
  if (!pinned.every(isPublicAddress)) {
    throw refused(url, 'l’hôte est dans un réseau privé ou réservé.', 'the host is in a private or reserved network.');
  }
  return { kind: 'https', url: parsed.href, host, port: parsed.port === '' ? '443' : parsed.port, pinned };
}

async function addressesOf(host: string, rules: SourceRules): Promise<readonly string[]> {
  try {
    if (rules.resolve !== undefined) return await rules.resolve(host);
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (cause) {
    throw new Refusal(
      'repository-unreachable',
      {
        fr: `L’hôte ${host} est introuvable (DNS). Vérifiez l’adresse et le réseau, puis recommencez ; ce qui est déjà tiré reste valable.`,
        en: `The host ${host} cannot be found (DNS). Check the address and the network, then try again; what was pulled before stays valid.`,
      },
      { cause },
    );
  }
}
