import { sql } from 'kysely';
import { sprechtage, type Sprechtage } from '#src/sprechstunde/rules.ts';
import { addDays, today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { hashToken } from '#src/platform/server/session.ts';
import type { terminContract, TerminArt, TerminStand } from '../contract.ts';
import { momentOf } from '../zeit.ts';
import { writeIcs, type IcsEintrag } from './ics.ts';

interface TerminDatum {
  readonly id: string;
  readonly art: TerminArt;
  readonly beginn: string;
  readonly ende: string;
  readonly stand: TerminStand;
  readonly fassung: number;
  readonly erfasstAm: string;
}

interface SprechstundeDatum extends Omit<Sprechtage, 'abwesend'> {
  readonly id: string;
  readonly von: string;
  readonly bis: string;
  readonly erfasstAm: string;
}

interface Feed {
  readonly termin: readonly TerminDatum[];
  readonly sprechstunde: readonly SprechstundeDatum[];
  readonly abwesenheit: Sprechtage['abwesend'];
}

const DAYS_BACK = 31;
const DAYS_AHEAD = 183;

/**
 * The calendar behind a secret link. Only the hash of the secret is looked up, so how long that takes says nothing
 * about it; 256 random bits cannot be tried out.
 */
export async function getKalenderFeed(
  call: Call<typeof terminContract.getKalenderFeed>,
): Promise<FileAnswer> {
  const { deps, params } = call;
  const heute = today(deps.now());
  const [von, bis] = [addDays(heute, -DAYS_BACK), addDays(heute, DAYS_AHEAD)];
  const pruefwert = hashToken(params.datei.slice(0, -'.ics'.length));
  const row = await deps.db.asNobody((tx) =>
    tx.one(
      sql<{ feed: Feed | null }>`select kalender_feed(${pruefwert}, ${von}::date, ${bis}::date) as feed`,
    ),
  );
  if (row.feed === null) throw notFound();
  const eintraege = [...row.feed.termin.map(terminEintrag), ...sprechstundenEintraege(row.feed, von, bis)];
  return { name: 'lotse.ics', bytes: new TextEncoder().encode(writeIcs('Lotse', eintraege)) };
}

/** Titles say what kind of time it is, never with whom or about what. */
function titelOf(art: TerminArt): string {
  return art === 'aufsuchend' || art === 'begleitung' ? 'Außentermin' : 'Termin';
}

function terminEintrag(termin: TerminDatum): IcsEintrag {
  return {
    uid: `${termin.id}@lotse`,
    titel: titelOf(termin.art),
    beginn: new Date(termin.beginn),
    ende: new Date(termin.ende),
    folge: termin.fassung,
    erfasst: new Date(termin.erfasstAm),
    stand: termin.stand === 'abgesagt' ? 'CANCELLED' : 'CONFIRMED',
  };
}

function sprechstundenEintraege({ sprechstunde, abwesenheit }: Feed, von: Day, bis: Day): IcsEintrag[] {
  return sprechstunde.flatMap((each) => {
    const ausfall = each.ausfall.map(({ am }) => am).filter((am) => am >= von && am <= bis);
    const tage = sprechtage({ ...each, abwesend: abwesenheit }, von, bis);
    return [...tage, ...ausfall].toSorted().flatMap((tag): IcsEintrag[] => {
      const beginn = momentOf(tag, each.von);
      const ende = momentOf(tag, each.bis);
      if (beginn === undefined || ende === undefined) return [];
      return [
        {
          uid: `${each.id}-${tag}@lotse`,
          titel: 'Sprechstunde',
          beginn,
          ende,
          folge: ausfall.includes(tag) ? 1 : 0,
          erfasst: new Date(each.erfasstAm),
          stand: ausfall.includes(tag) ? 'CANCELLED' : 'CONFIRMED',
        },
      ];
    });
  });
}
