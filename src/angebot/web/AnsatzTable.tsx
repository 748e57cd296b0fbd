import { useState } from 'react';
import { Link as RouteLink } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { addMonths, formatDay, today } from '#src/platform/day.ts';
import { nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { standOf } from '#src/vereinbarung/rules.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { Ansatz } from '../contract.ts';
import * as angebotTexts from './texts.ts';
import * as texts from './ueberblick-texts.ts';

/** The approaches of counselling in a Kommune, which of them lead cases themselves, and how we work together with each. */
export function AnsatzTable({ kreis, rows }: { kreis: KreisStamm; rows: readonly Ansatz[] }) {
  const t = useTexts(texts);
  const words = useTexts(angebotTexts);
  const [kommune, setKommune] = useState('');
  const [nurFall, setNurFall] = useState(false);
  const shown = rows.filter(
    (row) => (kommune === '' || row.kommuneIds.includes(kommune)) && (!nurFall || row.eigenesFallmanagement),
  );
  return (
    <div className="stack">
      <p className="prose muted">{t.ansatzText}</p>
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
        <div>
          <Checkbox name="nurFall" label={t.nurFallmanagement} value={nurFall} onChange={setNurFall} />
        </div>
      </search>
      {shown.length === 0 && <p className="muted">{t.ansatzLeer}</p>}
      {shown.length > 0 && (
        <Table
          caption={t.ansatz}
          rows={shown}
          rowKey={(row) => row.angebotId}
          columns={[
            {
              id: 'stelle',
              header: t.stelle,
              rowHeader: true,
              cell: (row) => (
                <div>
                  {row.stelle}
                  <br />
                  <RouteLink
                    href={`/k/${kreis.id}/angebot/${row.angebotId}`}
                    className="row-link small"
                    data-row-link
                  >
                    {row.name}
                  </RouteLink>
                </div>
              ),
            },
            { id: 'ansatz', header: t.ansatzWort, cell: (row) => words.ansatzName[row.beratungsansatz] },
            {
              id: 'fall',
              header: t.fallmanagement,
              cell: (row) => (row.eigenesFallmanagement ? <Badge tone="info">{t.eigenes}</Badge> : '–'),
            },
            {
              id: 'wo',
              header: words.wo,
              cell: (row) =>
                row.ebene === 'kreisweit'
                  ? words.ebeneName.kreisweit
                  : row.kommuneIds.map((id) => nameOf(kreis.kommune, id)).join(', '),
            },
            { id: 'vereinbarung', header: t.vereinbarung, cell: (row) => <Stand ansatz={row} /> },
          ]}
        />
      )}
    </div>
  );
}

function Stand({ ansatz: { vereinbarung } }: { ansatz: Ansatz }) {
  const t = useTexts(texts);
  if (vereinbarung === null) return <Badge tone="warning">{t.keine}</Badge>;
  const heute = today();
  const stand = standOf(vereinbarung, heute, addMonths(heute, 2));
  const { vereinbartAm, gueltigBis, abstimmungAm } = vereinbarung;
  return (
    <div>
      <Badge tone={stand === 'gilt' ? 'success' : 'warning'}>
        {stand === 'im_gespraech' || vereinbartAm === null
          ? t.imGespraech
          : stand === 'endet_bald' && gueltigBis !== null
            ? t.endetAm(formatDay(gueltigBis))
            : t.vereinbartAm(formatDay(vereinbartAm))}
      </Badge>
      {abstimmungAm !== null && (
        <>
          <br />
          <span className="small muted">{t.abstimmungAm(formatDay(abstimmungAm))}</span>
        </>
      )}
    </div>
  );
}
