// What the words of the rule set mean to a reader: beside the set, whose bytes and digest stay as they are. Names of official texts stay too.
import type { Bilingual } from '../../model/text.ts';

/** Values that are a code, or a short definition, in both languages. */
export const valueTexts: Readonly<Record<string, Bilingual>> = {
  'block-day': { fr: 'le jour entier est écarté', en: 'the whole day is refused' },
  'block-excess-latest': {
    fr: 'l’excédent est écarté, du dernier jour au premier',
    en: 'the excess is refused, from the last day backwards',
  },
  'refuse-until-order': { fr: 'écarté, sauf ordre de travailler', en: 'refused, unless ordered to work' },
  'convention, amendment, consent': { fr: 'convention, avenant, consentement', en: 'convention, amendment, consent' },
  'mise à disposition, renewable: no longest term here': {
    fr: 'mise à disposition, renouvelable : aucune durée maximale ici',
    en: 'secondment, renewable: no longest term here',
  },
  'experiment of five years': { fr: 'expérimentation de cinq ans', en: 'experiment of five years' },
  'general-interest, open-licences, neutral-governance, published-decisions': {
    fr: 'intérêt général, licences ouvertes, gouvernance neutre, décisions publiées',
    en: 'general interest, open licences, neutral governance, published decisions',
  },
  foundation: { fr: 'la parole de la fondation', en: 'the foundation’s word' },
  declared: { fr: 'la déclaration seule', en: 'the declaration alone' },
  'loan, service-gift, own-work': {
    fr: 'prêt, don de prestation, travail propre',
    en: 'loan, gift of a service, own work',
  },
  'loan, service-gift': { fr: 'prêt, don de prestation', en: 'loan, gift of a service' },
  registered: { fr: 'inscrite au registre', en: 'in the registry' },
  '238bis': { fr: 'relève de l’article 238 bis du CGI', en: 'comes under CGI 238 bis' },
  'cir, cico, cii, eu-grant, mecenat, other-employer': {
    fr: 'CIR, CICo, CII, subvention européenne, mécénat, autre employeur',
    en: 'CIR, CICo, CII, European grant, mécénat, another employer',
  },
  'other-employer': { fr: 'autre employeur', en: 'another employer' },
  'simulation-no-legal-basis': {
    fr: 'simulation, sans base légale',
    en: 'simulation, without legal basis',
  },
  credit: { fr: 'crédit d’impôt', en: 'tax credit' },
  deduction: { fr: 'déduction', en: 'deduction' },
  'developer, tester, writer, maintainer; no diploma test': {
    fr: 'développement, test, rédaction, maintenance ; aucun diplôme demandé',
    en: 'developer, tester, writer, maintainer; no diploma asked for',
  },
  'gross + accessories + compulsory employer contributions; no wage taxes, no profit-sharing, no invoicing margin': {
    fr: 'brut + accessoires + cotisations patronales obligatoires ; sans taxes sur les salaires, intéressement ni marge de facturation',
    en: 'gross + accessories + compulsory employer contributions; no wage taxes, no profit-sharing, no invoicing margin',
  },
  'gross + accessories + compulsory employer contributions; no wage taxes, no profit-sharing': {
    fr: 'brut + accessoires + cotisations patronales obligatoires ; sans taxes sur les salaires ni intéressement',
    en: 'gross + accessories + compulsory employer contributions; no wage taxes, no profit-sharing',
  },
  'actually worked in the period; fallback legal full time x part-time ratio, declared; days worked for days contracts':
    {
      fr: 'temps réellement travaillé sur la période ; à défaut, temps plein légal × quotité, déclaré ; jours travaillés en forfait jours',
      en: 'actually worked in the period; failing that legal full time × part-time ratio, declared; days worked for days contracts',
    },
  'deducted after the operating flat rate; floor 0; repaid advances added back': {
    fr: 'déduites après le forfait de fonctionnement, jamais sous zéro ; avances remboursées réintégrées',
    en: 'deducted after the operating flat rate, never below zero; repaid advances added back',
  },
  'deducted like a subsidy': { fr: 'déduits comme une subvention', en: 'deducted like a subsidy' },
  none: { fr: 'aucun', en: 'none' },
  'euro-half-away': {
    fr: 'à l’euro le plus proche, la moitié vers le haut',
    en: 'to the nearest euro, half away from zero',
  },
  EUR: { fr: 'euro', en: 'euro' },
  'own year first, then oldest first': {
    fr: 'celui de l’exercice d’abord, puis le plus ancien',
    en: 'that of the year first, then the oldest',
  },
  'rate of the year of origin': { fr: 'taux de l’exercice d’origine', en: 'rate of the year of origin' },
  'month-of-secondment': { fr: 'par mois de mise à disposition', en: 'for each month of secondment' },
  'cost price: remuneration and social charges': {
    fr: 'coût de revient : rémunération et charges sociales',
    en: 'cost price: remuneration and social charges',
  },
  'researcher (engineer, master) or technician; diploma and year recorded': {
    fr: 'chercheur (ingénieur, master) ou technicien ; diplôme et année notés',
    en: 'researcher (engineer, master) or technician; diploma and year recorded',
  },
  'time actually and exclusively spent': {
    fr: 'temps réellement et exclusivement consacré',
    en: 'time actually and exclusively spent',
  },
  'public subsidies deducted; repaid advances added back': {
    fr: 'subventions publiques déduites ; avances remboursées réintégrées',
    en: 'public subsidies deducted; repaid advances added back',
  },
  'subsidies of public bodies and of private ones entrusted with a public service deducted; repaid advances added back':
    {
      fr: 'subventions de personnes publiques, et de personnes privées chargées d’un service public, déduites ; avances remboursées réintégrées',
      en: 'subsidies of public bodies and of private ones entrusted with a public service deducted; repaid advances added back',
    },
  'calendar year': { fr: 'année civile', en: 'calendar year' },
  'excluded at the lender': { fr: 'exclu chez l’employeur qui prête', en: 'excluded at the lender' },
};

