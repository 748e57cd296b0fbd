import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { anfrageContract } from '../contract.ts';
import { tagRefusals } from '../rules.ts';
import { stelleRefusals } from './check.ts';
import { countVerweis } from './count-verweis.ts';
import { endAnfrage } from './end.ts';
import { loadAnfrage, requireOpen } from './load.ts';
import { readUmfang } from './read-umfang.ts';
import { writeTiefe } from './write-tiefe.ts';

type Close = typeof anfrageContract.closeAnfrage;

/**
 * Ends an Anfrage. A Verweis names the office and is counted as a contact with its Ergebnis: that somebody else is
 * competent is help too (Interessenbekundung Kreis Unna, Baustein 2).
 */
export async function closeAnfrage(call: Call<Close>): Promise<Answer<Close>> {
  const { tx, deps, params, body } = call;
  const { kreisId, anfrageId } = params;
  const anfrage = await loadAnfrage(tx, kreisId, anfrageId);
  requireFassung({ fassung: anfrage.fassung, stand: anfrage.stand }, body);
  requireOpen(anfrage);
  refuseFields([
    ...tagRefusals('/am', body.am, anfrage.eingegangenAm, today(deps.now())),
    ...(body.ausgang === 'verwiesen' ? await verweisRefusals(call) : []),
  ]);
  if (body.ausgang === 'verwiesen') {
    await countVerweis(tx, kreisId, anfrage, body);
    const { tiefeAb } = await readUmfang(tx, kreisId, anfrageId);
    await writeTiefe(tx, {
      kreisId,
      anfrageId,
      tiefe: 'verweis',
      ab: tiefeAb !== null && tiefeAb > body.am ? tiefeAb : body.am,
    });
  }
  await endAnfrage(tx, kreisId, anfrage, {
    ausgang: body.ausgang,
    am: body.am,
    verwiesenAn: body.ausgang === 'verwiesen' ? body.stelleId : null,
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'anfrage.abgeschlossen',
    gegenstand: 'anfrage',
    gegenstandId: anfrageId,
    daten: { ausgang: body.ausgang, am: body.am },
  });
  return { fassung: anfrage.fassung + 1 };
}

async function verweisRefusals({ tx, params, body }: Call<Close>): Promise<FieldRefusal[]> {
  const { kreisId } = params;
  return [
    ...(body.stelleId === null
      ? [{ instance: '/stelleId', code: 'stelle-fehlt' }]
      : await stelleRefusals(tx, kreisId, '/stelleId', body.stelleId)),
    ...(body.ergebnis === null
      ? [{ instance: '/ergebnis', code: 'ergebnis-fehlt' }]
      : await unknownCodes(
          tx,
          kreisId,
          [{ instance: '/ergebnis', liste: 'ergebnis', code: body.ergebnis }],
          body.am,
        )),
  ];
}
