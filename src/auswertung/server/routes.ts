import type { Sprache } from '#src/platform/texts.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps, FileAnswer, Handlers } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { auswertungContract } from '../contract.ts';
import type { ExportFormat } from '../tabelle.ts';
import type { Auswertung } from '../papier-model.ts';
import { asZaehler } from './as-zaehler.ts';
import { countBeratungszeit } from './count-beratungszeit.ts';
import { listBaustein3 } from './list-baustein3.ts';
import { listStellen } from './list-stellen.ts';
import { mayOpenListe, zaehlumfang } from './policy.ts';
import { reportFallzahlen, type Auftrag } from './report-fallzahlen.ts';
import { reportKontakte } from './report-kontakte.ts';
import { reportKontaktmerkmal, reportMerkmal } from './report-merkmal.ts';
import { toFile } from './write-file.ts';

interface Zaehlung {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly deps: Deps;
  readonly params: { readonly kreisId: string };
}

/** Counts under the role that sees anonymous facts only. */
async function count<T>(
  { tx, actor, deps, params }: Zaehlung,
  report: (auftrag: Auftrag) => Promise<T>,
): Promise<T> {
  const { kreisId } = params;
  return asZaehler(tx, () =>
    report({
      tx,
      kreisId,
      erlaubt: zaehlumfang(actor, kreisId),
      liste: mayOpenListe(actor, kreisId),
      now: deps.now(),
    }),
  );
}

type Ausgabe = Zaehlung & {
  readonly params: { readonly kreisId: string; readonly format: ExportFormat };
  readonly query: { readonly sprache?: Sprache | undefined };
};

/** Writes the file and leaves an event that says what was asked. */
async function send(call: Ausgabe, report: (auftrag: Auftrag) => Promise<Auswertung>): Promise<FileAnswer> {
  const { tx, actor, deps, params, query } = call;
  const auswertung = await count(call, report);
  await recordEreignis(tx, {
    kreisId: params.kreisId,
    art: 'auswertung.ausgegeben',
    gegenstand: 'auswertung',
    daten: { tabelle: auswertung.tabelle, format: params.format, frage: query },
  });
  return toFile(auswertung, params.format, query.sprache ?? actor.sprache, deps.now());
}

export const auswertungHandlers: Handlers<typeof auswertungContract> = {
  countFallzahlen: (call) => count(call, (auftrag) => reportFallzahlen(auftrag, call.query)),
  countKontakte: (call) => count(call, (auftrag) => reportKontakte(auftrag, call.query)),
  countBeratungszeit: (call) => count(call, (auftrag) => countBeratungszeit(auftrag, call.query)),
  countMerkmal: (call) => count(call, (auftrag) => reportMerkmal(auftrag, call.query)),
  countKontaktmerkmal: (call) => count(call, (auftrag) => reportKontaktmerkmal(auftrag, call.query)),
  listBaustein3: (call) => count(call, (auftrag) => listBaustein3(auftrag, call.query)),
  listStellen: (call) => count(call, (auftrag) => listStellen(auftrag, call.query)),
  exportFallzahlen: (call) =>
    send(call, async (auftrag) => ({
      tabelle: 'fallzahlen',
      daten: await reportFallzahlen(auftrag, call.query),
    })),
  exportKontakte: (call) =>
    send(call, async (auftrag) => ({
      tabelle: 'kontakte',
      daten: await reportKontakte(auftrag, call.query),
    })),
  exportMerkmal: (call) =>
    send(call, async (auftrag) => ({ tabelle: 'merkmal', daten: await reportMerkmal(auftrag, call.query) })),
  exportKontaktmerkmal: (call) =>
    send(call, async (auftrag) => ({
      tabelle: 'kontaktmerkmal',
      daten: await reportKontaktmerkmal(auftrag, call.query),
    })),
  exportBaustein3: (call) =>
    send(call, async (auftrag) => ({
      tabelle: 'baustein3',
      daten: await listBaustein3(auftrag, call.query),
    })),
  exportStellen: (call) =>
    send(call, async (auftrag) => ({ tabelle: 'stellen', daten: await listStellen(auftrag, call.query) })),
};
