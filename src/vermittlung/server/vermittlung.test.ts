import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { insertAngebot, insertEntbindung } from '#test/support/vermittlung.ts';
import { insertStelle } from '#test/support/vordruck.ts';

let app: TestApp;
/** Moved by tests that wait. */
let jetzt = new Date();
let wohnen = '';
let wohnberatung = '';
let jobcenter = '';
let fallmanagement = '';
beforeAll(async () => {
  app = await startTestApp({ now: () => jetzt });
  wohnen = await insertStelle(app, 'Wohnraumhilfe', 'wohnen');
  wohnberatung = await insertAngebot(app, wohnen, 'Wohnberatung');
  jobcenter = await insertStelle(app, 'Jobcenter Norddorf');
  fallmanagement = await insertAngebot(app, jobcenter, 'Fallmanagement', true);
});
afterAll(() => app.close());

let fallId = '';
let personId = '';
beforeEach(async () => {
  ({ fallId } = await app.admit());
  const [row] = await look(app, sql<{ id: string }>`select person_id as id from fall where id = ${fallId}`);
  personId = row!.id;
});

const heute = today();
/** Days of this case on which Mein Tag of a colleague reminds of an answer, as of a day. */
async function erinnert(am: string, wer: ActorName = 'casemanager'): Promise<string[]> {
  jetzt = new Date(`${am}T12:00:00Z`);
  const { body } = await app.as(wer).get(`/kreis/${kreis}/tag`);
  jetzt = new Date();
  return body.faellig
    .filter((each: { art: string; fallId: string }) => each.art === 'rueckmeldung' && each.fallId === fallId)
    .map((each: { am: string }) => each.am);
}

const cm = () => app.as('casemanager');
const path = () => `/kreis/${kreis}/fall/${fallId}/vermittlung`;
const ziel = () => ({ angebotId: wohnberatung, stelleId: null, lebensbereich: 'wohnen' });

function eingabe(changed: Record<string, unknown> = {}) {
  return {
    ...ziel(),
    am: heute,
    terminAm: addDays(heute, 5),
    terminUm: '10:30',
    inhalt: ['kontaktdaten'],
    ohne: [],
    zielId: null,
    schrittId: null,
    kanal: 'papier',
    rueckmeldungBis: addDays(heute, 14),
    senden: true,
    ...changed,
  };
}

function verweis(changed: Record<string, unknown> = {}) {
  const { inhalt: _inhalt, ohne: _ohne, kanal: _kanal, senden: _senden, ...rest } = eingabe();
  return { ...rest, terminAm: null, terminUm: null, ...changed };
}

async function add(changed: Record<string, unknown> = {}): Promise<string> {
  const reply = await cm().send('POST', path(), eingabe(changed));
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.vermittlungId;
}

async function zeile(vermittlungId: string) {
  const { body } = await cm().get(path());
  return body.vermittlung.find((v: { id: string }) => v.id === vermittlungId);
}

function answer(vermittlungId: string, changed: Record<string, unknown>) {
  const body = {
    fassung: 1,
    stand: 'angenommen',
    am: heute,
    grund: null,
    ergebnis: null,
    worte: '',
    ...changed,
  };
  return cm().send('POST', `${path()}/${vermittlungId}/stand`, body);
}

function preview(changed: Record<string, unknown> = {}) {
  const { zielId: _ziel, schrittId: _schritt, kanal: _kanal, senden: _senden, ...body } = eingabe();
  return cm().send('POST', `${path()}_vorschau`, { ...body, ...changed });
}

const alles = () =>
  look(
    app,
    sql`
  select id::text from vermittlung where fall_id = ${fallId} union all
  select id::text from vermittlung_stand where fall_id = ${fallId} union all
  select art from ereignis where gegenstand_id = ${fallId} and art like 'vermittlung%'`,
  );

