// Reads the registrar's file: foundations, projects with their repositories, licences, eligibility, signatories, ties.
import * as z from 'zod';
import type { EligibilityDecision, Foundation, Interval, LicenceInterval, Signatory } from '../../model/registry.ts';
import { type DeclarationFile, textOfFile } from './file-text.ts';
import { jsonObject, type Placed, pathPlace, readEach, readValue } from './json.ts';
import { readLicence } from './licence.ts';
import { collectProblems, conclude, type DeclarationReading, type Problems, wholeFile } from './problem.ts';
import { type DeclaredRepository, readRepositories } from './repositories.ts';
import { dayText, idText, labelText, nullableDayText, sirenText } from './schemas.ts';
import { type DeclaredStanding, readStandings } from './standings.ts';

const foundationKinds = [
  'public-utility',
  'corporate-foundation',
  'endowment-fund',
  'association',
  'public-body',
  'foreign',
] as const;

interface DeclaredFoundation extends Foundation {
  readonly kind: (typeof foundationKinds)[number];
  readonly standings: readonly DeclaredStanding[];
}

export interface DeclaredProject {
  readonly id: string;
  readonly name: string;
  readonly foundation: string;
  /** The id of a repository's book is worked out from its address when it is registered. */
  readonly repositories: readonly DeclaredRepository[];
  /** The project that it goes on from as a fork; null if none. */
  readonly successorOf: string | null;
  readonly licences: readonly LicenceInterval[];
  readonly eligibility: readonly EligibilityDecision[];
}

/** `ties` are SIREN here: the company ids of `Signatory` are known to the ledger alone. */
interface DeclaredSignatory extends Signatory {
  readonly name: string;
}

interface DeclaredTie extends Interval {
  readonly person: string;
  /** SIREN. */
  readonly company: string;
}

export interface RegistryDeclaration {
  readonly foundations: readonly DeclaredFoundation[];
  readonly projects: readonly DeclaredProject[];
  readonly signatories: readonly DeclaredSignatory[];
  readonly ties: readonly DeclaredTie[];
}

const foundation = z.strictObject({
  id: idText,
  name: labelText,
  country: z.string().check((context) => {
    if (!/^[A-Z]{2}$/.test(context.value)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        params: {
          code: 'not-a-country',
          fr: `« ${context.value} » n’est pas un code de pays. Écrivez deux capitales (ISO 3166-1), par exemple FR.`,
          en: `'${context.value}' is not a country code. Write two capitals (ISO 3166-1), for example FR.`,
        },
      });
    }
  }),
  registration: labelText.nullable().default(null),
  kind: z.enum(foundationKinds),
  address: labelText.optional(),
  purpose: labelText.optional(),
  standings: z.array(z.unknown()).default([]),
});

const interval = { from: dayText, to: nullableDayText };
const licence = z.strictObject({ spdx: labelText, ...interval, evidence: labelText });
const decision = z.strictObject({
  eligible: z.boolean(),
  ...interval,
  decidedBy: z.array(idText).min(1),
  reason: z.string().min(1).max(500),
});
const list = z.array(z.unknown());
const project = z.strictObject({
  id: idText,
  name: labelText,
  foundation: idText,
  repositories: list.min(1),
  successorOf: idText.nullable().default(null),
  licences: list.default([]),
  eligibility: list.default([]),
});
const signatory = z.strictObject({
  person: idText,
  name: labelText,
  foundation: idText,
  capacity: labelText,
  ...interval,
  ties: z.array(sirenText).default([]),
});
const tie = z.strictObject({ person: idText, company: sirenText, ...interval });
const whole = z.strictObject({
  foundations: list.default([]),
  projects: list.default([]),
  signatories: list.default([]),
  ties: list.default([]),
});

/** Notes intervals that end before they start, and those of one list that cover a same day. */
function checkIntervals(intervals: readonly Placed<Interval>[], problems: Problems): void {
  const sorted = [...intervals].sort((a, b) => (a.value.from < b.value.from ? -1 : 1));
  sorted.forEach(({ value: { from, to }, path }, index) => {
    if (to !== null && to <= from) {
      problems.block(pathPlace(`${path}.to`), to, 'reversed-period', {
        fr: `il doit venir après ${from} : c’est le premier jour qui n’est plus compris.`,
        en: `it must come after ${from}: it is the first day no longer included.`,
      });
    }
    const next = sorted[index + 1];
    if (next !== undefined && (to === null || to > next.value.from)) {
      problems.block(pathPlace(`${next.path}.from`), next.value.from, 'overlapping-periods', {
        fr: `il tombe dans la période ouverte le ${from}. Donnez à celle-ci « to » : "${next.value.from}".`,
        en: `it falls in the period opened on ${from}. Give that one "to": "${next.value.from}".`,
      });
    }
  });
}

function checkUnique(ids: readonly { readonly id: string; readonly path: string }[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { id, path } of ids) {
    if (seen.has(id)) {
      problems.block(pathPlace(path), id, 'duplicate-id', {
        fr: `« ${id} » est déjà déclaré plus haut. Gardez-en un.`,
        en: `'${id}' is already declared above. Keep one.`,
      });
    }
    seen.add(id);
  }
}

