// What a column can be, and the words that say so: « Matricule », "Time spent", « Code projet ».
import { plainText } from './words.ts';

/** What a column can be, in the order in which people are asked. */
export const roles = [
  'person-id',
  'email',
  'full-name',
  'last-name',
  'first-name',
  'date',
  'quantity',
  'project',
  'comment',
  /** The day on which the line was written, sent or approved. */
  'written',
  /** The person's whole day, all activities. */
  'day-total',
  /** The last day of a line that has a first one. */
  'last-day',
  /** The unit of each line's duration. */
  'unit',
] as const;

export type Role = (typeof roles)[number];

/** `rank`: where two columns could play a role, the lower rank does. */
interface Alias {
  readonly role: Role;
  readonly rank: number;
  readonly pattern: RegExp;
}

/** A person who is not the one that worked: whoever checked, asked or typed. */
const someoneElse =
  /\b(valid\w*|approb\w*|approv\w*|visa|responsable|manager|chef|superv\w*|hierarchique|n 1|reviewer|tuteur|client|customer|fournisseur|supplier|signataire|par|by)\b/;

/** Days that are not the day of the work, and clock times. */
const otherDay =
  /\b(visa|valid\w*|approb\w*|approv\w*|saisie?|soumis\w*|submi\w*|sign\w*|naissance|birth|embauche|hire|anciennete|creation|cree|created|entered|modif\w*|updated|edition|export\w*|impression|fin|end|sortie|echeance|due|paiement|facture|invoice|contrat|type|jour (de )?(la )?semaine|day of (the )?week|weekday|ferie)\b/;

/** Time that was not worked on the line (planned, owed, left, absent), clock times, and money. */
const otherQuantity =
  /\b(theori\w*|contra\w*|dues?|prevue?s?|previsi\w*|plan\w*|scheduled|expected|target|objectif|budget\w*|estim\w*|reste|restante?s?|remaining|solde|balance|cumul\w*|facturables?|facturee?s?|billable|billed|invoiced|taux|rate|couts?|costs?|montant|amount|prix|price|tarif|salaire|wage|tjm|eur|euros?|ht|ttc|usd|conges?|absences?|rtt|leave|vacation|maladie|sick|recup\w*|feries?|holidays?|sup|supp|supplementaires?|overtime|pauses?|breaks?|repas|debut|fin|start\w*|end|begin\w*|arrivee|depart|entree|sortie|clock|time (in|out|zone)|timestamp|partiel|plein|complet|avancement|progress|complet\w*|type|sec|secs|secondes?|seconds?|patronales|sociales|taches?)\b| s$|^heure (a|de|d|du)\b/;

/** Columns about a project that are not its name. */
const otherProject =
  /\b(type|statut|status|etat|responsable|chef|manager|lead|date|client|customer|budget|taux|description|commentaires?|comments?|debut|fin)\b/;

const exclusions: Partial<Record<Role, RegExp>> = {
  'person-id': someoneElse,
  email: someoneElse,
  'full-name': someoneElse,
  'last-name': someoneElse,
  'first-name': someoneElse,
  date: otherDay,
  quantity: otherQuantity,
  project: otherProject,
};

const person =
  '(salarie|employe|collaborateur|collaboratrice|agent|personnel|intervenant|ressource|utilisateur|personne|consultant|developpeur|membre)e?s?';
const someone = '(employee|staff|personnel|user|worker|person|resource|member|team member|contractor|payroll)';
const counted = '(nb |nbre |nbr |nombre |no of |number of |quantite |qte |total |volume )?((d|de|des|of) )?';
const done =
  '( (passee?s?|travaillee?s?|realisee?s?|effectuee?s?|consommee?s?|consacree?s?|saisies?|declaree?s?|imputee?s?|validee?s?|approved|effecti(f|ve)s?|totale?s?|spent|worked|logged|reported|de travail))*';
