import { expect, test } from 'vitest';
import { openLookup, type Vokabular } from './vokabular.ts';

const entry = (
  liste: Vokabular['code'][number]['liste'],
  code: string,
  bezeichnung: string,
  variante: string[] = [],
) => ({
  liste,
  code,
  bezeichnung,
  bezeichnungEn: `${bezeichnung} (en)`,
  variante,
});
const vokabular: Vokabular = {
  code: [
    entry('geschlecht', 'm', 'männlich'),
    entry('geschlecht', 'w', 'weiblich'),
    entry('herkunftsland', 'sy', 'Syrien'),
    entry('herkunftsland', 'mk', 'Nordmazedonien', ['Mazedonien']),
    entry('herkunftsland', 'tr', 'Türkei'),
    entry('leistungsbezug', 'sgb_ii', 'SGB II'),
    entry('zugang', 'a', 'Beratungsstelle', ['Caritas']),
    entry('zugang', 'b', 'Verband', ['Caritas']),
  ],
  traeger: [
    {
      id: 't1',
      name: 'Lernen fördern',
      rechtsname: 'Lernen fördern e. V.',
      slug: 'lernen_foerdern',
      variante: ['LF'],
    },
    {
      id: 't2',
      name: 'Caritas Rheine',
      rechtsname: 'Caritas Rheine e. V.',
      slug: 'caritas_rheine',
      variante: [],
    },
  ],
  kommune: [
    { id: '05566076', name: 'Rheine', variante: [] },
    { id: '05566008', name: 'Emsdetten', variante: [] },
  ],
  ortsteil: [
    { id: 'o1', kommuneId: '05566076', name: 'Rheine links der Ems', variante: [] },
    { id: 'o2', kommuneId: '05566076', name: 'Rheine rechts der Ems', variante: ['rechts'] },
    { id: 'o3', kommuneId: '05566008', name: 'Hembergen', variante: [] },
  ],
  wert: [{ liste: 'herkunftsland', text: 'Lummerland', code: null }],
};
const lookup = openLookup(vokabular);

test.each<[Vokabular['code'][number]['liste'], string, string | null | undefined]>([
  ['geschlecht', 'M', 'm'],
  ['geschlecht', 'W ', 'w'],
  ['geschlecht', 'maennlich', 'm'],
  ['geschlecht', 'ohne Angabe', null],
  ['herkunftsland', 'Syrien, Arabische Republik', 'sy'],
  ['herkunftsland', 'Syrien (Arab. Rep.)', 'sy'],
  ['herkunftsland', 'Mazedonien', 'mk'],
  ['herkunftsland', 'Tuerkei', 'tr'],
  ['herkunftsland', 'k. A.', null],
  ['herkunftsland', 'Lummerland', null],
  ['herkunftsland', 'Atlantis', undefined],
  ['leistungsbezug', 'Bürgergeld', 'sgb_ii'],
  ['leistungsbezug', 'Sgb II ', 'sgb_ii'],
])('M361 a value of the list %s: "%s"', (liste, text, code) => {
  expect(lookup.code(liste, text)).toBe(code);
});

test('a spelling that means two things means nothing', () => {
  expect(lookup.code('zugang', 'Caritas')).toBeUndefined();
});

test.each([
  ['Lernen fördern e.V.', 't1'],
  ['LERNEN FOERDERN', 't1'],
  ['LF', 't1'],
  ['Caritas Rheine eV', 't2'],
  ['AWO', undefined],
  ['k. A.', null],
])('the Träger "%s"', (text, id) => {
  expect(lookup.traeger(text)).toBe(id);
});

test('places are found with postcode, as town, or by a part whose town is told apart', () => {
  expect(lookup.kommune('48431 Rheine')).toBe('05566076');
  expect(lookup.kommune('Stadt Rheine')).toBe('05566076');
  expect(lookup.kommune('Münster')).toBeUndefined();
  expect(lookup.ortsteil('links der Ems', '05566076')).toEqual({ id: 'o1', kommuneId: '05566076' });
  expect(lookup.ortsteil('Hembergen', null)).toEqual({ id: 'o3', kommuneId: '05566008' });
  expect(lookup.ortsteil('Hembergen', '05566076')).toBeUndefined();
});
