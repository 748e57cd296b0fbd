import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { austauschContract, type Paar } from '../austausch-contract.ts';
import { CombineDialog } from './CombineDialog.tsx';
import * as texts from './austausch-texts.ts';

/** Entries of the directory that could be the same offer, to be merged or told apart. */
export function DoppeleintragTab({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const toast = useToast();
  const params = { kreisId: kreis.id };
  const { data, error, loading, refetch } = useQuery(austauschContract.listAngebotDoppeleintrag, { params });
  const [combining, setCombining] = useState<Paar>();
  const tell = useAction(
    (key, angebotId: string, anderesId: string, verschieden: boolean) =>
      call(
        austauschContract.setAngebotVerschieden,
        { params, body: { angebotId, anderesId, verschieden } },
        { key },
      ),
    ({ verschieden }) => {
      if (verschieden) toast(t.nichtDasselbeToast);
    },
  );
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (loading || !data) return <Loading rows={4} />;
  const may = data.abilities.changeAngebot;
  return (
    <div className="stack">
      <p className="prose muted">{t.doppeleText}</p>
      {tell.problem && <ErrorState problem={tell.problem} codes={t.code} />}
      {data.paar.length === 0 ? (
        <p className="muted">{t.doppeleLeer}</p>
      ) : (
        <Table
          caption={t.doppelte}
          rows={data.paar}
          rowKey={({ angebot }) => angebot.map(({ id }) => id).join()}
          columns={[
            {
              id: 'eintraege',
              header: t.eintraege,
              rowHeader: true,
              cell: ({ angebot }) => (
                <ul className="plain">
                  {angebot.map(({ id, name, stelle }) => (
                    <li key={id}>
                      <Link href={`/k/${kreis.id}/angebot/${id}`}>{name}</Link>{' '}
                      <span className="small muted">{stelle}</span>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              id: 'grund',
              header: t.gemeinsam,
              cell: ({ grund }) => grund.map((code) => t.grundName[code]).join(', '),
            },
            ...(may
              ? [
                  {
                    id: 'tun',
                    header: t.tun,
                    cell: (row: Paar) => (
                      <span className="row">
                        <Button small onClick={() => setCombining(row)}>
                          {t.zusammenfuehren}
                        </Button>
                        <Button
                          small
                          kind="quiet"
                          pending={tell.pending}
                          onClick={() => tell.run(row.angebot[0].id, row.angebot[1].id, true)}
                        >
                          {t.nichtDasselbe}
                        </Button>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {data.verschieden.length > 0 && (
        <details>
          <summary>{t.vermerkt(data.verschieden.length)}</summary>
          <ul className="plain stack">
            {data.verschieden.map(([one, other]) => (
              <li key={`${one.id} ${other.id}`} className="row">
                <span>
                  {one.name} <span className="small muted">{one.stelle}</span> / {other.name}{' '}
                  <span className="small muted">{other.stelle}</span>
                </span>
                {may && (
                  <Button small kind="quiet" onClick={() => tell.run(one.id, other.id, false)}>
                    {t.dochVergleichen}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {combining && <CombineDialog kreis={kreis} paar={combining} onClose={() => setCombining(undefined)} />}
    </div>
  );
}
