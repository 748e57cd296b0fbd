import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Client } from 'pg';
import { suchform, suchlaut } from '#src/person/suchform.ts';
import { newKey, seal } from '#src/platform/server/siegel.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { familiennamen, seeded, umschriften, vornamen } from './names.ts';

/** Who and what the measurements ask for. */
export interface BenchTarget {
  readonly kreisId: string;
  readonly token: string;
  readonly koordinationToken: string;
  readonly traegerId: string;
  readonly kontoId: string;
  /** Cases with 30 to 50 contacts. */
  readonly fallIds: readonly string[];
  /** The case with ten years of work in it. */
  readonly zehnJahreFallId: string;
  /** Cases that a contact may be recorded on; none of those above, whose number of contacts must stay. */
  readonly offeneFallIds: readonly string[];
  readonly suchworte: readonly string[];
  readonly proben: readonly Probe[];
}

/** A search that must find this person: one typing error in the family name, or another transliteration of one name. */
export interface Probe {
  readonly personId: string;
  readonly art: 'Tippfehler' | 'Umschrift';
  readonly suche: string;
}

const KREISE = 54;
const TRAEGER_JE_KREIS = 5;
const CM_JE_TRAEGER = 5;
/** Kreis under test: middle size, 3.3 % of all cases; sealed notes are written for its contacts. */
const PRUEF_KREIS = 'k03';

function copyText(values: readonly (string | number | boolean | Buffer | null)[]): string {
  return `${values
    .map((v) => {
      if (v === null) return '\\N';
      if (Buffer.isBuffer(v)) return `\\\\x${v.toString('hex')}`;
      return String(v);
    })
    .join('\t')}\n`;
}

async function copy(client: Client, table: string, lines: Iterable<string>): Promise<void> {
  await pipeline(
    Readable.from(lines, { objectMode: true }),
    client.query(copyFrom(`copy ${table} from stdin`)),
  );
}

