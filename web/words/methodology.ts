// How a statement is made and what it does not prove, as an auditor reads it before she relies on one.
import type { Bilingual } from '../../lib/model/text.ts';

export interface MethodPart {
  readonly id: string;
  readonly title: Bilingual;
  readonly lines: readonly Bilingual[];
}

/** As docs/measuring.md has them; a test holds the two side by side. */
export const measuredMatching = {
  on: '2026-11-26',
  lines: { fr: '2 284', en: '2,284' },
  wronglyThrough: { fr: '0,39 %', en: '0.39 %' },
  needlesslyAsked: { fr: '2,43 %', en: '2.43 %' },
  needlesslyAskedNoSizes: { fr: '15,2 %', en: '15.2 %' },
  wronglyThroughNoSizes: { fr: '0,50 %', en: '0.50 %' },
  naive: { fr: '31,01 %', en: '31.01 %' },
} as const;

const m = measuredMatching;

export const methodologyWords = {
  title: { fr: 'Méthode, pour qui contrôle', en: 'Methodology, for auditors' },
  lead: {
    fr: 'Comment naît un état certifié, ce qu’il prouve, ce qu’il ne prouve pas, et comment le vérifier sans nous.',
    en: 'How a certified statement comes about, what it proves, what it does not, and how to check it without us.',
  },
  contents: { fr: 'Sur cette page', en: 'On this page' },
  verify: { fr: 'Vérifier un numéro ou un fichier', en: 'Check a number or a file' },
  status: { fr: 'Dernière relecture complète du grand livre', en: 'Last full reading of the ledger' },
} as const;