function readLicences(raw: unknown, path: string, problems: Problems): LicenceInterval[] {
  const placed = readEach(raw, path, licence, problems);
  checkIntervals(placed, problems);
  return placed.flatMap(({ value, path: at }) => {
    const read = readLicence(value.spdx);
    if (read === null) {
      problems.block(pathPlace(`${at}.spdx`), value.spdx, 'not-spdx', {
        fr: `« ${value.spdx} » n’est pas une expression SPDX. Écrivez par exemple Apache-2.0, MIT OR EUPL-1.2, ou LicenseRef-Nom.`,
        en: `'${value.spdx}' is not an SPDX expression. Write for example Apache-2.0, MIT OR EUPL-1.2, or LicenseRef-Name.`,
      });
      return [];
    }
    if (!read.open) {
      problems.note(pathPlace(`${at}.spdx`), value.spdx, 'licence-not-open', {
        fr: `« ${read.spdx} » n’est pas une licence approuvée par l’OSI : le temps travaillé à partir du ${value.from} ne comptera pas. Rien à faire si c’est exact.`,
        en: `'${read.spdx}' is not a licence approved by the OSI: time worked from ${value.from} will not count. Nothing to do if this is so.`,
      });
    }
    return [{ ...value, spdx: read.spdx, open: read.open }];
  });
}

function readFoundations(raw: unknown, problems: Problems): Placed<DeclaredFoundation>[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((element: unknown, index) => {
    const path = `$.foundations[${index}]`;
    const named = readValue(element, path, foundation, problems);
    const lists = (typeof element === 'object' && element !== null ? element : {}) as Record<string, unknown>;
    const standings = readStandings(lists.standings, `${path}.standings`, named?.country ?? null, problems);
    for (const ofKind of Map.groupBy(standings, ({ value }) => value.standing).values()) {
      checkIntervals(ofKind, problems);
    }
    return named === null ? [] : [{ value: { ...named, standings: standings.map(({ value }) => value) }, path }];
  });
}

function readProjects(raw: unknown, problems: Problems): Placed<DeclaredProject>[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((element: unknown, index) => {
    const path = `$.projects[${index}]`;
    const named = readValue(element, path, project, problems);
    // A project whose name is wrong still has its lists read, so that all problems come at once.
    const lists = (typeof element === 'object' && element !== null ? element : {}) as Record<string, unknown>;
    const repositories = readRepositories(lists.repositories, `${path}.repositories`, problems);
    const licences = readLicences(lists.licences, `${path}.licences`, problems);
    const eligibility = readEach(lists.eligibility, `${path}.eligibility`, decision, problems);
    checkIntervals(eligibility, problems);
    if (named === null) return [];
    if (named.successorOf === named.id) {
      problems.block(pathPlace(`${path}.successorOf`), named.id, 'own-successor', {
        fr: 'un projet ne succède pas à lui-même. Donnez l’identifiant du projet dont il est le fork, ou null.',
        en: 'a project does not go on from itself. Give the identifier of the project it is a fork of, or null.',
      });
    }
    if (named.licences.length === 0) {
      problems.note(pathPlace(`${path}.licences`), null, 'no-licence', {
        fr: 'aucune licence datée : aucun temps ne comptera sur ce projet. Ajoutez { spdx, from, to, evidence }.',
        en: 'no dated licence: no time will count on this project. Add { spdx, from, to, evidence }.',
      });
    }
    if (named.eligibility.length === 0) {
      problems.note(pathPlace(`${path}.eligibility`), null, 'no-eligibility', {
        fr: 'aucune décision d’éligibilité : aucun temps ne comptera sur ce projet. Ajoutez { eligible, from, to, decidedBy, reason }.',
        en: 'no eligibility decision: no time will count on this project. Add { eligible, from, to, decidedBy, reason }.',
      });
    }
    const value: DeclaredProject = {
      id: named.id,
      name: named.name,
      foundation: named.foundation,
      repositories,
      successorOf: named.successorOf,
      licences,
      eligibility: eligibility.map((placed) => placed.value),
    };
    return [{ value, path }];
  });
}

/**
 * Reads a registry file (JSON). References to foundations of an earlier file are allowed, and noted; the write checks them.
 * @returns the declaration, or null where something blocks, and every problem by its JSON path
 */
export function readRegistry(file: DeclarationFile): DeclarationReading<RegistryDeclaration> {
  const problems = collectProblems();
  const text = textOfFile(file, problems);
  const object = text === null ? null : jsonObject(text, problems);
  if (object === null) return { declaration: null, problems: problems.list };
  readValue(object, '$', whole, problems);
  const foundations = readFoundations(object.foundations, problems);
  const projects = readProjects(object.projects, problems);
  const signatories = readEach(object.signatories, '$.signatories', signatory, problems);
  const ties = readEach(object.ties, '$.ties', tie, problems);
  if (['foundations', 'projects', 'signatories', 'ties'].every((key) => object[key] === undefined)) {
    problems.block(wholeFile, null, 'empty', {
      fr: 'il ne déclare rien. Ajoutez foundations, projects, signatories ou ties (voir --template).',
      en: 'it declares nothing. Add foundations, projects, signatories or ties (see --template).',
    });
  }
  checkUnique(
    foundations.map(({ value, path }) => ({ id: value.id, path: `${path}.id` })),
    problems,
  );
  checkUnique(
    projects.map(({ value, path }) => ({ id: value.id, path: `${path}.id` })),
    problems,
  );
  for (const placed of [...signatories, ...ties]) checkIntervals([placed], problems);
  const known = new Set(foundations.map(({ value }) => value.id));
  for (const { value, path } of [...projects, ...signatories]) {
    if (known.has(value.foundation)) continue;
    problems.note(pathPlace(`${path}.foundation`), value.foundation, 'not-in-this-file', {
      fr: `la fondation « ${value.foundation} » n’est pas dans ce fichier : elle doit déjà être au registre. Sinon, ajoutez-la sous foundations.`,
      en: `the foundation '${value.foundation}' is not in this file: it must already be in the registry. Otherwise add it under foundations.`,
    });
  }
  return conclude(
    {
      foundations: foundations.map(({ value }) => value),
      projects: projects.map(({ value }) => value),
      signatories: signatories.map(({ value }) => value),
      ties: ties.map(({ value }) => value),
    },
    problems,
  );
}
