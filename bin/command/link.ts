import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { type CodeBy, issueLink, longestLinkDays, revokeLink } from '../../lib/use-cases/issue-link.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { writingOptions } from '../actor.ts';
import { companyOption } from '../company-option.ts';
import { command } from '../frame/command.ts';
import { wholeNumber } from '../frame/whole-number.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { withLedger } from '../ledger.ts';

const name = 'link';
const levels: readonly ViewLevel[] = ['totals', 'lines', 'names'];

function levelOf(text: string): ViewLevel {
  const level = levels.find((each) => each === text);
  if (level !== undefined) return level;
  throw wrongUsage(name, {
    fr: `--level ${text} : totals, lines ou names.`,
    en: `--level ${text}: totals, lines or names.`,
  });
}

function codeByOf(text: string): CodeBy {
  if (text === 'paper' || text === 'mail') return text;
  throw wrongUsage(name, { fr: `--code ${text} : paper ou mail.`, en: `--code ${text}: paper or mail.` });
}

export const link = command({
  name,
  argument: null,
  summary: {
    fr: 'donne à un vérificateur un lien signé vers un état, ou le retire (--revoke)',
    en: 'gives an auditor a signed link to a statement, or withdraws it (--revoke)',
  },
  options: {
    ...companyOption,
    number: { value: 'N', summary: { fr: 'le numéro de l’état', en: 'the number of the statement' } },
    level: {
      value: 'totals|lines|names',
      summary: { fr: 'ce qu’il montre ; lines sinon', en: 'what it shows; else lines' },
    },
    audience: { value: 'TEXT', summary: { fr: 'pour qui', en: 'for whom' } },
    'email-domain': { value: 'DOMAIN', summary: { fr: 'domaine de son adresse', en: 'domain of her address' } },
    code: {
      value: 'paper|mail',
      summary: {
        fr: 'le code : sur papier, ou par courriel à une adresse du domaine ; paper sinon',
        en: 'the code: on paper, or by mail to an address of the domain; else paper',
      },
    },
    days: { value: 'N', summary: { fr: 'durée en jours ; 90 sinon', en: 'how many days; else 90' } },
    revoke: { value: 'LINK', summary: { fr: 'retire ce lien', en: 'withdraws this link' } },
    ...writingOptions,
    as: { value: 'PERSON', required: true, summary: { fr: 'qui agit, aux finances', en: 'who acts, in finance' } },
  },
  run: async ({ options }) => {
    const { revoke, number, audience, 'email-domain': emailDomain } = options;
    if (revoke !== undefined) {
      await withLedger(options, async (ports) =>
        revokeLink(ports, {
          company: await companyOf(ports, options.company),
          by: await personOf(ports, options.as),
          link: revoke,
        }),
      );
      return {
        exitCode: 0,
        json: () => ({ link: revoke, revoked: true }),
        text: (language) => ({ fr: 'Lien retiré.', en: 'Link withdrawn.' })[language],
      };
    }
    if (number === undefined || audience === undefined || emailDomain === undefined) {
      throw wrongUsage(name, {
        fr: 'Un lien demande --number, --audience et --email-domain.',
        en: 'A link needs --number, --audience and --email-domain.',
      });
    }
    const days = wholeNumber(options.days, { command: name, option: 'days', from: 1, to: longestLinkDays }) ?? 90;
    const level = levelOf(options.level ?? 'lines');
    const code = codeByOf(options.code ?? 'paper');
    const made = await withLedger(options, async (ports) =>
      issueLink(ports, {
        ...{ company: await companyOf(ports, options.company), by: await personOf(ports, options.as) },
        ...{ number, level, audience, emailDomain, days, code },
      }),
    );
    return {
      exitCode: 0,
      json: () => made,
      text: (language) =>
        ({
          fr: [
            `Adresse, après celle du portail : ${made.path}#${made.secret}`,
            made.code === null
              ? 'Code : le vérificateur le demande à la page du lien, par courriel.'
              : `Code à donner par une autre voie : ${made.code}`,
            `S’ouvre jusqu’au ${made.expires}, avec le SIREN de l’entreprise. Secret et code ne sont montrés qu’ici.`,
            `Pour le retirer : --revoke ${made.link}`,
          ],
          en: [
            `Address, after that of the portal: ${made.path}#${made.secret}`,
            made.code === null
              ? 'Code: the auditor asks for it on the page of the link, by mail.'
              : `Code to hand over by another way: ${made.code}`,
            `Opens until ${made.expires}, with the company’s SIREN. Secret and code are shown here only.`,
            `To withdraw it: --revoke ${made.link}`,
          ],
        })[language].join('\n'),
    };
  },
});
