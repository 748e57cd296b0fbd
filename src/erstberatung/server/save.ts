import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadAnfrage, requireOpen, type GeladeneAnfrage } from '#src/anfrage/server/load.ts';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { BogenEingabe } from '../bogen.ts';
import type { erstberatungContract } from '../contract.ts';
import { bogenRefusals, differs, folgeterminBis, proposeTiefe, type Vorschlag } from '../rules.ts';
import { countKontakt, decideTiefe, noteOnAnfrage, setMerkmaleOf } from './count.ts';
import { loadRegel, openPerson, readErstberatung, type ErstberatungStand } from './load.ts';
import { sealBogen } from './seal.ts';

type Save = typeof erstberatungContract.saveErstberatung;

/**
 * Saves the Screening-Bogen (Konzept Kreis Unna 2.2): codes only while nobody has consented, everything sealed from
 * then on. What is counted goes to where it is counted, in the same transaction.
 */
export async function saveErstberatung(call: Call<Save>): Promise<Answer<Save>> {
  const { tx, deps, params, body } = call;
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireOpen(anfrage);
  const key = anfrage.personId === null ? undefined : await openPerson(tx, deps, kreisId, anfrage.personId);
  const [stand] = await readErstberatung(tx, kreisId, sql`e.anfrage_id = ${anfrageId}`);
  requireFassung(plainOf(stand), plainOf(body));
  requireEinwilligung(anfrage, body);

  const { keinFall } = await tx.one(sql<{ keinFall: string[] }>`
    select kein_fall as "keinFall" from anfrage where kreis_id = ${kreisId} and id = ${anfrageId}`);
  const vorschlag = proposeTiefe(body.einschaetzung, keinFall, await loadRegel(tx, kreisId, body.am));
  refuseFields([
    ...bogenRefusals(body, vorschlag, anfrage.eingegangenAm, today(deps.now())),
    ...(await unknownCodes(tx, kreisId, codesOf(body), body.am)),
  ]);

  const bis = folgeterminBis(body.am, body.geklaert);
  const id = await write(call, anfrage, stand, { vorschlag, bis, key });
  const ort = { kreisId, anfrageId };
  await noteOnAnfrage(tx, ort, body);
  await countKontakt(tx, ort, id, body);
  if (body.entscheidung !== null && body.entscheidung !== stand?.entscheidung) {
    await decideTiefe(tx, ort, body.entscheidung, body.am);
  }
  if (body.angaben && anfrage.personId !== null) {
    await setMerkmaleOf(tx, { kreisId, personId: anfrage.personId, am: body.am }, body.angaben);
  }
  const fassung = (stand?.fassung ?? 0) + 1;
  await recordEreignis(tx, {
    kreisId,
    art: stand ? 'erstberatung.geaendert' : 'erstberatung.erfasst',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: {
      fassung,
      am: body.am,
      vorschlag: vorschlag.tiefe,
      grund: vorschlag.grund,
      entscheidung: body.entscheidung,
      abweichend: differs(body.entscheidung, vorschlag.tiefe),
      folgeterminBis: bis,
      versiegelt: anfrage.personId !== null,
    },
  });
  return { fassung, vorschlag: vorschlag.tiefe, vorschlagGrund: vorschlag.grund, folgeterminBis: bis };
}

/** What a conflict may show: nothing that is sealed. */
function plainOf(
  stand:
    | Pick<
        ErstberatungStand | BogenEingabe,
        'fassung' | 'am' | 'dauerMinuten' | 'dolmetschen' | 'entscheidung'
      >
    | undefined,
) {
  if (!stand) return { fassung: 0 };
  const { fassung, am, dauerMinuten, dolmetschen, entscheidung } = stand;
  return { fassung, am, dauerMinuten, dolmetschen, entscheidung };
}

/** Nothing but codes without a consent; and a form that was opened before the consent is not the one to save. */
function requireEinwilligung(anfrage: GeladeneAnfrage, eingabe: BogenEingabe): void {
  if (anfrage.personId === null && eingabe.angaben !== null) throw new Refusal('einwilligung-fehlt', 422);
  if (anfrage.personId !== null && eingabe.angaben === null) throw new Refusal('gleichzeitig-geaendert', 409);
}

function codesOf({ einschaetzung, angaben }: BogenEingabe) {
  const bereich = einschaetzung.bereich.map(({ code }) => ({
    instance: '/einschaetzung/bereich',
    liste: 'lebensbereich',
    code,
  }));
  if (!angaben) return bereich;
  const one = (instance: string, liste: string, code: string | null | undefined) =>
    code === null || code === undefined ? [] : [{ instance, liste, code }];
  return [
    ...bereich,
    ...angaben.rechtskreis.map((code) => ({ instance: '/angaben/rechtskreis', liste: 'rechtskreis', code })),
    ...one('/angaben/leistungsbezug', 'leistungsbezug', angaben.leistungsbezug),
    ...one('/angaben/aufenthalt/gruppe', 'aufenthaltsgruppe', angaben.aufenthalt?.gruppe),
  ];
}

/** Writes the row, and the sheet under its seal where there is a person. */
async function write(
  { tx, actor, params, body }: Call<Save>,
  { personId, traegerId }: GeladeneAnfrage,
  stand: ErstberatungStand | undefined,
  { vorschlag, bis, key }: { vorschlag: Vorschlag; bis: string | null; key: Key | undefined },
): Promise<string> {
  const { kreisId, anfrageId } = params;
  const { einschaetzung, abweichungCode, angaben } = body;
  const named = personId !== null && key !== undefined;
  const bogenId = named
    ? await sealBogen(tx, { kreisId, personId, key }, stand?.bogenId ?? null, {
        einschaetzung,
        abweichungCode,
        angaben,
      })
    : null;
  const bedarf = named ? null : JSON.stringify(einschaetzung);
  const code = named ? null : abweichungCode;
  const id = stand?.id ?? randomUUID();
  if (stand) {
    await tx.run(sql`
      update erstberatung set am = ${body.am}, dauer_minuten = ${body.dauerMinuten}, dolmetschen = ${body.dolmetschen},
        person_id = ${personId}, bedarf = ${bedarf}::jsonb, bogen_id = ${bogenId}, vorschlag = ${vorschlag.tiefe},
        vorschlag_grund = ${vorschlag.grund}, entscheidung = ${body.entscheidung}, abweichung_code = ${code},
        folgetermin_bis = ${bis}, fassung = fassung + 1
      where kreis_id = ${kreisId} and id = ${id}`);
    return id;
  }
  await tx.run(sql`
    insert into erstberatung (kreis_id, id, anfrage_id, traeger_id, casemanager_id, am, dauer_minuten, dolmetschen,
      person_id, bedarf, bogen_id, vorschlag, vorschlag_grund, entscheidung, abweichung_code, folgetermin_bis, erfasst_von)
    values (${kreisId}, ${id}, ${anfrageId}, ${traegerId}, ${actor.kontoId}, ${body.am}, ${body.dauerMinuten},
      ${body.dolmetschen}, ${personId}, ${bedarf}::jsonb, ${bogenId}, ${vorschlag.tiefe}, ${vorschlag.grund},
      ${body.entscheidung}, ${code}, ${bis}, app_konto())`);
  return id;
}
