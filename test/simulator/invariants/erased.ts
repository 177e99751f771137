// I9: of whoever was erased nothing is left: no entry, no row, no file that names her, no key of her salts. Facts, roots and the log stay.
import { sealedFiles } from '../../../lib/adapters/files/sealed-files.ts';
import { parseFact } from '../../../lib/ledger/fact.ts';
import { batchesOf } from '../../../lib/use-cases/erased-lines.ts';
import { filesNamed } from '../../../lib/use-cases/files-named.ts';
import { unpacked } from '../../whole/everything.ts';
import { erasuresIn, type PlainFact, rowsIn } from '../read-world.ts';
import { type Simulation, startProcess, violate } from '../simulation.ts';
import { nameOf, type SmallCompany } from '../small-world.ts';

async function factsOf({ world }: Simulation, book: string) {
  const facts = [];
  for await (const { b } of world.table.query(`book#${book}`)) facts.push(parseFact(b as Uint8Array));
  return facts;
}

async function checkRows(sim: Simulation, book: string, erased: ReadonlySet<string>): Promise<void> {
  for (const fact of await factsOf(sim, book)) {
    if (fact.kind === 'erasure') continue;
    for (const batch of batchesOf(fact)) {
      for (const { developer } of await rowsIn(sim.world, book, batch)) {
        if (erased.has(String(developer))) violate(sim, 'I9', `${book} ${fact.seq}: a row of ${developer} is left`);
      }
    }
  }
}

async function checkNamed(sim: Simulation, book: string, says: ReadonlyMap<string, string>): Promise<void> {
  const { sealed, random } = sim.world;
  const files = sealedFiles(sealed.keys, sealed.files, random);
  const { files: replaced } = await erasuresIn(sim.world, book, (await factsOf(sim, book)) as unknown as PlainFact[]);
  const names = (await factsOf(sim, book)).flatMap((fact) => filesNamed(fact).sealed);
  for (const name of new Set([...names, ...[...replaced.values()].flatMap((one) => one ?? [])])) {
    const bytes = await files.get(book, name);
    const text = bytes === null ? '' : unpacked(bytes);
    for (const [sign, developer] of says) {
      if (text.includes(sign)) violate(sim, 'I9', `${book}: the file ${name} says ${sign} of ${developer}`);
    }
  }
}

/** By what files, rows and keys would tell her. */
async function signsOf(sim: Simulation, { company, developers }: SmallCompany, erased: ReadonlySet<string>) {
  const { ports } = startProcess(sim);
  const signs = new Map<string, string>();
  for (const { developer, matricule } of developers.filter((one) => erased.has(one.developer))) {
    const book = `company/${company}`;
    if ((await ports.directory.get(book, 'developer', developer)) !== null)
      violate(sim, 'I9', `${book}: ${developer} has a name`);
    signs.set(developer, developer);
    // Her number may be somebody else’s since.
    if ((await ports.directory.get(book, 'matricule', matricule)) !== null) continue;
    signs.set(`${matricule};`, developer);
    signs.set(nameOf(matricule), developer);
  }
  return signs;
}

export async function checkErased(sim: Simulation, books: ReadonlyMap<string, readonly PlainFact[]>): Promise<void> {
  for (const company of sim.cast.companies) {
    const book = `company/${company.company}`;
    const { people } = await erasuresIn(sim.world, book, books.get(book) ?? []);
    if (people.size === 0) continue;
    await checkRows(sim, book, people);
    await checkNamed(sim, book, await signsOf(sim, company, people));
    if (sim.isSlow) continue;
    for (const [{ pk, sk }] of sim.world.table.items()) {
      const key = [...people].find((developer) => `${pk} ${sk}`.includes(`${book}/${developer}`));
      // Whoever was about to write of her may have made one anew, which salts nothing.
      if (key !== undefined && !sim.destroyed.has(`${pk} ${sk}`))
        violate(sim, 'I9', `${book}: ${pk} ${sk} is left of ${key}`);
    }
  }
}
