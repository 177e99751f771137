// Secondments, pay and addresses as companies send them: encodings, delimiters, exact amounts, and every problem at once.
import { describe, expect, test } from 'vitest';
import { readIdentities } from '../../../lib/intake/declarations/identities.ts';
import { readPay } from '../../../lib/intake/declarations/pay.ts';
import { readSecondments } from '../../../lib/intake/declarations/secondments.ts';
import { parseDay, parseEuros, parseShare, parseTime } from '../../../lib/intake/declarations/values.ts';

const csv = (lines: readonly string[], name = 'lines.csv') => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\r\n')),
});
const latin = (lines: readonly string[]) => ({
  name: 'lines.csv',
  bytes: Uint8Array.from(lines.join('\r\n'), (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0))),
});

const secondmentHeader =
  'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement';
const payHeader =
  'Matricule;Période du;Au;Brut (€);Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie';
const digest = 'a'.repeat(64);

describe('values', () => {
  test.each([
    ['48 250,00', 4_825_000],
    ['48\u202f250,5 €', 4_825_050],
    ['48250.07', 4_825_007],
    ['0', 0],
    ['1.234,50', null],
    ['1,234', null],
    ['-12,00', null],
    ['48 25', null],
    ['1e5', null],
    ['', null],
  ])('%s euros', (text, cents) => expect(parseEuros(text)).toBe(cents));

  test.each([
    ['2025-03-31', '2025-03-31'],
    ['31/03/2025', '2025-03-31'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', null],
    ['03/31/2025', null],
    ['1/3/2025', null],
    ['0025-03-31', null],
  ])('the day %s', (text, day) => expect(parseDay(text)).toBe(day));

  test.each([
    ['100 %', '1'],
    ['1', '1'],
    ['80%', '4/5'],
    ['0,8', '4/5'],
    ['33,33 %', '3333/10000'],
    ['2/3', '2/3'],
    ['0', null],
    ['120 %', null],
    ['3/2', null],
    ['1/0', null],
  ])('a share of %s', (text, share) => expect(parseShare(text)).toBe(share));

  test.each([
    ['1607,00', 'hour', 96_420, 'minute'],
    ['151h40', 'hour', 9100, 'minute'],
    ['0,01', 'hour', null, null],
    ['107,5', 'day', 215, 'half-day'],
    ['107,25', 'day', null, null],
    ['430', 'half-day', 430, 'half-day'],
    ['0', 'minute', null, null],
  ] as const)('%s %ss of work', (text, word, amount, unit) => {
    expect(parseTime(text, word)).toEqual(amount === null ? null : { unit, amount });
  });
});

describe('secondments', () => {
  test('in Windows-1252 are read with days, ratio and French words', () => {
    const { declaration, problems } = readSecondments(
      latin([
        secondmentHeader,
        'R-1;Élodie Exemple;E.Exemple@Rail.example | e@web.example;a|b;fcf;01/01/2025;;80 %;Heures;Prêt;10/12/2024;2024-12-11;12/12/2024',
      ]),
    );
    expect(problems).toEqual([]);
    expect(declaration?.secondments).toEqual([
      {
        matricule: 'R-1',
        name: 'Élodie Exemple',
        emails: ['e.exemple@rail.example', 'e@web.example'],
        projects: ['a', 'b'],
        foundation: 'fcf',
        from: '2025-01-01',
        to: null,
        share: '4/5',
        unit: 'minute',
        legalForm: 'loan',
        staff: 'employee',
        basis: null,
        convention: '2024-12-10',
        amendment: '2024-12-11',
        consent: '2024-12-12',
        weeklyMinutes: null,
        workingDays: null,
      },
    ]);
  });

  const regime = (hours: string, days: string, unit = 'heures') =>
    readSecondments(
      csv([
        `${secondmentHeader};Heures par semaine;Jours travaillés`,
        `R-1;A;;a;fcf;01/01/2025;;80 %;${unit};don de service;;;;${hours};${days}`,
      ]),
    );

  test.each([
    ['35', 2100, 'lun,mar,jeu,ven', [1, 2, 4, 5]],
    ['28,00', 1680, 'vendredi | Lundi', [1, 5]],
    ['17h30', 1050, 'mon, tue wed', [1, 2, 3]],
    ['17 h 30', 1050, 'Saturday', [6]],
    ['35 heures', 2100, 'lun, lun', [1]],
    ['', null, '', null],
  ] as const)(
    'of %s hours a week are %s minutes, and %s are the weekdays %j',
    (hours, weeklyMinutes, days, workingDays) => {
      const { declaration, problems } = regime(hours, days);
      expect(problems).toEqual([]);
      expect(declaration?.secondments).toMatchObject([{ weeklyMinutes, workingDays }]);
    },
  );

  test.each([
    ['151,67', '', '2:Heures par semaine not-a-duration'],
    ['1607', '', '2:Heures par semaine not-a-duration'],
    ['60h01', '', '2:Heures par semaine not-a-duration'],
    ['0', '', '2:Heures par semaine not-a-duration'],
    ['35', 'lun-ven', '2:Jours travaillés not-weekdays'],
    ['35', 'lun, jour', '2:Jours travaillés not-weekdays'],
  ])('of %s hours a week on %s say what is wrong', (hours, days, problem) => {
    expect(regime(hours, days).problems.map(({ where, code }) => `${where} ${code}`)).toEqual([problem]);
  });

  test('under forfait-jours state no hours, and may state weekdays', () => {
    expect(regime('35', '', 'forfait-jours').problems).toMatchObject([
      { where: '2:Heures par semaine', code: 'unit-disagrees', blocking: true },
    ]);
    expect(regime('', 'lun,mar', 'forfait-jours').problems).toEqual([]);
  });

  test('say each wrong cell by line and column, and what papers are missing', () => {
    const { declaration, problems } = readSecondments(
      csv([
        secondmentHeader,
        'R-1;A;pas une adresse;a;fcf;31/02/2025;;80 %;heures;prêt;;;',
        'R-2;B;;a;fcf;2025-03-01;2025-02-01;2;sieste;prêt;;;',
        'R-3;C;;a;fcf;2025-01-01;2028-06-30;1;heures;prêt;2025-02-01;;2024-12-01',
        'R-3;C;;a;fcf;2025-01-01;2028-06-30;1;heures;prêt;2025-02-01;;2024-12-01',
      ]),
    );
    expect(declaration).toBeNull();
    expect(problems.map(({ where, code, blocking }) => `${where} ${code}${blocking ? '' : ' (note)'}`)).toEqual([
      '2:Adresses not-an-address',
      '2:Début not-a-day',
      '3:Quotité not-a-share',
      '3:Régime unknown-word',
      '3:Fin reversed-period',
      '4:Convention signed-after-start (note)',
      '4:Avenant amendment-missing (note)',
      '4:Fin term-exceeded (note)',
      '5:Convention signed-after-start (note)',
      '5:Avenant amendment-missing (note)',
      '5:Fin term-exceeded (note)',
      '5 duplicate-line',
    ]);
    expect(problems[1]?.detail.fr).toBe(
      'Ligne 2, colonne « Début » : « 31/02/2025 » ne se lit pas. Écrivez un jour du calendrier, jj/mm/aaaa ou aaaa-mm-jj.',
    );
  });

  test('as JSON are read like the CSV', () => {
    const secondment = {
      matricule: 'R-1',
      name: 'A',
      emails: ['a@rail.example'],
      projects: ['a', 'b'],
      foundation: 'fcf',
      from: '2025-01-01',
      to: null,
      share: '1/2',
      regime: 'half-day',
      legalForm: 'own-work',
    };
    const read = (value: unknown) => readSecondments(csv([JSON.stringify(value)], 's.json'));
    expect(read({ secondments: [secondment] }).declaration?.secondments[0]).toMatchObject({
      projects: ['a', 'b'],
      share: '1/2',
      unit: 'half-day',
      to: null,
    });
    expect(
      read({ secondments: [{ ...secondment, share: 0.5, boss: 'x' }] }).problems.map(({ where }) => where),
    ).toEqual(['$.secondments[0].share', '$.secondments[0].boss']);
  });
});

describe('pay', () => {
  test('is read into exact cents and minutes, the unit taken from the header', () => {
    const { declaration, problems } = readPay(
      latin([payHeader, `R-1;01/01/2025;31/12/2025;48 250,10 €;0;19780,5;1 240,00;1607,00;réel;sha256:${digest}`]),
    );
    expect(problems).toEqual([]);
    expect(declaration).toEqual({
      pay: [
        {
          matricule: 'R-1',
          period: { from: '2025-01-01', to: '2025-12-31' },
          grossCents: 4_825_010,
          accessoriesCents: 0,
          eligibleChargesCents: 1_978_050,
          excludedChargesCents: 124_000,
          timeBase: { unit: 'minute', amount: 96_420, how: 'actual' },
          payrollDigest: digest,
        },
      ],
      subsidies: [],
    });
  });

  test('in comma-delimited English with quotes and a subsidy is read too', () => {
    const { declaration } = readPay(
      csv([
        'Kind,Staff number,From,To,Gross,Accessories,Eligible charges,Excluded charges,Time base,Source of the base,Payroll file digest,Grantor,Amount',
        `pay,B-1,2025-01-01,2025-12-31,"61000,00",0,0,0,215 days,days,${digest},,`,
        'subsidy,,2025-01-01,2025-12-31,,,,,,,,Région,5000',
      ]),
    );
    expect(declaration?.pay[0]?.timeBase).toEqual({ unit: 'half-day', amount: 430, how: 'days' });
    expect(declaration?.subsidies).toEqual([
      { kind: 'subsidy', grantor: 'Région', period: { from: '2025-01-01', to: '2025-12-31' }, amountCents: 500_000 },
    ]);
  });

  test('without a time base passes with a note; with a wrong one, or twice, it is refused', () => {
    const line = (base: string, how: string) => `R-1;01/01/2025;31/12/2025;1;0;0;0;${base};${how};${digest}`;
    const codes = (...lines: string[]) =>
      readPay(csv([payHeader, ...lines])).problems.map(({ where, code }) => `${where} ${code}`);
    expect(codes(line('', ''))).toEqual(['2:Base de temps (heures) time-base-missing']);
    expect(readPay(csv([payHeader, line('', '')])).declaration?.pay[0]?.timeBase).toBeNull();
    expect(codes(line('beaucoup', 'réel'))).toEqual(['2:Base de temps (heures) not-a-duration']);
    expect(codes(line('1607', 'jours'))).toEqual(['2:Origine de la base unit-disagrees']);
    expect(codes(line('1607', 'réel'), line('1607', 'réel'))).toEqual(['3 overlapping-periods']);
  });

  test('never guesses the unit of a bare number', () => {
    const { problems } = readPay(
      csv([
        payHeader.replace('Base de temps (heures)', 'Base de temps'),
        `R-1;01/01/2025;31/12/2025;1;0;0;0;1607;réel;${digest}`,
      ]),
    );
    expect(problems.map(({ code }) => code)).toEqual(['not-a-duration']);
  });
});

describe('addresses', () => {
  test('of one person are read; the same address for two is refused, and so is a proof the company cannot give', () => {
    const { problems } = readIdentities(
      csv([
        '# explication',
        'Matricule;Adresse;Preuve;Depuis',
        'R-1;a@rail.example;attestée;01/01/2025',
        'R-2;A@rail.example;attestée;01/01/2025',
        'R-3;c@rail.example;forge-login;01/01/2025',
      ]),
    );
    expect(problems.map(({ where, code, value }) => `${where} ${code} ${value}`)).toEqual([
      '4:Adresse duplicate-line a@rail.example',
      '5:Preuve proof-not-declarable forge-login',
    ]);
  });
});

describe('a file of lines', () => {
  test('with unknown, missing and repeated columns names each of them', () => {
    const { declaration, problems } = readIdentities(
      csv(['Matricule;Courriel;Adresse;Couleur', 'R-1;a@rail.example;;bleu;trop']),
    );
    expect(declaration).toBeNull();
    expect(problems.map(({ where, code }) => `${where} ${code}`)).toEqual([
      '1:Adresse duplicate-column',
      '1:Couleur unknown-column',
      '1 missing-column',
      '1 missing-column',
      '2 extra-cells',
    ]);
  });

  test('that is empty, a spreadsheet, or badly quoted is told what it is', () => {
    const codes = (text: string) => readIdentities(csv([text])).problems.map(({ code }) => code);
    expect(codes('')).toEqual(['empty']);
    expect(codes('PK\u0003\u0004')).toEqual(['undecodable-text']);
    expect(codes('Matricule;Adresse;Preuve;Depuis')).toEqual(['empty']);
    expect(codes('Matricule;Adresse;Preuve;Depuis\r\n"R-1;a@rail.example')).toEqual(['not-csv']);
  });
});