/** References that say more than the name of a text, in French; in English they stand as they are in the set. */
export const frenchReferences: Readonly<Record<string, string>> = {
  'house policy: a day has two half-days': 'règle de ce projet : un jour a deux demi-journées',
  'house policy': 'règle de ce projet',
  'house policy: a reason is asked, nothing is refused': 'règle de ce projet : un motif est demandé, rien n’est écarté',
  'C. trav. L. 3133-1 ff., L. 3134-13': 'C. trav. L. 3133-1 et s., L. 3134-13',
  'contemporaneous evidence': 'preuve établie au moment des faits',
  'CGFP L. 512-6 ff.; before 2022-03-01 law 84-16, art. 41, and its like':
    'CGFP L. 512-6 et s. ; avant le 01/03/2022, loi 84-16, art. 41, et ses équivalents',
  'law 2022-217, art. 209; decree 2022-1682': 'loi 2022-217, art. 209 ; décret 2022-1682',
  'TOSIT, 2026-02-03, Ares(2026)1225868, proposal 6, names no criterion: these are ours':
    'TOSIT, 03/02/2026, Ares(2026)1225868, proposition 6, ne nomme aucun critère : ceux-ci sont les nôtres',
  'practice of mécénat: both parties validate': 'usage du mécénat : les deux parties valident',
  'the proposal names seconded developers and no form':
    'la proposition nomme des développeurs mis à disposition, et aucune forme',
  'an eligible project of a registered foundation': 'un projet éligible d’une fondation inscrite au registre',
  'anti-cumulation: one hour, one route': 'non-cumul : une heure, une voie',
  'TOSIT, 2026-02-03, Ares(2026)1225868, proposal 6': 'TOSIT, 03/02/2026, Ares(2026)1225868, proposition 6',
  'TOSIT, 2026-02-03, Ares(2026)1225868, proposal 6: « pouvoir déduire cet effort, à l’instar du CIR »':
    'TOSIT, 03/02/2026, Ares(2026)1225868, proposition 6 : « pouvoir déduire cet effort, à l’instar du CIR »',
  'modelled on CGI 244 quater B, I': 'sur le modèle du CGI 244 quater B, I',
  'modelled on CGI 244 quater B, II c': 'sur le modèle du CGI 244 quater B, II c',
  'modelled on law 2025-127 of 2025-02-14, art. 55': 'sur le modèle de la loi 2025-127 du 14/02/2025, art. 55',
  'departs from CGI annexe III, 49 septies G on purpose': 's’écarte à dessein du CGI, annexe III, 49 septies G',
  'modelled on CGI annexe III, 49 septies I': 'sur le modèle du CGI, annexe III, 49 septies I',
  'service-public sheets F1911, F19261': 'fiches service-public F1911, F19261',
  'legal full time: 1 607 h a year': 'temps plein légal : 1 607 h par an',
  'days contract: 218 days a year': 'forfait jours : 218 jours par an',
  'modelled on CGI 244 quater B, III': 'sur le modèle du CGI 244 quater B, III',
  'no double recovery; invoiced under C. trav. L. 8241-1':
    'pas de double recouvrement ; facturé au titre de C. trav. L. 8241-1',
  'CGI 238 bis: what is given; own work is no gift of the same hours':
    'CGI 238 bis : ce qui est donné ; un travail propre n’est pas un don des mêmes heures',
  'CGI 238 bis, 1, a to g; C. trav. L. 8241-3, I, 1°': 'CGI 238 bis, 1, a à g ; C. trav. L. 8241-3, I, 1°',
  'CGI 238 bis, 1; law 2003-709: one rate': 'CGI 238 bis, 1 ; loi 2003-709 : un seul taux',
  'CGI 238 bis, 1; law 2019-1479, art. 134': 'CGI 238 bis, 1 ; loi 2019-1479, art. 134',
  'CGI 238 bis, 1, before law 2019-1479: one rate': 'CGI 238 bis, 1, avant la loi 2019-1479 : un seul taux',
  'CGI 238 bis, 2; law 2019-1479, art. 134': 'CGI 238 bis, 2 ; loi 2019-1479, art. 134',
  'CGI 238 bis, 1: one rate on both sides': 'CGI 238 bis, 1 : le même taux des deux côtés',
  'law 2018-1317, art. 148': 'loi 2018-1317, art. 148',
  'law 2019-1479, art. 134': 'loi 2019-1479, art. 134',
  'CGI 238 bis, 1, last paragraph; CSS L. 241-3': 'CGI 238 bis, 1, dernier alinéa ; CSS L. 241-3',
  'CGI 238 bis, 1: month or year is not said': 'CGI 238 bis, 1 : le texte ne dit ni mois ni année',
  'CSS L. 241-3; order of 2019-12-02, JO of 2019-12-03': 'CSS L. 241-3 ; arrêté du 02/12/2019, JO du 03/12/2019',
  'CSS L. 241-3; order of 2020-12-22, JO of 2020-12-29': 'CSS L. 241-3 ; arrêté du 22/12/2020, JO du 29/12/2020',
  'CSS L. 241-3; order of 2021-12-15, JO of 2021-12-18': 'CSS L. 241-3 ; arrêté du 15/12/2021, JO du 18/12/2021',
  'CSS L. 241-3; order of 2022-12-09, JO of 2022-12-16': 'CSS L. 241-3 ; arrêté du 09/12/2022, JO du 16/12/2022',
  'CSS L. 241-3; order of 2023-12-19, JO of 2023-12-29': 'CSS L. 241-3 ; arrêté du 19/12/2023, JO du 29/12/2023',
  'CSS L. 241-3; order of 2024-12-19, JO of 2024-12-29': 'CSS L. 241-3 ; arrêté du 19/12/2024, JO du 29/12/2024',
  'CSS L. 241-3; order of 2025-12-22, JO of 2025-12-23': 'CSS L. 241-3 ; arrêté du 22/12/2025, JO du 23/12/2025',
  'law 2021-1109 of 2021-08-24': 'loi 2021-1109 du 24/08/2021',
  'CGI 238 bis, 1, last paragraph': 'CGI 238 bis, 1, dernier alinéa',
  'the credit asks for no word of a foundation': 'le crédit ne demande la parole d’aucune fondation',
  'a comparison of amounts over the same time': 'une comparaison de montants sur le même temps',
  'CGI 244 quater B, II c; law 2019-1479': 'CGI 244 quater B, II c ; loi 2019-1479',
  'CGI 244 quater B, II c; law 2025-127, art. 55': 'CGI 244 quater B, II c ; loi 2025-127, art. 55',
  'CGI 244 quater B, III; law 2025-127, art. 58': 'CGI 244 quater B, III ; loi 2025-127, art. 58',
  'CE 2017-01-25 no 390652; CAA Nancy 2020-11-12 no 19NC01780':
    'CE, 25/01/2017, n° 390652 ; CAA Nancy, 12/11/2020, n° 19NC01780',
  'CGI 1649 undecies; form in whole euros': 'CGI 1649 undecies ; imprimé en euros entiers',
  'law 2025-127, art. 56': 'loi 2025-127, art. 56',
  'CGI 244 quater B, II k; law 2025-127, art. 56': 'CGI 244 quater B, II k ; loi 2025-127, art. 56',
  'a contribution is one whatever its legal form': 'une contribution en est une, quelle que soit sa forme juridique',
  'a statement without amounts relieves nothing; whose hour it is still matters':
    'un état sans montants ne donne droit à rien ; à qui est l’heure compte quand même',
};
