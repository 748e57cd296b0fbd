import { refuseFields, Refusal, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { EinwilligungEingabe } from '../contract.ts';
import { ablaufRefusals } from '../rules.ts';
import { signedText } from '../text.ts';
import { unterschriftRefusals } from '../unterschrift.ts';
import { readBogen, type FreigegebenerText } from './read-bogen.ts';

/** The texts of a consent that may be given now. */
export interface Pruefung {
  readonly einwilligung: FreigegebenerText;
  readonly datenschutzinformation: FreigegebenerText;
  /** What is signed: German, translation, marked purposes. */
  readonly text: string;
}

/** Checks a consent against the released texts of the Träger and the rules of signing; refuses everything wrong at once. */
export async function checkEinwilligung(
  tx: Tx,
  ort: { readonly kreisId: string; readonly traegerId: string; readonly heute: Day },
  eingabe: EinwilligungEingabe,
  geburtsdatum: Day | null,
  mehr: readonly FieldRefusal[] = [],
): Promise<Pruefung> {
  const bogen = await readBogen(tx, ort.kreisId, ort.traegerId, eingabe.sprache);
  const einwilligung = bogen.get('einwilligung');
  const datenschutzinformation = bogen.get('datenschutzinformation');
  if (!einwilligung || !datenschutzinformation) throw new Refusal('vordruck-fehlt', 422);
  requireShown(einwilligung, eingabe.text);
  requireShown(datenschutzinformation, eingabe.datenschutzinformation);
  const offered = new Set<string>(einwilligung.deutsch.zweck.map((z) => z.code));
  refuseFields([
    ...mehr,
    ...(geburtsdatum !== null && geburtsdatum > ort.heute
      ? [{ instance: '/geburtsdatum', code: 'datum-in-zukunft' }]
      : []),
    ...(eingabe.zweck.includes('dokumentation')
      ? []
      : [{ instance: '/zweck', code: 'dokumentation-noetig' }]),
    ...(eingabe.zweck.every((z) => offered.has(z)) ? [] : [{ instance: '/zweck', code: 'code-unbekannt' }]),
    ...(eingabe.datenschutzinformation.ausgehaendigt
      ? []
      : [{ instance: '/datenschutzinformation/ausgehaendigt', code: 'datenschutzinformation-fehlt' }]),
    ...ablaufRefusals(eingabe.ablaufAm, eingabe.am, ort.heute),
    ...unterschriftRefusals({ ...eingabe, geburtsdatum, heute: ort.heute }),
  ]);
  const { deutsch, uebersetzung } = einwilligung;
  return {
    einwilligung,
    datenschutzinformation,
    text: signedText([deutsch, ...(uebersetzung ? [uebersetzung.inhalt] : [])], eingabe.zweck),
  };
}

/** A text that was released anew or translated anew while it was being read has to be read again. */
export function requireShown(
  text: FreigegebenerText,
  gezeigt: { readonly vordruckId: string; readonly pruefwert: string },
): void {
  if (text.vordruckId !== gezeigt.vordruckId || text.pruefwert !== gezeigt.pruefwert) {
    throw new Refusal('vordruck-geaendert', 409);
  }
}
