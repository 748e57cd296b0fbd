import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatNumber } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { auswertungContract } from '../contract.ts';
import { beratungsphase, type Beratungszeit } from '../tabelle.ts';
import { sharedQuery, type Question } from './question.ts';
import * as texts from './texts.ts';

type Zeile = Beratungszeit['traeger'][number];

/** What counselling time went into, by phase; for those inside, never by person and never as a file. */
export function BeratungszeitCard({ kreis, question }: { kreis: KreisStamm; question: Question }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { region, traeger } = sharedQuery(question);
  const { data } = useQuery(
    auswertungContract.countBeratungszeit,
    {
      params: { kreisId: kreis.id },
      query: {
        von: question.vonMonat,
        bis: question.bisMonat,
        ...(region === undefined ? {} : { region }),
        ...(traeger === undefined ? {} : { traeger }),
      },
    },
    { keep: true },
  );
  if (!data || data.traeger.length === 0) return null;
  const hours = (minuten: number) => t.stunden(formatNumber(sprache, Math.round(minuten / 6) / 10));
  const cell = (row: Zeile, index: number) => {
    const zahlen = row.phase[index]?.zahlen;
    if (!zahlen) return <span className="muted">{t.zeitEine}</span>;
    if (zahlen.kontakte === 0) return '–';
    const mitDauer = zahlen.kontakte - zahlen.ohneDauer;
    const kontakte = formatNumber(sprache, zahlen.kontakte);
    return (
      <>
        <span className="figure">{mitDauer === 0 ? t.zeitOhneDauer : hours(zahlen.minuten)}</span>
        <br />
        <span className="small muted">
          {t.zeitKontakte(
            kontakte,
            mitDauer === 0 ? null : formatNumber(sprache, Math.round(zahlen.minuten / mitDauer)),
          )}
        </span>
      </>
    );
  };
  const shown = data.traeger.filter((row) =>
    row.phase.some(({ zahlen }) => zahlen !== null && zahlen.kontakte > 0),
  );
  const hidden = data.traeger.filter((row) => !shown.includes(row));
  return (
    <Card title={t.zeitTitel}>
      <div className="stack">
        <p className="muted">{t.zeitText}</p>
        {shown.length > 0 && (
          <Table
            caption={t.zeitTitel}
            rows={shown}
            rowKey={(row) => row.traegerId}
            columns={[
              { id: 'traeger', header: t.traeger, rowHeader: true, cell: (row) => row.name },
              ...beratungsphase.options.map((phase, index) => ({
                id: phase,
                header: t.zeitPhase[phase],
                cell: (row: Zeile) => cell(row, index),
              })),
              {
                id: 'eilig',
                header: t.zeitEilig,
                cell: (row) =>
                  row.eilig === null ? (
                    <span className="muted">{t.zeitEine}</span>
                  ) : row.eilig === 0 ? (
                    '–'
                  ) : (
                    hours(row.eilig)
                  ),
              },
            ]}
          />
        )}
        {hidden.length > 0 && (
          <p className="small muted">{t.zeitNicht(hidden.map(({ name }) => name).join(', '))}</p>
        )}
      </div>
    </Card>
  );
}