describe('release', () => {
  test('M163 without a release for this office and content nothing leaves and nothing is half done', async () => {
    await insertEntbindung(app, personId, jobcenter, ['kontaktdaten']);
    await insertEntbindung(app, personId, wohnen, ['wohnen']);
    for (const kanal of ['papier', 'mailtext']) {
      const reply = await cm().send('POST', path(), eingabe({ kanal }));
      expect([reply.status, reply.body.code]).toEqual([422, 'entbindung-fehlt']);
    }
    expect(await alles()).toEqual([]);
    expect((await preview()).body).toMatchObject({
      fehlt: 'entbindung-fehlt',
      schreiben: null,
      angabe: null,
    });
    // The way out: information for the person to take along.
    const reply = await cm().send('POST', `/kreis/${kreis}/fall/${fallId}/verweis`, verweis());
    expect(reply.status).toBe(201);
  });

  test('M163 what leaves is what the preview showed, narrowed and never widened', async () => {
    await insertEntbindung(app, personId, wohnen, ['kontaktdaten', 'leistungen']);
    const { body: gezeigt } = await preview({ ohne: ['geburtsdatum:0'] });
    expect(gezeigt.angabe.map((a: { feld: string }) => a.feld)).toEqual(['name', 'geburtsdatum', 'wohnort']);
    expect(gezeigt.schreiben.angabe.map((a: { wert: string }) => a.wert)).toEqual([
      'Rima Haddad',
      'Norddorf',
    ]);
    const id = await add({ ohne: ['geburtsdatum:0'] });
    const { schreiben } = await zeile(id);
    expect(schreiben).toEqual(gezeigt.schreiben);

    const { bytes, headers } = await cm().get(`/kreis/${kreis}/papier/vermittlung/${id}`);
    expect(headers.get('content-disposition')).not.toContain('Haddad');
    const papier = (await readPdf(bytes)).text.replaceAll(/\s+/g, ' ');
    for (const wort of ['Rima Haddad', 'Norddorf', 'Wohnberatung', formatDay(addDays(heute, 5)), '10:30'])
      expect(papier).toContain(wort);
    expect(papier).not.toContain('12.08.1991');
    // In the database the copy is sealed.
    const [row] = await look(
      app,
      sql<{ siegel: Buffer }>`select schreiben_siegel as siegel from vermittlung where id = ${id}`,
    );
    expect(row!.siegel.toString('latin1')).not.toContain('Haddad');
  });

  test('M163 of the plan leaves the wording of open goals, never the own words of the person', async () => {
    await insertEntbindung(app, personId, wohnen, ['hilfeplan']);
    const neu = await cm().send('POST', `/kreis/${kreis}/fall/${fallId}/hilfeplan/ziel`, {
      lebensbereich: 'wohnen',
      text: 'Eine Wohnung mit drei Zimmern',
      worte: 'Ich schlafe schlecht.',
      indikator: 'Mietvertrag',
      prioritaet: 1,
      bisWann: null,
      schritt: [],
    });
    expect(neu.status).toBe(201);
    const { body } = await preview({ inhalt: ['hilfeplan'] });
    expect(body.schreiben.angabe).toEqual([
      expect.objectContaining({ feld: 'ziel', wert: 'Eine Wohnung mit drei Zimmern' }),
    ]);
    expect(JSON.stringify(body)).not.toContain('schlafe');
  });

  test('M163 what was prepared is checked again when it is sent; a withdrawn release stops it at once', async () => {
    const entbindungId = await insertEntbindung(app, personId, wohnen, ['kontaktdaten']);
    const id = await add({ senden: false });
    const gesendet = await add({});
    expect((await cm().get(`/kreis/${kreis}/papier/vermittlung/${id}`)).status).toBe(404);
    await cm().send('POST', `/kreis/${kreis}/person/${personId}/entbindung/${entbindungId}/widerruf`, {
      am: heute,
    });
    for (const each of [id, gesendet]) {
      const { stand, verlauf } = await zeile(each);
      expect([stand, verlauf.at(-1)]).toEqual([
        'zurueckgezogen',
        expect.objectContaining({ stand: 'zurueckgezogen', grund: 'widerruf', herkunft: 'widerruf' }),
      ]);
    }
    const reply = await cm().send('POST', `${path()}/${id}/sendung`, { fassung: 2 });
    expect(reply.body.code).toBe('stand-folgt-nicht');
    expect((await cm().get(`/kreis/${kreis}/papier/vermittlung/${gesendet}`)).status).toBe(404);
  });

  test('after the withdrawal of the consent nobody finds the referrals, and pending ones are stopped', async () => {
    await insertEntbindung(app, personId, wohnen, ['kontaktdaten']);
    const id = await add();
    const ohneAngaben = await add({ kanal: null, inhalt: [] });
    await cm().send('POST', `/kreis/${kreis}/person/${personId}/widerruf`, { am: heute, grund: null });
    expect((await cm().get(path())).status).toBe(404);
    expect((await cm().get(`/kreis/${kreis}/papier/vermittlung/${id}`)).status).toBe(404);
    const rows = await look(
      app,
      sql<{ stand: string }>`select stand from vermittlung where id in (${id}, ${ohneAngaben})`,
    );
    expect(rows.map(({ stand }) => stand)).toEqual(['zurueckgezogen', 'zurueckgezogen']);
  });
});

