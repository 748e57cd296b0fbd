import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a package built for a test; lies about its sizes on request. */
export interface TestPart {
  readonly name: string;
  readonly data: string | Buffer;
  /** Deflated bytes to store instead of packing `data`. */
  readonly packed?: Buffer;
  readonly declaredSize?: number;
  readonly attributes?: number;
  readonly flags?: number;
  /** Points to the data of an earlier part instead of carrying its own. */
  readonly sameDataAs?: number;
}

/** A ZIP package with exactly the given parts. */
export function buildZip(parts: readonly TestPart[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.packed ?? deflateRawSync(data);
    const name = Buffer.from(part.name);
    const size = part.declaredSize ?? data.length;
    const shared = part.sameDataAs === undefined ? undefined : offsets[part.sameDataAs];
    offsets.push(shared ?? offset);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(0x0021, 8);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    if (shared === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
      body.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.attributes ?? 0, 6);
    tail.writeUInt32LE(offsets.at(-1) ?? 0, 10);
    const madeBy = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, fields, tail, name]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length % 65_536, 8);
  end.writeUInt16LE(parts.length % 65_536, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, central, end]);
}

/** Deflated `start`, then `megabytes` MiB of the same character, without ever holding them. */
export function packBomb(start: string, megabytes: number): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const one = deflateRawSync(Buffer.alloc(1_048_576, 'a'), flush);
  const all = Array.from({ length: megabytes }, () => one);
  return Buffer.concat([deflateRawSync(start, flush), ...all, deflateRawSync('')]);
}

/** Parts of a small workbook around the given sheet data, with styles, strings and attributes as needed. */
export function workbookParts(
  sheetData: string,
  extra: {
    strings?: string;
    xfs?: string;
    formats?: string;
    bookPr?: string;
    sheetState?: string;
    target?: string;
  } = {},
): TestPart[] {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return [
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `\uFEFF<workbook xmlns:r="${office}"><workbookPr ${extra.bookPr ?? ''}/><sheets><sheet name="Blatt" ${extra.sheetState ?? ''} r:id="s"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data:
        `<Relationships>${relation('s', 'worksheet', extra.target ?? 'worksheets/sheet1.xml')}` +
        `${relation('t', 'styles', '/xl/styles.xml')}${relation('u', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet><numFmts>${extra.formats ?? ''}</numFmts><cellXfs><xf numFmtId="0"/>${extra.xfs ?? ''}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst>${extra.strings ?? ''}</sst>` },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` },
  ];
}
