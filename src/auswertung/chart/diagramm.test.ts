import { expect, test } from 'vitest';
import type { Definition, Fallzahlen, MerkmalTabelle } from '../tabelle.ts';
import { drawDiagramm } from './diagramm.ts';
import { druckfarben, seitenfarben, toSvg } from './svg.ts';

const both = (text: string) => ({ de: text, en: text });
const definition: Definition = {
  titel: both('Fälle & <Träger>'),
  text: both('So.'),
  gebiet: 'Rheine',
  datenbasis: both('Fälle'),
  regel: [],
  stichtage: ['2023-04-01'],
  zeitraum: null,
  kenntnisstand: '2023-05-01',
  vollstaendigkeit: null,
  lage: [],
  veroeffentlicht: false,
  fussnoten: [],
};
const abilities = { liste: false, auswahl: false };

function fallzahlen(zahl: number | '.'): Fallzahlen {
  return {
    traeger: [
      { id: 'a', name: 'Caritas Rheine' },
      { id: 'b', name: 'Lernen fördern' },
    ],
    fallzahlen: [
      {
        stichtag: '2023-04-01',
        personen: null,
        gesamt: 84,
        traeger: { 'Caritas Rheine': zahl, 'Lernen fördern': 41 },
        aktiv: 40,
        inaktiv: 44,
        ruhend: 20,
        abgeschlossen: 24,
      },
    ],
    uebergaben: [],
    definition,
    abilities,
  };
}

function draw(daten: Fallzahlen, farben = druckfarben): string {
  return toSvg(
    drawDiagramm({ tabelle: 'fallzahlen', daten }, { sprache: 'de', breite: 600, id: 'd', farben })!,
  );
}

test('the drawing carries the numbers of the table, a name and a description', () => {
  const svg = draw(fallzahlen(43));
  for (const text of ['>43<', '>41<', '>40<', '>44<', '>84<', '>01.04.2023<', '>Lernen fördern<']) {
    expect(svg).toContain(text);
  }
  expect(svg).toContain('role="img" aria-labelledby="d-t d-d"');
  expect(svg).toContain('<title id="d-t">Fälle &amp; &lt;Träger&gt;, Rheine · Stichtag: 01.04.2023</title>');
  expect(svg).toContain('01.04.2023, Gesamt 84, Caritas Rheine 43, Lernen fördern 41');
});

test('M347 a hidden figure has no area, and no sum gives it away', () => {
  const svg = draw(fallzahlen('.'));
  expect(svg).not.toContain('>43<');
  // Only the bar by status has a sum; the one by Träger would tell what is missing.
  expect(svg.match(/>84</g)).toHaveLength(1);
});

test('pages get variables so that dark mode applies, paper gets colours', () => {
  expect(draw(fallzahlen(43), seitenfarben)).toContain('fill="var(--diagramm-1)"');
  expect(draw(fallzahlen(43))).not.toContain('var(');
});

test('bars of a Merkmal say number and share, and "ohne Angabe" stands apart', () => {
  const daten: MerkmalTabelle = {
    stichtag: '2023-09-01',
    merkmal: 'herkunftsland',
    basis: 48,
    werte: [{ code: 'sy', wert: 'Syrien', wertEn: 'Syria', anzahl: 22, rang: 1, prozent: 46 }],
    ohneAngabe: 26,
    ohneAngabeProzent: 54,
    uebrige: 0,
    uebrigeProzent: 0,
    mehrfach: false,
    definition,
    abilities,
  };
  const node = drawDiagramm(
    { tabelle: 'merkmal', daten },
    { sprache: 'en', breite: 300, id: 'm', farben: druckfarben },
  );
  const svg = toSvg(node!);
  expect(svg).toContain('>Syria<');
  expect(svg).toContain('>22 · 46 %<');
  expect(svg).toContain(`fill="${druckfarben.nebenbei}"`);
});
