import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { AnbieterTab } from '#src/anbieter/web/AnbieterTab.tsx';
import { today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { kontoContract } from '../contract.ts';
import { pruefungGrund } from '../rules.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { KontoTable } from './KontoTable.tsx';
import { RollenPruefung } from './RollenPruefung.tsx';
import * as texts from './texts.ts';

/** Accounts of the Kreis or of one Träger: who can sign in, which roles are up for review, which services may say who somebody is. */
export function KontenPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [tab, setTab] = useState('konten');
  const [inviting, setInviting] = useState(false);
  const list = useQuery(kontoContract.listKonto, { params: { kreisId: kreis.id } });
  const konten = list.data?.konto ?? [];
  const traegerIds = list.data?.traegerIds ?? null;
  const faellig = konten.flatMap((konto) =>
    konto.rollen.flatMap((rolle) => {
      const grund = pruefungGrund(rolle, today());
      return grund === undefined ? [] : [{ konto, rolle, grund }];
    }),
  );
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead}{' '}
          {traegerIds !== null && t.leadTraeger(traegerIds.map((id) => nameOf(kreis.traeger, id)).join(', '))}
        </p>
      }
      actions={
        list.data && (
          <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
            {t.einladen}
          </Button>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={8} />}
      {list.data && (
        <Tabs
          label={t.tabs}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'konten',
              label: t.tabKonten,
              content: () => <KontoTable kreis={kreis} konten={konten} />,
            },
            {
              id: 'pruefung',
              label: t.tabPruefung,
              count: faellig.length > 0 ? faellig.length : undefined,
              content: () => <RollenPruefung kreis={kreis} faellig={faellig} />,
            },
            {
              id: 'anbieter',
              label: t.tabAnbieter,
              content: () => <AnbieterTab kreis={kreis} traegerIds={traegerIds} />,
            },
          ]}
        />
      )}
      {inviting && <InviteDialog kreis={kreis} traegerIds={traegerIds} onClose={() => setInviting(false)} />}
    </Page>
  );
}
