import { useState } from 'react';
import { seitenfarben } from '#src/auswertung/chart/svg.ts';
import { SvgDrawing } from '#src/auswertung/web/SvgDrawing.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { drawProfil } from '../profil.ts';
import { compareRunden, sortVergleich, type BereichVergleich } from '../rules.ts';
import type { Runde } from '../runde.ts';
import * as texts from './texts.ts';

/** Two completed rounds side by side: what was worked on, what is new, what remained; as a profile and as a table. */
export function VergleichCard({ kreis, runden }: { kreis: KreisStamm; runden: readonly Runde[] }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [pair, setPair] = useState<{ readonly von: number; readonly bis: number }>();
  const bis = pair?.bis ?? runden.at(-1)?.runde ?? 0;
  const von = pair?.von ?? runden.at(-2)?.runde ?? 0;
  const rows = compareRunden(runden, von, bis);
  const name = (code: string) => codeName(kreis.codeliste.lebensbereich, code, sprache);
  const label = (nummer: number) =>
    t.rundeKurz(nummer, formatDay(runden.find(({ runde }) => runde === nummer)?.am ?? ''));
  const choices = (fits: (nummer: number) => boolean) =>
    runden
      .filter(({ runde }) => fits(runde))
      .map(({ runde }) => ({ value: String(runde), label: label(runde) }));
  return (
    <Card
      title={t.vergleich}
      actions={
        <div className="row">
          <SelectField
            name="von"
            label={t.von}
            hideLabel
            empty={null}
            value={String(von)}
            onChange={(value) => setPair({ von: Number(value), bis })}
            options={choices((nummer) => nummer < bis)}
          />
          <SelectField
            name="bis"
            label={t.bis}
            hideLabel
            empty={null}
            value={String(bis)}
            onChange={(value) => setPair({ von: Math.min(von, Number(value) - 1), bis: Number(value) })}
            options={choices((nummer) => nummer > (runden[0]?.runde ?? 0))}
          />
        </div>
      }
    >
      <div className="stack">
        <Wandel rows={rows} name={name} />
        <SvgDrawing
          draw={(breite, id) =>
            drawProfil(
              rows.map((row) => ({ name: name(row.code), vorher: row.vorher, nachher: row.nachher })),
              {
                bedarf: [t.bedarf.keiner, t.bedarf.bedarf, t.bedarf.dringend],
                vorher: label(von),
                nachher: label(bis),
              },
              {
                breite,
                id,
                farben: seitenfarben,
                titel: `${t.diagramm}: ${label(von)}, ${label(bis)}`,
                beschreibung: rows
                  .map((row) => t.diagrammZeile(name(row.code), t.bedarf[row.vorher], t.bedarf[row.nachher]))
                  .join('; '),
              },
            )
          }
          most={760}
        />
        <details>
          <summary>{t.alsTabelle}</summary>
          <Table
            caption={t.diagramm}
            rows={rows}
            rowKey={({ code }) => code}
            columns={[
              { id: 'bereich', header: t.bereich, rowHeader: true, cell: ({ code }) => name(code) },
              { id: 'vorher', header: label(von), cell: ({ vorher }) => t.bedarf[vorher] },
              { id: 'nachher', header: label(bis), cell: ({ nachher }) => t.bedarf[nachher] },
              { id: 'wandel', header: t.veraenderung, cell: ({ wandel }) => t.wandel[wandel] },
              {
                id: 'bearbeitet',
                header: t.wurdeBearbeitet,
                cell: ({ bearbeitet }) => (bearbeitet === null ? '–' : t.bearbeitet[bearbeitet]),
              },
            ]}
          />
        </details>
      </div>
    </Card>
  );
}

function Wandel({ rows, name }: { rows: readonly BereichVergleich[]; name: (code: string) => string }) {
  const t = useTexts(texts);
  const { bearbeitet: worked, neu, geblieben } = sortVergleich(rows);
  const lists = [
    {
      title: t.bearbeitetTitel,
      items: worked.map(({ code, bearbeitet, wandel }) =>
        t.wurde(bearbeitet === 'teilweise' ? t.teilweiseZusatz(name(code)) : name(code), t.wandel[wandel]),
      ),
    },
    { title: t.neuTitel, items: neu.map(({ code, nachher }) => t.wurde(name(code), t.bedarf[nachher])) },
    {
      title: t.gebliebenTitel,
      items: geblieben.map(({ code, wandel }) => t.wurde(name(code), t.wandel[wandel])),
    },
  ];
  return (
    <div className="columns">
      {lists.map(({ title, items }) => (
        <div key={title}>
          <h3>{title}</h3>
          {items.length === 0 ? (
            <p className="muted">{t.nichts}</p>
          ) : (
            <ul className="assess-list">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
