// The page of a problem, without the portal around it: for whoever has no other to show.
import type { Language } from '../model/text.ts';
import type { Problem } from './problem.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @returns a whole document with title, what is wrong field by field, and a way on */
export function plainProblemPage(problem: Problem, language: Language): string {
  const errors = problem.errors.map(
    (error) => `<li><code>${escaped(error.pointer)}</code> ${escaped(error.detail)}</li>`,
  );
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(problem.title)} – Communs</title></head>`,
    `<body><main><h1>${escaped(problem.title)}</h1><p>${escaped(problem.detail)}</p>`,
    errors.length === 0 ? '' : `<ul>${errors.join('')}</ul>`,
    `<p><a href="/">${language === 'fr' ? 'Retour à l’accueil' : 'Back to the home page'}</a></p></main></body></html>\n`,
  ].join('');
}
