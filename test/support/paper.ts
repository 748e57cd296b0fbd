import { readTemplate } from '#src/papier/server/sheet.ts';
import { blankSignatures, toVordruckContent } from '#src/papier/server/vordruck-paper.ts';
import { compilePaper } from '#src/platform/server/pdf/compile-paper.ts';
import type { VordruckArt } from '#src/vordruck/inhalt.ts';
import { fillInhalt } from '#src/vordruck/rules.ts';
import { readTemplate as readText } from '#src/vordruck/server/template.ts';

const template = readTemplate('vordruck.typ');
const at = new Date('2025-04-01T08:00:00Z');

/** What a Träger of tests says of itself. */
export const angabe = {
  traeger: 'Caritasverband für den Kreis Unna e. V.',
  anschrift: 'Höingstraße 5–7, 59425 Unna, Telefon 02303 12345',
  datenschutz: 'Datenschutz, Höingstraße 5–7, 59425 Unna',
};

/** A text that comes with Lotse as a blank paper, German beside a language, with a name in its field. */
export function printBlank(art: VordruckArt, sprache: string, name = ''): Buffer {
  const [deutsch, ...fremd] = (sprache === 'deu' ? ['deu'] : ['deu', sprache]).map((code) => ({
    sprache: code,
    inhalt: fillInhalt(readText(art, 'kdg', code), angabe),
  }));
  if (!deutsch) throw new Error('no German text');
  const content = toVordruckContent({
    sender: {
      kreis: 'Kreis Unna',
      traegerId: '',
      rechtsname: angabe.traeger,
      anschrift: '',
      telefon: '',
      email: '',
    },
    art,
    fassung: 1,
    seiten: [deutsch, ...fremd],
    geprueft: sprache === 'deu',
    hinweise: [],
    latin: Object.values(angabe),
    person: { name, geburtsdatum: '' },
    zweck: null,
    signatures: blankSignatures(art),
    pruefwert: null,
  });
  return compilePaper(template, content, at);
}
