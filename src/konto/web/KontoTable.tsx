import { useState } from 'react';
import { Link } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { foldText } from '#src/platform/web/format.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { LoadMore } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { rolleName } from '#src/zugang/contract.ts';
import { kontoZustand, type KontoZeile } from '../contract.ts';
import { RolleLine, ZustandBadge } from './RolleBadges.tsx';
import * as rolleTexts from './rolle-texts.ts';
import * as texts from './texts.ts';

const STEP = 50;

/** Search and filters over all accounts; fifty rows at a time keep the page calm. */
export function KontoTable({ kreis, konten }: { kreis: KreisStamm; konten: readonly KontoZeile[] }) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const [suche, setSuche] = useState('');
  const [traegerId, setTraegerId] = useState('');
  const [rolle, setRolle] = useState('');
  const [zustand, setZustand] = useState('');
  const [shown, setShown] = useState(STEP);
  const wanted = foldText(suche.trim());
  const found = konten.filter(
    (konto) =>
      (zustand === '' || konto.zustand === zustand) &&
      (rolle === '' || konto.rollen.some((each) => each.rolle === rolle)) &&
      (traegerId === '' || konto.rollen.some((each) => each.traegerId === traegerId)) &&
      foldText(`${konto.name} ${konto.anmeldename}`).includes(wanted),
  );
  return (
    <div className="stack">
      <search className="columns">
        <TextField
          name="suche"
          type="search"
          label={t.suche}
          quietOptional
          value={suche}
          onChange={setSuche}
        />
        <SelectField
          name="rolle"
          label={t.rolleLabel}
          quietOptional
          empty={t.alleRollen}
          value={rolle}
          onChange={setRolle}
          options={rolleName.options.map((value) => ({ value, label: r.rolle[value] }))}
        />
        <SelectField
          name="traeger"
          label={t.traeger}
          quietOptional
          empty={t.alleTraeger}
          value={traegerId}
          onChange={setTraegerId}
          options={nameOptions(kreis.traeger)}
        />
        <SelectField
          name="zustand"
          label={t.zustandLabel}
          quietOptional
          empty={t.alleZustaende}
          value={zustand}
          onChange={setZustand}
          options={kontoZustand.options.map((value) => ({ value, label: t.zustand[value] }))}
        />
      </search>
      <output className="muted">
        {found.length === 0 ? t.keineTreffer : t.anzahl(found.length, konten.length)}
      </output>
      {found.length > 0 && (
        <Table
          caption={t.titel}
          rows={found.slice(0, shown)}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'name',
              header: t.name,
              rowHeader: true,
              cell: (row) => (
                <div>
                  <Link href={`/k/${kreis.id}/konto/${row.id}`} className="row-link" data-row-link>
                    {row.name}
                  </Link>
                  <br />
                  <span className="small muted">{row.anmeldename}</span>
                </div>
              ),
            },
            {
              id: 'rollen',
              header: t.rollen,
              cell: (row) =>
                row.rollen.length === 0 ? (
                  <span className="muted">{t.keineRolle}</span>
                ) : (
                  <div>
                    {row.rollen.map((each) => (
                      <div key={each.id}>
                        <RolleLine kreis={kreis} rolle={each} />
                      </div>
                    ))}
                  </div>
                ),
            },
            {
              id: 'faktor',
              header: t.faktor,
              wideOnly: true,
              cell: (row) => (row.faktor ? t.faktorJa : <span className="muted">{t.faktorNein}</span>),
            },
            {
              id: 'zuletzt',
              header: t.zuletzt,
              nowrap: true,
              cell: (row) =>
                row.zuletztAm === null ? (
                  <span className="muted">{t.nie}</span>
                ) : (
                  <span className="figure">{formatDay(today(new Date(row.zuletztAm)))}</span>
                ),
            },
            {
              id: 'zustand',
              header: t.zustandLabel,
              cell: (row) => (
                <span className="row">
                  <ZustandBadge zustand={row.zustand} />
                  {row.endetAm !== null && row.zustand !== 'gesperrt' && (
                    <Badge>{t.bisTag(formatDay(row.endetAm))}</Badge>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {found.length > STEP && (
        <LoadMore
          shown={Math.min(shown, found.length)}
          total={found.length}
          step={STEP}
          onMore={() => setShown(shown + STEP)}
        />
      )}
    </div>
  );
}
