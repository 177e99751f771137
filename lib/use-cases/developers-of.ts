// The staff numbers of a file to the company's aliases, all unknown ones at once.
import { Refusal } from '../model/refusal.ts';
import { companyBook, type DirectoryPorts } from './people.ts';

/** @throws Refusal `unknown-developer`, with every number that belongs to nobody */
export async function developersOf(
  ports: DirectoryPorts,
  company: string,
  matricules: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const developers = new Map<string, string>();
  const unknown: string[] = [];
  for (const matricule of new Set(matricules)) {
    const found = (await ports.directory.get(companyBook(company), 'matricule', matricule)) as {
      developer: string;
    } | null;
    if (found === null) unknown.push(matricule);
    else developers.set(matricule, found.developer);
  }
  if (unknown.length === 0) return developers;
  throw new Refusal('unknown-developer', {
    fr: `Ces matricules ne sont ceux d’aucune personne mise à disposition : ${unknown.join(', ')}. Ajoutez-les avec « communs secondments », ou corrigez les lignes. Rien n’a été enregistré.`,
    en: `These staff numbers belong to nobody on secondment: ${unknown.join(', ')}. Add them with 'communs secondments', or correct the lines. Nothing was saved.`,
  });
}
