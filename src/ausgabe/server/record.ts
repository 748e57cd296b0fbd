import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { formatDay } from '#src/platform/day.ts';
import type { FileAnswer, Outgoing, Vermerk, WrittenFile } from '#src/platform/server/http.ts';
import { ortszeit } from '#src/termin/zeit.ts';
import { nummerText } from './list.ts';
import { toQuestion } from './question.ts';

/**
 * Numbers a file, lets it be written with its mark, and records it. The number belongs to this transaction until its end,
 * so that a file that fails leaves no gap. A path outside any Kreis counts for the Kreis of the account.
 */
export async function recordFile(outgoing: Outgoing, answer: FileAnswer): Promise<WrittenFile> {
  const { name, endpoint, tx, actor, parts, now } = outgoing;
  const kreisId = kreisOf(parts.params) ?? actor.kreisId;
  const { tag, zeit } = ortszeit(now);
  const jahr = Number(tag.slice(0, 4));
  const { nummer } = await tx.one(
    sql<{ nummer: number }>`select ausgabe_naechste(${kreisId}, ${jahr}) as nummer`,
  );
  const vermerk: Vermerk = {
    nummer: nummerText(jahr, nummer),
    text: `Ausgabe Nr. ${nummerText(jahr, nummer)} · ${actor.name} · ${formatDay(tag)} ${zeit}`,
  };
  const bytes = typeof answer.bytes === 'function' ? await answer.bytes(vermerk) : answer.bytes;
  const dateiart = (answer.type ?? endpoint.file ?? '').split(';', 1)[0] ?? '';
  const frage = toQuestion(
    [endpoint.params, endpoint.query, endpoint.upload === undefined ? endpoint.body : undefined],
    [parts.params, parts.query, parts.body],
  );
  tx.send(sql`
    insert into ausgabe (kreis_id, jahr, nummer, konto_id, traeger_id, vorgang, benannt, vermerkt, frage, dateiart, groesse,
      pruefsumme)
    values (${kreisId}, ${jahr}, ${nummer}, ${actor.kontoId}, ausgabe_traeger(${kreisId}), ${name},
      ${endpoint.reveals === 'person'}, ${typeof answer.bytes === 'function' || answer.numbered === true},
      ${JSON.stringify(frage)}::jsonb, ${dateiart}, ${bytes.length}, ${createHash('sha256').update(bytes).digest()})`);
  return { ...answer, bytes, name: answer.numbered ? numbered(answer.name, vermerk) : answer.name };
}

function kreisOf(params: unknown): string | undefined {
  return typeof params === 'object' && params !== null && 'kreisId' in params
    ? String(params.kreisId)
    : undefined;
}

/** "kontakte-2026-11-21.csv" with the number before the ending. */
function numbered(name: string, { nummer }: Vermerk): string {
  const dot = name.lastIndexOf('.');
  const at = dot === -1 ? name.length : dot;
  return `${name.slice(0, at)}-ausgabe-${nummer}${name.slice(at)}`;
}
