// The timesheets of the sample, each as that company's software writes them: two kinds of CSV, a list and a grid in XLSX.
import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { addDays, type Day, type Month, monthOf } from '../lib/model/calendar.ts';
import { bank, developerOf, ministry, rail, type SampleCompany } from './cast.ts';
import type { SampleFile } from './organisation-files.ts';
import { type PlannedDay, plannedDays, sampleMonths } from './plan.ts';
import { lateTimesheetPath, timesheetPath } from './timesheet-paths.ts';

const frenchDay = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** `315` → `5,25`; the sample's amounts are whole hundredths of an hour. */
const hoursText = (minutes: number): string =>
  `${Math.trunc(minutes / 60)},${String(Math.trunc(((minutes % 60) * 100) / 60)).padStart(2, '0')}`;
const clockText = (minutes: number): string => `${Math.trunc(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;

const [surname, firstName] = [
  (name: string): string => name.slice(name.indexOf(' ') + 1),
  (name: string): string => name.slice(0, name.indexOf(' ')),
];

const sumOf = (days: readonly PlannedDay[]): number => days.reduce((total, { amount }) => total + amount, 0);

/** Windows-1252, as French spreadsheets save CSV; the sample uses only letters of its Latin-1 part, and œ. */
const latinBytes = (text: string): Uint8Array =>
  Uint8Array.from(text.replaceAll('œ', '\u009c'), (letter) => letter.charCodeAt(0));

const comments = ['Développement', 'Revue de code', 'Réunion de la communauté', '', 'Essais'] as const;
const commentOf = ({ day }: PlannedDay): string => comments[Number(day.slice(8)) % comments.length]!;

function railCsv(days: readonly PlannedDay[]): Uint8Array {
  const rows = days.map((planned) => {
    const { name } = developerOf(planned.matricule);
    return [
      planned.matricule,
      surname(name),
      firstName(name),
      planned.project,
      frenchDay(planned.day),
      hoursText(planned.amount),
      commentOf(planned),
    ];
  });
  const header = ['Matricule', 'Nom', 'Prénom', 'Code projet', 'Date', 'Heures', 'Commentaire'];
  const total = ['Total', '', '', '', '', hoursText(sumOf(days)), ''];
  return latinBytes([header, ...rows, total].map((cells) => `${cells.join(';')}\r\n`).join(''));
}

/** The day on which the person entered the line: the first of the next month at the latest. */
function writtenOn(day: Day): Day {
  const soon = addDays(day, 2);
  return monthOf(soon) === monthOf(day) ? soon : addDays(day, 1);
}

function ministryCsv(days: readonly PlannedDay[]): Uint8Array {
  const rows = days.map((planned) => [
    planned.matricule,
    developerOf(planned.matricule).name,
    planned.project,
    frenchDay(planned.day),
    clockText(planned.amount),
    frenchDay(writtenOn(planned.day)),
  ]);
  const header = ['Matricule', 'Agent', 'Projet', 'Date', 'Durée', 'Saisi le'];
  return new TextEncoder().encode(`\uFEFF${[header, ...rows].map((cells) => `${cells.join(';')}\r\n`).join('')}`);
}

const noon = (day: Day): Date => new Date(`${day}T00:00:00Z`);

function newWorkbook(month: Month): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Exemple';
  workbook.created = noon(`${month}-28`);
  workbook.modified = noon(`${month}-28`);
  return workbook;
}

/** Packed again with one fixed date, so that the same sheet gives the same bytes. */
async function packed(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const named = Object.entries(parts).filter(([name]) => !name.endsWith('/'));
  // Zip dates are local times without a zone: the parts of one are given, never an instant.
  return zipSync(Object.fromEntries(named), { level: 9, mtime: new Date(2025, 0, 1, 12) });
}

async function ministryList(month: Month, days: readonly PlannedDay[]): Promise<Uint8Array> {
  const workbook = newWorkbook(month);
  const sheet = workbook.addWorksheet('Relevé');
  sheet.addRow(['Relevé des temps – Ministère Témoin']);
  sheet.addRow([`Période : ${month.slice(5)}/${month.slice(0, 4)}`]);
  sheet.addRow([]);
  sheet.addRow(['Matricule', 'Agent', 'Projet', 'Date', 'Nb heures', 'Saisi le']).font = { bold: true };
  const first = sheet.rowCount + 1;
  for (const planned of days) {
    const row = sheet.addRow([
      planned.matricule,
      developerOf(planned.matricule).name,
      planned.project,
      noon(planned.day),
      planned.amount / 60,
      noon(writtenOn(planned.day)),
    ]);
    row.getCell(4).numFmt = 'dd/mm/yyyy';
    row.getCell(5).numFmt = '0.00';
    row.getCell(6).numFmt = 'dd/mm/yyyy';
  }
  const total = sheet.addRow(['Total']).getCell(5);
  total.value = { formula: `SUM(E${first}:E${sheet.rowCount - 1})`, result: sumOf(days) / 60 };
  return packed(workbook);
}

async function bankGrid(month: Month, days: readonly PlannedDay[]): Promise<Uint8Array> {
  const workbook = newWorkbook(month);
  const sheet = workbook.addWorksheet(month);
  sheet.addRow([`Compte rendu d’activité ${month} – Banque Fictive (en jours)`]);
  sheet.addRow([]);
  const dayNumbers = Array.from({ length: 31 }, (_, index) => index + 1);
  sheet.addRow(['Matricule', 'Salarié', 'Projet', ...dayNumbers, 'Total (jours)']).font = { bold: true };
  const people = [...new Set(days.map(({ matricule }) => matricule))].sort();
  for (const matricule of people) {
    const own = days.filter((planned) => planned.matricule === matricule);
    const row = sheet.addRow([matricule, developerOf(matricule).name, own[0]?.project]);
    for (const { day, amount } of own) row.getCell(3 + Number(day.slice(8))).value = amount / 2;
    row.getCell(35).value = { formula: `SUM(D${row.number}:AH${row.number})`, result: sumOf(own) / 2 };
  }
  return packed(workbook);
}

async function timesheetOf(company: SampleCompany, month: Month): Promise<SampleFile> {
  const days = plannedDays.filter(
    (planned) => developerOf(planned.matricule).company === company && monthOf(planned.day) === month && !planned.late,
  );
  const write = { [rail.siren]: railCsv, [ministry.siren]: ministryCsv }[company.siren];
  const path = timesheetPath(company, month);
  if (path.endsWith('.csv') && write !== undefined) return { path, bytes: write(days) };
  return { path, bytes: await (company === bank ? bankGrid(month, days) : ministryList(month, days)) };
}

/** Every timesheet, by company and month, and the one that was sent months later. */
export async function timesheetFiles(): Promise<SampleFile[]> {
  const files: SampleFile[] = [];
  for (const company of [rail, bank, ministry]) {
    for (const month of sampleMonths) files.push(await timesheetOf(company, month));
  }
  files.push({ path: lateTimesheetPath, bytes: railCsv(plannedDays.filter(({ late }) => late)) });
  return files;
}
