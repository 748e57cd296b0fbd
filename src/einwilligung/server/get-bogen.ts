import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { einwilligungContract } from '../contract.ts';
import { readBogen, type FreigegebenerText } from './read-bogen.ts';

type Get = typeof einwilligungContract.getBogen;

/** Everything that is shown before a signature: the texts of the Träger and the languages they exist in. */
export async function getBogen({ tx, params, query }: Call<Get>): Promise<Answer<Get>> {
  const texte = await readBogen(tx, params.kreisId, params.traegerId, query.sprache);
  const shown = (text: FreigegebenerText | undefined) => {
    if (!text) return null;
    const { sprachen: _sprachen, ...rest } = text;
    return rest;
  };
  const einwilligung = texte.get('einwilligung');
  const entbindung = texte.get('entbindung');
  return {
    sprachen:
      (einwilligung ?? entbindung)?.sprachen.map(({ sprache, stand }) => ({ code: sprache, stand })) ?? [],
    einwilligung: shown(einwilligung),
    datenschutzinformation: shown(texte.get('datenschutzinformation')),
    entbindung: shown(entbindung),
  };
}
