import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { uebernahmeContract } from '../contract.ts';
import { cleanText } from '../normalise.ts';
import { getDatei, type Datei } from './datei.ts';
import { saveProfil } from './profil.ts';
import { runUebernahme, type RunOptions } from './run.ts';

type Preview = typeof uebernahmeContract.previewUebernahme;
type Execute = typeof uebernahmeContract.executeUebernahme;

/** Says what an import would do, cell by cell, and writes nothing. */
export async function previewUebernahme(call: Call<Preview>): Promise<Answer<Preview>> {
  const { tx, deps, actor, params, body } = call;
  const datei = getDatei(actor, params.kreisId, body.dateiId, deps.now());
  const result = await watched(datei, (onProgress) =>
    runUebernahme(tx, deps.schluessel, {
      ...optionsOf(call, datei),
      profil: '',
      probe: true,
      allesOderNichts: false,
      onProgress,
    }),
  );
  datei.fortschritt = { ...datei.fortschritt, stand: 'wartet', gelesen: 0, gesamt: result.bericht.gelesen };
  return { ...result.bericht, zeile: [...result.vorschau], unbekannt: [...result.unbekannt] };
}

/** Imports the workbook in the transaction of this call; its progress is asked for meanwhile by another. */
export async function executeUebernahme(call: Call<Execute>): Promise<Answer<Execute>> {
  const { tx, deps, actor, params, body } = call;
  const datei = getDatei(actor, params.kreisId, body.dateiId, deps.now());
  const profil = cleanText(body.profil);
  const { id, bericht } = await watched(datei, (onProgress) =>
    runUebernahme(tx, deps.schluessel, {
      ...optionsOf(call, datei),
      profil,
      probe: false,
      allesOderNichts: body.allesOderNichts,
      onProgress,
    }),
  );
  if (profil !== '') await saveProfil(tx, params.kreisId, profil, body.zuordnung, datei.sheets);
  datei.fortschritt = { ...datei.fortschritt, stand: 'fertig', gelesen: bericht.gelesen, uebernahmeId: id };
  return { ...bericht, id };
}

function optionsOf(
  { params, body, deps }: Call<Preview> | Call<Execute>,
  datei: Datei,
): Pick<RunOptions, 'kreisId' | 'datei' | 'zuordnung' | 'heute'> {
  return { kreisId: params.kreisId, datei, zuordnung: body.zuordnung, heute: today(deps.now()) };
}

/** Keeps the progress of an upload while it is read, and its end. */
async function watched<T>(
  datei: Datei,
  run: (onProgress: (gelesen: number) => void) => Promise<T>,
): Promise<T> {
  if (datei.fortschritt.stand === 'laeuft') throw new Refusal('uebernahme-laeuft', 409);
  datei.fortschritt = { ...datei.fortschritt, stand: 'laeuft', gelesen: 0, code: null };
  try {
    return await run((gelesen) => {
      datei.fortschritt = { ...datei.fortschritt, gelesen };
    });
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'unerwartet';
    datei.fortschritt = { ...datei.fortschritt, stand: 'abgelehnt', code };
    throw error;
  }
}
