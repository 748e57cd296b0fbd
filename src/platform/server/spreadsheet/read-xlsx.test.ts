import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildZip, workbookParts } from './build-test-zip.ts';
import { serialToIsoDay } from './excel-date.ts';
import { readWorkbook } from './read-xlsx.ts';
import type { Row } from './table-file.ts';
import { isDateFormat } from './xlsx-styles.ts';

const fixtures = new URL('../../../../test/fixtures/', import.meta.url);

function textAt(row: Row, index: number): string {
  const cell = row.cells[index] ?? null;
  return cell?.kind === 'text' ? cell.text : '';
}

async function rowsOf(file: Buffer): Promise<Row[]> {
  return Array.fromAsync((await readWorkbook(file)).rows('Blatt'));
}

describe('readWorkbook', () => {
  it('M361 reads the district workbook: 84 case rows, 86 contacts', async () => {
    const expected = JSON.parse(await readFile(new URL('rheine-2023-04.expected.json', fixtures), 'utf8'));
    const book = await readWorkbook(new URL('rheine-2023-04.xlsx', fixtures).pathname);
    expect(book.sheets).toEqual([
      { name: 'Fälle CM', hidden: false },
      { name: 'Sonstige Kontakte', hidden: false },
      { name: 'Hinweise', hidden: false },
    ]);
    const cases = await Array.fromAsync(book.rows('Fälle CM'));
    expect(cases.slice(0, 3).map(({ number }) => number)).toEqual([1, 2, 4]);
    expect(cases[0]?.cells).toHaveLength(1);
    const stand = cases[1]?.cells[1];
    expect(stand?.kind === 'number' && stand.isDate && serialToIsoDay(stand.value)).toBe('2023-04-01');
    expect(cases[2]?.cells).toHaveLength(21);
    const body = cases.filter((row) => textAt(row, 0).startsWith('RH-'));
    expect(body).toHaveLength(expected.fallzahlen.at(-1).gesamt);
    const births = body.map((row) => row.cells[3]?.kind);
    expect(births).toContain('text');
    expect(births).toContain('number');

    const contacts = (await Array.fromAsync(book.rows('Sonstige Kontakte'))).filter(
      ({ number }) => number > 3,
    );
    expect(contacts).toHaveLength(expected.sonstige_kontakte_gesamt.gesamt);
    const caritas = contacts.filter((row) => textAt(row, 1).startsWith('Caritas'));
    expect(caritas).toHaveLength(expected.sonstige_kontakte_gesamt.caritas);
  });

  it('keeps the kind of every cell: shared and rich text, booleans, errors, formulas, gaps', async () => {
    const rows = await rowsOf(
      buildZip(
        workbookParts(
          '<row r="2" hidden="1"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="E2" t="b"><v>1</v></c>' +
            '<c t="e"><v>#N/A</v></c><c><f>SUM(A1:A2)</f><v>3.5</v></c><c t="str"><f>"x"</f><v>x</v></c><c><f>NOW()</f></c></row>' +
            '<row><c s="1"/></row><row r="9"><c t="inlineStr"><is><t>a_x000A_</t><rPh><t>no</t></rPh><r><t xml:space="preserve"> b</t></r></is></c></row>',
          {
            strings:
              '<si><t>eins &amp; &#228;</t></si><si><r><t>zw</t></r><r><t><![CDATA[ei]]></t></r><rPh><t>no</t></rPh></si>',
          },
        ),
      ),
    );
    expect(rows).toEqual([
      {
        number: 2,
        hidden: true,
        cells: [
          null,
          { kind: 'text', text: 'eins & ä' },
          { kind: 'text', text: 'zwei' },
          null,
          { kind: 'boolean', value: true },
          { kind: 'error', text: '#N/A' },
          { kind: 'formula', text: 'SUM(A1:A2)', cached: { kind: 'number', value: 3.5, isDate: false } },
          { kind: 'formula', text: '"x"', cached: { kind: 'text', text: 'x' } },
          { kind: 'formula', text: 'NOW()', cached: null },
        ],
      },
      { number: 9, hidden: false, cells: [{ kind: 'text', text: 'a\n b' }] },
    ]);
  });

  it('recognises dates by style and counts 1904 workbooks in the 1900 system', async () => {
    const xfs = '<xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/>';
    const formats =
      '<numFmt numFmtId="165" formatCode="dd/mm/yy;@"/><numFmt numFmtId="166" formatCode="0.0&quot;Tage d&quot;"/>';
    const sheet =
      '<row><c s="1"><v>43555</v></c><c s="2"><v>43555</v></c><c s="3"><v>1</v></c><c t="d"><v>2023-04-01</v></c></row>';
    const read = async (bookPr: string): Promise<(string | null | undefined)[]> =>
      (await rowsOf(buildZip(workbookParts(sheet, { xfs, formats, bookPr }))))[0]?.cells.map((cell) =>
        cell?.kind === 'number' && cell.isDate ? serialToIsoDay(cell.value) : undefined,
      ) ?? [];
    expect(await read('')).toEqual(['2019-03-31', '2019-03-31', undefined, '2023-04-01']);
    expect(await read('date1904="1"')).toEqual(['2023-04-01', '2023-04-01', undefined, '2023-04-01']);
    expect(['yyyy-mm-dd', '[$-407]d. mmm', '[h]:mm'].every(isDateFormat)).toBe(true);
    expect(['General', '0.00', '[Red]0" Tage"', '0\\d', '@', '#,##0_d'].some(isDateFormat)).toBe(false);
  });

  it('reports hidden sheets and follows absolute targets', async () => {
    const file = buildZip(
      workbookParts('<row><c><v>1</v></c></row>', {
        sheetState: 'state="veryHidden"',
        target: '/xl/worksheets/sheet1.xml',
      }),
    );
    const book = await readWorkbook(file);
    expect(book.sheets).toEqual([{ name: 'Blatt', hidden: true }]);
    expect(await Array.fromAsync(book.rows('Blatt'))).toHaveLength(1);
    expect(() => book.rows('Anderes')).toThrow('blatt-fehlt');
  });
});
