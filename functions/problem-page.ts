// What a browser sees of a problem: the portal's own page.
import type { Problem } from '../lib/edge/problem.ts';
import type { Visitor } from '../lib/edge/session.ts';
import { renderProblem } from '../web/problem.ts';
import { frameOf } from './frame-of.ts';

export const problemPage = (problem: Problem, visitor: Visitor): string => renderProblem(problem, frameOf(visitor));
