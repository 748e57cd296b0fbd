import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import { unsealForPerson } from '#src/platform/server/schluessel.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { eingangContract } from '../eingang.ts';
import { schreiben } from '../vermittlung.ts';
import { readEingang } from './read-eingang.ts';

type List = typeof eingangContract.listEingang;

/** What was sent to the office of the account; nothing after a withdrawal or the end of the release. */
export async function listEingang({ tx, deps, params }: Call<List>): Promise<Answer<List>> {
  const rows = await readEingang(tx, deps.schluessel, params.kreisId, null);
  markLesezugriff(tx);
  return rows.map(({ key, siegel, eingang }) => ({
    ...eingang,
    schreiben: schreiben.parse(JSON.parse(unsealForPerson(key, eingang.id, siegel))),
    antwort: eingang.antwort.map(({ id, siegel: worte, ...antwort }) => ({
      ...antwort,
      worte: worte === null ? '' : unsealForPerson(key, id, Buffer.from(worte, 'base64')),
    })),
  }));
}
