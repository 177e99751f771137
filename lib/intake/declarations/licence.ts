// Is a licence open? At least one branch offered to all must be approved by the Open Source Initiative (tax-rules.md, 5).
import parseSpdx, { type SpdxExpression } from 'spdx-expression-parse';
import licences from 'spdx-license-list';

/** Spellings of licences that are known not to be open and that the SPDX list lacks or writes otherwise. */
const knownClosed: ReadonlyMap<string, string> = new Map([
  ['RSALv2', 'LicenseRef-RSALv2'],
  ['RSALV2', 'LicenseRef-RSALv2'],
  ['SSPLv1', 'SSPL-1.0'],
  ['SSPLV1', 'SSPL-1.0'],
  ['BSL-1.1', 'BUSL-1.1'],
  ['BUSL', 'BUSL-1.1'],
  ['Elastic-License-2.0', 'Elastic-2.0'],
]);

const isApproved = (id: string): boolean => {
  const bare = id.replace(/\+$/, '');
  return Object.hasOwn(licences, bare) && licences[bare]?.osiApproved === true;
};

function isOpen(expression: SpdxExpression): boolean {
  if ('conjunction' in expression) {
    const branches = [expression.left, expression.right].map(isOpen);
    return expression.conjunction === 'or' ? branches.some(Boolean) : branches.every(Boolean);
  }
  return isApproved(expression.license);
}

/**
 * @param text an SPDX expression; `RSALv2`, `SSPLv1` and the like are understood, and not open
 * @returns the expression as kept and whether it is open, `null` if it cannot be read as one
 */
export function readLicence(text: string): { readonly spdx: string; readonly open: boolean } | null {
  const spdx = text
    .trim()
    .replace(/[^\s()]+/g, (word) => knownClosed.get(word) ?? word)
    .replace(/(?<=\s)(?:or|and|with)(?=\s)/g, (word) => word.toUpperCase());
  try {
    return { spdx, open: isOpen(parseSpdx(spdx)) };
  } catch {
    return null;
  }
}
