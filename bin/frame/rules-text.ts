// The rule set in words, for a lawyer or an auditor: schemes, the figures of a day with their sources, formulas, roundings, order of refusals.
import type { Day } from '../../lib/model/calendar.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { chargeClasses } from '../../lib/rules/charges.ts';
import type { ChosenBy, Figure } from '../../lib/rules/figures/figure.ts';
import { definitionOf, isFigureKey } from '../../lib/rules/figures/figure-keys.ts';
import { referenceText } from '../../lib/rules/figures/figure-text.ts';
import { entryRefusalTexts, type Ground, isEntryRefusalCode } from '../../lib/rules/refusals/refusal-codes.ts';
import type { RuleSet, Scheme } from '../../lib/rules/rule-set.ts';
import { standingTexts } from '../../lib/statement/verification-text.ts';
import { certainties } from '../../web/parts/parameters.ts';

const words = {
  colon: { fr: ' : ', en: ': ' },
  semicolon: { fr: ' ; ', en: '; ' },
  digest: { fr: 'SHA-256 du jeu de règles', en: 'SHA-256 of the rule set' },
  schemes: { fr: 'Dispositifs', en: 'Schemes' },
  comparator: { fr: 'comparaison seulement', en: 'comparison only' },
  readings: { fr: 'lectures', en: 'readings' },
  everywhere: { fr: 'Ce qui peut compter, sous chaque dispositif', en: 'What may count, under every scheme' },
  on: { fr: 'au', en: 'on' },
  no: { fr: 'pas de valeur ce jour-là', en: 'no value on that day' },
  find: { fr: 'texte à chercher', en: 'text to look for' },
  from: { fr: 'du', en: 'from' },
  to: { fr: 'jusqu’au (exclu)', en: 'to (excluded)' },
  open: { fr: 'sans terme', en: 'open' },
  chosenBy: { fr: 'choisi par', en: 'chosen by' },
  reference: { fr: 'référence', en: 'reference' },
  source: { fr: 'source', en: 'source' },
  certainty: { fr: 'certitude', en: 'certainty' },
  checked: { fr: 'vérifié le', en: 'last checked' },
  formulas: { fr: 'Formules', en: 'Formulas' },
  modelled: { fr: 'd’après', en: 'after' },
  roundings: {
    fr: 'Points d’arrondi, chaque fois à partir de la valeur exacte, la moitié s’éloigne de zéro',
    en: 'Rounding points, each time from the exact value, half away from zero',
  },
  refusals: {
    fr: 'Motifs de refus, dans l’ordre : le premier est celui qui est écrit',
    en: 'Refusals in order: the first is the one printed',
  },
  charges: { fr: 'Charges patronales de la paie', en: 'Employer charges of the payroll' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const chosenBys: Readonly<Record<ChosenBy, Bilingual>> = {
  'date-of-work': { fr: 'le jour du travail', en: 'the day of the work' },
  'fiscal-year-end': { fr: 'la fin de l’exercice', en: 'the end of the fiscal year' },
  'date-of-convention': { fr: 'le jour de la convention', en: 'the day of the convention' },
};

const groundTexts: Readonly<Record<Ground, Bilingual>> = {
  law: { fr: 'loi', en: 'law' },
  policy: { fr: 'règle maison', en: 'policy' },
};

const treatments = {
  eligible: { fr: 'retenue', en: 'eligible' },
  excluded: { fr: 'exclue', en: 'excluded' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const isHeld = ({ from, to }: Figure, day: Day): boolean => from <= day && (to === null || day < to);

function figureLines(figure: Figure, say: (text: Bilingual) => string): string[] {
  const { key, value, from, to, chosenBy, legalReference, sourceTitle, sourceUrl, certainty, lastChecked } = figure;
  const label = isFigureKey(key) ? say(definitionOf(key).label) : key;
  return [
    `  ${label} [${key}]${say(words.colon)}${value}`,
    `    ${say(words.from)} ${from}, ${say(words.to)} ${to ?? say(words.open)}${say(words.semicolon)}${say(words.chosenBy)} ${say(chosenBys[chosenBy])}`,
    `    ${say(words.reference)}${say(words.colon)}${say({ fr: referenceText('fr', legalReference), en: legalReference })}${say(words.semicolon)}${say(words.certainty)} ${certainty} (${say(certainties[certainty])}), ${say(words.checked)} ${lastChecked}`,
    `    ${say(words.source)}${say(words.colon)}${sourceTitle}, ${sourceUrl}`,
  ];
}

/** The figures of a list on a day; a key without one is said, never left out. */
function figuresOn(figures: readonly Figure[], day: Day, say: (text: Bilingual) => string): string[] {
  return [...Map.groupBy(figures, ({ key }) => key)].flatMap(([key, versions]) => {
    const held = versions.find((figure) => isHeld(figure, day));
    if (held !== undefined) return figureLines(held, say);
    const published = isFigureKey(key) ? definitionOf(key).published : undefined;
    const find =
      published === undefined ? '' : `${say(words.semicolon)}${say(words.find)}${say(words.colon)}${say(published)}`;
    return [`  [${key}]${say(words.colon)}${say(words.no)}${find}`];
  });
}

function schemeLine({ code, title, standing, use, readings }: Scheme, say: (text: Bilingual) => string): string {
  const only = use === 'comparator' ? `${say(words.semicolon)}${say(words.comparator)}` : '';
  const read =
    readings.length === 0
      ? ''
      : `${say(words.semicolon)}${say(words.readings)}${say(words.colon)}${readings.join(', ')}`;
  return `  ${code}${say(words.colon)}${say(title)} (${say(standingTexts[standing ?? 'none'])}${only}${read})`;
}

/**
 * @param asked the schemes to tell of
 * @param day for figures and formulas
 */
export function rulesText(
  rules: RuleSet,
  digest: string,
  asked: readonly Scheme[],
  day: Day,
  language: Language,
): string {
  const say = (text: Bilingual): string => text[language];
  const onDay = `${say(words.on)} ${day}`;
  const formulas = rules.formulas.filter(({ from, to }) => from <= day && (to === null || day < to));
  const parts: readonly (readonly string[])[] = [
    [`${rules.format}, ${say(words.digest)}${say(words.colon)}${digest}`],
    [say(words.schemes), ...asked.map((scheme) => schemeLine(scheme, say))],
    [`${say(words.everywhere)}, ${onDay}`, ...figuresOn(rules.figures, day, say)],
    ...asked.map((scheme) => [`${say(scheme.title)}, ${onDay}`, ...figuresOn(scheme.figures, day, say)]),
    [
      `${say(words.formulas)}, ${onDay}`,
      ...formulas.map(
        ({ name, modelledOn, says }) =>
          `  ${name}${say(words.colon)}${say(says)} (${say(words.modelled)} ${modelledOn})`,
      ),
    ],
    [say(words.roundings), ...rules.roundings.map(({ point, to }) => `  ${point}${say(words.colon)}${to}`)],
    [
      say(words.refusals),
      ...rules.refusals.map(
        ({ code, ground }, at) =>
          `  ${at + 1}. ${code} (${say(groundTexts[ground])})${say(words.colon)}${isEntryRefusalCode(code) ? say(entryRefusalTexts[code]) : ''}`,
      ),
    ],
    [
      say(words.charges),
      ...chargeClasses.map(
        ({ treatment, label, reference, certainty }) =>
          `  ${say(treatments[treatment])}${say(words.colon)}${say(label)} (${reference}${say(words.semicolon)}${say(words.certainty)} ${certainty})`,
      ),
    ],
  ];
  return parts.map((part) => part.join('\n')).join('\n\n');
}