describe('kinds', () => {
  test('M164 a Vermittlung and a Verweis stand apart, a Verweis gives nothing away', async () => {
    const id = await add({ kanal: null, inhalt: [] });
    const { body } = await cm().send('POST', `/kreis/${kreis}/fall/${fallId}/verweis`, verweis());
    const { body: liste } = await cm().get(path());
    const arten = Object.fromEntries(
      liste.vermittlung.map((v: { id: string; art: string }) => [v.id, v.art]),
    );
    expect(arten).toEqual({ [id]: 'vermittlung', [body.vermittlungId]: 'verweis' });
    expect(liste.vermittlung.find((v: { art: string }) => v.art === 'verweis')).toMatchObject({
      kanal: null,
      schreiben: null,
      stand: 'gesendet',
    });
    expect(liste.kommuneId).toBe(kommune.norden);
  });

  test('M165 M299 to an office with its own case management only a Verweis goes, and its result comes back', async () => {
    await insertEntbindung(app, personId, jobcenter, ['kontaktdaten']);
    for (const wohin of [
      { angebotId: fallmanagement, stelleId: null },
      { angebotId: null, stelleId: jobcenter },
    ]) {
      const reply = await cm().send('POST', path(), eingabe(wohin));
      expect([reply.status, reply.body.code]).toEqual([422, 'nur-verweis']);
      expect((await preview(wohin)).body).toMatchObject({ nurVerweis: true, schreiben: null });
    }
    expect(await alles()).toEqual([]);

    const { body } = await cm().send(
      'POST',
      `/kreis/${kreis}/fall/${fallId}/verweis`,
      verweis({ angebotId: fallmanagement, am: heute, rueckmeldungBis: heute }),
    );
    expect(await erinnert(heute)).toEqual([heute]);
    const reply = await answer(body.vermittlungId, {
      stand: 'beendet',
      ergebnis: 'erreicht',
      worte: 'Bürgergeld ab April bewilligt.',
    });
    expect(reply.body).toEqual({ fassung: 2 });
    expect(await zeile(body.vermittlungId)).toMatchObject({
      stand: 'beendet',
      fuehrtSelbst: true,
      verlauf: [
        { stand: 'gesendet' },
        {
          stand: 'beendet',
          ergebnis: 'erreicht',
          worte: 'Bürgergeld ab April bewilligt.',
          herkunft: 'casemanagement',
        },
      ],
    });
    expect(await erinnert(heute)).toEqual([]);
  });
});

