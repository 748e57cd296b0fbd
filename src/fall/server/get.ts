import { documentationRefusal } from '#src/einwilligung/rules.ts';
import type { Call } from '#src/platform/server/http.ts';
import { toRegel } from '#src/regel/server/get-regel.ts';
import type { FallAkte, fallContract } from '../contract.ts';
import { episodes, rowOn } from '../rules.ts';
import { inVertretung } from '#src/vertretung/server/policy.ts';
import { mayChangeFall, mayCloseFall, mayUebergeben } from './policy.ts';
import { readAkte } from './read-akte.ts';
import { toUeberblick } from './ueberblick.ts';
import { toFallZeile } from './zeile.ts';

/** Contacts that come with the case; the others are asked for by their own operation. */
const KONTAKTE = 30;

/** The case file with its newest contacts. */
export async function getFall(call: Call<typeof fallContract.getFall>): Promise<FallAkte> {
  const { am, fall, bemerkung, kontakt, ueberblick, key } = await readAkte(call, KONTAKTE, 'fall.get');
  const regel = toRegel('aktiv_regel', fall.regel);
  const jetzt = rowOn(fall.status, am);
  if (!jetzt) throw new Error('case without status');
  const zeile = toFallZeile(fall, jetzt, regel, am);
  const change = mayChangeFall(fall);
  const fuehrt = !inVertretung(fall, call.actor.kontoId);
  const geschlossen = zeile.status === 'abgeschlossen';
  const werte = (name: string) => fall.merkmal.filter((m) => m.merkmal === name).map((m) => m.wert);
  return {
    ...zeile,
    fassung: fall.fassung,
    zugang: fall.zugang,
    bemerkung,
    merkmal: {
      geschlecht: werte('geschlecht')[0] ?? null,
      herkunftsland: werte('herkunftsland')[0] ?? null,
      leistungsbezug: werte('leistungsbezug')[0] ?? null,
      lebensbereich: werte('lebensbereich'),
    },
    einwilligung: fall.einwilligung,
    statusGrund: jetzt.grund,
    statusHerkunft: jetzt.herkunft,
    statusSeit: jetzt.ab,
    aktivRegel: { art: regel.art, monate: regel.art === 'kontakt' ? regel.monate : null },
    episode: episodes(fall.status, fall.aufgenommenAm),
    zustaendigkeit: fall.zustaendigkeit,
    abh: fall.behoerde?.abh ?? null,
    ebh: fall.behoerde?.ebh ?? null,
    ueberblick:
      ueberblick === null || key === undefined
        ? null
        : toUeberblick(
            ueberblick,
            {
              aufgenommenAm: fall.aufgenommenAm,
              letzterQualifizierter: fall.letzterQualifizierter,
              status: jetzt,
              episodeAb: episodes(fall.status, fall.aufgenommenAm).map((each) => each.ab),
            },
            key,
          ),
    kontakt,
    abilities: {
      recordBeratungskontakt: change && documentationRefusal(fall.einwilligung, am) === undefined,
      changeFall: change,
      setStatus: change,
      closeFall: fuehrt && mayCloseFall(fall) && !geschlossen,
      reopenFall: change && geschlossen,
      assignFall: fuehrt && change,
      uebergeben: fuehrt && fall.eigen && mayUebergeben(fall, call.actor, call.params.kreisId),
    },
  };
}