export const methodParts: readonly MethodPart[] = [
  {
    id: 'declared',
    title: { fr: 'D’où viennent les heures', en: 'Where the hours come from' },
    lines: [
      {
        fr: 'L’entreprise envoie ses feuilles de temps telles qu’elle les tient (XLSX, ODS, CSV). Chaque ligne garde la feuille, la cellule et le texte où elle a été lue ; le fichier est gardé sous son empreinte SHA-256.',
        en: 'The company sends its timesheets as it keeps them (XLSX, ODS, CSV). Each line keeps the sheet, the cell and the text where it was read; the file is kept under its SHA-256.',
      },
      {
        fr: 'Une heure ne naît que d’une déclaration datée, jamais d’une trace, d’un forfait ou d’une clé de répartition. Rien n’est modifié : une régularisation est un nouveau fait, avec sa raison ; ce qui était là reste visible.',
        en: 'An hour comes from a dated declaration only, never from a trace, a flat rate or an allocation key. Nothing is edited: a correction is a new fact, with its reason; what was there stays visible.',
      },
      {
        fr: 'La personne relit son mois et peut contester une ligne ; la fondation du projet confirme, confirme en partie, conteste ou ne sait pas. Qui est lié à l’entreprise ne confirme pas pour elle.',
        en: 'The person checks her month and may contest a line; the foundation behind the project confirms, confirms in part, disputes, or cannot tell. Nobody tied to the company confirms for it.',
      },
    ],
  },
  {
    id: 'ends',
    title: { fr: 'Où finit chaque minute', en: 'Where each minute ends' },
    lines: [
      {
        fr: 'Chaque minute déclarée finit à une seule place : retenue, écartée (avec un code qui dit si c’est la loi ou une règle de la maison), en attente (de qui), ou retirée. Les quatre s’additionnent à la minute près.',
        en: 'Each declared minute ends in exactly one place: counted, refused (with a code that says whether law or house policy made it), awaiting (whom), or withdrawn. The four add up to the minute.',
      },
      {
        fr: 'Une ligne est retenue quand aucune règle ne l’écarte, que la personne ne la conteste pas et que la fondation l’a confirmée. Le silence n’est ni un oui ni un non : la ligne attend.',
        en: 'A line counts when no rule refuses it, the person does not contest it and the foundation confirmed it. Silence is neither yes nor no: the line waits.',
      },
      {
        fr: 'Une ligne tardive porte le nombre de jours de retard : une marque, jamais un refus. Les demi-journées d’un forfait-jours ne sont jamais converties en minutes.',
        en: 'A late line bears the number of days: a mark, never a refusal. Half-days of a days contract are never turned into minutes.',
      },
    ],
  },
  {
    id: 'match',
    title: { fr: 'Ce que veut dire un recoupement', en: 'What a match means' },
    lines: [
      {
        fr: '« Concorde » : des contributions publiques de la même personne, au même projet, autour du même jour, suffisent à porter tout le temps déclaré, chacune pour une capacité limitée. Cela ne mesure pas le temps : un commit ne dit pas combien d’heures il a pris.',
        en: '“Agrees”: public contributions of the same person, to the same project, around the same day, are enough to carry all the declared time, each with a limited capacity. It does not measure time: a commit does not say how many hours it took.',
      },
      {
        fr: '« En partie » : une trace existe, sans suffire. « Aucune trace publique » est normal pour la conception, les relectures, les réunions, la sécurité : ce n’est pas une accusation. « Conflit » : le même jour ou le même travail est déclaré ailleurs aussi.',
        en: '“Partly”: there is a trace, and it is not enough. “No public trace” is normal for design, reviews, meetings, security work: it is no accusation. “Conflict”: the same day or the same work is claimed elsewhere too.',
      },
      {
        fr: 'Un recoupement ne crée, ne retire ni ne pondère une minute : il choisit seulement ce qui est demandé à une personne. Sans aucune trace, les totaux de l’état seraient les mêmes.',
        en: 'A match neither creates, removes nor weighs a minute: it only chooses what a person is asked. Without any trace, the totals of the statement would be the same.',
      },
    ],
  },
  {
    id: 'errors',
    title: { fr: 'Taux d’erreur connus', en: 'Known error rates' },
    lines: [
      {
        fr: `Mesurés le ${m.on} sur un jeu étiqueté de ${m.lines.fr} lignes : ${m.wronglyThrough.fr} des heures laissées sans question l’étaient à tort ; ${m.needlesslyAsked.fr} des heures étayées ont donné lieu à une question inutile. La règle « un commit du projet ce jour-là » se trompe de ${m.naive.fr} sur les mêmes lignes.`,
        en: `Measured on ${m.on} on a labelled set of ${m.lines.en} lines: ${m.wronglyThrough.en} of the hours let through without a question were let through wrongly; ${m.needlesslyAsked.en} of supported hours were asked about needlessly. The rule “a commit of the project that day” is wrong for ${m.naive.en} on the same lines.`,
      },
      {
        fr: `Quand la forge ne donne pas la taille des commits (git seul), davantage de questions sont posées (${m.needlesslyAskedNoSizes.fr}) pour ne pas laisser passer davantage (${m.wronglyThroughNoSizes.fr}).`,
        en: `Where the forge gives no sizes of commits (plain git), more is asked (${m.needlesslyAskedNoSizes.en}) so that no more is let through (${m.wronglyThroughNoSizes.en}).`,
      },
      {
        fr: 'Les étiquettes de ce jeu sont fabriquées par un générateur qui partage des idées avec les règles : cela montre que les règles font ce qu’elles disent, non ce que contiennent de vraies feuilles de temps. Pour un contrôle, tirez un échantillon.',
        en: 'The labels of that set are made by a generator that shares ideas with the rules: it shows that the rules do what they say, not what real timesheets hold. For an audit, draw a sample.',
      },
    ],
  },
  {
    id: 'not-claimed',
    title: { fr: 'Ce que nous n’affirmons pas', en: 'What we do not claim' },
    lines: [
      {
        fr: 'Que les heures sont vraies. Un état prouve qui a déclaré, relu et confirmé, quand, et que rien n’a été changé ni retiré en silence depuis.',
        en: 'That the hours are true. A statement proves who declared, checked and confirmed, when, and that nothing was changed or withdrawn silently since.',
      },
      {
        fr: 'Qu’un avantage fiscal est dû. Sous un dispositif proposé, les montants sont une simulation sans effet juridique ; « authentique » ne veut pas dire « accordé ».',
        en: 'That any relief is due. Under a proposed scheme the amounts are a simulation without legal effect; “authentic” does not mean “granted”.',
      },
      {
        fr: 'Que les dates valent contre celui qui tient le grand livre, tant que le niveau de confiance est « self » : elles reposent alors sur sa parole. « witnessed » et « third-party » demandent un témoin, un horodatage ou un tiers, et la page de l’état dit lequel vaut.',
        en: 'That the dates hold against whoever runs the ledger, as long as the trust level is “self”: they then rest on its word. “witnessed” and “third-party” take a witness, a time stamp or another body, and the page of the statement says which holds.',
      },
      {
        fr: 'Que la personne n’a pas d’autre employeur, si elle n’a pas prouvé d’identité : l’état dit alors « comme déclaré », jamais « aucun ».',
        en: 'That the person has no other employer, where she has proven no identity: the statement then says “as declared”, never “none”.',
      },
    ],
  },
  {
    id: 'rules',
    title: { fr: 'Règles et sources', en: 'Rules and sources' },
    lines: [
      {
        fr: 'Chaque chiffre de droit a sa date d’effet, son article, son adresse et un degré de certitude ; le jeu de règles entier est signé par son empreinte dans l’état, et chaque étape du calcul y figure avec sa valeur exacte.',
        en: 'Each figure of law has its first day, its article, its address and a degree of certainty; the whole rule set is bound by its digest in the statement, and each step of the computation stands there with its exact value.',
      },
      {
        fr: 'Ce qui est une règle de la maison et non de la loi est marqué comme tel : les suites d’un dépassement, qui doit confirmer, ce qu’une trace peut porter.',
        en: 'What is house policy and not law is marked so: what follows from crossing a limit, who must confirm, how much a trace can carry.',
      },
    ],
  },
  {
    id: 'sampling',
    title: { fr: 'Tirer un échantillon que personne n’a choisi', en: 'Drawing a sample that nobody chose' },
    lines: [
      {
        fr: 'La graine est l’empreinte SHA-256 de l’état signé ; avec un mot à vous, SHA-256(empreinte ‖ mot, en UTF-8 et forme NFC), que l’entreprise ne pouvait pas connaître en signant. Le bloc i du hasard est SHA-256(graine ‖ i sur huit octets, gros-boutiste), i à partir de 0 ; ses seize premiers octets sont un entier, écarté s’il dépasse le plus grand multiple de la borne, pris modulo la borne sinon.',
        en: 'The seed is the SHA-256 of the signed statement; with a word of yours, SHA-256(digest ‖ word, in UTF-8 and form NFC), which the company could not know when it signed. Block i of chance is SHA-256(seed ‖ i as eight bytes, big-endian), i from 0; its first sixteen bytes are an integer, dropped if it reaches the largest multiple of the bound, else taken modulo the bound.',
      },
      {
        fr: 'On tire des mois de ligne : une personne, un projet, un mois. Ils sont rangés par numéro de ligne, puis par mois. « Au hasard » : mélange de Fisher et Yates, arrêté à la taille demandée. « Par unité monétaire » : un départ r tiré sous le total T ; pour n demandés, les centimes ⌊(r + kT) / n⌋, k de 0 à n − 1 : un par intervalle, et tout mois d’au moins T/n est toujours tiré. « Les plus grands » : par coût décroissant, puis par numéro et mois.',
        en: 'What is drawn are months of lines: one person, one project, one month. They are put in order of line number, then month. “Random”: the shuffle of Fisher and Yates, stopped at the size asked. “Monetary unit”: a start r drawn below the total T; for n asked, the cents ⌊(r + kT) / n⌋, k from 0 to n − 1: one in each interval, and a month of at least T/n is always drawn. “Largest”: by falling cost, then by number and month.',
      },
      {
        fr: 'La page de l’échantillon et la commande « communs sample », hors ligne et à partir du dossier, tirent les mêmes.',
        en: 'The page of the sample and the command “communs sample”, offline and from the bundle, draw the same.',
      },
    ],
  },
  {
    id: 'yourself',
    title: { fr: 'Vérifier sans nous', en: 'Checking without us' },
    lines: [
      {
        fr: 'La signature est un JWS ES256 : openssl, jose ou python3-jwcrypto la vérifient avec la clé publique. Comparez l’empreinte de cette clé avec une source à vous : un dossier qui apporte ses propres clés ne prouve que sa cohérence.',
        en: 'The signature is a JWS with ES256: openssl, jose or python3-jwcrypto check it with the public key. Compare the key’s thumbprint with a source of your own: a bundle that brings its own keys proves consistency only.',
      },
      {
        fr: 'Les lignes et les noms sont des éléments dévoilés (RFC 9901) : chacun porte un sel, son empreinte est dans l’état signé ; le même état sert ainsi trois niveaux de lecture.',
        en: 'Lines and names are disclosures (RFC 9901): each bears a salt, and its digest stands in the signed statement; one statement so serves three levels of reading.',
      },
      {
        fr: 'S’il a été remplacé ou révoqué se lit dans status.jws, daté et signé ; sans ce fichier, la réponse est « non vérifié », jamais « en vigueur ».',
        en: 'Whether it was replaced or revoked is read in status.jws, dated and signed; without that file the answer is “not checked”, never “stands”.',
      },
    ],
  },
];
