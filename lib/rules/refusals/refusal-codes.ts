// Why declared time does not count: the closed list, in order of precedence, each with who made the rule.
import type { Bilingual } from '../../model/text.ts';

/** `law`: a text in force says so. `policy`: ours, or the proposal's as we model it; also where law sets a limit and we chose what follows from crossing it. */
export type Ground = 'law' | 'policy';

/** In order of precedence: the first that applies is the one printed (cases, README; those that the cases do not know are ours). */
export const entryRefusalCodes = [
  'duplicate',
  'daily-max-exceeded',
  'daily-max-exceeded-across-employers',
  'outside-secondment',
  'secondment-papers-missing',
  'public-servant-without-basis',
  'secondment-term-exceeded',
  'legal-form-not-admitted',
  'project-not-eligible-at-date',
  'foundation-standing-missing',
  'non-working-day',
  'weekly-max-exceeded',
  'already-claimed-under-other-scheme',
  'foundation-refused',
  'unsupported',
] as const;

export type EntryRefusalCode = (typeof entryRefusalCodes)[number];

export const isEntryRefusalCode = (text: string): text is EntryRefusalCode =>
  (entryRefusalCodes as readonly string[]).includes(text);

export const grounds: Readonly<Record<EntryRefusalCode, Ground>> = {
  duplicate: 'policy',
  'daily-max-exceeded': 'policy',
  'daily-max-exceeded-across-employers': 'policy',
  'outside-secondment': 'law',
  'secondment-papers-missing': 'law',
  'public-servant-without-basis': 'law',
  'secondment-term-exceeded': 'law',
  // Which forms count is how we read each scheme: the texts speak of a gift, or of nothing.
  'legal-form-not-admitted': 'policy',
  'project-not-eligible-at-date': 'policy',
  'foundation-standing-missing': 'law',
  'non-working-day': 'policy',
  'weekly-max-exceeded': 'policy',
  'already-claimed-under-other-scheme': 'policy',
  'foundation-refused': 'policy',
  unsupported: 'policy',
};

/** What a person reads, and what can be done. */
export const entryRefusalTexts: Readonly<Record<EntryRefusalCode, Bilingual>> = {
  duplicate: {
    fr: 'La même ligne (personne, jour, projet, temps) figure déjà plus haut. Si les deux sont vraies, reportez le total sur une seule ligne.',
    en: 'The same line (person, day, project, time) already stands above. If both are true, put their total on one line.',
  },
  'daily-max-exceeded': {
    fr: 'La journée dépasse le maximum par jour : elle est écartée en entier. Corrigez la feuille de temps.',
    en: 'The day is above the most in a day: it is refused whole. Correct the timesheet.',
  },
  'daily-max-exceeded-across-employers': {
    fr: 'Avec ce que la personne a déclaré ailleurs, la journée dépasse le maximum par jour : elle est écartée en entier. Voyez avec elle et corrigez.',
    en: 'With what the person declared elsewhere, the day is above the most in a day: it is refused whole. See with her and correct.',
  },
  'outside-secondment': {
    fr: 'Aucune mise à disposition ne couvre ce jour et ce projet. Corrigez la ligne, ou déclarez la mise à disposition.',
    en: 'No secondment covers this day and project. Correct the line, or declare the secondment.',
  },
  'secondment-papers-missing': {
    fr: 'La convention, l’avenant ou le consentement manquait ce jour-là (C. trav., L. 8241-2). Joignez les pièces datées à la mise à disposition.',
    en: 'The convention, amendment or consent was not on file on that day (C. trav., L. 8241-2). Add the dated papers to the secondment.',
  },
  'public-servant-without-basis': {
    fr: 'Un agent public ne peut être prêté que sur un fondement qui lui est propre, en vigueur ce jour-là. Indiquez-le dans les mises à disposition, ou corrigez le statut de la personne.',
    en: 'A public servant can only be lent on a legal basis of her own that is in force on that day. State it in the secondments, or correct the status of the person.',
  },
  'secondment-term-exceeded': {
    fr: 'Le prêt dépasse la durée maximale comptée depuis son premier jour (C. trav., L. 8241-3 ; pour un agent public, celle de son fondement). Ce temps ne peut pas compter sous cette convention.',
    en: 'The loan is beyond the longest term counted from its first day (C. trav., L. 8241-3; for a public servant that of her own basis). This time cannot count under that convention.',
  },
  'legal-form-not-admitted': {
    fr: 'La forme juridique déclarée ne compte pas sous ce dispositif : le travail propre, par exemple, n’est pas un don. Corrigez la mise à disposition si elle est fausse ; sinon, ce temps compte dans l’état de contribution.',
    en: 'The legal form declared does not count under this scheme: own work, for example, is no gift. Correct the secondment if it is wrong; else this time counts in the contribution statement.',
  },
  'project-not-eligible-at-date': {
    fr: 'Ce jour-là, le projet n’était pas éligible, ou sa licence n’était pas libre. Vérifiez le projet et le jour ; sinon, voyez avec le registre.',
    en: 'On that day the project was not eligible, or its licence was not open. Check the project and the day; else ask the registrar.',
  },
  'foundation-standing-missing': {
    fr: 'Ce jour-là, la fondation n’a pas au registre la qualité que ce dispositif demande (pour le mécénat : CGI, art. 238 bis, catégorie et preuve, cercle restreint examiné, agrément si elle est étrangère). Demandez-lui la preuve et transmettez-la au registre ; sinon, ce temps compte dans l’état de contribution.',
    en: 'On that day the registry does not hold the standing that this scheme asks of the foundation (for mécénat: CGI art. 238 bis, category and proof, restricted circle examined, approval if it is foreign). Ask it for the proof and hand it to the registrar; else this time counts in the contribution statement.',
  },
  'non-working-day': {
    fr: 'Samedi, dimanche ou jour férié. Corrigez le jour, ou déclarez l’ordre de travailler, signé au plus tard ce jour-là (« communs orders ») ; le 1er mai ne compte jamais.',
    en: "Saturday, Sunday or public holiday. Correct the day, or declare the order to work, signed on that day at the latest ('communs orders'); 1 May never counts.",
  },
  'weekly-max-exceeded': {
    fr: 'La semaine dépasse le maximum : le dépassement est retiré des dernières lignes. Corrigez la feuille de temps s’il y a erreur.',
    en: 'The week is above the maximum: the excess is taken from its last lines. Correct the timesheet if it is wrong.',
  },
  'already-claimed-under-other-scheme': {
    fr: 'Ce temps est déjà demandé sous un autre dispositif : une heure, une seule voie. Retirez-le de l’un des deux.',
    en: 'This time is already claimed under another scheme: one hour, one route. Take it off one of the two.',
  },
  'foundation-refused': {
    fr: 'La fondation n’a pas confirmé ce temps. Voyez avec elle ; elle peut retirer sa réponse et en donner une autre.',
    en: 'The foundation did not confirm this time. See with it; it can withdraw its answer and give another.',
  },
  unsupported: {
    fr: 'Une personne a décidé que rien ne porte ce temps. Apportez un justificatif.',
    en: 'A person decided that nothing carries this time. Bring evidence.',
  },
};
