// All contracts of ports that every assembly has in the same way.
import type { Ports } from '../../lib/ports.ts';
import { accessListContract } from './access-list.ts';
import { batchesContract } from './batches.ts';
import { booksContract } from './books.ts';
import { directoryContract } from './directory.ts';
import { erasingContract } from './erasing.ts';
import { fontsContract } from './fonts.ts';
import { headsContract } from './heads.ts';
import { linkKeysContract } from './link-keys.ts';
import { logContract } from './log.ts';
import { objectsContract } from './objects.ts';
import { pullStepsContract } from './pull-steps.ts';
import { saltKeysContract } from './salt-keys.ts';
import { sealContract } from './seal.ts';
import { sealedFilesContract } from './sealed-files.ts';
import { signerContract } from './signer.ts';
import { surroundingsContract } from './surroundings.ts';
import { viewsContract } from './views.ts';

/** @param ports read in each test, not before @param isTest whether the signer's keys are marked TEST */
export function everyPort(ports: () => Ports, isTest: boolean): void {
  surroundingsContract(ports);
  booksContract(ports);
  batchesContract(ports);
  viewsContract(ports);
  directoryContract(ports);
  saltKeysContract(ports);
  accessListContract(ports);
  erasingContract(ports);
  objectsContract(ports);
  sealedFilesContract(ports);
  headsContract(ports);
  pullStepsContract(ports);
  signerContract(ports, isTest);
  logContract(ports, isTest);
  sealContract(ports, isTest);
  fontsContract(ports);
  linkKeysContract(ports);
}
