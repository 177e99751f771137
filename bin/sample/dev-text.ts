// What `communs dev` says at its end: in French and in English, whatever the terminal speaks, for whoever it is shown to.
import { whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import type { VerificationResult } from '../../lib/statement/verify.ts';

/** One numbered address. */
export interface Door {
  readonly name: Bilingual;
  readonly awaits: Bilingual;
  readonly address: string;
}

export interface DevReport {
  /** Of the sample; null = the ledger holds something else, and nothing was played. */
  readonly sample: { readonly acts: number; readonly playedNow: number } | null;
  readonly facts: number;
  readonly seconds: number;
  readonly isKept: boolean;
  readonly statements: readonly {
    readonly number: string;
    readonly siren: string;
    /** null = not kept. */
    readonly folder: string | null;
    readonly result: VerificationResult;
  }[];
  /** Null where the portal is not served (`--once`). */
  readonly portal: {
    readonly address: string;
    readonly doors: readonly Door[];
    /** Alters a copy of a statement and has it verified. */
    readonly alter: string | null;
  } | null;
}

const results: Readonly<Record<VerificationResult, Bilingual>> = {
  authentic: { fr: 'authentique', en: 'authentic' },
  invalid: { fr: 'INVALIDE', en: 'INVALID' },
  incomplete: { fr: 'INCOMPLET', en: 'INCOMPLETE' },
  superseded: { fr: 'authentique, remplacé depuis', en: 'authentic, replaced since' },
  revoked: { fr: 'authentique, révoqué depuis', en: 'authentic, revoked since' },
};

function summaryOf({ sample, facts, seconds }: DevReport): Bilingual {
  if (sample === null) {
    return {
      fr: `Ce répertoire tient un autre grand livre que l’exemple (faits : ${whole('fr', facts)}) : rien n’y a été joué. Pour voir l’exemple, donnez un répertoire neuf avec --data.`,
      en: `This directory holds another ledger than the sample (facts: ${whole('en', facts)}): nothing was played in it. To see the sample, give a new directory with --data.`,
    };
  }
  const { acts, playedNow } = sample;
  return {
    fr: `L’exemple est joué, sur une horloge TEST : ${whole('fr', acts)} actes, dont ${whole('fr', playedNow)} cette fois-ci ; faits au registre : ${whole('fr', facts)} ; ${whole('fr', seconds)} s.`,
    en: `The sample is played, on a TEST clock: ${whole('en', acts)} acts, ${whole('en', playedNow)} of them this time; facts in the ledger: ${whole('en', facts)}; ${whole('en', seconds)} s.`,
  };
}

const memory: Bilingual = {
  fr: 'En mémoire : rien de tout cela n’est gardé.',
  en: 'In memory: nothing of all this is kept.',
};

const both = ({ fr, en }: Bilingual, below: string | null = null): string[] => [
  fr,
  en,
  ...(below === null ? [] : [`   ${below}`]),
];

const statementLines = ({ number, siren, folder, result }: DevReport['statements'][number]): string[] =>
  both(
    {
      fr: `État ${number} (SIREN ${siren}), vérifié : ${results[result].fr}.`,
      en: `Statement ${number} (SIREN ${siren}), verified: ${results[result].en}.`,
    },
    folder,
  );

const altering: Bilingual = {
  fr: 'Modifier un chiffre dans une copie de l’état, et la voir refusée :',
  en: 'Change one digit in a copy of the statement, and see it refused:',
};

function portalLines({ address, doors, alter }: NonNullable<DevReport['portal']>): string[] {
  const numbered = [
    ...doors.map(({ name, awaits, address: at }): [Bilingual, string] => [
      { fr: `${name.fr} : ${awaits.fr}`, en: `${name.en}: ${awaits.en}` },
      at,
    ]),
    ...(alter === null ? [] : [[altering, alter] as const]),
  ];
  const portal = {
    fr: 'Le portail ; Ctrl-C l’arrête. À chaque adresse, un clic connecte sous le nom indiqué.',
    en: 'The portal; Ctrl-C stops it. At each address, one click signs in as the person named.',
  };
  return [
    '',
    ...both(portal, address),
    ...numbered.flatMap(([{ fr, en }, below], i) => ['', ...both({ fr: `${i + 1}. ${fr}`, en: `   ${en}` }, below)]),
  ];
}

/** French first, then English, line by line: an address, a folder or a command is given once for both. */
export const devText = (report: DevReport): string =>
  [
    ...both(summaryOf(report)),
    ...(report.isKept ? [] : both(memory)),
    ...report.statements.flatMap(statementLines),
    ...(report.portal === null ? [] : portalLines(report.portal)),
  ].join('\n');

export const devJson = ({ portal, ...report }: DevReport, language: Language): object => ({
  ...report,
  portal: portal && {
    ...portal,
    doors: portal.doors.map(({ name, awaits, address }) => ({
      ...{ name: name[language], awaits: awaits[language], address },
    })),
  },
});
