import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { vermittlungContract } from '../contract.ts';
import { findZiel } from './find-ziel.ts';
import { readFallPerson } from './load.ts';
import { makeSchreiben } from './make-schreiben.ts';

type Preview = typeof vermittlungContract.previewVermittlung;
type Fehlt = NonNullable<Answer<Preview>['fehlt']>;

/** Exactly what a referral would send, or why nothing may leave; writes nothing. */
export async function previewVermittlung(call: Call<Preview>): Promise<Answer<Preview>> {
  const { tx, deps, params, body } = call;
  const fall = await readFallPerson(call);
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${params.kreisId}, app_konto(), array[${fall.personId}::uuid], 'vermittlung.preview')`);
  markLesezugriff(tx);
  const ziel = await findZiel(tx, params.kreisId, body);
  const antwort = { nurVerweis: ziel.fuehrtSelbst, stelleName: ziel.stelleName, weg: ziel.weg };
  const nichts = (fehlt: Fehlt | null) => ({ ...antwort, fehlt, angabe: null, schreiben: null });
  if (ziel.fuehrtSelbst) return nichts(null);
  try {
    const sendung = await makeSchreiben(tx, params.kreisId, fall, ziel, body, today(deps.now()));
    return { ...antwort, fehlt: null, angabe: [...sendung.angabe], schreiben: sendung.schreiben };
  } catch (error) {
    const fehlt = error instanceof Refusal ? missing(error) : undefined;
    if (fehlt === undefined) throw error;
    return nichts(fehlt);
  }
}

/** What a colleague can do something about; everything else stays a refusal. */
function missing(refusal: Refusal): Fehlt | undefined {
  const code = refusal.detail.felder?.[0]?.code ?? refusal.code;
  const known: readonly Fehlt[] = ['entbindung-fehlt', 'einwilligung-abgelaufen', 'inhalt-fehlt'];
  return known.find((each) => each === code);
}
