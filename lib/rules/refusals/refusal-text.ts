// The sentence of a refusal with what it is about: which foundation, which fork goes on, which scheme; never which other employer.
import { type ClaimRoute, claimRoutes } from '../../model/route-claim.ts';
import type { Bilingual } from '../../model/text.ts';
import { type EntryRefusalCode, entryRefusalTexts } from './refusal-codes.ts';

const routeNames: Readonly<Record<ClaimRoute, Bilingual>> = {
  cir: { fr: 'le crédit d’impôt recherche (CIR)', en: 'the research tax credit (CIR)' },
  cico: { fr: 'le crédit d’impôt recherche collaborative (CICo)', en: 'the collaborative research credit (CICo)' },
  cii: { fr: 'le crédit d’impôt innovation (CII)', en: 'the innovation tax credit (CII)' },
  'eu-grant': { fr: 'une aide européenne', en: 'a grant of the European Union' },
  mecenat: { fr: 'le mécénat (CGI, art. 238 bis)', en: 'a gift under mécénat (CGI art. 238 bis)' },
  'other-employer': { fr: 'un autre employeur', en: 'another employer' },
};

const routeOf = (about: string): ClaimRoute | undefined => claimRoutes.find((route) => route === about);

/** Counted all the same where nothing is relieved: whoever reads it knows that it will not be elsewhere. */
export function claimedElsewhereText(about: string): Bilingual | null {
  const route = routeOf(about);
  if (route === undefined) return null;
  const { fr, en } = routeNames[route];
  return {
    fr: `Déclaré aussi sous ${fr} : compté ici, où il n’y a aucun montant, et écarté d’un état avec montants.`,
    en: `Also declared under ${en}: counted here, where there is no amount, and refused in a statement with amounts.`,
  };
}

/** @param about of the refused part: a foundation, a project or a route, as the code says; null: nothing more is known */
export function refusalText(code: EntryRefusalCode, about: string | null): Bilingual {
  const text = entryRefusalTexts[code];
  if (about === null) return text;
  if (code === 'foundation-standing-missing') {
    return { fr: `Fondation « ${about} ». ${text.fr}`, en: `Foundation '${about}'. ${text.en}` };
  }
  if (code === 'project-not-eligible-at-date') {
    return {
      fr: `${text.fr} Le projet « ${about} », qui en prend la suite, est éligible ce jour-là : si le travail était pour lui, corrigez la ligne.`,
      en: `${text.en} The project '${about}', which goes on from it, is eligible on that day: if the work was for it, correct the line.`,
    };
  }
  const route = code === 'already-claimed-under-other-scheme' ? routeOf(about) : undefined;
  if (route === undefined) return text;
  const { fr, en } = routeNames[route];
  return { fr: `${text.fr} Déclaré sous : ${fr}.`, en: `${text.en} Declared under: ${en}.` };
}
