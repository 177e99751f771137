// Which column is which: found by its name wherever it stands, and never one that only looks like it.
import { describe, expect, it } from 'vitest';
import { csv } from './tables.ts';
import { told } from './told.ts';

const values: Readonly<Record<string, string>> = {
  Matricule: 'M1',
  Date: '12/10/2026',
  Projet: 'p',
  Heures: '7',
};
/** A file of one line under these headers; the four known ones are filled in. */
const line = (...columns: readonly (readonly [header: string, value: string] | string)[]): string =>
  csv([
    columns.map((column) => (typeof column === 'string' ? column : column[0])),
    columns.map((column) => (typeof column === 'string' ? (values[column] ?? '') : column[1])),
  ]);
const usual = ['2 M1 2026-10-12 p 7:00'];

describe('a column that only looks like the person', () => {
  it.each([
    [['Validé par', 'Chef']],
    [['Nom du valideur', 'Chef']],
    [['Nom du responsable', 'Chef']],
    [['Approved by', 'Boss']],
    [['Approver name', 'Boss']],
    [['Manager', 'Boss']],
    [['Saisi par', 'Assistante']],
    [['N+1', 'Chef']],
    [['Nom du client', 'Client']],
  ] as const)('%j is passed over for the name beside it', async (column) => {
    const file = line(column, ['Collaborateur', 'Zoé Fictif'], 'Date', 'Projet', 'Heures');
    expect(await told(file)).toEqual(['2 Zoé Fictif 2026-10-12 p 7:00']);
  });

  it.each([
    [['Email approbateur', 'c@x.invalid']],
    [['Approver email', 'c@x.invalid']],
    [['E-mail du responsable', 'c@x.invalid']],
    [['Matricule valideur', 'M9']],
  ] as const)('%j is passed over for the number beside it', async (column) => {
    expect(await told(line(column, 'Matricule', 'Date', 'Projet', 'Heures'))).toEqual(usual);
  });

  it.each(['Validé par', 'Manager', 'Approver email', 'Client'])('%s alone does not name anybody', async (header) => {
    expect(await told(line([header, 'Chef'], 'Date', 'Projet', 'Heures'))).toEqual(['1 missing-column']);
  });
});

describe('a column that only looks like the day', () => {
  it.each([
    'Date de visa',
    'Date de validation',
    'Validé le',
    'Date de saisie',
    'Saisi le',
    'Date d’embauche',
    'Date de naissance',
    'Date de fin',
    'End date',
    'Approved on',
    'Created at',
    'Date de création',
    'Due date',
    'Date de modification',
    'Date de facture',
  ])('%s is passed over', async (header) => {
    expect(await told(line([header, '02/11/2026'], 'Matricule', 'Date', 'Projet', 'Heures'))).toEqual(usual);
    expect(await told(line([header, '02/11/2026'], 'Matricule', 'Projet', 'Heures'))).toEqual(['1 missing-column']);
  });

  it('is not the name of a weekday beside the date', async () => {
    expect(await told(line('Matricule', ['Jour', 'lundi'], 'Date', 'Projet', 'Heures'))).toEqual(usual);
    expect(await told(line('Matricule', ['Jour de la semaine', 'lundi'], 'Date', 'Projet', 'Heures'))).toEqual(usual);
  });

  it('is asked about where it holds weeks or months: time is counted by the day', async () => {
    for (const [header, value] of [
      ['Semaine', 'S42'],
      ['Week', '2026-W42'],
      ['Mois', '10/2026'],
      ['Mois', 'octobre 2026'],
      ['Période', 'du 12/10/2026 au 16/10/2026'],
    ] as const) {
      expect(await told(line('Matricule', [header, value], 'Projet', 'Heures'))).toEqual(['2 not-a-date']);
    }
  });
});