const inUnit = '( en)?( (h|hh|mm|hhmm|hours?|hrs?|heures?|min|mn|minutes?|j|jh|jours?|days?))*';

const alias = (role: Role, rank: number, pattern: string): Alias => ({ role, rank, pattern: new RegExp(pattern) });

/** In this order: the first whose pattern fits, and whose exclusion does not, says what a column is. */
const aliases: readonly Alias[] = [
  alias('person-id', 0, '^matricule$'),
  alias('person-id', 1, '\\bmatricule\\b'),
  alias('person-id', 2, `^(id|code|n|no|num|numero|identifiant|ref|reference)( (de l|de|du|d))? ?${person}$`),
  alias('person-id', 2, `^${someone} ?(id|code|number|no|num|ref|reference)$`),
  alias('person-id', 3, '^(mat|trigramme|login|n badge|badge|uid)$'),
  alias('email', 0, '\\b(e mail|email|courriel|mel)\\b|^(adresse )?mail$|^adresse electronique$'),
  alias(
    'full-name',
    0,
    `^(nom complet|noms? (et )?prenoms?|prenoms? (et )?noms?|full ?name|(last|first) name (last|first) name)( (de l|du|d)? ?${person})?$`,
  ),
  alias('full-name', 1, `^(${person}|${someone}|name|user ?name|who|qui|participant|developer|contributeur)$`),
  alias('full-name', 1, `^${someone} name$`),
  alias('full-name', 1, '^name of the (person|employee|researcher|staff member)( working on the (action|project))?$'),
  alias('full-name', 2, `^nom (de l |du |d )?${person}$`),
  alias('last-name', 0, '^(nom|nom de famille|nom d usage|nom usuel|last ?name|surname|family name)$'),
  alias('first-name', 0, `^(prenoms?|first ?name|given name|forename)( (de l|du|d)? ?${person})?$`),
  // Of several, the day on which the person herself wrote stands before the day on which it was sent, and that one before the day of
  // an approval: it tells how long after the work the line was written.
  alias('written', 0, '^(date (de )?saisie|saisie? le|entered (on|at)|date entered)$'),
  alias(
    'written',
    1,
    '^(date (de |d )?(soumission|envoi|creation)|soumis(e)? le|cree(e)? le|submitted( (on|at))?|(submission|creation) date|created( (on|at))?)$',
  ),
  alias(
    'written',
    2,
    '^(date (de |du |d )?(visa|validation|approbation|signature)|(visa|valide|validee|vise|visee|approuve|approuvee|signe|signee) le|(approved|validated|signed) (on|at)|(approval|validation|signature) date|date (approved|validated))$',
  ),
  alias(
    'day-total',
    0,
    '^(total|cumul|somme|heures? totales?|total hours|total time|hours)( (heures?|h|hours|temps))?( (du|de la|of the|for the|a la|par|in the))? ?(jour|journee|day)( (h|heures|hours))?$|^(daily|day) (total|hours)( h| hours)?$|^total (journalier|quotidien)$',
  ),
  alias(
    'last-day',
    0,
    '^(date (de )?fin|fin (de )?date|jour de fin|dernier jour|end (date|day)|date (end|to)|last day|au|to|fin|end)$|^(date (de )?fin|end date)( (de l |de la |du |d )?(activite|intervention|periode|saisie|tache|task|period))$',
  ),
  alias(
    'unit',
    0,
    '^(unite|unit( of measure)?|uom)( (de |d |du )?(temps|mesure|quantite|saisie|duree))?$|^(time|duration) units?$',
  ),
  alias('date', 0, '^date$'),
  alias('date', 1, '^date\\b|^(jour|journee|day)$'),
  alias('date', 2, '^(jour|journee|day|start date)\\b|\\bdate$'),
  alias(
    'date',
    3,
    '^(le|du|from|start(ed)?( (on|at))?|spent on|worked on|(semaine|week) (du|of|starting|commencing))$',
  ),
  alias('date', 4, '^(debut|begin)$'),
  alias('date', 4, '^(periode|period|semaine|week|mois|month)$'),
  alias('quantity', 0, '\\b(decimal\\w*|centiemes?)\\b'),
  alias('quantity', 1, `^${counted}(heures|hours|hrs|h)${done}$`),
  alias('quantity', 2, `^${counted}(duree|duration|temps|time ?spent|time worked|work time|minutes)${done}${inUnit}$`),
  alias(
    'quantity',
    3,
    `^${counted}(jours|days|jh|jours? hommes?|charge|quantite|qte|quantity|quotite|effort)${done}${inUnit}$|^%$`,
  ),
  alias('quantity', 4, '^(nb|nbre|nombre|quantite|qte|duree|temps|duration|charge)\\b'),
  alias(
    'quantity',
    5,
    '\\b(heures|hours?|hrs?|h|jours|days|jh|minutes|min|mn|etp|fte|effort|quotite|pourcentage|quantity|volume)\\b|^%|%$|^(realise|consomme|units|demi journees)$',
  ),
  alias('quantity', 6, '^(total|time|heure)\\b'),
  alias(
    'project',
    0,
    '^(code|id|cle|n|no|num|numero|ref|reference) ?(du |de )?projet$|^project (code|id|key|number|no)$',
  ),
  alias('project', 1, '^(projet|project)$'),
  alias('project', 3, '\\b(sous projet|subproject|sub project)\\b'),
  alias('project', 2, '\\b(projets?|projects?)\\b'),
  alias('project', 3, '\\b(affaire|imputation)\\b'),
  alias('project', 4, '\\b(otp|eotp|wbs)\\b'),
  alias(
    'project',
    5,
    '^(lot|wp|work package|centre de couts?|cost cent(er|re)|account|compte|(section|axe|code) analytique)\\b',
  ),
  alias('project', 6, '^((code|libelle|nom) )?((de l|d) )?(activites?|activity|activities)( (name|code))?$'),
  alias('project', 7, '^((code|libelle|nom) )?((de la|de) )?(taches?|tasks?)( (name|code))?$'),
  alias('project', 8, '^(missions?|chantier|dossier|programme|operation)$'),
  alias(
    'comment',
    0,
    '^(commentaires?|observations?|libelle|remarques?|remarks?|notes?|comments?|details?|memo|objet|travail effectue|travaux)\\b|\\bdescription\\b',
  ),
];

