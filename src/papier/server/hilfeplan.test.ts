import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listVorlage } from '#src/hilfeplan/vorlage.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { paperLabels } from '#src/vordruck/server/paper-labels.ts';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { strich } from '#test/support/vordruck.ts';
import { languageOf } from './sheet.ts';

let app: TestApp;
let fallId: string;
beforeAll(async () => {
  app = await startTestApp();
  ({ fallId } = await app.admit());
  const [vorlage] = listVorlage('wohnen');
  const reply = await app.as('casemanager').send('POST', `/kreis/${kreis}/fall/${fallId}/hilfeplan/ziel`, {
    lebensbereich: 'wohnen',
    text: vorlage!.text.de,
    worte: 'Ich möchte eine Tür, die ich selbst abschließe.',
    indikator: vorlage!.indikator.de,
    prioritaet: 1,
    bisWann: '2026-09-30',
    schritt: vorlage!.schritt.map(({ text, akteur }) => ({
      id: randomUUID(),
      text: text.de,
      akteur,
      stelleId: null,
      dritte: akteur === 'dritte' ? 'Wohnungsamt' : '',
      faelligAm: null,
    })),
  });
  if (reply.status !== 201) throw new Error(`no goal: ${reply.status}`);
});
afterAll(() => app.close());

const print = (query = '', by: ActorName = 'casemanager', of = fallId) =>
  app.as(by).get(`/kreis/${kreis}/fall/${of}/hilfeplan/druck${query}`);

