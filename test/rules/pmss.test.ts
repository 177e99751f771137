// The monthly social-security ceiling agrees with the parameters of OpenFisca France: value, first day, order and day of its publication.
import { expect, test } from 'vitest';
import { addDays } from '../../lib/model/calendar.ts';
import { ruleSet, schemeOf } from '../../lib/rules/rule-set.ts';
import openFisca from './beside/openfisca-pmss.json' with { type: 'json' };

const ours = schemeOf(ruleSet, 'mecenat-de-competences-238bis').figures.filter(({ key }) => key === 'pmssCents');
const theirs = openFisca.values;

test('each year has the value of OpenFisca, from its day to the day of the next one', () => {
  expect(ours.map(({ value, from }) => ({ from, euros: Number(value) / 100 }))).toEqual(
    theirs.map(({ from, euros }) => ({ from, euros })),
  );
  const nexts = [...theirs.slice(1).map(({ from }) => from), '2027-01-01'];
  expect(ours.map(({ to }) => to)).toEqual(nexts);
});

test('each names the order that fixed it and the Journal officiel that published it, the year before', () => {
  const orders = theirs.map(({ order, officialJournal }) => {
    const [, day, month, year] = /^Arrêté du (\d\d)\/(\d\d)\/(\d{4})$/.exec(order)!;
    return `CSS L. 241-3; order of ${year}-${month}-${day}, JO of ${officialJournal}`;
  });
  expect(ours.map(({ legalReference }) => legalReference)).toEqual(orders);
  for (const { from, officialJournal } of theirs)
    expect(officialJournal < from && addDays(from, -60) < officialJournal).toBe(true);
});

test('the address is that of the file that was read, at the commit that was read', () => {
  const { repository, commit, path } = openFisca.source;
  for (const { sourceUrl } of ours) expect(sourceUrl).toBe(`${repository}/blob/${commit.slice(0, 7)}/${path}`);
});
