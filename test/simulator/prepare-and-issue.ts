// Finance states a year in two steps, by two people.
import type { Ports } from '../../lib/ports.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';

interface Asked {
  readonly company: string;
  readonly fiscalYear: number;
  readonly scheme: string;
}

/** @returns what issuing answered, and the scheme for acts that speak of the statement later */
export const issueOf = async (ports: Ports, asked: Asked & { readonly by: string }) => ({
  ...(await issueStatement(ports, asked)),
  scheme: asked.scheme,
});

export async function prepareAndIssue(ports: Ports, asked: Asked, [first, second]: readonly [string, string]) {
  const { issuedAs } = await prepareStatement(ports, { ...asked, by: first });
  return issueOf(ports, { ...asked, by: issuedAs === null ? second : first });
}
