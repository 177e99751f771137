// What kind of address an author wrote: a mailbox, a forge's noreply form, a robot's, or one that cannot exist.
import type { Contribution } from '../model/contribution.ts';

/** One spelling for hashing: no blanks around it, lower case, NFC. */
export const normalisedAddress = (address: string): string => address.trim().toLowerCase().normalize('NFC');

// GitHub: `12345+login@users.noreply.github.com`; GitLab: `12345-login@users.noreply.gitlab.com`. The number survives a change of login.
const noreply = /^(?:(\d+)([+-]))?[^@]+@users\.noreply\.([^@]+)$/;
/** There a login may begin with digits and a hyphen: `42-school@users.noreply.github.com` is no account 42. */
const numberedByPlus = 'github.com';
const mailbox = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/;
const unroutable = /@(?:.*\.)?(?:localhost|local|localdomain|invalid|internal|lan)$/;

const botName =
  /\[bot\]$|^(?:dependabot|renovate|github-actions|greenkeeper|weblate|semantic-release|pre-commit-ci|mergify|snyk|pyup|allcontributors|codecov|copilot|web-flow)\b|^bot-\d+$/i;
const botAddress =
  /\[bot\]@|^(?:bot|renovate|dependabot|github-actions|hosted-weblate|weblate)(?:[+-][^@]*)?@|^noreply@(?:github|gitlab|anthropic|weblate)\./;

/** @returns true for automation, by its name or its address (forges.md, section 2: 0 to 37 % of the commits of a repository) */
export const isBot = (name: string, address: string): boolean =>
  botName.test(name.trim()) || botAddress.test(normalisedAddress(address));

/** @returns the kind of the address, or of who wrote it */
export function addressKind(name: string, address: string): Exclude<Contribution['authorKind'], 'account'> {
  const normalised = normalisedAddress(address);
  if (isBot(name, address)) return 'bot';
  if (noreply.test(normalised)) return 'noreply';
  const possible = mailbox.test(normalised) && !unroutable.test(normalised);
  return possible ? 'address' : 'invalid';
}

/** @returns the account that a noreply address names, with the host whose account it is; null for every other address */
export function accountInAddress(address: string): { readonly host: string; readonly id: string } | null {
  const [, id, sign, host] = noreply.exec(normalisedAddress(address)) ?? [];
  if (id === undefined || host === undefined || (host === numberedByPlus && sign !== '+')) return null;
  return { host, id };
}