/** Each names a person by itself. */
export const personRoles: readonly Role[] = ['person-id', 'email', 'full-name', 'last-name'];

/** All that say who: a first name never alone. */
export const nameRoles: readonly Role[] = [...personRoles, 'first-name'];

/** `Salarié(e)`, `Agent·e`, `Jour(s)`: the ending belongs to the word. « Durée (s) » is not one of them: seconds. */
export const headerWords = (text: string): string =>
  plainText(text.replace(/(?<=\p{L})[(·](e|s|es|e·s)[)·]?(?!\p{L})/giu, '$1'));

export function roleOf(text: string): Alias | null {
  const plain = headerWords(text);
  // « Employee? » is answered by yes or no: it is nobody's name.
  if (plain === '' || plain.length > 60 || /\?\s*$/.test(text)) return null;
  // Signs of money are no words: they are looked for where they are written.
  const isMoney = /[€$£]/.test(text);
  return (
    aliases.find(
      ({ role, pattern }) =>
        pattern.test(plain) && !(exclusions[role]?.test(plain) ?? false) && !(isMoney && role === 'quantity'),
    ) ?? null
  );
}

/** The role that a text names, as a header or as the label of a title. */
export const roleOfLabel = (text: string): Role | null => roleOf(text)?.role ?? null;

/** « Mois », « Semaine du »: a date below it is the first day of more than one. */
export const namesPeriod = (text: string): boolean => /^(mois|month|semaine|week)\b/.test(headerWords(text));
