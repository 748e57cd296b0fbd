import { escapeText } from './escaped-text.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Indexes into the cell styles of every written workbook. */
export const cellStyle = { plain: 0, title: 1, heading: 2, day: 3, percent: 4, literal: 5 } as const;

/** The parts around the sheets. There are no document properties, so no author and no time can leak. */
export function workbookFiles(sheetNames: readonly string[]): { name: string; text: string[] }[] {
  return [
    { name: '[Content_Types].xml', text: [contentTypes(sheetNames.length)] },
    { name: '_rels/.rels', text: [relationList([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', text: [workbook(sheetNames)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheetNames.length)] },
    { name: 'xl/styles.xml', text: [styles()] },
  ];
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetMl}.worksheet+xml"/>`,
  );
  return (
    `${head}<Types xmlns="${types}">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${sheetMl}.styles+xml"/>${parts.join('')}</Types>`
  );
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const list = Array.from({ length: sheets }, (_, index): [string, string] => [
    'worksheet',
    `worksheets/sheet${index + 1}.xml`,
  ]);
  return relationList([...list, ['styles', 'styles.xml']]);
}

function relationList(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${relations}">${list.join('')}</Relationships>`;
}

function styles(): string {
  const font = (extra: string, size: number): string =>
    `<font>${extra}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
  const style = (format: number, fontId: number, extra = ''): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="0" xfId="0"${extra}/>`;
  return (
    `${head}<styleSheet xmlns="${main}">` +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="DD.MM.YYYY"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>' +
    `<fonts count="3">${font('', 11)}${font('<b/>', 14)}${font('<b/>', 11)}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="6">' +
    style(0, 0) +
    style(0, 1, ' applyFont="1"') +
    style(0, 2, ' applyFont="1"') +
    style(164, 0, ' applyNumberFormat="1"') +
    style(165, 0, ' applyNumberFormat="1"') +
    style(0, 0, ' quotePrefix="1"') +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
