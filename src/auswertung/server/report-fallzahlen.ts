import { fieldRefusal } from '#src/platform/refusal.ts';
import { today } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Fallzahlen } from '../tabelle.ts';
import type { FallzahlenFrage } from '../frage.ts';
import { monthName } from '../period.ts';
import { publishFallzahlen } from '../publish.ts';
import { reportText } from '../report-text.ts';
import { countFallzahlen, type FallzahlZelle } from './count-fallzahlen.ts';
import { countUebergaben, type UebergabeZahl } from './count-uebergaben.ts';
import { both, define, defineRegeln } from './define.ts';
import { listLage } from './list-lage.ts';
import { listTraeger } from './list-traeger.ts';
import type { Zaehlumfang } from './policy.ts';
import { selectUmfang } from './scope.ts';

/** Who counts, where and when; the transaction has the counting role. */
export interface Auftrag {
  readonly tx: Tx;
  readonly kreisId: string;
  readonly erlaubt: Zaehlumfang;
  /** The lists behind the figures may be opened. */
  readonly liste: boolean;
  readonly now: Date;
}

/** What the page may offer beside the figures. */
export function abilitiesOf({ liste, erlaubt }: Auftrag): Fallzahlen['abilities'] {
  return { liste, auswahl: erlaubt.art === 'kreis' || erlaubt.regionIds.length > 0 };
}

/** Cases by key date, Träger and status, with the hand-overs that explain the figures (Vorlage 197/23, table 1). */
export async function reportFallzahlen(auftrag: Auftrag, frage: FallzahlenFrage): Promise<Fallzahlen> {
  const { tx, kreisId, now } = auftrag;
  const stichtage = frage.stichtag;
  const [von, bis] = [stichtage[0] ?? '', stichtage.at(-1) ?? ''];
  if (bis > today(now)) throw fieldRefusal('/query/stichtag', 'datum-in-zukunft');
  const kenntnisstand = frage.kenntnisstand ?? null;
  const umfang = await selectUmfang(tx, kreisId, auftrag.erlaubt, frage);
  const { zellen, regeln, weiterePersonen } = await countFallzahlen(tx, umfang, stichtage, kenntnisstand);
  const uebergaben = await countUebergaben(tx, umfang, bis, kenntnisstand);
  const gezaehlt = [...new Set(zellen.map((z) => z.traegerId))];
  const traeger = await listTraeger(tx, umfang, { von, bis }, gezaehlt, kenntnisstand);
  const zeilen = stichtage.map((stichtag) => {
    const am = zellen.filter((z) => z.stichtag === stichtag);
    const summe = (wert: (zelle: FallzahlZelle) => number) => am.reduce((sum, z) => sum + wert(z), 0);
    const [aktiv, ruhend, abgeschlossen] = [
      summe((z) => z.aktiv),
      summe((z) => z.ruhend),
      summe((z) => z.abgeschlossen),
    ];
    const gesamt = summe((z) => z.gesamt);
    return {
      stichtag,
      gesamt,
      personen: weiterePersonen && gesamt + (weiterePersonen.get(stichtag) ?? 0),
      traeger: Object.fromEntries(
        traeger.map((t) => [t.name, am.find((z) => z.traegerId === t.id)?.gesamt ?? 0]),
      ),
      aktiv,
      inaktiv: ruhend + abgeschlossen,
      ruhend,
      abgeschlossen,
    };
  });
  const { veroeffentlicht } = frage;
  const tabelle: Fallzahlen = {
    traeger: traeger.map(({ id, name }) => ({ id, name })),
    fallzahlen: zeilen,
    uebergaben: uebergaben.map((u, index) => ({
      monat: u.monat,
      von: u.von,
      an: u.an,
      anzahl: u.anzahl,
      fussnote: index + 1,
      stichtag: stichtage.find((s) => s >= u.ab) ?? bis,
    })),
    definition: define(
      {
        titel: both((t) => t.titel.fallzahlen),
        text: both((t) => (weiterePersonen ? `${t.text.fallzahlen} ${t.text.personen}` : t.text.fallzahlen)),
        gebiet: umfang.gebiet,
        datenbasis: both((t) => t.datenbasis.faelle(umfang.gebiet)),
        regel: defineRegeln(regeln),
        stichtage: [...stichtage],
        lage: await listLage(tx, kreisId, von, bis),
        veroeffentlicht,
      },
      frage,
      now,
    ),
    abilities: abilitiesOf(auftrag),
  };
  return withFussnoten(veroeffentlicht ? publishFallzahlen(tabelle) : tabelle);
}

function withFussnoten(tabelle: Fallzahlen): Fallzahlen {
  const fussnoten = tabelle.uebergaben.map((u) => ({ nr: u.fussnote, text: footnote(u) }));
  return { ...tabelle, definition: { ...tabelle.definition, fussnoten } };
}

function footnote(u: Pick<UebergabeZahl, 'monat' | 'von' | 'an'> & { anzahl: number | '.' }) {
  const monat = monthName(u.monat);
  return {
    de: reportText.de.uebergabe(monat.de, u.anzahl, u.von, u.an),
    en: reportText.en.uebergabe(monat.en, u.anzahl, u.von, u.an),
  };
}
