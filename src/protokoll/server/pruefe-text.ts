import type { Bruch } from './check-chain.ts';

const worte: Readonly<Record<Bruch['was'], string>> = {
  'zeile-geaendert': 'wurde geändert',
  'zeile-fehlt': 'fehlt',
  'zeile-eingefuegt': 'wurde eingefügt',
  'zeilen-vertauscht': 'wurde mit einer anderen vertauscht',
  'block-geaendert': 'wurde geändert',
  'block-fehlt': 'fehlt',
  'ende-abgeschnitten': 'fehlt: das Ende der Kette ist abgeschnitten',
  'kuerzung-zu-frueh': 'ist leer, obwohl seine Zeilen noch aufzubewahren waren',
  'kopf-weicht-ab': 'stimmt nicht mit dem unterschriebenen Prüfpunkt überein',
  'kopf-fehlt': 'hat keinen unterschriebenen Prüfpunkt',
  'pruefpunkt-geaendert': 'wurde geändert',
  'pruefpunkt-fehlt': 'folgt nicht auf die Zeile davor',
  'pruefpunkt-fremd': 'ist mit einem fremden Schlüssel unterschrieben',
};

/** One broken link as the command prints it. */
export function describeBruch({ kreisId, block, art, zeile, was }: Bruch): string {
  if (kreisId === null) return `Prüfpunkte: Zeile ${block} ${worte[was]}.`;
  const ort = `${kreisId}, Block ${block}${art === null ? '' : ` (${art})`}`;
  return zeile === null ? `${ort} ${worte[was]}.` : `${ort}: Zeile ${zeile} ${worte[was]}.`;
}
