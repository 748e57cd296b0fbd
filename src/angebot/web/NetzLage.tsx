import { useState } from 'react';
import { Link as RouteLink } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { codeName, nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { angebotContract, Doppel } from '../contract.ts';
import * as angebotTexts from './texts.ts';
import * as texts from './ueberblick-texts.ts';

type Ueberblick = Answer<typeof angebotContract.getAngebotUeberblick>;

/** Per Kommune and area of life how many offers can be used there; where none is, the network has a gap. */
export function VersorgungTable({
  kreis,
  versorgung,
}: {
  kreis: KreisStamm;
  versorgung: Ueberblick['versorgung'];
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const known = new Map(versorgung.map((each) => [`${each.kommuneId} ${each.lebensbereich}`, each]));
  const bereiche = kreis.codeliste.lebensbereich.filter(({ aktuell }) => aktuell);
  return (
    <div className="stack">
      <p className="prose muted">{t.lueckenText}</p>
      <Table
        caption={t.luecken}
        rows={bereiche}
        rowKey={(row) => row.code}
        phone="scroll"
        columns={[
          {
            id: 'bereich',
            header: t.lebensbereich,
            rowHeader: true,
            cell: (row) => codeName(bereiche, row.code, sprache),
          },
          ...kreis.kommune.map(({ id, name }) => ({
            id,
            header: name,
            numeric: true,
            cell: (row: { code: string }) => {
              const found = known.get(`${id} ${row.code}`);
              if (!found) return <Badge tone="warning">{t.keins}</Badge>;
              const address = new URLSearchParams({ kommune: id, lebensbereich: row.code });
              return (
                <RouteLink
                  href={`/k/${kreis.id}/angebot?${address}`}
                  className="link"
                  aria-label={t.zelle(found.anzahl, name, codeName(bereiche, row.code, sprache))}
                >
                  {found.anzahl}
                </RouteLink>
              );
            },
          })),
        ]}
      />
    </div>
  );
}

/** Offers of several offices for the same people at the same place: a hint to talk, never a verdict. */
export function DoppelList({ kreis, doppel }: { kreis: KreisStamm; doppel: readonly Doppel[] }) {
  const t = useTexts(texts);
  const words = useTexts(angebotTexts);
  const { sprache } = useSprache();
  const [kommune, setKommune] = useState('');
  const shown = doppel.filter((each) => kommune === '' || each.kommuneId === kommune);
  const key = ({ kommuneId, lebensbereich, zielgruppe, art, beratungsansatz }: Doppel) =>
    [kommuneId, lebensbereich, zielgruppe ?? '', art, beratungsansatz ?? ''].join();
  return (
    <div className="stack">
      <p className="prose muted">{t.doppeltText}</p>
      <search className="columns">
        <SelectField
          name="kommune"
          label={t.kommune}
          quietOptional
          empty={t.alleKommunen}
          value={kommune}
          options={nameOptions(kreis.kommune)}
          onChange={setKommune}
        />
      </search>
      {shown.length === 0 && <p className="muted">{t.doppeltLeer}</p>}
      {shown.length > 0 && (
        <Table
          caption={t.doppelt}
          rows={shown}
          rowKey={key}
          columns={[
            {
              id: 'kommune',
              header: t.kommune,
              rowHeader: true,
              cell: (row) => nameOf(kreis.kommune, row.kommuneId),
            },
            {
              id: 'art',
              header: words.art,
              cell: (row) =>
                row.beratungsansatz === null ? words.artName[row.art] : words.ansatzName[row.beratungsansatz],
            },
            {
              id: 'bereich',
              header: t.lebensbereich,
              cell: (row) => codeName(kreis.codeliste.lebensbereich, row.lebensbereich, sprache),
            },
            {
              id: 'gruppe',
              header: words.zielgruppe,
              cell: (row) =>
                row.zielgruppe === null ? words.fuerAlle : words.zielgruppeName[row.zielgruppe],
            },
            {
              id: 'angebote',
              header: t.angebote,
              cell: (row) => (
                <ul className="plain">
                  {row.angebot.map(({ id, name, stelle }) => (
                    <li key={id}>
                      <Link href={`/k/${kreis.id}/angebot/${id}`}>{name}</Link>{' '}
                      <span className="small muted">{stelle}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}

/** How many entries of each Kommune have to be checked again. */
export function AktualitaetTable({ kreis, rows }: { kreis: KreisStamm; rows: Ueberblick['aktualitaet'] }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const percent = new Intl.NumberFormat(sprache, { style: 'percent' });
  return (
    <div className="stack">
      <p className="prose muted">{t.aktualitaetText}</p>
      <Table
        caption={t.aktualitaet}
        rows={rows}
        rowKey={(row) => row.kommuneId ?? ''}
        columns={[
          {
            id: 'kommune',
            header: t.kommune,
            rowHeader: true,
            cell: (row) => (row.kommuneId === null ? t.ohneKommune : nameOf(kreis.kommune, row.kommuneId)),
          },
          { id: 'gesamt', header: t.angebote, numeric: true, cell: (row) => row.gesamt },
          { id: 'veraltet', header: t.veraltet, numeric: true, cell: (row) => row.veraltet },
          { id: 'nie', header: t.nie, numeric: true, cell: (row) => row.nie },
          {
            id: 'anteil',
            header: t.anteil,
            numeric: true,
            cell: (row) => percent.format((row.veraltet + row.nie) / row.gesamt),
          },
        ]}
      />
    </div>
  );
}
