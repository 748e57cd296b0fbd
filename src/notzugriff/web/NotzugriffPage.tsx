import { useState } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { notzugriffContract, notzugriffGrund, type NotzugriffZeile } from '../contract.ts';
import { AssignDialog } from './AssignDialog.tsx';
import * as texts from './texts.ts';

export interface NotzugriffPageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  /** Träger of the Kreis for which the account works. */
  readonly traegerIds: readonly string[];
}

/** Break-glass for the officer of a Träger, and the list for those who check it. */
export function NotzugriffPage({ kreis, can, traegerIds }: NotzugriffPageProps) {
  const t = useTexts(texts);
  const [zuweisen, setZuweisen] = useState(false);
  const list = useQuery(notzugriffContract.listNotzugriff, { params: { kreisId: kreis.id } });
  const oeffnet = can('notzugriff.oeffnen');
  return (
    <Page title={t.titel} lead={<p className="prose">{oeffnet ? t.lead : t.leadDatenschutz}</p>}>
      <div className="stack">
        {oeffnet && <OpenForm kreisId={kreis.id} />}
        <Card title={t.liste}>
          {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
          {list.loading && <Loading rows={4} />}
          {list.data?.length === 0 && (
            <EmptyState icon="lock" title={t.leerTitel}>
              {t.leerText}
            </EmptyState>
          )}
          {list.data && list.data.length > 0 && (
            <NotzugriffTable kreis={kreis} rows={list.data} mitFall={oeffnet} />
          )}
        </Card>
        {oeffnet && (
          <Card title={t.zuweisenTitel}>
            <div className="stack">
              <p className="prose">{t.zuweisenText}</p>
              <p>
                <Button onClick={() => setZuweisen(true)}>{t.zuweisen}</Button>
              </p>
            </div>
          </Card>
        )}
      </div>
      {zuweisen && <AssignDialog kreis={kreis} traegerIds={traegerIds} onClose={() => setZuweisen(false)} />}
    </Page>
  );
}

function OpenForm({ kreisId }: { kreisId: string }) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const form = useForm({
    // No reason is offered first: whoever opens says why.
    initial: { nummer: '', grund: '', begruendung: '' },
    draft: { formular: 'notzugriff', bezug: kreisId },
    check: (values) => ({
      ...(values.nummer.trim() === '' ? { nummer: 'pflichtfeld' } : {}),
      ...(values.grund === '' ? { grund: 'pflichtfeld' } : {}),
      ...(values.begruendung.trim().length < 20 ? { begruendung: 'begruendung-zu-kurz' } : {}),
    }),
    send: ({ nummer, grund, begruendung }, key) =>
      call(
        notzugriffContract.startNotzugriff,
        { params: { kreisId }, body: { nummer, grund: notzugriffGrund.parse(grund), begruendung } },
        { key },
      ),
    onDone: ({ fallId }) => {
      toast(t.geoeffnet);
      navigate(`/k/${kreisId}/fall/${fallId}`);
    },
  });
  return (
    <Card title={t.oeffnenTitel}>
      <Form
        form={form}
        labels={{ nummer: t.nummer, grund: t.grund, begruendung: t.begruendung }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.oeffnen}
          </Button>
        }
      >
        <TextField {...form.bind('nummer')} label={t.nummer} hint={t.nummerHinweis} required width={20} />
        <ChoiceGroup
          {...form.bind('grund')}
          label={t.grund}
          hint={t.grundHinweis}
          required
          options={notzugriffGrund.options.map((value) => ({ value, label: t.grundWert[value] }))}
        />
        <TextArea
          {...form.bind('begruendung')}
          label={t.begruendung}
          hint={t.begruendungHinweis}
          required
          rows={3}
        />
      </Form>
    </Card>
  );
}

interface NotzugriffTableProps {
  readonly kreis: KreisStamm;
  readonly rows: readonly NotzugriffZeile[];
  readonly mitFall: boolean;
}

function NotzugriffTable({ kreis, rows, mitFall }: NotzugriffTableProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const end = useAction(
    (key, notzugriffId: string) =>
      call(notzugriffContract.endNotzugriff, { params: { kreisId: kreis.id, notzugriffId } }, { key }),
    () => toast(t.beendet),
  );
  return (
    <Table
      caption={t.liste}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'wann',
          header: t.wann,
          rowHeader: true,
          cell: (row) => (
            <div>
              {formatMoment(sprache, row.ab)}
              {row.laeuft && (
                <>
                  <br />
                  <Badge tone="danger">{t.laeuft(formatMoment(sprache, row.bis))}</Badge>
                </>
              )}
            </div>
          ),
        },
        {
          id: 'wer',
          header: t.wer,
          cell: (row) => (
            <div>
              {row.vonName}
              <br />
              <span className="small muted">{nameOf(kreis.traeger, row.traegerId)}</span>
            </div>
          ),
        },
        {
          id: 'grund',
          header: t.grund,
          cell: (row) => (
            <div>
              {t.grundWert[row.grund]}
              <br />
              <span className="small preline">{row.begruendung}</span>
            </div>
          ),
        },
        ...(mitFall
          ? [
              {
                id: 'fall',
                header: t.fall,
                cell: (row: NotzugriffZeile) =>
                  row.laeuft && row.eigener ? (
                    <div className="row">
                      <Link href={`/k/${kreis.id}/fall/${row.fallId}`}>{row.nummer ?? t.zurAkte}</Link>
                      <Button small pending={end.pending} onClick={() => end.run(row.id)}>
                        {t.beenden}
                      </Button>
                    </div>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
