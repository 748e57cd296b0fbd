import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { striche } from '#src/einwilligung/unterschrift.ts';
import { strichOrt, textOrt } from '#src/einwilligung/server/sign.ts';
import { formatDay, type Day } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, Deps, FileAnswer } from '#src/platform/server/http.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { ortszeit } from '#src/termin/zeit.ts';
import { vordruckInhalt, type VordruckAngabe, type VordruckArt } from '#src/vordruck/inhalt.ts';
import type { papierContract } from '../contract.ts';
import { drawUnterschrift } from '../draw-unterschrift.ts';
import { paperText } from '../paper-text.ts';
import { splitSignedText, tickedIn } from '../signed-text.ts';
import { readSender, readTemplate } from './sheet.ts';
import { toVordruckContent, type Signature, type VordruckText } from './vordruck-paper.ts';

const template = readTemplate('vordruck.typ');

/** Something that was signed, with the person, the Vordruck and every signature. */
interface Row {
  readonly personId: string;
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
  readonly personTraegerId: string;
  readonly schluessel: Buffer;
  readonly sprache: string;
  readonly widerrufenAm: Day | null;
  /** Last day of a consent with an end. */
  readonly ablaufAm: Day | null;
  readonly dolmetschen: keyof typeof paperText.dolmetschen | null;
  readonly traegerId: string | null;
  readonly art: VordruckArt;
  readonly fassung: number;
  readonly inhalt: unknown;
  readonly angabe: VordruckAngabe;
  readonly stelle: string | null;
  readonly geprueft: boolean;
  readonly vertretungId: string | null;
  readonly vertretung: Buffer | null;
}

interface Unterschrift {
  readonly id: string;
  readonly rolle: 'klient' | 'vertretung' | 'fachkraft';
  readonly form: 'bildschirm' | 'papier';
  readonly am: Date;
  readonly pruefwert: Buffer;
  readonly text: Buffer | null;
  readonly strich: Buffer | null;
}

/** A signed consent as it was signed; 404 for a person out of sight or locked. */
export function printEinwilligung(call: Call<typeof papierContract.printEinwilligung>): Promise<FileAnswer> {
  const { kreisId, einwilligungId } = call.params;
  return printSigned(
    call,
    einwilligungId,
    sql`select e.id, e.person_id, e.sprache, e.widerrufen_am, e.ablauf_am, e.dolmetschen, e.vordruck_id, e.vertretung_id,
        e.erfasst_am, null::text as stelle
      from einwilligung e where e.kreis_id = ${kreisId} and e.id = ${einwilligungId}`,
  );
}

/** A signed release from confidentiality; 404 for a person out of sight or locked. */
export function printEntbindung(call: Call<typeof papierContract.printEntbindung>): Promise<FileAnswer> {
  const { kreisId, entbindungId } = call.params;
  return printSigned(
    call,
    entbindungId,
    sql`select e.id, e.person_id, e.sprache, e.widerrufen_am, null::date as ablauf_am, null::text as dolmetschen, e.vordruck_id,
        null::uuid as vertretung_id, e.erfasst_am, s.name as stelle
      from entbindung e join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id
      where e.kreis_id = ${kreisId} and e.id = ${entbindungId}`,
  );
}

