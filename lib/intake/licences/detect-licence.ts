// Which licences a file holds, by its text alone. What no known text explains is told as unknown, and never taken for open.
import { readLicence } from '../declarations/licence.ts';
import { bestText } from './known-text.ts';
import { licenceWords } from './licence-words.ts';
import { type KnownText, spdxTexts } from './spdx-texts.ts';

/** Told where a file holds terms that are no known licence. */
export const unknownLicence = 'LicenseRef-unknown';

/** Unexplained words in a row that are still no terms of their own: titles, "how to apply", who holds the rights. */
const mostUnexplained = 60;

/** As many in the midst of a known text are more than a name filled in. */
const mostFilledIn = 15;

/** One of these among words that no known text explains may take something away: then the terms are not those of the text alone. */
const limiting =
  /^(?:only|except\w*|exclud\w*|unless|not|cannot|prohibit\w*|forbid\w*|restrict\w*|limited|(?:non)?commercial\w*|evaluation|proprietary|confidential|fees?|pay\w*|purchase\w*|internal|competi\w*)$/;

/**
 * Terms known by their title: the SPDX list has no text of them, or copies leave out half of it. None of them is open, so that a title
 * never opens anything; a condition takes from whatever it stands beside.
 */
const titled: readonly { readonly title: RegExp; readonly id: string; readonly isCondition: boolean }[] = [
  {
    title: /\bredis source available license (?:v2|2 0|version 2|agreement)/,
    id: 'LicenseRef-RSALv2',
    isCondition: false,
  },
  { title: /\bbusiness source license (?:v|version )?1 1\b/, id: 'BUSL-1.1', isCondition: false },
  { title: /\belastic license (?:v|version )?2 0\b/, id: 'Elastic-2.0', isCondition: false },
  { title: /\bconfluent community license\b/, id: 'LicenseRef-Confluent-Community', isCondition: false },
  { title: /\bcommons clause\b/, id: 'LicenseRef-Commons-Clause', isCondition: true },
  { title: /\bfair source license\b/, id: 'LicenseRef-Fair-Source', isCondition: true },
];

/** Whoever wrote the file leaves the choice to the reader; without it all the terms hold together. */
const choice =
  /\b(?:choice of|at your (?:option|choice)|users choice|your choice|dual licens\w*|tri licens\w*|either (?:of|the)|under any of)\b/;

/** What a file says of itself in SPDX's own words (annex E), where it says little else. */
function declaredIn(text: string): string | null {
  const [line, said = ''] = /SPDX-License-Identifier:[ \t]*([^\n]+)/.exec(text) ?? [];
  const rest = licenceWords(text.replace(line ?? '', ''));
  if (line === undefined || rest.length > mostUnexplained || rest.some((word) => limiting.test(word))) return null;
  return readLicence(said.replace(/[^\w)]+$/, ''))?.spdx ?? null;
}

interface Parts {
  readonly ids: readonly string[];
  /** Stretches of words that no text explains. */
  readonly rest: readonly (readonly string[])[];
  /** Words put into a known text, each run of them. */
  readonly foreign: readonly (readonly string[])[];
}

function partsOf(words: readonly string[], texts: readonly KnownText[]): Parts {
  const found = bestText(words, texts);
  if (found === null) return { ids: [], rest: words.length === 0 ? [] : [words], foreign: [] };
  const before = partsOf(words.slice(0, found.from), found.there);
  const after = partsOf(words.slice(found.to), found.there);
  return {
    ids: [...before.ids, found.id, ...after.ids],
    rest: [...before.rest, ...after.rest],
    foreign: [...before.foreign, ...found.foreign, ...after.foreign],
  };
}

/**
 * @param text of one licence file
 * @returns an SPDX expression: `A OR B` where the file leaves the choice, `A AND B` where it does not, with `LicenseRef-unknown` where it
 * holds terms that no known text explains; `LicenseRef-unknown` alone where nothing is known
 */
export async function detectLicence(text: string): Promise<string> {
  const declared = declaredIn(text);
  if (declared !== null) return declared;
  const { ids, rest, foreign } = partsOf(licenceWords(text), await spdxTexts());
  const stretches = rest.map((words) => ({ words, text: words.join(' ') }));
  const named = titled.filter(({ title }) => stretches.some((stretch) => title.test(stretch.text)));
  const unnamed = stretches.filter((stretch) => !named.some(({ title }) => title.test(stretch.text)));
  const isLimited = (words: readonly string[]): boolean => words.some((word) => limiting.test(word));
  const isUnknown =
    foreign.some((words) => words.length > mostFilledIn || isLimited(words)) ||
    unnamed.some(({ words }) => words.length > mostUnexplained || isLimited(words));
  const idsNamed = (isCondition: boolean): string[] =>
    named.flatMap((one) => (one.isCondition === isCondition ? [one.id] : []));
  const offered = [...new Set([...ids, ...idsNamed(false)])].sort();
  const conditions = [...idsNamed(true), ...(isUnknown || offered.length === 0 ? [unknownLicence] : [])];
  const isChoice = stretches.some((stretch) => choice.test(stretch.text));
  if (conditions.length === 0) return offered.join(isChoice ? ' OR ' : ' AND ');
  const terms = isChoice && offered.length > 1 ? [`(${offered.join(' OR ')})`] : offered;
  return [...terms, ...conditions].join(' AND ');
}
