import { crc32, deflateSync } from 'node:zlib';

/** Words that a file says of device, place and author; none of them may be kept. */
export const verraeterisch = 'Telefon von Rima 52.0321N 7.1234E';

/** A quantisation table of ones. */
const table = Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]);

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** EXIF of a camera: how it was held, and a text. */
function exif(turn: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(turn, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(verraeterisch)]);
}

/** A photograph with EXIF, XMP, a profile and a comment, and something behind its end; its points are made up. */
export function jpeg({ turn = 6, breite = 4, hoehe = 2 } = {}): Buffer {
  const frame = Buffer.from('080001000101011100', 'hex');
  frame.writeUInt16BE(hoehe, 1);
  frame.writeUInt16BE(breite, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(turn)),
    segment(
      0xe1,
      Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${verraeterisch}</x:xmpmeta>`, 'latin1'),
    ),
    segment(0xe2, Buffer.from(`ICC_PROFILE\0${verraeterisch}`, 'latin1')),
    segment(0xfe, Buffer.from(verraeterisch)),
    segment(0xdb, table),
    segment(0xc0, frame),
    segment(0xda, Buffer.from('010100003f00', 'hex')),
    Buffer.from([0xd2, 0xff, 0x00, 0xcf, 0x20, 0xff, 0xd9]),
    Buffer.from(verraeterisch),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  whole.writeUInt32BE(body.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

/** A grey picture with texts and EXIF; `daten` are the unpacked bytes, as many as the picture needs unless given. */
export function png({
  breite = 4,
  hoehe = 2,
  daten,
}: { breite?: number; hoehe?: number; daten?: Buffer } = {}): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(breite, 0);
  head.writeUInt32BE(hoehe, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Author\0${verraeterisch}`, 'latin1')),
    chunk('eXIf', Buffer.from(verraeterisch)),
    chunk('IDAT', deflateSync(daten ?? Buffer.alloc((breite + 1) * hoehe))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(verraeterisch),
  ]);
}

const page = 'BT /F1 12 Tf 20 50 Td (Bescheid) Tj ET';
const xmp = `<?xpacket begin=""?><x:xmpmeta>${verraeterisch}</x:xmpmeta><?xpacket end="w"?>`;

/** One page with information and XMP; `packed` bundles the information as programs of today do. */
export function pdf({ packed = false, trailer = '' } = {}): Buffer {
  const information = `<< /Author (${verraeterisch}) /Producer (${verraeterisch}) >>`;
  const zipped = deflateSync(Buffer.from(xmp));
  const objects: Buffer[] = [
    Buffer.from('1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>\nendobj\n'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from(
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n',
    ),
    Buffer.from(`4 0 obj\n<< /Length ${page.length} >>\nstream\n${page}\nendstream\nendobj\n`),
    Buffer.from('5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n'),
    packed
      ? stream(6, '/Type /Metadata /Subtype /XML /Filter /FlateDecode', zipped)
      : stream(6, '/Type /Metadata /Subtype /XML', Buffer.from(xmp)),
  ];
  return packed ? withBundle(objects, information) : withTable(objects, information, trailer);
}

function stream(nummer: number, words: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${nummer} 0 obj\n<< ${words} /Length ${body.length} >>\nstream\n`),
    body,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}

const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

function placesOf(objects: readonly Buffer[]): number[] {
  let at = head.length;
  return objects.map((object) => {
    const here = at;
    at += object.length;
    return here;
  });
}

function withTable(objects: Buffer[], information: string, trailer: string): Buffer {
  const all = [...objects, Buffer.from(`7 0 obj\n${information}\nendobj\n`)];
  const places = placesOf(all);
  const start = head.length + Buffer.concat(all).length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([
    head,
    ...all,
    Buffer.from(
      `xref\n0 8\n0000000000 65535 f \n${rows}trailer\n<< /Size 8 /Root 1 0 R /Info 7 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  ]);
}

/** Information in a bundle of objects (8), found by a table that is a stream itself (9). */
function withBundle(objects: Buffer[], information: string): Buffer {
  const pairs = '7 0 ';
  const bundle = stream(
    8,
    `/Type /ObjStm /N 1 /First ${pairs.length} /Filter /FlateDecode`,
    deflateSync(Buffer.from(pairs + information)),
  );
  const places = placesOf([...objects, bundle]);
  const start = head.length + Buffer.concat([...objects, bundle]).length;
  const row = (kind: number, place: number, index: number) => {
    const bytes = Buffer.alloc(6);
    bytes.writeUInt8(kind, 0);
    bytes.writeUInt32BE(place, 1);
    bytes.writeUInt8(index, 5);
    return bytes;
  };
  const rows = Buffer.concat([
    row(0, 0, 255),
    ...places.slice(0, 6).map((place) => row(1, place, 0)),
    row(2, 8, 0),
    row(1, places[6] ?? 0, 0),
    row(1, start, 0),
  ]);
  return Buffer.concat([
    head,
    ...objects,
    bundle,
    stream(9, '/Type /XRef /Size 10 /W [1 4 1] /Root 1 0 R /Info 7 0 R', rows),
    Buffer.from(`startxref\n${start}\n%%EOF\n`),
  ]);
}

export interface Teil {
  readonly name: string;
  readonly inhalt: Buffer | string;
  readonly typ?: string;
}

/** A multipart body as a browser sends it. */
export function multipart(...teile: readonly Teil[]): Uint8Array {
  return Buffer.concat([
    ...teile.flatMap(({ name, inhalt, typ }) => [
      Buffer.from(
        `--grenze-7f3a\r\nContent-Disposition: form-data; name="${name}"${typ === undefined ? '' : `; filename="x"\r\nContent-Type: ${typ}`}\r\n\r\n`,
      ),
      Buffer.from(inhalt),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--grenze-7f3a--\r\n'),
  ]);
}
