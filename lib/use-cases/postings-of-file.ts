// What became of a file so far: each time that it was posted, with what choices, and whether that stands.
import type { FileView, PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import type { BookState } from './book-state.ts';

/** @param file its SHA-256 @returns its postings for the year, in order, undone ones included */
export async function postingsOfFile(state: BookState, file: string, year: number): Promise<PostingView[]> {
  const postings: PostingView[] = [];
  for (const seq of ((await state.get(`files/${file}`)) ?? []) as unknown as FileView) {
    const posting = (await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView | null;
    if (posting?.year === year) postings.push(posting);
  }
  return postings;
}

/** @returns the posting of the file and year that stands; null if there is none */
export async function standingPosting(state: BookState, file: string, year: number): Promise<PostingView | null> {
  return (await postingsOfFile(state, file, year)).find(({ undone }) => undone === null) ?? null;
}

/**
 * @param choices SHA-256 of those with which the file is to be posted; null for none
 * @returns the number of the posting that stands, read with other choices; null if there is none
 */
export async function postedInAnotherReading(
  state: BookState,
  file: string,
  year: number,
  choices: string | null,
): Promise<number | null> {
  const standing = await standingPosting(state, file, year);
  // A view written under version 1 of the fact says nothing of choices: there were none.
  return standing === null || (standing.choices ?? null) === choices ? null : standing.seq;
}