/** Fills an empty, migrated database: 54 Kreise, `faelle` cases, about ten contacts each. Runs as superuser. */
export async function load(
  client: Client,
  masterKey: Buffer,
  faelle: number,
): Promise<Omit<BenchTarget, 'zehnJahreFallId'>> {
  const random = seeded(7);
  const traegerKeys = new Map<string, Buffer>();
  const staff: { kreisId: string; traegerId: string; kontoId: string }[] = [];
  await client.query('begin');
  for (let n = 1; n <= KREISE; n += 1) {
    const kreisId = `k${String(n).padStart(2, '0')}`;
    await client.query('insert into kreis (id, ags, name) values ($1, $2, $3)', [
      kreisId,
      `05${String(100 + n)}`,
      `Kreis ${n}`,
    ]);
    await client.query(
      `insert into kommune (kreis_id, id, name) select $1, $2 || lpad((g * 4)::text, 3, '0'), 'Kommune ' || g from generate_series(1, 10) g`,
      [kreisId, `05${String(100 + n)}`],
    );
    await client.query(
      `with b as (insert into behoerde (kreis_id, art, name) values ($1, 'abh', 'ABH'), ($1, 'ebh', 'EBH') returning id, art)
       insert into behoerde_kommune (kreis_id, art, kommune_id, behoerde_id)
       select $1, b.art, k.id, b.id from b, kommune k where k.kreis_id = $1`,
      [kreisId],
    );
    await client.query(
      `insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam)
       select $1, l, c, c, c, c from (values ('geschlecht', array['m','w','d']), ('herkunftsland', array['sy','ua','af','tr','iq','xk','mk','er','ng','gn','ir','rs']),
         ('leistungsbezug', array['sgb_ii','asylblg','sgb_xii','sonstiges']), ('lebensbereich', array['wohnen','arbeit','gesundheit','familie','finanzen','sprache','aufenthalt']),
         ('zugang', array['schule','eigeninitiative'])) as v (l, cs), unnest(cs) c`,
      [kreisId],
    );
    if (n % 2 === 0)
      await client.query(
        `insert into regel (kreis_id, schluessel, wert, gueltig_ab) values ($1, 'aktiv_regel', '{"art":"gemeldet"}', '2020-01-01')`,
        [kreisId],
      );
    for (let t = 1; t <= TRAEGER_JE_KREIS; t += 1) {
      const traegerId = randomUUID();
      const key = newKey();
      traegerKeys.set(traegerId, key);
      await client.query(
        `insert into traeger (kreis_id, id, slug, name, rechtsname, art) values ($1, $2, $3, $4, $4, 'freier_traeger')`,
        [kreisId, traegerId, `t${t}`, `Träger ${n}.${t}`],
      );
      await client.query(
        'insert into traeger_schluessel (kreis_id, traeger_id, schluessel_verpackt) values ($1, $2, $3)',
        [kreisId, traegerId, seal(masterKey, key, `traeger:${kreisId}:${traegerId}`)],
      );
      for (let c = 1; c <= CM_JE_TRAEGER; c += 1) {
        const kontoId = randomUUID();
        staff.push({ kreisId, traegerId, kontoId });
        await client.query('insert into konto (kreis_id, id, anmeldename, name) values ($1, $2, $3, $4)', [
          kreisId,
          kontoId,
          `cm.${n}.${t}.${c}`,
          `CM ${n}.${t}.${c}`,
        ]);
        await client.query(
          `insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id) values ($1, $1, $2, 'casemanager', $3)`,
          [kreisId, kontoId, traegerId],
        );
      }
    }
  }

  const perKreis = Map.groupBy(staff, (s) => s.kreisId);
  const weights = Array.from({ length: KREISE }, (_, i) => (i === 2 ? KREISE / 30 : 0.4 + random() * 1.2));
  const weightSum = weights.reduce((a, b) => a + b, 0);
  const persons: string[] = [];
  const consents: string[] = [];
  const cases: string[] = [];
  const notes: { fallId: string; personId: string; key: Buffer }[] = [];
  const suchworte: string[] = [];
  const proben: Probe[] = [];
  const tester = perKreis.get(PRUEF_KREIS)?.[0];
  if (!tester) throw new Error('no account for the test');
  for (let k = 0; k < KREISE; k += 1) {
    const kreisId = `k${String(k + 1).padStart(2, '0')}`;
    const own = perKreis.get(kreisId) ?? [];
    const count = Math.round((faelle * (weights[k] ?? 0)) / weightSum);
    for (let i = 0; i < count; i += 1) {
      const cm = own[i % own.length];
      if (!cm) continue;
      const [personId, einwilligungId, fallId] = [randomUUID(), randomUUID(), randomUUID()];
      const vorname = vornamen[Math.floor(random() * vornamen.length)] ?? '';
      const familienname = `${familiennamen[Math.floor(random() * familiennamen.length)] ?? ''}${random() < 0.5 ? '' : ` ${familiennamen[Math.floor(random() * familiennamen.length)] ?? ''}`}`;
      const am = new Date(Date.UTC(2021, 0, 1 + Math.floor(random() * 1800))).toISOString().slice(0, 10);
      const key = newKey();
      const wrapped = seal(traegerKeys.get(cm.traegerId) ?? newKey(), key, 'person');
      persons.push(
        copyText([
          kreisId,
          personId,
          cm.traegerId,
          cm.kontoId,
          einwilligungId,
          familienname,
          vorname,
          `19${60 + Math.floor(random() * 40)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
          suchform(familienname, vorname),
          suchlaut(familienname, vorname),
          wrapped,
        ]),
      );
      consents.push(copyText([kreisId, einwilligungId, personId, am, '1', 'deu']));
      cases.push(
        copyText([
          kreisId,
          fallId,
          `${kreisId.toUpperCase()}-${String(i + 1).padStart(5, '0')}`,
          cm.traegerId,
          cm.kontoId,
          personId,
          `05${100 + k + 1}${String((1 + Math.floor(random() * 10)) * 4).padStart(3, '0')}`,
          'schule',
          am,
        ]),
      );
      if (kreisId === PRUEF_KREIS) notes.push({ fallId, personId, key });
      if (cm.kontoId === tester.kontoId) {
        const [wort = familienname] = familienname.split(' ');
        suchworte.push(misspell(wort, random));
        proben.push({ personId, art: 'Tippfehler', suche: `${misspell(wort, random)} ${vorname}` });
        for (const gruppe of umschriften) {
          const getroffen = gruppe.find((name) => name === vorname || name === wort);
          const andere = gruppe.filter((name) => name !== getroffen);
          const suche = andere[Math.floor(random() * andere.length)];
          if (getroffen !== undefined && suche !== undefined)
            proben.push({ personId, art: 'Umschrift', suche });
        }
      }
    }
  }
  await copy(
    client,
    'person (kreis_id, id, traeger_id, casemanager_id, einwilligung_id, familienname, vorname, geburtsdatum, suchform, suchlaut, schluessel_verpackt)',
    persons,
  );
  await copy(client, 'einwilligung (kreis_id, id, person_id, erteilt_am, textfassung, sprache)', consents);
  await copy(
    client,
    'fall (kreis_id, id, nummer, traeger_id, casemanager_id, person_id, kommune_id, zugang, aufgenommen_am)',
    cases,
  );
  await client.query('commit');
  await histories(client);
  await sealNotes(client, notes);
  await client.query('vacuum analyze');

  const { rows: offen } = await client.query<{ id: string }>(
    `select f.id from fall f join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.gueltig_bis is null
     where f.casemanager_id = $1 and f.aufgenommen_am <= current_date and s.status <> 'abgeschlossen'
       and (select count(*) from beratungskontakt b where b.kreis_id = f.kreis_id and b.fall_id = f.id) < 30`,
    [tester.kontoId],
  );
  const { rows: grosse } = await client.query<{ id: string }>(
    `select f.id from fall f where f.casemanager_id = $1
       and (select count(*) from beratungskontakt b where b.kreis_id = f.kreis_id and b.fall_id = f.id) >= 30`,
    [tester.kontoId],
  );
  const token = await openSession(client, tester.kreisId, tester.kontoId);
  const koordination = randomUUID();
  await client.query(
    `insert into konto (kreis_id, id, anmeldename, name) values ($1, $2, 'ko.bench', 'KO')`,
    [PRUEF_KREIS, koordination],
  );
  await client.query(
    `insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle) values ($1, $1, $2, 'koordination')`,
    [PRUEF_KREIS, koordination],
  );
  return {
    kreisId: PRUEF_KREIS,
    token,
    koordinationToken: await openSession(client, PRUEF_KREIS, koordination),
    traegerId: tester.traegerId,
    kontoId: tester.kontoId,
    fallIds: grosse.map((row) => row.id),
    offeneFallIds: offen.map((row) => row.id),
    suchworte,
    proben,
  };
}

function misspell(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, name.length - 2));
  return name.slice(0, at) + name.slice(at + 1);
}

async function openSession(client: Client, kreisId: string, kontoId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am) values ($1, $2, $3, 2, now() + interval '12 hours')`,
    [kreisId, kontoId, hashToken(token)],
  );
  return token;
}

/** Histories and contacts are made by the database itself; the seed keeps them the same every time. */
async function histories(client: Client): Promise<void> {
  await client.query('select setseed(0.42)');
  const statements = [
    `insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, gueltig_ab)
     select kreis_id, id, traeger_id, casemanager_id, 'aufnahme', aufgenommen_am from fall`,
    `insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab, gueltig_bis)
     select kreis_id, id, s.status, s.grund, s.herkunft, s.ab, s.bis from (select *, random() as r, aufgenommen_am + 30 + (random() * 300)::int as wechsel from fall) f,
     lateral (values ('aktiv', null, 'aufnahme', f.aufgenommen_am, case when r < 0.55 then null else f.wechsel end),
       (case when r < 0.8 then 'abgeschlossen' else 'ruhend' end, 'bearbeitet', 'hand', case when r < 0.55 then null else f.wechsel end, null::date))
       as s (status, grund, herkunft, ab, bis) where s.ab is not null`,
    `insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
     select f.kreis_id, f.id, m.merkmal, m.wert, f.aufgenommen_am from fall f, lateral (values
       ('geschlecht', (array['m','w','d'])[1 + (random() * 1.99)::int]),
       ('herkunftsland', (array['sy','ua','af','tr','iq','xk','mk','er','ng','gn','ir','rs'])[1 + floor(power(random(), 2) * 12)::int]),
       ('leistungsbezug', (array['sgb_ii','asylblg','sgb_xii','sonstiges'])[1 + floor(random() * 4)::int]),
       ('lebensbereich', 'wohnen'), ('lebensbereich', (array['arbeit','gesundheit','familie'])[1 + floor(random() * 3)::int])) m (merkmal, wert)
     where f.id is not null and (m.merkmal <> 'leistungsbezug' or random() < 0.6)`,
    `insert into beratungskontakt (kreis_id, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, dauer_minuten, lebensbereich, erfasst_von)
     select f.kreis_id, f.id, f.traeger_id, f.casemanager_id, f.aufgenommen_am + (random() * 400)::int, random() < 0.7,
       (array['persoenlich','telefon','schriftlich'])[1 + floor(random() * 3)::int], 'buero', 15 + (random() * 60)::int, array['wohnen','arbeit'], f.casemanager_id
     from (select *, case when random() < 0.1 then 30 + (random() * 20)::int else 1 + (random() * 12)::int end as n from fall) f, generate_series(1, f.n)`,
    // Cases at work have been seen lately, or by the rule hardly one of them were still aktiv.
    `insert into beratungskontakt (kreis_id, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, dauer_minuten, lebensbereich, erfasst_von)
     select f.kreis_id, f.id, f.traeger_id, f.casemanager_id, current_date - (random() * 80)::int, true, 'telefon', 'kein', 20, array['wohnen'], f.casemanager_id
     from fall f join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id and s.status = 'aktiv' and s.gueltig_bis is null
     where f.aufgenommen_am <= current_date - 80 and random() < 0.8`,
    `insert into sonstiger_kontakt (kreis_id, traeger_id, kommune_id, am, zugang, lebensbereich)
     select kreis_id, traeger_id, kommune_id, aufgenommen_am, 'schule', array['wohnen'] from fall where random() < 0.5`,
  ];
  for (const statement of statements) await client.query(statement);
}

async function sealNotes(
  client: Client,
  notes: readonly { fallId: string; personId: string; key: Buffer }[],
): Promise<void> {
  const byFall = new Map(notes.map((n) => [n.fallId, n]));
  const { rows } = await client.query<{ id: string; fall_id: string }>(
    'select id, fall_id from beratungskontakt where kreis_id = $1',
    [PRUEF_KREIS],
  );
  const text = 'Gespräch über Wohnung, Kita-Platz und Sprachkurs; Antrag gemeinsam ausgefüllt. '.repeat(4);
  const links: string[] = [];
  await client.query('create temp table notiz (kontakt_id uuid, id uuid)');
  function* lines(): Iterable<string> {
    for (const row of rows) {
      const note = byFall.get(row.fall_id);
      if (!note) continue;
      const id = randomUUID();
      links.push(copyText([row.id, id]));
      yield copyText([PRUEF_KREIS, id, note.personId, sealForPerson(note.key, id, text)]);
    }
  }
  await copy(client, 'geheimtext (kreis_id, id, person_id, siegel)', lines());
  await copy(client, 'notiz (kontakt_id, id)', links);
  await client.query(
    `update beratungskontakt b set notiz_id = n.id from notiz n where b.kreis_id = $1 and b.id = n.kontakt_id`,
    [PRUEF_KREIS],
  );
}
