import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseIcs } from '#test/support/ics.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let nummer: string;
const standortId = randomUUID();

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-05-22T08:00:00Z') });
  const { fallId, nummer: fallNummer } = await app.admit();
  nummer = fallNummer;
  const termin = (konto: string, art: string, beginn: string, stand: string) =>
    sql`(${kreis}, ${traeger.alpha}, ${konto}, ${art}, ${beginn}::timestamptz, ${beginn}::timestamptz + interval '1 hour',
      ${fallId}::uuid, ${stand}, ${art === 'begleitung' ? 'kein_angebot' : null})`;
  const { casemanager, kollegin } = app.konto;
  await arrange(
    app,
    sql`with s as (insert into standort (kreis_id, id, traeger_id, kommune_id, name)
        values (${kreis}, ${standortId}, ${traeger.alpha}, ${kommune.norden}, 'Frauenhaus')),
      o as (insert into sprechstunde (kreis_id, traeger_id, standort_id, casemanager_id, art, wochentag, von, bis, gueltig_ab,
          gueltig_bis)
        values (${kreis}, ${traeger.alpha}, ${standortId}, ${casemanager}, 'sprechstunde', 1, '10:00', '12:00', '2026-05-04', '2026-06-09'))
      insert into termin (kreis_id, traeger_id, casemanager_id, art, beginn, ende, fall_id, stand, begleitung_grund)
      values ${termin(casemanager, 'beratung', '2026-05-26T12:30:00Z', 'geplant')},
        ${termin(casemanager, 'begleitung', '2026-05-27T07:00:00Z', 'abgesagt')},
        ${termin(kollegin, 'beratung', '2026-05-28T07:00:00Z', 'geplant')}`,
  );
});
afterAll(() => app.close());

async function subscribe(): Promise<string> {
  const reply = await app.as('casemanager').send('POST', '/ich/kalender');
  expect(reply.status).toBe(201);
  return new URL(reply.body.link).pathname.replace('/api', '');
}

async function read(path: string): Promise<{ status: number; text: string }> {
  const reply = await app.nobody.get(path);
  return { status: reply.status, text: new TextDecoder().decode(reply.bytes) };
}

describe('the calendar behind a secret link', () => {
  test('tells times and kinds of one’s own appointments, and nothing of anybody', async () => {
    const { status, text } = await read(await subscribe());
    expect(status).toBe(200);
    const shown = parseIcs(text).map((each) => [
      each.get('DTSTART'),
      each.get('SUMMARY'),
      each.get('STATUS'),
    ]);
    expect(shown).toEqual([
      ['20260526T143000', 'Termin', 'CONFIRMED'],
      ['20260527T090000', 'Außentermin', 'CANCELLED'],
      ['20260504T100000', 'Sprechstunde', 'CONFIRMED'],
      ['20260511T100000', 'Sprechstunde', 'CONFIRMED'],
      ['20260518T100000', 'Sprechstunde', 'CONFIRMED'],
      ['20260601T100000', 'Sprechstunde', 'CONFIRMED'],
      ['20260608T100000', 'Sprechstunde', 'CONFIRMED'],
    ]);
    for (const secret of ['Haddad', 'Rima', nummer, 'Frauenhaus', app.konto.casemanager]) {
      expect(text).not.toContain(secret);
    }
  });

  test('M115 a cancelled open hour is cancelled in other calendars as well', async () => {
    const [hour] = await look(app, sql<{ id: string }>`select id from sprechstunde`);
    await app.as('casemanager').send('POST', `/kreis/${kreis}/sprechstunde/${hour?.id}/ausfall`, {
      am: '2026-06-01',
      grund: 'abwesenheit',
      ersatzAm: null,
    });
    const events = parseIcs((await read(await subscribe())).text);
    expect(events.find((each) => each.get('DTSTART') === '20260601T100000')?.get('STATUS')).toBe('CANCELLED');
  });

  test('the link is shown once and kept as a hash; a new one and an end close the one before', async () => {
    const first = await subscribe();
    const rows = await look(app, sql<{ row: string }>`select kalender_abo::text as row from kalender_abo`);
    expect(rows[0]?.row).not.toContain(first.split('/').at(-1)?.slice(0, 43));
    expect((await app.as('casemanager').get('/ich/kalender')).body.seit).toMatch(/^\d{4}-/);
    const second = await subscribe();
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await app.as('casemanager').send('DELETE', '/ich/kalender');
    expect((await read(second)).status).toBe(404);
    expect((await app.as('casemanager').get('/ich/kalender')).body).toEqual({ seit: null });
  });

  test('a wrong, a malformed and an ended link are answered alike', async () => {
    const wrong = await app.nobody.get(`/kalender/${'A'.repeat(43)}.ics`);
    const malformed = await app.nobody.get('/kalender/x.ics');
    expect([wrong.status, wrong.body]).toEqual([malformed.status, malformed.body]);
    expect(wrong.status).toBe(404);
  });

  test('a locked account and an ended role show nothing any more', async () => {
    const link = await subscribe();
    await arrange(app, sql`update konto set gesperrt_am = now() where id = ${app.konto.casemanager}`);
    expect((await read(link)).status).toBe(404);
    await arrange(
      app,
      sql`update konto set gesperrt_am = null, endet_am = current_date - 2 where id = ${app.konto.casemanager}`,
    );
    expect((await read(link)).status).toBe(404);
    await arrange(app, sql`update konto set endet_am = null where id = ${app.konto.casemanager}`);
    await arrange(app, sql`update rolle set gueltig_bis = now() where konto_id = ${app.konto.casemanager}`);
    expect(parseIcs((await read(link)).text)).toEqual([]);
    await arrange(app, sql`update rolle set gueltig_bis = null where konto_id = ${app.konto.casemanager}`);
  });
});
