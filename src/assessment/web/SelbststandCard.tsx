import { seitenfarben } from '#src/auswertung/chart/svg.ts';
import { SvgDrawing } from '#src/auswertung/web/SvgDrawing.tsx';
import { formatDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { drawStufen } from '../profil.ts';
import { dimension, type Dimension, type Runde } from '../runde.ts';
import * as texts from './texts.ts';

/** Self-reliance over the rounds: one small drawing per dimension with the sentence of the latest value. */
export function SelbststandCard({ runden }: { runden: readonly Runde[] }) {
  const t = useTexts(texts);
  const level = (runde: Runde, name: Dimension) => runde.selbststand[name];
  if (runden.every((each) => dimension.options.every((name) => level(each, name) === null))) return null;
  return (
    <Card title={t.selbststand}>
      <div className="stack">
        <p className="muted">{t.selbststandText}</p>
        <div className="assess-multiples">
          {dimension.options.map((name) => (
            <DimensionDrawing key={name} name={name} runden={runden} />
          ))}
        </div>
        <details>
          <summary>{t.alsTabelle}</summary>
          <Table
            caption={t.selbststand}
            rows={dimension.options}
            rowKey={(name) => name}
            columns={[
              { id: 'dimension', header: t.selbststand, rowHeader: true, cell: (name) => t.anker[name].name },
              ...runden.map((runde) => ({
                id: runde.id,
                header: t.rundeKurz(runde.runde, formatDay(runde.am)),
                numeric: true,
                cell: (name: Dimension) => level(runde, name) ?? '–',
              })),
            ]}
          />
        </details>
      </div>
    </Card>
  );
}

function DimensionDrawing({ name, runden }: { name: Dimension; runden: readonly Runde[] }) {
  const t = useTexts(texts);
  const punkte = runden.map((runde) => ({
    name: `R${runde.runde}`,
    am: formatDay(runde.am),
    stufe: runde.selbststand[name],
  }));
  const rated = punkte.flatMap(({ stufe }) => stufe ?? []);
  const last = rated.at(-1);
  const before = rated.at(-2);
  const { name: titel, stufe: saetze } = t.anker[name];
  return (
    <div className="assess-multiple">
      <h3>{titel}</h3>
      <p className="figure small">
        {last === undefined ? t.ohneStufe : before === undefined ? t.stufe(last) : t.stufeVon(last, before)}
      </p>
      <SvgDrawing
        least={150}
        most={300}
        draw={(breite, id) =>
          drawStufen(punkte, {
            breite,
            id,
            farben: seitenfarben,
            titel: `${t.selbststand}, ${titel}`,
            beschreibung: punkte
              .map(({ am, stufe }) => `${am}: ${stufe === null ? t.ohneStufe : t.stufe(stufe)}`)
              .join('; '),
          })
        }
      />
      {last !== undefined && <p className="small">{saetze[last]}</p>}
    </div>
  );
}
