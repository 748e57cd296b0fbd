import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageCodes } from '#src/platform/web/languages.ts';
import { vordruckArt, vordruckInhalt, type VordruckArt } from './inhalt.ts';
import { paperLabelsSchema } from './labels.ts';
import { inhaltRefusals, platzhalterIn, textsOf, uebersetzungRefusals } from './rules.ts';
import { paperLabels } from './server/paper-labels.ts';
import { readTemplate } from './server/template.ts';
import { papiersprachen } from './sprachen.ts';

const fremd = papiersprachen.filter(({ code }) => code !== 'deu');
const script: Readonly<Record<string, RegExp>> = {
  ara: /\p{Script=Arabic}/gu,
  pes: /\p{Script=Arabic}/gu,
  pus: /\p{Script=Arabic}/gu,
  ukr: /\p{Script=Cyrillic}/gu,
  rus: /\p{Script=Cyrillic}/gu,
  bul: /\p{Script=Cyrillic}/gu,
  tir: /\p{Script=Ethiopic}/gu,
};

function raw(art: VordruckArt, sprache: string) {
  return vordruckInhalt.parse(
    JSON.parse(readFileSync(new URL(`data/${art}/${sprache}.json`, import.meta.url), 'utf8')),
  );
}

function leaves(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(leaves);
}

/** Share of a text's letters in the script of its language; placeholders and names of laws are left out. */
function shareInScript(sprache: string, text: string): number {
  const words = text.replaceAll(/\{\w+\}|KIM|Nordrhein-Westfalen/g, '');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const right = words.match(script[sprache] ?? /\p{Script=Latin}/gu)?.length ?? 0;
  return letters === 0 ? 1 : right / letters;
}

const german =
  /\b(und|oder|nicht|Sie|Ihre[nrms]?|wir|dürfen|werden|Daten|Einwilligung|Unterschrift|Träger)\b/;

describe.each(vordruckArt.options)('%s', (art) => {
  test('M143 M144 M145 the German text names what each form must name and stays short', () => {
    const deutsch = raw(art, 'deu');
    expect(inhaltRefusals(art, readTemplate(art, 'land'))).toEqual([]);
    const words = textsOf(deutsch).flatMap(({ text }) => text.split(/\s+/));
    expect(words.length).toBeLessThanOrEqual(420);
    const longest = textsOf(deutsch)
      .flatMap(({ text }) => text.split(/(?<=[.?!])\s/))
      .map((sentence) => sentence.split(/\s+/).length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(30);
  });

  test.each(fremd.map(({ code }) => code))(
    'M155 %s is built like the German text, with its placeholders',
    (code) => {
      const deutsch = raw(art, 'deu');
      const uebersetzt = raw(art, code);
      expect(uebersetzungRefusals(deutsch, uebersetzt)).toEqual([]);
      const right = textsOf(uebersetzt);
      for (const [at, { text }] of textsOf(deutsch).entries()) {
        expect(platzhalterIn(right[at]?.text ?? '')).toEqual(platzhalterIn(text));
        if (!/^[{},\s\w]*$/.test(text)) expect(right[at]?.text).not.toBe(text);
      }
    },
  );

  test.each(fremd.map(({ code }) => code))(
    'M155 %s is written in its own script, without left-over German',
    (code) => {
      for (const { text } of textsOf(raw(art, code))) {
        expect([text, shareInScript(code, text) >= 0.9]).toEqual([text, true]);
        expect(text).not.toMatch(german);
      }
    },
  );
});

test('M143 the purposes of the consent can be chosen one by one, the documentation first', () => {
  for (const { code } of papiersprachen) {
    expect(raw('einwilligung', code).zweck.map((zweck) => zweck.code)).toEqual([
      'dokumentation',
      'auswertung',
      'landesdatenbank',
      'uebergabe',
    ]);
  }
});

test('M144 the law and the supervisory authority follow the Träger in every language', () => {
  for (const { code } of papiersprachen) {
    const text = (recht: 'land' | 'bund' | 'kdg' | 'ekd') =>
      leaves(readTemplate('datenschutzinformation', recht, code)).join('\n');
    expect(text('land')).toMatch(/DSG NRW[^]*LDI NRW/);
    expect(text('bund')).toMatch(/BDSG[^]*LDI NRW/);
    expect(text('kdg')).toMatch(/KDG[^]*Katholisches Datenschutzzentrum/);
    expect(text('ekd')).toMatch(/DSG-EKD[^]*Datenschutz der EKD/);
    expect(text('kdg')).not.toMatch(/DSGVO|\{rechtsgrundlage\}|\{aufsicht\}/);
  }
});

test.each(papiersprachen.map(({ code }) => code))(
  'M155 the words on papers are there in %s, in its script',
  (code) => {
    const labels = paperLabels(code);
    expect(paperLabelsSchema.safeParse(labels).success).toBe(true);
    for (const text of leaves(labels)) {
      expect([text, shareInScript(code, text) >= 0.9]).toEqual([text, true]);
      if (code !== 'deu') expect(text).not.toMatch(german);
    }
    if (code !== 'deu') {
      const same = leaves(labels).filter((text, at) => text === leaves(paperLabels('deu'))[at]);
      expect(same.filter((text) => !['Name', 'Telefon', 'Familie'].includes(text))).toEqual([]);
    }
  },
);

test('an unknown language falls back to German words', () => {
  expect(paperLabels('xyz')).toEqual(paperLabels('deu'));
  expect(paperLabels('../../../package')).toEqual(paperLabels('deu'));
});

test('M155 counselling and papers offer the same languages', () => {
  expect(languageCodes.toSorted()).toEqual(papiersprachen.map(({ code }) => code).toSorted());
  expect(papiersprachen.filter((s) => s.nurFreigegeben).map((s) => s.code)).toEqual([
    'pus',
    'kmr',
    'tir',
    'som',
  ]);
});