describe('the plan on paper', () => {
  test('M161 is called as the Kreis calls it, in German and in the nearer word of the language', async () => {
    expect((await readPdf((await print('?sprache=tur')).bytes)).title).toBe(
      `Hilfeplan – ${paperLabels('tur').plan.titel.hilfeplan}`,
    );
    const name = 'Zielvereinbarung/Integrationsvereinbarung';
    await arrange(
      app,
      sql`insert into regel (kreis_id, schluessel, wert, gueltig_ab)
        values (${kreis}, 'plan_name', ${JSON.stringify({ name, unterschrift: 'beide' })}::jsonb, '2020-01-01')`,
    );
    const pdf = await readPdf((await print('?sprache=tur')).bytes);
    await arrange(app, sql`delete from regel where kreis_id = ${kreis} and schluessel = 'plan_name'`);
    expect(pdf.title).toBe(`${name} – ${paperLabels('tur').plan.titel.integrationsvereinbarung}`);
    expect(pdf.text).toContain(`${name} · Entwurf · Deutsch, Türkisch`);
  });

  test.each(
    papiersprachen.filter((s) => !s.nurFreigegeben && s.code !== 'deu').map((s) => [s.code, s.name] as const),
  )('M155 stands in German beside %s (%s), with lines to sign and a reservation', async (sprache) => {
    const pdf = await readPdf((await print(`?sprache=${sprache}`)).bytes);
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH']));
    expect(pdf.languages).toContain(languageOf(sprache).tag);
    expect(Object.values(pdf.fonts)).not.toContain(false);
    expect(pdf.text).not.toContain('\uFFFD');
    for (const words of [
      'Ziel 1: Wohnen',
      'Eine eigene Wohnung beziehen',
      '„Ich möchte eine Tür, die ich selbst abschließe.“',
      '30.09.2026',
      'Entwurf: noch nicht unterschrieben.',
      'Übersetzung ungeprüft, maßgeblich ist der deutsche Text.',
      'Unterschrift der Beratungsperson',
    ])
      expect(pdf.text).toContain(words);
    const { plan, unterschrift } = paperLabels(sprache);
    if (languageOf(sprache).dir === 'ltr')
      for (const words of [
        `${plan.ziel} 1: ${plan.bereich.wohnen}`,
        plan.indikator,
        plan.akteur.klient,
        plan.zustimmung.ja,
        plan.zustimmung.keine_antwort,
        plan.staende.offen,
        unterschrift.klient,
        unterschrift.dolmetschen,
      ])
        expect(pdf.text).toContain(words);
    expect(pdf.alternatives).toEqual(Array.from({ length: 3 }, () => 'Kästchen zum Ankreuzen'));
  });

  test('M155 a language that is off until released is refused, and printed once the Träger released into it', async () => {
    for (const sprache of ['tir', 'som', 'pus', 'kmr']) {
      const reply = await print(`?sprache=${sprache}`);
      expect([reply.status, reply.body.code]).toEqual([422, 'uebersetzung-nicht-freigegeben']);
    }
    const [vordruck] = await look(
      app,
      sql<{ id: string }>`insert into vordruck (kreis_id, traeger_id, art, fassung, inhalt, angabe)
        values (${kreis}, ${traeger.alpha}, 'entbindung', 9, '{}', '{}') returning id`,
    );
    await arrange(
      app,
      sql`insert into vordruck_uebersetzung (kreis_id, vordruck_id, sprache, inhalt, stand, freigegeben_am)
        values (${kreis}, ${vordruck!.id}, 'tir', '{}', 'freigegeben', now())`,
    );
    const pdf = await readPdf((await print('?sprache=tir')).bytes);
    expect(pdf.text).toContain(paperLabels('tir').plan.zustimmung.ja);
    expect(pdf.text).not.toContain('ungeprüft');
  });

  test('M161 a signed version is printed as it was frozen, with answer, strokes and checksum', async () => {
    const { fallId: of } = await app.admit();
    const as = app.as('casemanager');
    const goal = (text: string) => ({
      lebensbereich: 'arbeit',
      text,
      worte: '',
      indikator: 'Vertrag liegt vor',
      prioritaet: 2,
      bisWann: null,
      schritt: [
        {
          id: randomUUID(),
          text: 'Lebenslauf schreiben',
          akteur: 'klient',
          stelleId: null,
          dritte: '',
          faelligAm: null,
        },
      ],
    });
    const path = `/kreis/${kreis}/fall/${of}/hilfeplan`;
    const { zielId, fassung } = (await as.send('POST', `${path}/ziel`, goal('Arbeit aufnehmen'))).body;
    const { pruefwert } = (await as.get(path)).body;
    const signed = await as.send('POST', `${path}/unterschrift`, {
      pruefwert,
      zustimmung: { antwort: 'nein', grund: 'Erst möchte ich Deutsch lernen.' },
      am: today(),
      vertretungen: 0,
      unterschrift: [
        { rolle: 'klient', form: 'bildschirm', strich },
        { rolle: 'fachkraft', form: 'bildschirm', strich },
      ],
    });
    expect(signed.status).toBe(201);
    await as.send('PUT', `${path}/ziel/${zielId}`, { ...goal('Etwas ganz anderes'), fassung });
    const pdf = await readPdf((await print('?sprache=ukr&version=1', 'casemanager', of)).bytes);
    expect(pdf.text).toContain('Arbeit aufnehmen');
    expect(pdf.text).not.toContain('Etwas ganz anderes');
    expect(pdf.text).toContain('Erst möchte ich Deutsch lernen.');
    expect(pdf.text).toContain(formatDay(today()));
    expect(pdf.text).toContain(`Prüfwert (SHA-256): ${signed.body.pruefwert.slice(0, 12)}`);
    expect(pdf.text).not.toContain('Entwurf');
    const drawn = 'Unterschrift, auf dem Bildschirm geleistet';
    expect(pdf.alternatives).toEqual(['nicht angekreuzt', 'angekreuzt', 'nicht angekreuzt', drawn, drawn]);
    expect((await print('?version=2', 'casemanager', of)).status).toBe(404);
  });

  test('M161 printing leaves a row in the log of reads; strangers and the Koordination get nothing', async () => {
    await look(app, sql`delete from lesezugriff where vorgang = 'papier.hilfeplan'`);
    const reply = await print();
    expect(reply.headers.get('content-disposition')).not.toContain('addad');
    const rows = await look(app, sql`select vorgang from lesezugriff where vorgang = 'papier.hilfeplan'`);
    expect(rows.length).toBe(1);
    for (const name of ['kollegin', 'casemanagerBeta', 'koordination', 'nachbarCasemanager'] as const)
      expect((await print('', name)).status).toBe(404);
  });
});
