import { formatDay } from '#src/platform/day.ts';
import type { Sprache } from '#src/platform/texts.ts';
import { toBody } from './papier-body.ts';
import type { Auswertung, Papier, PapierZelle } from './papier-model.ts';
import { reportText } from './report-text.ts';
import type { Definition } from './tabelle.ts';

/** Lays a table out. */
export function toPapier(auswertung: Auswertung, sprache: Sprache): Papier {
  const { definition } = auswertung.daten;
  return {
    titel: definition.titel[sprache],
    untertitel: subtitle(definition, sprache),
    ...toBody(auswertung, sprache),
    text: definition.text[sprache],
    notizen: notes(definition, sprache),
    fussnoten: definition.fussnoten.map((f) => ({ nr: f.nr, text: f.text[sprache] })),
  };
}

/** Where and when: "Rheine · Stichtag: 01.04.2023". */
function subtitle(definition: Definition, sprache: Sprache): string {
  const text = reportText[sprache];
  const wann = definition.zeitraum
    ? text.zeitraum(definition.zeitraum.bezeichnung[sprache])
    : definition.stichtage.length > 0 && text.stichtag(definition.stichtage.map(formatDay).join(', '));
  return wann ? `${definition.gebiet} · ${wann}` : definition.gebiet;
}

function notes(definition: Definition, sprache: Sprache): string[] {
  const text = reportText[sprache];
  const { vollstaendigkeit: v } = definition;
  return [
    text.datengrundlage(definition.datenbasis[sprache]),
    ...definition.regel.map((r) =>
      text.regelZeile(
        r.text[sprache],
        r.gueltigAb === null ? text.regelVorgabe : text.regelAb(formatDay(r.gueltigAb)),
      ),
    ),
    ...(v ? [text.vollstaendig(String(v.angegeben), String(v.basis), String(v.prozent))] : []),
    ...definition.lage.map((l) => text.lage(formatDay(l.am), l.bis && formatDay(l.bis), l.bezeichnung)),
    text.standDerDaten(formatStand(definition.kenntnisstand)),
  ];
}

/** 01.04.2023, or 01.04.2023, 14:05 for a moment, in German time. */
function formatStand(kenntnisstand: string): string {
  if (kenntnisstand.length === 10) return formatDay(kenntnisstand);
  return new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(kenntnisstand));
}

/** A cell as print shows it. */
export function cellText({ wert }: PapierZelle, sprache: Sprache): string {
  if (wert === null) return '';
  if (typeof wert === 'string') return wert;
  if (typeof wert === 'number') return wert.toLocaleString(sprache === 'de' ? 'de-DE' : 'en-GB');
  return 'day' in wert ? formatDay(wert.day) : `${Math.round(wert.percent * 100)} %`;
}
