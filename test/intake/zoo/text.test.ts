// Text files as programs save them and people send them on: encodings, separators, quotes, totals, and what is not a table at all.
import { describe, expect, it } from 'vitest';
import { read } from '../read.ts';
import { csv, encode } from './tables.ts';
import { itReads } from './told.ts';

const head = 'Matricule;Date;Projet;Heures\r\n';
const line = 'M1;12/10/2026;p;7\r\n';
const usual = ['2 M1 2026-10-12 p 7:00'];
const accents = csv([
  ['Prénom', 'Nom', 'Date', 'Libellé projet', 'Durée'],
  ['Éloïse', 'Lecœur', '12/10/2026', 'Socle d’échange', '7h30'],
]);
const spoken = ['2 Éloïse Lecœur 2026-10-12 Socle d’échange 7:30'];

describe('an encoding', () => {
  itReads([
    { about: 'UTF-8', file: encode(accents, 'utf-8'), says: spoken },
    { about: 'UTF-8 with its mark', file: encode(accents, 'utf-8-bom'), says: spoken },
    { about: 'Windows-1252', file: encode(accents, 'windows-1252'), says: spoken },
    { about: 'the old Macintosh one', file: encode(accents, 'macintosh'), says: spoken },
    { about: 'UTF-16 with its mark', file: encode(accents, 'utf-16le'), says: spoken },
    {
      about: 'UTF-16 whose mark was lost',
      file: encode(accents, 'utf-16le').subarray(2),
      says: spoken,
    },
    {
      about: 'UTF-16 of Latin letters whose mark was lost',
      file: encode(head + line, 'utf-16le').subarray(2),
      says: usual,
    },
    {
      about: 'UTF-16 the other way round, by name',
      file: encode(accents, 'utf-16be'),
      says: ['refused undecodable-text'],
    },
    {
      about: 'UTF-8 that somebody saved a second time as if it were Windows-1252',
      file: encode(new TextDecoder('windows-1252').decode(encode(accents, 'utf-8')), 'utf-8'),
      says: ['refused undecodable-text'],
    },
    {
      about: 'UTF-8 with one line of Windows-1252 pasted in',
      file: Uint8Array.from([...encode(accents, 'utf-8'), ...encode('Zoé;É;12/10/2026;p;7h\r\n', 'windows-1252')]),
      says: ['refused undecodable-text'],
    },
    {
      about: 'the one of DOS',
      file: Uint8Array.from(
        [...'Matricule;Date;Projet;Dur']
          .map((x) => x.charCodeAt(0))
          .concat(0x82, ...[...'e\r\nM1;12/10/2026;p;7\r\n'].map((x) => x.charCodeAt(0))),
      ),
      says: ['refused undecodable-text'],
    },
    {
      about: 'names in capitals of Windows, which a Mac would read as signs',
      file: encode(
        csv([
          ['Nom complet', 'Date', 'Projet', 'Heures'],
          ['FRANÇOIS NOËL', '12/10/2026', 'p', '7'],
        ]),
        'windows-1252',
      ),
      says: ['2 FRANÇOIS NOËL 2026-10-12 p 7:00'],
    },
    {
      about: 'curly quotation marks of Windows, which a Mac would read as letters',
      file: encode(
        csv([
          ['Matricule', 'Date', 'Projet', 'Heures'],
          ['M1', '12/10/2026', 'le “projet”', '7'],
        ]),
        'windows-1252',
      ),
      says: ['2 M1 2026-10-12 le “projet” 7:00'],
    },
  ]);
});

