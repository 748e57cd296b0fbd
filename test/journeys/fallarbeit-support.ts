import type { Page } from '@playwright/test';
import { demoId } from '#src/demo/server/demo-id.ts';
import { addDays, today } from '#src/platform/day.ts';
import { expect, meldeAn, waehle } from './support.ts';
import { zeichneUnterschrift } from './zugang-support.ts';

interface Uhr {
  setClock(moment: Date): void;
}

/** Lets a day come, in the server and on the page, and signs in anew: sessions do not outlive a night. */
export async function amTag(page: Page, uhr: Uhr, tag: string, anmeldename: string): Promise<void> {
  const moment = new Date(`${tag}T09:00:00Z`);
  uhr.setClock(moment);
  await page.clock.setFixedTime(moment);
  await page.context().clearCookies();
  await meldeAn(page, anmeldename);
}

/** Opens a part of a case file by its tab. */
export async function oeffneTeil(page: Page, akte: string, reiter: string | RegExp): Promise<void> {
  await page.goto(akte);
  await page.getByRole('tab', { name: reiter }).click();
}

/** Rates one Lebensbereich of the round on the page, on both sides of the table. */
export async function schaetzeEin(
  page: Page,
  bereich: string,
  fachlich: string,
  sicht: string,
): Promise<void> {
  await waehle(page.getByRole('radiogroup', { name: `Einschätzung: ${bereich}`, exact: true }), fachlich);
  await waehle(page.getByRole('radiogroup', { name: `Eigene Sicht: ${bereich}`, exact: true }), sicht);
}

/** Signs what stands on the page for both sides, with the answer that the person agrees. */
export async function unterschreibeGemeinsam(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Ja, stimmt zu' }).check();
  const felder = page.locator('canvas.signature');
  await expect(felder).toHaveCount(2);
  await zeichneUnterschrift(page, felder.first());
  await zeichneUnterschrift(page, felder.last());
  await page.getByRole('button', { name: 'Unterschreiben', exact: true }).click();
}

/** Saves the goal in the dialog. */
export async function speichereZiel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ziel speichern' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Notes how a goal stands since a day, from its card. */
export async function halteFest(page: Page, ziel: string, stand: string): Promise<void> {
  await page.getByRole('button', { name: `Stand ändern : ${ziel}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Stand festhalten' });
  await waehle(dialog, stand);
  await dialog.getByRole('button', { name: 'Festhalten' }).click();
  await expect(dialog).toHaveCount(0);
}

export interface Ziel {
  readonly text: string;
  readonly indikator: string;
  readonly prioritaet: number;
  /** Each done by the person. */
  readonly schritt: readonly string[];
}

/** A case of the account without a plan, with one goal, past the pages: for tests in which making it is not the story. */
export async function mitZiel(page: Page, ziel: Ziel): Promise<string> {
  const body = {
    lebensbereich: 'wohnen',
    worte: '',
    bisWann: null,
    ...ziel,
    schritt: ziel.schritt.map((text) => ({
      id: crypto.randomUUID(),
      text,
      akteur: 'klient',
      stelleId: null,
      dritte: '',
      faelligAm: null,
    })),
  };
  const id = await page.evaluate(async (inhalt) => {
    const base = '/api/kreis/unna/fall';
    const { fall } = (await (await fetch(`${base}?status=aktiv&casemanager=ich&anzahl=100`)).json()) as {
      fall: { id: string; person: unknown }[];
    };
    for (const each of fall) {
      if (each.person === null) continue;
      const plan = await (await fetch(`${base}/${each.id}/hilfeplan`)).json();
      if (plan.ziel.length > 0) continue;
      const answer = await fetch(`${base}/${each.id}/hilfeplan/ziel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(inhalt),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return each.id;
    }
    throw new Error('Every case has a plan.');
  }, body);
  return `/k/unna/fall/${id}`;
}

/** Has a colleague stand in from today on, past the pages. */
export async function lassVertreten(page: Page, traeger: string, durch: string): Promise<void> {
  const body = {
    traegerId: demoId('unna', 'traeger', traeger),
    von: today(),
    bis: addDays(today(), 3),
    art: 'urlaub',
    vertretungKontoId: demoId('unna', 'konto', durch),
  };
  const reply = await page.evaluate(async (inhalt) => {
    const answer = await fetch('/api/kreis/unna/abwesenheit', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(inhalt),
    });
    return answer.ok ? '' : answer.text();
  }, body);
  expect(reply).toBe('');
}

interface Aufnahme {
  readonly familienname: string;
  readonly vorname: string;
}

/** Admits a young man in Lünen with his consent, past the pages; answers with the id of the case. */
export async function nimmAufOhneSeite(page: Page, name: Aufnahme): Promise<string> {
  const { fallId } = await sende<{ fallId: string }>(page, '/fall', {
    ...name,
    geburtsdatum: '1999-02-11',
    einwilligung: { erteiltAm: today(), textfassung: '2026-01', sprache: 'ara' },
    aufgenommenAm: today(),
    traegerId: demoId('unna', 'traeger', 'stadt_luenen'),
    kommuneId: '05978024',
    ortsteilId: null,
    zugang: null,
    merkmal: { geschlecht: 'm', herkunftsland: 'sy', leistungsbezug: 'sgb_ii', lebensbereich: ['finanzen'] },
    bemerkung: '',
  });
  return fallId;
}

/** Records a qualified contact of today, past the pages. */
export async function sprich(page: Page, fallId: string): Promise<void> {
  await sende(page, `/fall/${fallId}/beratungskontakt`, {
    am: today(),
    qualifiziert: true,
    format: 'persoenlich',
    ort: 'buero',
    dauerMinuten: 45,
    sprache: null,
    dolmetschen: 'kein',
    lebensbereich: ['finanzen'],
    notiz: '',
  });
}

/** Has the person of a case release an office for a referral, signed on paper, past the pages. */
export async function entbindeFuer(
  page: Page,
  fallId: string,
  stelle: string,
  inhalt: readonly string[],
): Promise<void> {
  const fall = await hole<{ traegerId: string; einwilligung: { personId: string } }>(page, `/fall/${fallId}`);
  const verzeichnis = await hole<{ stelle: { id: string; name: string }[] }>(page, '/stelle');
  const texte = await hole<{ entbindung: { vordruckId: string; pruefwert: string } }>(
    page,
    `/traeger/${fall.traegerId}/bogen?sprache=deu`,
  );
  const { vordruckId, pruefwert } = texte.entbindung;
  await sende(page, `/person/${fall.einwilligung.personId}/entbindung`, {
    stelleId: verzeichnis.stelle.find(({ name }) => name === stelle)?.id,
    zweck: 'vermittlung',
    inhalt,
    richtung: 'beide',
    am: today(),
    letzterTag: addDays(today(), 90),
    sprache: 'deu',
    text: { vordruckId, pruefwert },
    vertretungen: 0,
    unterschrift: [{ rolle: 'klient', form: 'papier', strich: [] }],
  });
}

function hole<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (where) => (await fetch(`/api/kreis/unna${where}`)).json(), path);
}

async function sende<T>(page: Page, path: string, body: unknown): Promise<T> {
  return page.evaluate(
    async ([where, what]) => {
      const answer = await fetch(`/api/kreis/unna${where}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: what,
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return text === '' ? undefined : JSON.parse(text);
    },
    [path, JSON.stringify(body)] as const,
  );
}