describe('answers', () => {
  test('M165 an office declines with a reason; without one the answer is refused', async () => {
    const id = await add({ kanal: null, inhalt: [] });
    const ohne = await answer(id, { stand: 'abgelehnt' });
    expect(ohne.body.felder).toEqual([{ instance: '/grund', code: 'grund-fehlt' }]);
    await answer(id, { stand: 'abgelehnt', grund: 'kein_platz', worte: 'Erst im Herbst wieder.' });
    const { stand, verlauf, rueckmeldungBis } = await zeile(id);
    expect([stand, rueckmeldungBis]).toEqual(['abgelehnt', null]);
    expect(verlauf.at(-1)).toMatchObject({ grund: 'kein_platz', worte: 'Erst im Herbst wieder.' });
    // What is counted later keeps codes and days, the words are sealed.
    const rows = await look(
      app,
      sql<{ stand: string; grund: string | null; erfasst: boolean }>`
      select stand, grund, erfasst_am is not null as erfasst from vermittlung_stand where vermittlung_id = ${id} order by erfasst_am`,
    );
    expect(rows).toEqual([
      { stand: 'gesendet', grund: null, erfasst: true },
      { stand: 'abgelehnt', grund: 'kein_platz', erfasst: true },
    ]);
  });

  test('M166 silence is asked after, an answer moves the day, a running offer is watched on', async () => {
    const id = await add({
      kanal: null,
      inhalt: [],
      am: heute,
      rueckmeldungBis: addDays(heute, 14),
      terminAm: null,
    });
    expect(await erinnert(addDays(heute, 13))).toEqual([]);
    expect(await erinnert(addDays(heute, 14))).toEqual([addDays(heute, 14)]);
    expect(await erinnert(addDays(heute, 14), 'kollegin')).toEqual([]);

    await answer(id, { stand: 'begonnen' });
    expect(await erinnert(addDays(heute, 83))).toEqual([]);
    expect(await erinnert(addDays(heute, 84))).toEqual([addDays(heute, 84)]);
    const nachgefragt = await cm().send('PUT', `${path()}/${id}`, {
      fassung: 2,
      terminAm: null,
      terminUm: null,
      rueckmeldungBis: addDays(heute, 120),
    });
    expect(nachgefragt.body).toEqual({ fassung: 3 });
    expect(await erinnert(addDays(heute, 119))).toEqual([]);
  });

  test('two who answer at once: the second sees what stands', async () => {
    const id = await add({ kanal: null, inhalt: [] });
    await answer(id, { stand: 'warteliste' });
    const reply = await answer(id, { stand: 'abgelehnt', grund: 'kein_platz' });
    expect([reply.status, reply.body.code, reply.body.daten.aktuell.stand]).toEqual([
      409,
      'gleichzeitig-geaendert',
      'warteliste',
    ]);
  });

  test('in a closed case nothing is written, everything is read', async () => {
    const id = await add({ kanal: null, inhalt: [] });
    await arrange(
      app,
      sql`with alt as (update fall_status set gueltig_bis = current_date where fall_id = ${fallId} and gueltig_bis is null returning kreis_id)
        insert into fall_status (kreis_id, fall_id, status, herkunft, grund, gueltig_ab)
        select kreis_id, ${fallId}, 'abgeschlossen', 'hand', 'bearbeitet', current_date from alt`,
    );
    const reply = await cm().send('POST', `/kreis/${kreis}/fall/${fallId}/verweis`, verweis());
    expect([reply.status, reply.body.code]).toEqual([409, 'fall-abgeschlossen']);
    expect((await answer(id, {})).body.code).toBe('fall-abgeschlossen');
    expect((await cm().get(path())).body).toMatchObject({ abgeschlossen: true, vermittlung: [{ id }] });
  });

  test.each([
    [{ angebotId: null, stelleId: null }, '/angebotId', 'ziel-fehlt'],
    [{ lebensbereich: 'segeln' }, '/lebensbereich', 'code-unbekannt'],
    [{ am: addDays(heute, 1) }, '/am', 'datum-in-zukunft'],
    [{ am: '2020-01-01' }, '/am', 'datum-vor-aufnahme'],
    [{ terminAm: addDays(heute, -1) }, '/terminAm', 'termin-vor-vermittlung'],
    [{ kanal: null }, '/kanal', 'kanal-fehlt'],
    [{ inhalt: [] }, '/inhalt', 'inhalt-fehlt'],
    [{ kanal: 'partnerkonto' }, '/kanal', 'partnerkonto-fehlt'],
  ])('refused at the field: %o', async (changed, instance, code) => {
    await insertEntbindung(app, personId, wohnen, ['kontaktdaten']);
    const reply = await cm().send('POST', path(), eingabe(changed));
    expect([reply.status, reply.body.felder]).toEqual([422, [{ instance, code }]]);
    expect(await alles()).toEqual([]);
  });
});
