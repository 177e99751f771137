// The id of a commit as forges write it: SHA-1, or SHA-256 in a repository that names its objects so.
import * as z from 'zod';

export const commitId = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
