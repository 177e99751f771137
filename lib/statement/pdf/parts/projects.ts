// Projects in print: their time and cost, the licences they stood under, and who confirmed the work, in which capacity and with which ties.
import type { LineDisclosure, NameDisclosure, SignatoryDisclosure, StatementPayload } from '../../payload.ts';
import type { Block, TableColumn } from '../blocks.ts';
import type { PrintEdition } from '../edition.ts';
import { partTables } from './time.ts';

type Project = StatementPayload['projects'][number];

const text = (header: string, weight = 1): TableColumn => ({ header, align: 'left', weight });

function licences({ say, day }: PrintEdition, projects: readonly Project[]): Block[] {
  const rows = projects.flatMap(({ name, licences: held }) =>
    held.map(({ spdx, open, from, to, evidence }) => ({
      cells: [
        name,
        spdx,
        say(open ? { fr: 'oui', en: 'yes' } : { fr: 'non', en: 'no' }),
        day(from),
        to === null ? '—' : day(to),
        evidence,
      ],
    })),
  );
  if (rows.length === 0) return [];
  const columns = [
    text(say({ fr: 'Projet', en: 'Project' }), 2),
    text(say({ fr: 'Licence (SPDX)', en: 'Licence (SPDX)' }), 2),
    text(say({ fr: 'Libre', en: 'Open' })),
    text(say({ fr: 'À partir du', en: 'From' })),
    text(say({ fr: 'Jusqu’au (exclu)', en: 'Until (excluded)' })),
    text(say({ fr: 'Preuve', en: 'Evidence' }), 3),
  ];
  return [
    { kind: 'heading', level: 3, text: say({ fr: 'Licences', en: 'Licences' }) },
    { kind: 'table', hasHeader: true, columns, rows },
  ];
}

function confirmations(
  { say, day, instant }: PrintEdition,
  projects: readonly Project[],
  signatories: readonly SignatoryDisclosure[] | null,
): Block[] {
  const nameOf = new Map((signatories ?? []).map(({ signatory, name }) => [signatory, name]));
  const noTies = say({ fr: 'aucun', en: 'none' });
  const rows = projects.flatMap(({ name, foundation, confirmations: given }) =>
    given.map(({ at, signatory, capacity, mandate, ties, digest }) => ({
      cells: [
        `${name} · ${foundation.name}`,
        instant(at),
        `${capacity} (${nameOf.get(signatory) ?? signatory})`,
        mandate.to === null
          ? say({ fr: `depuis le ${day(mandate.from)}`, en: `since ${day(mandate.from)}` })
          : say({
              fr: `du ${day(mandate.from)} au ${day(mandate.to)} (exclu)`,
              en: `from ${day(mandate.from)} until ${day(mandate.to)} (excluded)`,
            }),
        ties.length === 0 ? noTies : ties.join(', '),
        digest,
      ],
    })),
  );
  const columns = [
    text(say({ fr: 'Projet et fondation', en: 'Project and foundation' }), 3),
    text(say({ fr: 'Confirmé le', en: 'Confirmed at' }), 2),
    text(say({ fr: 'En qualité de', en: 'In the capacity of' }), 2),
    text(say({ fr: 'Mandat', en: 'Mandate' }), 2),
    text(say({ fr: 'Liens déclarés', en: 'Declared ties' }), 2),
    text(say({ fr: 'Empreinte (SHA-256)', en: 'Digest (SHA-256)' }), 3),
  ];
  return [
    {
      kind: 'heading',
      level: 2,
      text: say({ fr: 'Confirmations des fondations', en: 'Confirmations by the foundations' }),
    },
    rows.length === 0
      ? {
          kind: 'paragraph',
          text: say({ fr: 'Aucune fondation n’a confirmé.', en: 'No foundation has confirmed.' }),
        }
      : { kind: 'table', hasHeader: true, columns, rows },
  ];
}

function contributions({ say, whole }: PrintEdition, projects: readonly Project[]): Block {
  return {
    kind: 'table',
    hasHeader: true,
    columns: [
      text(say({ fr: 'Projet', en: 'Project' }), 2),
      { header: say({ fr: 'Contributions vues', en: 'Contributions seen' }), align: 'right' },
      text(say({ fr: 'Racine de leurs identifiants (SHA-256)', en: 'Root of their ids (SHA-256)' }), 4),
    ],
    rows: projects.map(({ name, contributions: { count, root } }) => ({ cells: [name, whole(count), root] })),
  };
}

/** @param signatories who they are, at level `names`; null: their ids alone are known */
export function projectBlocks(
  edition: PrintEdition,
  payload: StatementPayload,
  signatories: readonly SignatoryDisclosure[] | null,
): Block[] {
  const { say } = edition;
  const { projects } = payload;
  const lead = [text(say({ fr: 'Projet', en: 'Project' }), 2), text(say({ fr: 'Fondation', en: 'Foundation' }), 2)];
  const parts = projects.map(({ name, foundation, ...rest }) => ({ ...rest, names: [name, foundation.name] }));
  return [
    { kind: 'page', orientation: 'landscape' },
    { kind: 'heading', level: 2, text: say({ fr: 'Projets', en: 'Projects' }) },
    ...partTables(edition, payload, lead, parts),
    contributions(edition, projects),
    ...licences(edition, projects),
    ...confirmations(edition, projects, signatories),
  ];
}

/** From level `lines` on. @param names null below level `names` */
export function lineBlocks(
  edition: PrintEdition,
  payload: StatementPayload,
  lines: readonly LineDisclosure[],
  names: readonly NameDisclosure[] | null,
): Block[] {
  const { say } = edition;
  const projects = new Map(payload.projects.map((project) => [project.id, project.name]));
  const lead = [
    text(say({ fr: 'Personne', en: 'Person' }), names === null ? 1 : 3),
    text(say({ fr: 'Projet', en: 'Project' }), 2),
  ];
  const who = (person: number): string => {
    const name = names?.[person - 1]?.name;
    return name === undefined ? say({ fr: `n° ${person}`, en: `no. ${person}` }) : `${person} · ${name}`;
  };
  const parts = lines.map(({ person, project, ...rest }) => ({
    ...rest,
    names: [who(person), projects.get(project) ?? project],
  }));
  return [
    {
      kind: 'heading',
      level: 2,
      text: say({ fr: 'Détail par personne et projet', en: 'Lines by person and project' }),
    },
    {
      kind: 'paragraph',
      look: 'small',
      text: say({
        fr: 'Le détail par mois est dans disclosures.txt, joint à ce PDF, et dans le classeur du même niveau.',
        en: 'The detail by month is in disclosures.txt, attached to this PDF, and in the workbook of the same level.',
      }),
    },
    ...partTables(edition, payload, lead, parts),
  ];
}