describe('separators and quotes', () => {
  itReads([
    { about: 'a semicolon', file: head + line, says: usual },
    { about: 'a tab', file: (head + line).replaceAll(';', '\t'), says: usual },
    { about: 'a comma', file: (head + line).replaceAll(';', ','), says: usual },
    { about: 'Unix line ends', file: (head + line).replaceAll('\r', ''), says: usual },
    { about: 'old Mac line ends', file: (head + line).replaceAll('\n', ''), says: usual },
    { about: 'no line end at the end', file: (head + line).trimEnd(), says: usual },
    { about: 'sep=; in front', file: `sep=;\r\n${head}${line}`, says: ['3 M1 2026-10-12 p 7:00'] },
    {
      about: 'SEP=, in front',
      file: `SEP=,\r\n${(head + line).replaceAll(';', ',')}`,
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    {
      about: '"sep=;" quoted by a careful program',
      file: `"sep=;"\r\n${head}${line}`,
      says: ['3 M1 2026-10-12 p 7:00'],
    },
    { about: 'a mark, then sep=', file: `\ufeffsep=;\r\n${head}${line}`, says: ['3 M1 2026-10-12 p 7:00'] },
    {
      about: 'semicolons behind the last column',
      file: 'Matricule;Date;Projet;Heures;;;\r\nM1;12/10/2026;p;7;;;\r\n;;;;;;\r\n',
      says: usual,
    },
    {
      about: 'every field quoted',
      file: '"Matricule";"Date";"Projet";"Heures"\r\n"M1";"12/10/2026";"p";"7"\r\n',
      says: usual,
    },
    {
      about: 'a separator inside quotes',
      file: `${head}M1;12/10/2026;"a;b";7\r\n`,
      says: ['2 M1 2026-10-12 a;b 7:00'],
    },
    {
      about: 'a comma inside quotes',
      file: 'Matricule,Date,Projet,Heures\nM1,12/10/2026,"a, b","7,5"\n',
      says: ['2 M1 2026-10-12 a, b 7:30'],
    },
    {
      about: 'doubled quotes',
      file: `${head}M1;12/10/2026;"le ""grand"" projet";7\r\n`,
      says: ['2 M1 2026-10-12 le "grand" projet 7:00'],
    },
    { about: 'a line break inside quotes', file: `Commentaire;${head}"un\r\ndeux";${line}`, says: usual },
    {
      about: 'a quote in the middle of a field',
      file: `${head}M1;12/10/2026;p 5" x;7\r\n`,
      says: ['2 M1 2026-10-12 p 5" x 7:00'],
    },
    { about: 'curly quotes around fields', file: `${head}“M1”;12/10/2026;“p”;“7”\r\n`, says: usual },
    { about: 'a pipe, by name', file: (head + line).replaceAll(';', '|'), says: ['refused unsupported-layout'] },
    {
      about: 'a quote never closed',
      file: `${head}${line}M1;13/10/2026;"p;7\r\n${line.repeat(300)}`,
      says: [...usual, '3 text-too-many-rows'],
    },
    { about: 'fewer fields than headers', file: `${head}M1;12/10/2026;p\r\n`, says: ['2 not-a-duration'] },
    { about: 'more fields than headers', file: `${head}M1;12/10/2026;p;7;x;y\r\n`, says: usual },
    {
      about: 'spaces around everything',
      file: ' Matricule ; Date ; Projet ; Heures \r\n M1 ; 12/10/2026 ; p ; 7 \r\n',
      says: usual,
    },
    { about: 'no-break spaces in the header', file: `Matricule;Date;Projet;Nb\u00a0heures\r\n${line}`, says: usual },
  ]);
});

describe('rows that are no lines', () => {
  itReads([
    {
      about: 'titles above the header',
      file: `Relevé des temps;;;\r\nOctobre 2026;;;\r\n;;;\r\n${head}${line}`,
      says: ['5 M1 2026-10-12 p 7:00'],
    },
    {
      about: 'blank rows between blocks',
      file: `${head}${line}\r\n;;;\r\nM2;12/10/2026;p;7\r\n`,
      says: [...usual, '5 M2 2026-10-12 p 7:00'],
    },
    {
      about: 'the header again on each page',
      file: `${head}${line}${head}M2;12/10/2026;p;7\r\n`,
      says: [...usual, '4 M2 2026-10-12 p 7:00'],
    },
    { about: 'a total', file: `${head}${line}TOTAL;;;7\r\n`, says: usual },
    {
      about: 'a total whose label stands under another column',
      file: `${head}${line};;Total heures :;7\r\n`,
      says: usual,
    },
    { about: 'a total that is wrong', file: `${head}${line}Total;;;8\r\n`, says: [...usual, '3 total-differs?'] },
    {
      about: 'a total in hours and minutes',
      file: `${head}${line}M1;13/10/2026;p;33:30\r\nTotal;;;40:30\r\n`.replace('33:30', '7:30'),
      says: [...usual, '3 M1 2026-10-13 p 7:30', '4 total-differs?'],
    },
    {
      about: 'a total above a day’s hours',
      file: `${head}${line.repeat(1)}M1;13/10/2026;p;23:30\r\nTotal;;;30:30\r\n`,
      says: [...usual, '3 M1 2026-10-13 p 23:30'],
    },
    {
      about: 'subtotals and a grand total',
      file: `${head}${line}Sous-total M1;;;7\r\nM2;12/10/2026;p;3\r\nSous-total M2;;;3\r\nTOTAL GÉNÉRAL;;;10\r\n`,
      says: [...usual, '4 M2 2026-10-12 p 3:00'],
    },
    {
      about: 'carried forward from page to page',
      file: `${head}${line}À reporter;;;7\r\nReport;;;7\r\nM2;12/10/2026;p;3\r\nTotal;;;10\r\n`,
      says: [...usual, '5 M2 2026-10-12 p 3:00'],
    },
    {
      about: 'a project that is called Total',
      file: `${head}M1;12/10/2026;Total;7\r\n`,
      says: ['2 M1 2026-10-12 Total 7:00'],
    },
    {
      about: 'a person that is called Total',
      file: `Nom;Date;Projet;Heures\r\nTotal;12/10/2026;p;7\r\n`,
      says: ['2 Total 2026-10-12 p 7:00'],
    },
    { about: 'a signature below', file: `${head}${line}\r\nSignature du salarié :;;;\r\n`, says: usual },
  ]);

  it('are all listed', async () => {
    const { ignored } = await read(`Relevé;;;\r\n;;;\r\n${head}${line};;;\r\n${head}Total;;;7\r\n`);
    expect(ignored.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '1 title',
      '2 blank',
      '5 blank',
      '6 repeated-header',
      '7 total',
    ]);
  });
});

