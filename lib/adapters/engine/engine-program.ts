// Where npm put the embedded DynamoDB engine for this platform.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from '../../model/refusal.ts';

export const engineMissing = (cause: unknown): Refusal =>
  new Refusal(
    'engine-missing',
    {
      fr: `Le moteur de base de données embarqué n’existe pas pour cette plateforme (${process.platform} ${process.arch}), ou npm ne l’a pas installé. Trois issues : l’option --memory (rien n’est gardé) ; un autre DynamoDB, dont l’adresse est dans COMMUNS_DYNAMODB_ENDPOINT ; un conteneur Linux x64. Sur Linux x64, relancez npm ci.`,
      en: `The embedded database engine does not exist for this platform (${process.platform} ${process.arch}), or npm did not install it. Three ways on: the option --memory (nothing is kept); another DynamoDB, its address in COMMUNS_DYNAMODB_ENDPOINT; a Linux x64 container. On Linux x64, run npm ci again.`,
    },
    { cause },
  );

/** @throws Refusal `engine-missing` */
export function engineProgram(): string {
  try {
    // The package has neither a main file nor a bin: the program lies beside its package.json.
    return join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');
  } catch (cause) {
    throw engineMissing(cause);
  }
}
