import { nextReassessment } from '#src/assessment/rules.ts';
import type { SchrittAkteur } from '#src/hilfeplan/plan.ts';
import { openSchritt } from '#src/hilfeplan/server/worte.ts';
import type { Day } from '#src/platform/day.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { toRegel } from '#src/regel/server/get-regel.ts';
import type { Abschluss } from '../abschluss.ts';
import { regelkreis } from '../regelkreis.ts';
import type { StatusZeile } from '../rules.ts';
import type { Ueberblick } from '../ueberblick.ts';
import { openAbschluss } from './write-abschluss.ts';

/** The overview as `fall_ueberblick` tells it: codes, days, sealed words. */
export interface UeberblickStand {
  readonly erstberatungAm: Day | null;
  /** First knock; null where the case was admitted without an Anfrage. */
  readonly anfrageAm: Day | null;
  readonly beratungszeit: number;
  readonly assessment: readonly { readonly am: Day; readonly stand: 'entwurf' | 'abgeschlossen' }[];
  readonly ziele: { readonly gesamt: number; readonly erreicht: number; readonly offen: number };
  readonly unterschriebenAm: Day | null;
  readonly schritt: {
    readonly offen: number;
    readonly naechste: readonly {
      readonly id: string;
      readonly akteur: SchrittAkteur;
      readonly faelligAm: Day | null;
      readonly siegel: string;
    }[];
  };
  readonly vermittlung: {
    readonly gesamt: number;
    readonly ersteAm: Day | null;
    readonly letzteAm: Day | null;
    readonly laufend: number;
    readonly rueckmeldungBis: Day | null;
  };
  readonly aufgabe: Ueberblick['aufgabe'];
  readonly termin: string | null;
  readonly ablauf: Ueberblick['ablauf'];
  readonly regel: unknown;
  readonly abschluss: readonly (Omit<Abschluss, 'rueckblick' | 'naechsterSchritt'> & {
    readonly id: string;
    readonly rueckblick: string | null;
    readonly naechster: string | null;
  })[];
}

export interface FallStand {
  readonly aufgenommenAm: Day;
  readonly letzterQualifizierter: Day | null;
  readonly status: StatusZeile;
  /** First day of each episode. */
  readonly episodeAb: readonly Day[];
}

/** The overview of a case with its path, its words opened. */
export function toUeberblick(stand: UeberblickStand, fall: FallStand, key: Key): Ueberblick {
  const { vermittlung, ziele, schritt } = stand;
  const runden = stand.assessment.filter((each) => each.stand === 'abgeschlossen').map((each) => each.am);
  const letzte = runden.at(-1);
  return {
    pfad: regelkreis({
      zugangAm: earlier(stand.anfrageAm, fall.aufgenommenAm),
      wiederAb: fall.episodeAb.length > 1 ? (fall.episodeAb.at(-1) ?? null) : null,
      erstberatungAm: stand.erstberatungAm,
      assessment: runden,
      planAm: stand.unterschriebenAm,
      vermittlung:
        vermittlung.ersteAm === null || vermittlung.letzteAm === null
          ? null
          : { ersteAm: vermittlung.ersteAm, letzteAm: vermittlung.letzteAm },
      kontaktAm: fall.letzterQualifizierter,
      zieleOffen: ziele.offen,
      abgeschlossenAm: fall.status.status === 'abgeschlossen' ? fall.status.ab : null,
    }),
    erstberatungAm: stand.erstberatungAm,
    beratungszeit: stand.beratungszeit,
    assessmentEntwurf: stand.assessment.some((each) => each.stand === 'entwurf'),
    reAssessmentAm:
      letzte === undefined ? null : nextReassessment(letzte, toRegel('re_assessment', stand.regel)),
    plan: {
      zieleGesamt: ziele.gesamt,
      zieleErreicht: ziele.erreicht,
      zieleOffen: ziele.offen,
      schritteOffen: schritt.offen,
      unterschriebenAm: stand.unterschriebenAm,
    },
    schritt: schritt.naechste.map(({ siegel, ...each }) => ({
      ...each,
      ...openSchritt(key, each.id, Buffer.from(siegel, 'base64')),
    })),
    vermittlung: {
      gesamt: vermittlung.gesamt,
      laufend: vermittlung.laufend,
      rueckmeldungBis: vermittlung.rueckmeldungBis,
    },
    aufgabe: stand.aufgabe,
    termin: stand.termin === null ? null : new Date(stand.termin).toISOString(),
    ablauf: stand.ablauf,
    abschluss: stand.abschluss.map(({ id, rueckblick, naechster, ...each }) => ({
      ...each,
      rueckblick: openAbschluss(key, id, 'rueckblick', rueckblick),
      naechsterSchritt: openAbschluss(key, id, 'naechster', naechster),
    })),
  };
}

// An Anfrage can also come out of a case that stepped down to a Kurzberatung.
function earlier(anfrageAm: Day | null, aufgenommenAm: Day): Day {
  return anfrageAm !== null && anfrageAm < aufgenommenAm ? anfrageAm : aufgenommenAm;
}
