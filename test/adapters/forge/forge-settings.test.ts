// Settings of forges and webhooks: what is taken, and refusals that name the member and never a value.
import { describe, expect, it } from 'vitest';
import { readForgeSettings, readWebhooks } from '../../../lib/adapters/forge/forge-settings.ts';
import { Refusal } from '../../../lib/model/refusal.ts';

const refused = (read: () => unknown): Refusal => {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was taken');
};

describe('COMMUNS_FORGES', () => {
  it('absent or empty is plain git everywhere', () => {
    expect([undefined, '', '  ', '[]'].map(readForgeSettings)).toEqual([[], [], [], []]);
  });

  it('is one forge a host', () => {
    const list = [
      { host: 'github.com', kind: 'github', app: { id: '1', installation: '2', privateKey: 'PEM' } },
      { host: 'gitlab.example:8443', kind: 'gitlab', api: 'https://gitlab.example:8443/sub/api/v4', token: 't' },
      { host: 'codeberg.org', kind: 'forgejo', token: 't' },
      { host: 'model.example', kind: 'git' },
    ];
    expect(readForgeSettings(JSON.stringify(list))).toEqual(list);
  });

  it.each([
    ['[{"host":"github.com"', 'JSON'],
    ['{"host":"github.com"}', 'expected array'],
    [JSON.stringify([{ host: 'https://github.com', kind: 'github' }]), '0.host: host in lower case'],
    [JSON.stringify([{ host: 'GitHub.com', kind: 'github' }]), '0.host'],
    [JSON.stringify([{ host: 'a.example', kind: 'svn' }]), '0.kind'],
    [JSON.stringify([{ host: 'a.example', kind: 'gitlab', api: 'http://a.example' }]), '0.api'],
    [JSON.stringify([{ host: 'a.example', kind: 'gitlab', api: 'https://x:sesame@a.example/api/v4' }]), 'without user'],
    [JSON.stringify([{ host: 'a.example', kind: 'gitlab', api: 'https://a.example/api/v4?t=sesame' }]), 'without user'],
    [JSON.stringify([{ host: 'a.example', kind: 'gitlab', tokn: 'sesame' }]), 'tokn'],
    [JSON.stringify([{ host: 'a.example', kind: 'git', token: 'sesame' }]), 'git is asked without'],
    [
      JSON.stringify([
        { host: 'a.example', kind: 'gitlab', app: { id: '1', installation: '2', privateKey: 'sesame' } },
      ]),
      'app is for github only',
    ],
    [
      JSON.stringify([
        { host: 'a.example', kind: 'github', token: 'sesame', app: { id: '1', installation: '2', privateKey: 'k' } },
      ]),
      'not both',
    ],
    [
      JSON.stringify([
        { host: 'a.example', kind: 'git' },
        { host: 'a.example', kind: 'gitlab' },
      ]),
      'stands twice',
    ],
    ['[{"token":"sesame",', 'JSON'],
  ])('%s is refused by name', (text, said) => {
    const { code, detail, exitCode } = refused(() => readForgeSettings(text));
    expect([code, exitCode]).toEqual(['invalid-settings', 2]);
    expect(detail.en).toContain('COMMUNS_FORGES');
    expect(detail.en).toContain(said);
    expect(detail.en + detail.fr).not.toContain('sesame');
  });
});

describe('COMMUNS_WEBHOOKS', () => {
  it('gives the secret of a host, and none of another', () => {
    const one = { host: 'git.example', kind: 'forgejo', secret: 'sixteen letters or more' } as const;
    const webhooks = readWebhooks(JSON.stringify([one]));
    expect([webhooks.of('git.example'), webhooks.of('other.example')]).toEqual([one, null]);
    expect(readWebhooks(undefined).of('git.example')).toBeNull();
  });

  it('is refused with a short secret, or for a kind that sends none', () => {
    const short = [{ host: 'git.example', kind: 'forgejo', secret: 'sesame' }];
    const { detail } = refused(() => readWebhooks(JSON.stringify(short)));
    expect(detail.en).toContain('0.secret: at least 16 characters');
    expect(detail.en).not.toContain('sesame');
    refused(() => readWebhooks(JSON.stringify([{ host: 'git.example', kind: 'git', secret: 'x'.repeat(16) }])));
  });
});
