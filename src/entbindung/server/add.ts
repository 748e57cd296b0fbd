import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { BogenText } from '#src/einwilligung/contract.ts';
import { requireShown } from '#src/einwilligung/server/check-einwilligung.ts';
import { loadPerson } from '#src/einwilligung/server/load-person.ts';
import { readBogen } from '#src/einwilligung/server/read-bogen.ts';
import { sign } from '#src/einwilligung/server/sign.ts';
import { signedText } from '#src/einwilligung/text.ts';
import { isMinderjaehrig, unterschriftRefusals } from '#src/einwilligung/unterschrift.ts';
import type { Answer } from '#src/platform/contract.ts';
import { addDays, today } from '#src/platform/day.ts';
import { refuseFields, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { StelleArt } from '#src/stelle/contract.ts';
import { fillInhalt } from '#src/vordruck/rules.ts';
import type { entbindungContract, EntbindungEingabe } from '../contract.ts';
import { entbindungRefusals, entbindungWerte } from '../rules.ts';

type Add = typeof entbindungContract.addEntbindung;

/** A release from confidentiality: one office, one purpose, named content, one direction, one period; signed. */
export async function addEntbindung({ tx, deps, params, body }: Call<Add>): Promise<Answer<Add>> {
  const { kreisId, personId } = params;
  const person = await loadPerson(tx, deps.schluessel, kreisId, personId);
  const heute = today(deps.now());
  const bogen = await readBogen(tx, kreisId, person.traegerId, body.sprache);
  const vordruck = bogen.get('entbindung');
  if (!vordruck) throw new Refusal('vordruck-fehlt', 422);
  requireShown(vordruck, body.text);
  const stelle = await tx.first(sql<{ name: string; art: StelleArt }>`
    select s.name, s.art from stelle s where s.kreis_id = ${kreisId} and s.id = ${body.stelleId}::uuid
      and (s.gueltig_bis is null or s.gueltig_bis > ${heute}::date)`);
  refuseFields([
    ...entbindungRefusals(body, stelle, heute),
    ...(isMinderjaehrig(person.geburtsdatum, body.am) && body.vertretungen === 0
      ? [{ instance: '/vertretungen', code: 'vertretung-fehlt' }]
      : unterschriftRefusals({
          geburtsdatum: null,
          am: body.am,
          heute,
          vertretung: Array.from({ length: body.vertretungen }, () => ''),
          gemeinsam: false,
          unterschrift: body.unterschrift,
        })),
  ]);
  if (!stelle) throw new Refusal('stelle-unbekannt', 422);

  const entbindungId = randomUUID();
  await tx.run(sql`
    insert into entbindung (kreis_id, id, person_id, traeger_id, stelle_id, zweck, inhalt, richtung, gueltig_ab,
      gueltig_bis, vordruck_id, sprache, erfasst_von)
    values (${kreisId}, ${entbindungId}, ${personId}, ${person.traegerId}, ${body.stelleId}, ${body.zweck},
      ${[...new Set(body.inhalt)]}::text[], ${body.richtung}, ${body.am}, ${addDays(body.letzterTag, 1)},
      ${vordruck.vordruckId}, ${vordruck.uebersetzung?.sprache ?? 'deu'}, app_konto())`);
  const unterschrift = await sign(tx, {
    kreisId,
    personId,
    key: person.key,
    gegenstand: 'entbindung',
    gegenstandId: entbindungId,
    text: filledText(vordruck, body, stelle.name),
    unterschrift: body.unterschrift,
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'entbindung.erteilt',
    gegenstand: 'person',
    gegenstandId: personId,
    daten: {
      entbindungId,
      stelleId: body.stelleId,
      zweck: body.zweck,
      inhalt: body.inhalt,
      letzterTag: body.letzterTag,
    },
  });
  return { entbindungId, unterschrift };
}

function filledText(vordruck: BogenText, body: EntbindungEingabe, stelleName: string): string {
  const { deutsch, uebersetzung, worte } = vordruck;
  const texte = [fillInhalt(deutsch, entbindungWerte(body, stelleName, worte.deutsch))];
  if (uebersetzung) {
    texte.push(
      fillInhalt(uebersetzung.inhalt, entbindungWerte(body, stelleName, worte.uebersetzung ?? worte.deutsch)),
    );
  }
  return signedText(texte, []);
}