describe('lines that lack something', () => {
  itReads([
    { about: 'the person', file: `${head};12/10/2026;p;7\r\n`, says: ['2 missing-person'] },
    { about: 'the project', file: `${head}M1;12/10/2026;;7\r\n`, says: ['2 missing-project'] },
    { about: 'the day', file: `${head}M1;;p;7\r\n`, says: ['2 not-a-date'] },
    { about: 'the duration', file: `${head}M1;12/10/2026;p;\r\n`, says: ['2 not-a-duration'] },
    {
      about: 'all but the duration, reported at once',
      file: `${head};;;7\r\n`,
      says: ['2 missing-person', '2 missing-project', '2 not-a-date'],
    },
    {
      about: 'the person is never taken from the line above',
      file: `${head}${line};13/10/2026;p;7\r\n`,
      says: [...usual, '3 missing-person'],
    },
    {
      about: 'nothing, and twice',
      file: `${head}${line}${line}`,
      says: [...usual, '3 M1 2026-10-12 p 7:00', '3 duplicate-line?'],
    },
    {
      about: 'nothing, and twice in other capitals',
      file: `${head}${line}m1;12/10/2026;P;7\r\n`,
      says: [...usual, '3 m1 2026-10-12 P 7:00', '3 duplicate-line?'],
    },
    {
      about: 'a short text: this one is too long',
      file: `Commentaire;${head}${'a'.repeat(5_000)};${line}`,
      says: ['2 cell-too-long'],
    },
  ]);

  it('text that begins like a formula stays text', async () => {
    const { entries } = await read(`Commentaire;${head}=1+1;+M1;12/10/2026;@p;7\r\n`);
    expect(entries).toMatchObject([{ comment: '=1+1', person: '+M1', project: '@p' }]);
  });
});

