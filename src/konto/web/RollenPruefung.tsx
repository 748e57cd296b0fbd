import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { kontoContract, type KontoZeile, type RolleZeile } from '../contract.ts';
import { lastDay } from '../rules.ts';
import { RolleLine } from './RolleBadges.tsx';
import * as rolleTexts from './rolle-texts.ts';
import * as texts from './texts.ts';

export interface Faellig {
  readonly konto: KontoZeile;
  readonly rolle: RolleZeile;
  readonly grund: 'lange_nicht_bestaetigt' | 'endet_bald';
}

/** Roles that somebody has to look at; those that are still needed are marked and confirmed together. */
export function RollenPruefung({ kreis, faellig }: { kreis: KreisStamm; faellig: readonly Faellig[] }) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const confirm = useAction(
    (key) =>
      call(
        kontoContract.confirmRolle,
        { params: { kreisId: kreis.id }, body: { rolleId: [...chosen] } },
        { key },
      ),
    ({ anzahl }) => {
      setChosen(new Set());
      toast(t.bestaetigt(anzahl));
    },
  );
  if (faellig.length === 0)
    return (
      <EmptyState icon="check" title={t.pruefungLeer}>
        {t.pruefungLeerText}
      </EmptyState>
    );
  return (
    <div className="stack">
      <div className="row row-between">
        <p className="muted">{t.pruefungLead}</p>
        <Button icon="check" disabled={chosen.size === 0} pending={confirm.pending} onClick={confirm.run}>
          {t.bestaetigen}
        </Button>
      </div>
      {confirm.problem && <ErrorState problem={confirm.problem} codes={t.code} />}
      <Table
        caption={t.tabPruefung}
        rows={faellig}
        rowKey={({ rolle }) => rolle.id}
        rowName={({ konto, rolle }) => `${konto.name}, ${r.rolle[rolle.rolle]}`}
        selection={{ chosen, onChange: setChosen }}
        columns={[
          {
            id: 'name',
            header: t.name,
            rowHeader: true,
            cell: ({ konto }) => <Link href={`/k/${kreis.id}/konto/${konto.id}`}>{konto.name}</Link>,
          },
          {
            id: 'rolle',
            header: t.rolleLabel,
            cell: ({ rolle }) => <RolleLine kreis={kreis} rolle={rolle} />,
          },
          {
            id: 'grund',
            header: t.grund,
            cell: ({ rolle, grund }) =>
              t.grundText[grund](
                formatDay(
                  grund === 'endet_bald' && rolle.gueltigBis !== null
                    ? lastDay(rolle.gueltigBis)
                    : today(new Date(rolle.geprueftAm)),
                ),
              ),
          },
        ]}
      />
    </div>
  );
}
