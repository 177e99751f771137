// The forms by which a developer proves an identity: to begin each kind of proof, and to give what was asked for.
import { type ComponentChild, h } from 'preact';
import { addresses } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { identityWords } from '../words/identities.ts';
import { instantInWords } from './dates.ts';
import { copied } from './facts.ts';
import { box, hidden, inputField, postForm, selectField, submit, textField } from './form.ts';
import { safeLink } from './safe-link.ts';
import { signingCommand } from './signing-command.ts';
import { inLanguage } from './words.ts';

export interface BegunProof {
  readonly request: string;
  readonly proof: 'address-code' | 'signed-challenge' | 'forge-login';
  /** The address, or the host of the forge. */
  readonly where: string;
  readonly login: string | null;
  /** Instant UTC. */
  readonly expires: string;
  /** The text to be signed. */
  readonly challenge: string | null;
  /** Where the forge asks her. */
  readonly address: string | null;
}

/** What she may say of any proof. @param of tells the fields of one form from those of another */
function days(frame: Frame, of: string): ComponentChild {
  const t = inLanguage(frame.language, identityWords);
  return h(
    'details',
    null,
    h('summary', null, t.more),
    inputField({ name: 'since', id: `${of}-since`, label: t.since, hint: t.sinceHint }, { type: 'date' }),
    inputField({ name: 'until', id: `${of}-until`, label: t.last, hint: t.lastHint }, { type: 'date' }),
    box(`${of}-same`, 'same', 'yes', t.samePerson),
  );
}

export function beginForms(
  frame: Frame,
  view: {
    readonly company: { readonly id: string };
    readonly keyForges: readonly string[];
    readonly loginForges: readonly string[];
  },
): ComponentChild {
  const t = inLanguage(frame.language, identityWords);
  const company = hidden('company', view.company.id);
  const hosts = (list: readonly string[]) => list.map((host) => ({ value: host, text: host }));
  const form = (title: string, text: string, action: string, content: readonly ComponentChild[]): ComponentChild => [
    h('h3', null, title),
    h('p', null, text),
    postForm(frame, action, [company, content], { class: 'panel' }),
  ];
  return [
    form(t.byCode, t.byCodeText, addresses.developerCode, [
      inputField({ name: 'address', label: t.addressField }, { required: true, autocomplete: 'email', maxLength: 250 }),
      days(frame, 'code'),
      submit(t.sendCode, 'second'),
    ]),
    form(t.bySignature, t.bySignatureText, addresses.developerChallenge, [
      selectField({ name: 'host', id: 'key-host', label: t.forge }, hosts(view.keyForges), view.keyForges[0] ?? ''),
      inputField({ name: 'login', label: t.login }, { required: true, spellcheck: false, maxLength: 100 }),
      days(frame, 'key'),
      submit(t.askText, 'second'),
    ]),
    view.loginForges.length === 0
      ? [h('h3', null, t.byLogin), h('p', null, t.noLogin)]
      : form(t.byLogin, t.loginText, addresses.developerLogin, [
          selectField(
            { name: 'host', id: 'login-host', label: t.forge },
            hosts(view.loginForges),
            view.loginForges[0]!,
          ),
          days(frame, 'login'),
          submit(t.begin, 'second'),
        ]),
  ];
}

function answerForm(frame: Frame, company: string, proof: BegunProof): ComponentChild {
  const { language } = frame;
  const t = inLanguage(language, identityWords);
  const { request, where, login, challenge, address } = proof;
  const asked = [hidden('company', company), hidden('request', request)];
  if (proof.proof === 'forge-login') {
    return [h('p', null, t.loginText), h('p', null, safeLink(address ?? '', `${t.goTo} ${where}`))];
  }
  if (proof.proof === 'address-code') {
    const field = { name: 'code', id: `code-${request}`, label: t.code };
    const rules = { required: true, inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 20 } as const;
    return [
      h('p', null, `${t.codeSent} ${where}.`),
      postForm(frame, addresses.developerCodeAnswer, [asked, inputField(field, rules), submit(t.giveCode)]),
    ];
  }
  const field = { name: 'signature', id: `signature-${request}`, label: t.signature, hint: t.signatureHint };
  return [
    h('p', null, `${t.sign} ${login} (${where}). ${t.signCommand}`),
    h('p', null, copied(language, signingCommand(challenge ?? ''))),
    postForm(frame, addresses.developerSignature, [asked, textField(field, true, '', 5000), submit(t.giveSignature)]),
  ];
}

export function begunForms(frame: Frame, company: string, begun: readonly BegunProof[]): ComponentChild {
  const t = inLanguage(frame.language, identityWords);
  return begun.map((proof) =>
    h(
      'div',
      { class: 'panel' },
      answerForm(frame, company, proof),
      h('p', { class: 'hint' }, `${t.until} ${instantInWords(frame.language, proof.expires)}`),
    ),
  );
}
