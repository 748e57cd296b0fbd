import { readFileSync } from 'node:fs';
import { vordruckInhalt, type VordruckArt, type VordruckInhalt } from '../inhalt.ts';
import { rechtWorte, type VordruckRecht } from '../recht.ts';
import { mapInhalt } from '../rules.ts';
import { papiersprachen } from '../sprachen.ts';

const known = new Map<string, VordruckInhalt>();

/** Text that comes with Lotse, with the law of the Träger put in; German where `sprache` is left out. */
export function readTemplate(art: VordruckArt, recht: VordruckRecht, sprache = 'deu'): VordruckInhalt {
  const { rechtsgrundlage, aufsicht } = rechtWorte[recht];
  return mapInhalt(readData(art, sprache), (text) =>
    text.replaceAll('{rechtsgrundlage}', rechtsgrundlage).replaceAll('{aufsicht}', aufsicht),
  );
}

/** Every language but German, in which a text that comes with Lotse is translated. */
export const fremdsprachen: readonly string[] = papiersprachen
  .map(({ code }) => code)
  .filter((code) => code !== 'deu');

function readData(art: VordruckArt, sprache: string): VordruckInhalt {
  const name = `${art}/${sprache}`;
  const found = known.get(name);
  if (found) return found;
  const file = new URL(`../data/${name}.json`, import.meta.url);
  const inhalt = vordruckInhalt.parse(JSON.parse(readFileSync(file, 'utf8')));
  known.set(name, inhalt);
  return inhalt;
}