async function printSigned(
  { tx, deps, params }: { tx: Tx; deps: Deps; params: { readonly kreisId: string } },
  gegenstandId: string,
  gegenstand: RawBuilder<unknown>,
): Promise<FileAnswer> {
  const { kreisId } = params;
  const row = await tx.first(sql<Row>`
    with e as (${gegenstand})
    select p.id as "personId", p.familienname, p.vorname, p.geburtsdatum, p.traeger_id as "personTraegerId",
      p.schluessel_verpackt as schluessel, e.sprache, e.widerrufen_am as "widerrufenAm", e.ablauf_am as "ablaufAm", e.dolmetschen,
      v.traeger_id as "traegerId", v.art, v.fassung, v.inhalt, v.angabe, e.stelle, e.vertretung_id as "vertretungId",
      g.siegel as vertretung,
      e.sprache = 'deu' or coalesce((select u.stand = 'freigegeben' and u.freigegeben_am <= e.erfasst_am
        from vordruck_uebersetzung u where u.kreis_id = ${kreisId} and u.vordruck_id = e.vordruck_id and u.sprache = e.sprache
          and u.erfasst_am <= e.erfasst_am and (u.ersetzt_am is null or u.ersetzt_am > e.erfasst_am) limit 1), false) as geprueft
    from e join person p on p.kreis_id = ${kreisId} and p.id = e.person_id
    left join vordruck v on v.kreis_id = ${kreisId} and v.id = e.vordruck_id
    left join geheimtext g on g.kreis_id = ${kreisId} and g.id = e.vertretung_id`);
  if (!row) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${row.personId}::uuid], ${`papier.${row.art}`})`);
  markLesezugriff(tx);
  const unterschriften = await tx.all(sql<Unterschrift>`
    select id, rolle, form, am, text_pruefwert as pruefwert, text_siegel as text, strich_siegel as strich
    from unterschrift where kreis_id = ${kreisId} and gegenstand_id = ${gegenstandId} order by rolle, am, id`);
  const [erste] = unterschriften;
  // A consent on older paper is known by its day only.
  if (row.traegerId === null || !erste?.text) throw new Refusal('vordruck-unbekannt', 422);
  const key = await deps.schluessel.personKey(tx, kreisId, row.personTraegerId, row.schluessel);
  const text = unsealForPerson(key, textOrt(erste.id), erste.text);
  if (!createHash('sha256').update(text).digest().equals(erste.pruefwert))
    throw new Error('signed text and its checksum differ');
  const structure = vordruckInhalt.parse(row.inhalt);
  const content = toVordruckContent({
    sender: await readSender(tx, kreisId, row.traegerId),
    art: row.art,
    fassung: row.fassung,
    seiten: pagesOf(text, row),
    geprueft: row.geprueft,
    hinweise: [
      ...(row.ablaufAm === null ? [] : [`${paperText.giltBis} ${formatDay(row.ablaufAm)}`]),
      ...(row.widerrufenAm === null ? [] : [`${paperText.widerrufenAm} ${formatDay(row.widerrufenAm)}`]),
      ...(row.dolmetschen === null || row.dolmetschen === 'kein'
        ? []
        : [paperText.dolmetschen[row.dolmetschen]]),
      ...vertretungOf(row, key),
    ],
    latin: [...Object.values(row.angabe), row.stelle ?? ''],
    person: {
      name: [row.familienname, row.vorname].filter((part) => part !== '').join(', '),
      geburtsdatum: row.geburtsdatum === null ? '' : formatDay(row.geburtsdatum),
    },
    zweck: tickedIn(text, structure),
    signatures: unterschriften.map((u) => toSignature(u, key)),
    pruefwert: erste.pruefwert.toString('hex'),
  });
  return {
    name: `${row.art}-unterschrieben.pdf`,
    bytes: compilePaper(template, content, deps.now()),
    inline: true,
  };
}

/** The very words that were signed; in the structure of the Vordruck, or line by line where it does not fit. */
function pagesOf(text: string, { inhalt, sprache }: Row): [VordruckText, ...VordruckText[]] {
  const [deutsch, fremd] = splitSignedText(text, vordruckInhalt.parse(inhalt)) ?? [];
  if (deutsch)
    return fremd
      ? [
          { sprache: 'deu', inhalt: deutsch },
          { sprache, inhalt: fremd },
        ]
      : [{ sprache: 'deu', inhalt: deutsch }];
  const [titel = '', ...absatz] = text.split('\n');
  const erklaerung = absatz.pop() ?? '';
  return [
    {
      sprache: 'deu',
      inhalt: { titel, abschnitt: [{ ueberschrift: paperText.wortlaut, absatz }], zweck: [], erklaerung },
    },
  ];
}

function vertretungOf({ vertretungId, vertretung }: Row, key: Key): string[] {
  if (vertretungId === null || vertretung === null) return [];
  const names = unsealForPerson(key, vertretungId, vertretung).split('\n');
  return [`${paperText.vertretung}: ${names.join('; ')}`];
}

function toSignature({ id, rolle, form, am, strich }: Unterschrift, key: Key): Signature {
  const { tag, zeit } = ortszeit(am);
  return {
    label: (l) => l.unterschrift[rolle],
    besideLabel: (l) => l.termin.datum,
    beside: `${formatDay(tag)}, ${zeit} ${paperText.uhr}`,
    svg:
      strich === null
        ? null
        : drawUnterschrift(striche.parse(JSON.parse(unsealForPerson(key, strichOrt(id), strich)))),
    instead: form === 'papier' ? paperText.unterschriftPapier : '',
  };
}
