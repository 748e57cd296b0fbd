import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createEinladung, withdrawEinladung as withdraw } from '#src/einladung/server/create-einladung.ts';
import { sendLinkMail } from '#src/nachricht/server/mail.ts';
import { today } from '#src/platform/day.ts';
import { fieldRefusal, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, Deps, Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { kontoContract } from '../contract.ts';
import { loadKonto, refuseOwn } from './load.ts';
import { readZustand } from './read-zustand.ts';
import { tellZugang } from './tell.ts';
import { checkRolle, writeRolle } from './write-rolle.ts';

interface Adressat {
  readonly kreisId: string;
  readonly kontoId: string;
  readonly email: string | null;
  readonly sprache: 'de' | 'en';
}

/** Makes an account with its roles, without a password, and the link by which its owner comes in. */
export const inviteKonto: Handler<typeof kontoContract.inviteKonto> = async ({ tx, params, body, deps }) => {
  const { kreisId } = params;
  const heute = today(deps.now());
  const felder = [];
  for (const [index, rolle] of body.rollen.entries())
    felder.push(...(await checkRolle(tx, kreisId, rolle, heute, `/rollen/${index}`)));
  refuseFields(felder);
  const kontoId = randomUUID();
  const email = body.email === '' ? null : body.email;
  const inserted = await tx.run(sql`
    insert into konto (kreis_id, id, anmeldename, name, sprache, email)
    values (${kreisId}, ${kontoId}, ${body.anmeldename}, ${body.name}, ${body.sprache}, ${email})
    on conflict (anmeldename) do nothing`);
  if (inserted === 0) throw fieldRefusal('/anmeldename', 'anmeldename-vergeben');
  await recordEreignis(tx, {
    kreisId,
    art: 'zugang.konto-angelegt',
    gegenstand: 'konto',
    gegenstandId: kontoId,
  });
  for (const [index, rolle] of body.rollen.entries())
    await writeRolle(tx, kreisId, kontoId, rolle, `/rollen/${index}`);
  return { kontoId, ...(await makeLink(tx, deps, { kreisId, kontoId, email, sprache: body.sprache })) };
};

/** A new link for an invitation that ran out, or for somebody who forgot the password; the former link is worthless. */
export const renewEinladung: Handler<typeof kontoContract.renewEinladung> = async (call) => {
  const { tx, params, actor, deps } = call;
  const konto = await loadKonto(tx, params.kreisId, params.kontoId);
  refuseOwn(actor, konto.kontoId);
  const [stand] = await readZustand(tx, konto.kreisId, [konto.kontoId]);
  if (stand?.zustand !== 'eingeladen' && stand?.zustand !== 'aktiv') throw new Refusal('konto-gesperrt');
  return makeLink(tx, deps, konto);
};

async function makeLink(tx: Tx, { config, log }: Deps, konto: Adressat) {
  const { kreisId, kontoId } = konto;
  const { link, gueltigBis, art } = await tx.as('lotse_anmeldung', () =>
    createEinladung(tx, konto, config.url),
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'einladung.angelegt',
    gegenstand: 'konto',
    gegenstandId: kontoId,
    daten: { art },
  });
  if (art === 'kennwort') await tellZugang(tx, kreisId, kontoId, 'link');
  const mail = konto.email !== null && config.mail !== undefined;
  // The mail server must not hold the connection to the database; the link stands on the page in any case.
  if (konto.email !== null && config.mail !== undefined)
    void sendLinkMail(config.mail, konto.email, konto.sprache, link).then((fehler) => {
      if (fehler !== null) log({ art: 'mail', fehler });
    });
  return { link, gueltigBis: gueltigBis.toISOString(), mail };
}

/** Makes the open link worthless. */
export async function withdrawEinladung(
  call: Call<typeof kontoContract.withdrawEinladung>,
): Promise<undefined> {
  const { tx, params } = call;
  const { kreisId, kontoId } = await loadKonto(tx, params.kreisId, params.kontoId);
  const anzahl = await tx.as('lotse_anmeldung', () => withdraw(tx, kreisId, kontoId));
  if (anzahl > 0)
    await recordEreignis(tx, {
      kreisId,
      art: 'einladung.zurueckgezogen',
      gegenstand: 'konto',
      gegenstandId: kontoId,
    });
}