describe('a column that only looks like the hours', () => {
  it.each([
    ['Heure de début', '09:00'],
    ['Heure de fin', '17:00'],
    ['Heure d’arrivée', '09:00'],
    ['Début', '09:00'],
    ['Start time', '09:00'],
    ['End Time', '17:00'],
    ['Time in', '09:00'],
    ['Clock out', '17:00'],
    ['Pause', '1:00'],
    ['Temps de pause', '1:00'],
    ['Heures théoriques', '8'],
    ['Heures contrat', '35'],
    ['Heures prévues', '8'],
    ['Planned hours', '8'],
    ['Estimated hours', '40'],
    ['Budget (h)', '400'],
    ['Reste à faire (j)', '12'],
    ['Remaining hours', '12'],
    ['Heures facturables', '5'],
    ['Billable hours', '5'],
    ['Billable Rate (EUR)', '80'],
    ['Taux horaire', '50'],
    ['Coût horaire', '50'],
    ['Montant (€)', '350'],
    ['Total HT', '350'],
    ['Total (€)', '350'],
    ['Heures sup.', '1'],
    ['Overtime hours', '1'],
    ['Heures d’absence', '3'],
    ['Solde RTT (jours)', '4'],
    ['Cumul heures', '140'],
    ['% d’avancement', '80'],
    ['Temps partiel', '80 %'],
    ['Duration (seconds)', '25200'],
    ['Durée (s)', '25200'],
    ['Total jour', '7,8'],
    ['Total heures du jour', '7,8'],
    ['Daily total', '7,8'],
  ] as const)('%s is passed over', async (header, value) => {
    expect(await told(line([header, value], 'Matricule', 'Date', 'Projet', 'Heures'))).toEqual(usual);
    expect(await told(line('Matricule', 'Date', 'Projet', [header, value]))).toEqual(['1 missing-column']);
  });

  it('with clock times alone, nobody works the duration out: pauses are not in them', async () => {
    const file = line('Matricule', 'Date', 'Projet', ['Heure début', '9:00'], ['Heure fin', '17:00']);
    expect(await told(file)).toEqual(['1 missing-column']);
  });

  it('hours are taken before days where both are there, whichever comes first', async () => {
    expect(await told(line('Matricule', 'Date', 'Projet', ['Jours', '1'], 'Heures'))).toEqual(usual);
    expect(await told(line('Matricule', 'Date', 'Projet', 'Heures', ['Jours', '1']))).toEqual(usual);
    expect(await told(line('Matricule', 'Date', 'Projet', ['Heures', ''], ['Jours', '1']))).toEqual([
      '2 not-a-duration',
    ]);
  });

  it('hundredths are taken before hours and minutes where both are there', async () => {
    const file = line('Matricule', 'Date', 'Projet', ['Duration (h)', '07:00:00'], ['Duration (decimal)', '7.00']);
    expect(await told(file)).toEqual(usual);
  });
});

describe('a column that only looks like the project', () => {
  it.each([
    'Chef de projet',
    'Type d’activité',
    'Statut du projet',
    'Project manager',
    'Client',
    'Description du projet',
  ])('%s is passed over', async (header) => {
    expect(await told(line('Matricule', 'Date', [header, 'x'], 'Projet', 'Heures'))).toEqual(usual);
    expect(await told(line('Matricule', 'Date', [header, 'x'], 'Heures'))).toEqual(['1 missing-column']);
  });

  it('is taken from the code before the name, and from the project before the task', async () => {
    const code = line('Matricule', 'Date', ['Nom du projet', 'Le projet'], ['Code projet', 'p'], 'Heures');
    expect(await told(code)).toEqual(usual);
    expect(await told(line('Matricule', 'Date', ['Tâche', 't'], ['Activité', 'a'], 'Projet', 'Heures'))).toEqual(usual);
    expect(await told(line('Matricule', 'Date', ['Sous-projet', 's'], 'Projet', 'Heures'))).toEqual(usual);
  });
});

describe('the columns of known tools', () => {
  it('are those of Clockify', async () => {
    const head =
      'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (EUR),Billable Amount (EUR)';
    const row = 'p,c,x,t,Zoé Fictif,g,z@x.invalid,,No,13/10/2026,09:00:00,13/10/2026,16:30:00,07:30:00,7.50,0.00,0.00';
    expect(await told(`${head}\n${row}\n`)).toEqual(['2 z@x.invalid 2026-10-13 p 7:30']);
  });

  it('are those of Kimai', async () => {
    const head = 'Date;From;To;Duration;Currency;Internal price;Name;Username;Customer;Project;Activity;Description';
    const row = '2026-10-13;09:00;16:30;7:30;EUR;0;Zoé Fictif;zoe;c;p;a;x';
    expect(await told(`${head}\n${row}\n`)).toEqual(['2 Zoé Fictif 2026-10-13 p 7:30']);
  });

  it('are those of Toggl, of Harvest and of Redmine', async () => {
    expect(
      await told(
        'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration\nZoé,z@x.invalid,c,p,t,x,No,2026-10-13,09:00:00,2026-10-13,16:30:00,07:30:00\n',
      ),
    ).toEqual(['2 z@x.invalid 2026-10-13 p 7:30']);
    expect(
      await told(
        'Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,First Name,Last Name\n2026-10-13,c,Le projet,p,t,x,7.2,7.2,No,Zoé,Fictif\n',
      ),
    ).toEqual(['2 Zoé Fictif 2026-10-13 p 7:12']);
    expect(
      await told('Projet;Date;Utilisateur;Activité;Demande;Commentaire;Heures\np;13/10/2026;Zoé Fictif;Dev;#1;x;7,2\n'),
    ).toEqual(['2 Zoé Fictif 2026-10-13 p 7:12']);
  });
});
