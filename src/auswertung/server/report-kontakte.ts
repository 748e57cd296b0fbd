import { addDays, addMonths, monthsBetween } from '#src/platform/day.ts';
import type { Kontakte } from '../tabelle.ts';
import type { KontakteFrage } from '../frage.ts';
import { periodLabel } from '../period.ts';
import { publishKontakte } from '../publish.ts';
import { countKontakte } from './count-kontakte.ts';
import { both, define } from './define.ts';
import { kenntnisTag } from './kenntnisstand.ts';
import { listLage } from './list-lage.ts';
import { listTraeger } from './list-traeger.ts';
import { abilitiesOf, type Auftrag } from './report-fallzahlen.ts';
import { selectUmfang } from './scope.ts';

/** Contacts by month and Träger with sums: monthly flows that may be added up (Vorlage 197/23, table 2). */
export async function reportKontakte(auftrag: Auftrag, frage: KontakteFrage): Promise<Kontakte> {
  const { tx, kreisId, now } = auftrag;
  const kenntnisstand = frage.kenntnisstand ?? null;
  const umfang = await selectUmfang(tx, kreisId, auftrag.erlaubt, frage);
  const zahlen = await countKontakte(tx, umfang, frage.art, frage, kenntnisstand);
  const [von, bis] = [`${frage.von}-01`, addDays(addMonths(`${frage.bis}-01`, 1), -1)];
  const gezaehlt = [...new Set(zahlen.map((z) => z.traegerId))];
  const traeger = await listTraeger(tx, umfang, { von, bis }, gezaehlt, kenntnisstand);
  const summe = (monat: string | undefined, traegerId: string | undefined) =>
    zahlen
      .filter(
        (z) =>
          (monat === undefined || z.monat === monat) &&
          (traegerId === undefined || z.traegerId === traegerId),
      )
      .reduce((sum, z) => sum + z.anzahl, 0);
  const zeile = (monat: string | undefined) => ({
    gesamt: summe(monat, undefined),
    traeger: Object.fromEntries(traeger.map((t) => [t.name, summe(monat, t.id)])),
  });
  const { veroeffentlicht, art } = frage;
  const tabelle: Kontakte = {
    art,
    traeger: traeger.map(({ id, name }) => ({ id, name })),
    kontakte: monthsBetween(frage.von, frage.bis).map((monat) => ({ monat, ...zeile(monat) })),
    summe: zeile(undefined),
    definition: define(
      {
        titel: both((t) => t.titel[art]),
        text: both((t) => t.text[art]),
        gebiet: umfang.gebiet,
        datenbasis: both((t) =>
          (art === 'sonstige' ? t.datenbasis.kontakte : t.datenbasis.beratung)(umfang.gebiet),
        ),
        zeitraum: { von, bis, bezeichnung: periodLabel(von, bis, kenntnisTag(frage.kenntnisstand, now)) },
        lage: await listLage(tx, kreisId, von, bis),
        veroeffentlicht,
      },
      frage,
      now,
    ),
    abilities: abilitiesOf(auftrag),
  };
  return veroeffentlicht ? publishKontakte(tabelle) : tabelle;
}
