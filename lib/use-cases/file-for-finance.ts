// A file of an issued statement, or its bundle, at a level: whoever is named in it learns that it was taken.
import { Refusal } from '../model/refusal.ts';
import type { Language } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { packBundle } from '../statement/bundle/bundle-zip.ts';
import type { ViewLevel } from '../statement/sd-jwt.ts';
import { readBook } from './book-state.ts';
import { noteLook } from './hours-seen.ts';
import { kindsIn, type NamedFile, renderedAs, savedName } from './named-file.ts';
import { companyBook } from './people.ts';
import { namesPeople, type StatementFileName } from './read-statement.ts';
import { type FilesPorts, statementAlone, statementAtLevel } from './statement-files.ts';
import { contentIfKept, findPreparedOrIssued } from './statements-of.ts';

/** `statement.lines.pdf`, `bundle.totals.zip`: the level stands in the name; else it is `names`. */
const levelIn = (name: StatementFileName): ViewLevel =>
  (['totals', 'lines'] as const).find((level) => name.includes(`.${level}.`)) ?? 'names';

/** Made once, with the proof of the log in it: within seconds of the issue it is there. */
const notInLogYet = (): Refusal =>
  new Refusal('not-in-log', {
    fr: 'Le PDF porte la preuve du journal public, et cet état n’y est pas encore : il y entre quelques secondes après son émission. Rechargez la page dans un instant ; s’il n’y vient pas, demandez à qui exploite Communs de lancer « communs log show ».',
    en: 'The PDF carries the proof of the public log, and this statement is not in it yet: it enters within seconds of its issue. Reload the page in a moment; if it does not come, ask whoever operates Communs to run ‘communs log show’.',
  });

/** @throws Refusal `unknown-statement`, `not-in-log` */
export async function fileForFinance(
  ports: FilesPorts & Pick<Ports, 'accessList'>,
  asked: {
    readonly company: string;
    readonly number: string;
    readonly language: Language;
    readonly by: string;
    readonly name: StatementFileName;
  },
): Promise<NamedFile> {
  const { company, number, by, name, language } = asked;
  const isBundle = name.endsWith('.zip');
  const ending = renderedAs(name);
  const at = { ...asked, level: levelIn(name) };
  const { level, files } = isBundle
    ? await statementAtLevel(ports, at)
    : await statementAlone(ports, at, kindsIn(name));
  const bytes = isBundle ? packBundle(files) : files.get(ending === null ? name : `statement.${ending}`);
  if (bytes === undefined) {
    if (ending === 'pdf') throw notInLogYet();
    throw new Error(`statement ${number} of ${company} has no ${name}`);
  }
  if (namesPeople.has(name)) {
    const state = await readBook(ports, companyBook(company));
    // Once an erasure took away who is in it, the files are those of level `totals`: they name nobody.
    const content = await contentIfKept(ports, company, (await findPreparedOrIssued(state, number)).prepared);
    const developers = (content?.people ?? []).map(({ developer }) => developer);
    await noteLook(ports, company, developers, { by, act: 'statement-files' });
  }
  return { name: savedName(name, number, level, language), bytes };
}
