import { sql } from 'kysely';
import type { Handler } from '#src/platform/server/http.ts';
import type { nachrichtContract, NachrichtZeile } from '../contract.ts';

const MOST = 50;

/** The newest messages of the account in a Kreis, unread ones first. */
export const listNachricht: Handler<typeof nachrichtContract.listNachricht> = async ({ tx, params }) => {
  const nachricht = await tx.all(sql<NachrichtZeile & { ungelesen: number }>`
    select id, art, gegenstand, gegenstand_id as "gegenstandId", daten, erfasst_am as am,
      gelesen_am is not null as gelesen, count(*) filter (where gelesen_am is null) over ()::int as ungelesen
    from nachricht where kreis_id = ${params.kreisId} and konto_id = app_konto()
    order by gelesen_am is not null, erfasst_am desc limit ${MOST}`);
  return {
    ungelesen: nachricht[0]?.ungelesen ?? 0,
    nachricht: nachricht.map(({ id, art, gegenstand, gegenstandId, daten, am, gelesen }) => ({
      id,
      art,
      gegenstand,
      gegenstandId,
      daten,
      am: new Date(am).toISOString(),
      gelesen,
    })),
  };
};