describe('layouts that nobody can read for sure', () => {
  itReads([
    {
      about: 'hours and minutes in two columns: asked',
      file: 'Matricule;Date;Projet;Heures;Minutes\nM1;12/10/2026;p;7;30\n',
      says: ['1 missing-column'],
    },
    {
      about: 'a month in one cell, by name',
      file: 'Matricule;Projet;Mois;Présence\nM1;p;10/2026;PPPPP--PPPPP--PPPP/--PPPPP--PPP\n',
      says: ['refused unsupported-layout'],
    },
    {
      about: 'the same in spaces and strokes',
      file: 'Matricule;Présences\nM1;"/  --     --  / / --     --   "\n',
      says: ['refused unsupported-layout'],
    },
    {
      about: 'per cents as parts of one',
      file: 'Matricule;Date;Projet;Quotité\nM1;12/10/2026;p;0,5\nM1;13/10/2026;p;1\n',
      says: ['2 M1 2026-10-12 p 1 half', '3 M1 2026-10-13 p 2 half'],
    },
    {
      about: 'a line of dashes as a comment',
      file: `Commentaire;${head}------------------------;${line}`,
      says: usual,
    },
    {
      about: 'the place and day of signing below',
      file: `${head}${line}\r\nFait à Lyon, le 31/10/2026;;;\r\n`,
      says: usual,
    },
  ]);
});

describe('files without a line of time', () => {
  itReads([
    { about: 'no bytes', file: '', says: ['refused empty'] },
    { about: 'only white space', file: ' \r\n\r\n', says: ['refused empty'] },
    { about: 'only a mark', file: '\ufeff', says: ['refused empty'] },
    { about: 'only a header', file: head, says: ['refused empty'] },
    { about: 'a header and a total of nothing', file: `${head}Total;;;0\r\n`, says: ['refused empty'] },
    { about: 'only separators', file: ';;;\r\n;;;\r\n', says: ['refused empty'] },
    { about: 'a letter', file: 'Bonjour,\r\nvoici les heures de ce mois.\r\n', says: ['refused no-header-found'] },
    { about: 'JSON', file: '[{"matricule":"M1","heures":7}]', says: ['refused not-a-spreadsheet'] },
    { about: 'lines without a header', file: line, says: ['refused no-header-found'] },
    {
      about: 'a page of HTML',
      file: '<html><table><tr><td>Matricule</td></tr></table></html>',
      says: ['refused html-disguised'],
    },
    {
      about: 'a bare table of HTML',
      file: '\r\n<table><tr><td>Matricule</td></tr></table>',
      says: ['refused html-disguised'],
    },
    { about: 'a page behind a mark', file: '\ufeff<!DOCTYPE html><html></html>', says: ['refused html-disguised'] },
    {
      about: 'a page in UTF-16',
      file: encode('<html><table></table></html>', 'utf-16le'),
      says: ['refused html-disguised'],
    },
    {
      about: 'a page of XHTML',
      file: '<?xml version="1.0"?><html xmlns="x"></html>',
      says: ['refused html-disguised'],
    },
    {
      about: 'a mailed page',
      file: 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n',
      says: ['refused html-disguised'],
    },
    {
      about: 'a flat workbook of XML',
      file: '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      says: ['refused unsupported-layout'],
    },
    {
      about: 'a flat workbook of LibreOffice',
      file: '<?xml version="1.0"?><office:document xmlns:office="o"/>',
      says: ['refused unsupported-layout'],
    },
    { about: 'a PDF', file: '%PDF-1.7\n%âãÏÓ\n1 0 obj', says: ['refused not-a-spreadsheet'] },
    { about: 'a letter in RTF', file: '{\\rtf1\\ansi Matricule}', says: ['refused not-a-spreadsheet'] },
    {
      about: 'a picture',
      file: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      says: ['refused not-a-spreadsheet'],
    },
    {
      about: 'a photograph',
      file: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]),
      says: ['refused not-a-spreadsheet'],
    },
  ]);

  it('say what to do in both languages', async () => {
    const refusal = await read('').catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      detail: { fr: expect.stringMatching(/envoyez/), en: expect.stringMatching(/send/) },
    });
  });
});
