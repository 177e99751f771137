// All that the use cases need from the outside world. Each port is one grant: reading a book and appending to it are two.

import type { AppendBooks, Erasing, Heads, ReadBatches, ReadBooks, WriteBatches } from './ports/books.ts';
import type { Fonts, Objects, SealedFiles } from './ports/files.ts';
import type { Forge } from './ports/forge.ts';
import type { ForgeKeys, ForgeLogin } from './ports/forge-accounts.ts';
import type { Installation, LinkKeys, Seal, Signer } from './ports/keys.ts';
import type { LogFiles, LogPlaces, LogQueue, LogSigner, TimeStamps, Witnesses } from './ports/log.ts';
import type { Mail } from './ports/mail.ts';
import type { AccessList, Directory, Inbox, SaltKeys } from './ports/people.ts';
import type { Clock, Primitives, Random } from './ports/primitives.ts';
import type { PullQueue, PullSteps, Webhooks } from './ports/pulls.ts';
import type { ReadViews, WriteViews } from './ports/views.ts';

export interface Ports {
  readonly primitives: Primitives;
  readonly clock: Clock;
  readonly random: Random;
  readonly readBooks: ReadBooks;
  readonly appendBooks: AppendBooks;
  readonly readBatches: ReadBatches;
  readonly writeBatches: WriteBatches;
  readonly erasing: Erasing;
  readonly readViews: ReadViews;
  readonly writeViews: WriteViews;
  readonly objects: Objects;
  readonly sealedFiles: SealedFiles;
  /** The same without the right to add or destroy: for whoever shows what was kept. */
  readonly readSealedFiles: Pick<SealedFiles, 'get'>;
  readonly directory: Directory;
  /** The same without the right to change a name or a role: for whoever shows them. */
  readonly readDirectory: Pick<Directory, 'get' | 'list' | 'listSettled'>;
  readonly saltKeys: SaltKeys;
  readonly signer: Signer;
  /** The public side of the signer: for whoever checks and never signs. */
  readonly statementKeys: Pick<Signer, 'publicKeys' | 'isTest'>;
  /** The registrar’s own key, which the installation need not control. */
  readonly registrar: Signer;
  /** The public side of it. */
  readonly registrarKeys: Pick<Signer, 'publicKeys' | 'isTest'>;
  readonly seal: Seal;
  readonly fonts: Fonts;
  readonly heads: Heads;
  /** The same without the right to put one: for the full check. */
  readonly readHeads: Pick<Heads, 'get' | 'books'>;
  readonly logSigner: LogSigner;
  /** The public side of it: for whoever shows or checks the log. */
  readonly logKeys: Pick<LogSigner, 'publicKeys' | 'isTest'>;
  readonly logFiles: LogFiles;
  /** The same without the right to write. */
  readonly readLogFiles: Pick<LogFiles, 'tile' | 'get'>;
  readonly logPlaces: LogPlaces;
  readonly readLogPlaces: Omit<LogPlaces, 'put' | 'putYear'>;
  readonly logQueue: LogQueue;
  readonly timeStamps: TimeStamps;
  readonly witnesses: Witnesses;
  readonly installation: Installation;
  readonly linkKeys: LinkKeys;
  readonly inbox: Inbox;
  readonly accessList: AccessList;
  readonly forge: Forge;
  readonly mail: Mail;
  readonly forgeKeys: ForgeKeys;
  readonly forgeLogin: ForgeLogin;
  readonly pullSteps: PullSteps;
  readonly pullQueue: PullQueue;
  readonly webhooks: Webhooks;
  /** Names of all books, for `check`, `rebuild-views` and scheduled runs only. */
  readonly listBooks: { readonly books: () => AsyncIterable<string> };
}
