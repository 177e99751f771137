// Where the figures were read: one entry a text, so that a figure cites it by name.
import type { FigureSource } from './figure.ts';

const lastChecked = '2026-11-24';
const frenchLaw = 'https://www.legifrance.gouv.fr/codes/texte_lc/';

/** The labour code as published; which article is said by each figure. */
export const labourCode = {
  sourceTitle: 'Code du travail',
  sourceUrl: `${frenchLaw}LEGITEXT000006072050/`,
  lastChecked,
};
/** The code of the public service as published. */
export const publicServiceCode = {
  sourceTitle: 'Code général de la fonction publique',
  sourceUrl: `${frenchLaw}LEGITEXT000044416551/`,
  lastChecked,
};
/** Public servants lent for five years by way of experiment. */
export const experiment = (certainty: FigureSource['certainty']): FigureSource => ({
  sourceTitle: 'Loi n° 2022-217 du 21 février 2022 (3DS)',
  sourceUrl: 'https://www.legifrance.gouv.fr/',
  lastChecked,
  legalReference: 'law 2022-217, art. 209; decree 2022-1682',
  certainty,
});
/** The tax code as published. */
export const taxCode = {
  sourceTitle: 'Code général des impôts',
  sourceUrl: `${frenchLaw}LEGITEXT000006069577/`,
  lastChecked,
};
/** The published doctrine of the tax administration; which document is said by each figure. */
export const bulletin = (legalReference: string, certainty: FigureSource['certainty']): FigureSource => ({
  sourceTitle: 'Bulletin officiel des finances publiques',
  sourceUrl: 'https://bofip.impots.gouv.fr/',
  lastChecked,
  legalReference,
  certainty,
});
/** A decision of the courts on lent staff, as others report it. */
export const lentStaffRuling = {
  sourceTitle: 'Conseil d’État, 25 janvier 2017, n° 390652 (Intuigo)',
  sourceUrl: 'https://www.legifrance.gouv.fr/',
  lastChecked,
};
/** The monthly ceiling as OpenFisca France keeps it, commit a7038ee of 2026-07-23, with the order that fixed it. */
export const openFiscaCeiling = (order: string): FigureSource => ({
  sourceTitle: 'OpenFisca France, plafond_securite_sociale_mensuel.yaml',
  sourceUrl:
    'https://github.com/openfisca/openfisca-france/blob/a7038ee/openfisca_france/parameters/prelevements_sociaux/pss/plafond_securite_sociale_mensuel.yaml',
  lastChecked,
  legalReference: `CSS L. 241-3; ${order}`,
  certainty: 'A',
});
/** Choices of this project, argued in its decision on the rule set. */
export const ownChoice = {
  sourceTitle: 'Communs, decision 4: the rule set',
  sourceUrl: 'docs/decisions/0004-rule-set.md',
  lastChecked,
};

/** A choice of ours, and the text it is modelled on if any. */
export const chosen = (legalReference: string): FigureSource => ({ ...ownChoice, legalReference, certainty: 'P' });
/** A choice of ours whose value repeats a tax article. */
export const modelledOnTax = (legalReference: string): FigureSource => ({ ...taxCode, legalReference, certainty: 'P' });
/** A choice of ours whose value is that of a sheet of the public service. */
export const publicSheet = (sheet: string, legalReference: string): FigureSource => ({
  sourceTitle: `service-public.fr, ${sheet}`,
  sourceUrl: `https://www.service-public.fr/particuliers/vosdroits/${sheet}`,
  lastChecked,
  legalReference,
  certainty: 'P',
});
