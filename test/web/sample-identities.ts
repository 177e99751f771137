// A developer's identities in every state that a page can show.
import type { DeveloperIdentitiesView } from '../../web/developer-identities.ts';

const at = '2026-02-03T10:12:00.000Z';

export const sampleIdentities: DeveloperIdentitiesView = {
  company: { id: 'co-rail', name: 'Rail Exemple' },
  linked: [
    {
      identity: 'id-1',
      shown: 'alice.vernois@rail.example',
      about: 'address',
      intervals: [
        { since: '2024-01-01', until: '2025-06-30', proof: 'vouched', at, isHere: true },
        { since: '2025-12-01', until: null, proof: 'address-code', at, isHere: true },
      ],
    },
    {
      identity: 'id-2',
      shown: null,
      about: 'account',
      intervals: [{ since: '2025-01-01', until: null, proof: 'signed-challenge', at, isHere: false }],
    },
  ],
  proposed: [
    {
      ...{ identity: 'id-3', shown: 'a.vernois@webmail.example', about: 'address', source: 'employer', because: null },
      ...{ since: '2025-01-01', until: null, isVouched: true, isRefused: false, by: 'Sabine Tellier' },
    },
    {
      ...{ identity: 'id-4', shown: 'alice@old.example', about: 'address', source: 'mailmap', because: '.mailmap' },
      ...{ since: null, until: null, isVouched: false, isRefused: false, by: 'Sabine Tellier' },
    },
    {
      ...{ identity: 'id-5', shown: '7+av@users.noreply.github.com', about: 'account', source: 'same-name' },
      ...{ because: 'Alice Vernois', since: null, until: null, isVouched: false, isRefused: false, by: null },
    },
    {
      ...{ identity: 'id-6', shown: 'avernois@example.org', about: 'address', source: 'employer', because: null },
      ...{ since: '2025-01-01', until: '2025-03-31', isVouched: true, isRefused: true, by: 'Sabine Tellier' },
    },
    {
      ...{ identity: 'id-7', shown: 'av@example.org', about: 'address', source: 'employer', because: null },
      ...{ since: null, until: null, isVouched: false, isRefused: true, by: 'Sabine Tellier' },
    },
  ],
  begun: [
    {
      ...{ request: 'r1', proof: 'address-code', where: 'alice@home.example', login: null, expires: at },
      ...{ challenge: null, address: null },
    },
    {
      ...{ request: 'r2', proof: 'signed-challenge', where: 'codeberg.org', login: 'avernois', expires: at },
      ...{ challenge: 'communs identity proof; account avernois on codeberg.org', address: null },
    },
    {
      ...{ request: 'r3', proof: 'forge-login', where: 'github.com', login: null, expires: at, challenge: null },
      address: 'https://github.com/login/oauth/authorize?state=r3',
    },
  ],
  keyForges: ['codeberg.org', 'github.com'],
  loginForges: ['github.com'],
  outbox: '.communs/outbox',
  notice: null,
};

/** Before anything is linked, where mail is sent and no forge is set up. */
export const noIdentities: DeveloperIdentitiesView = {
  ...sampleIdentities,
  ...{ linked: [], proposed: [], begun: [], loginForges: [], outbox: null },
};
