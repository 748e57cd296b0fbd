import { useState } from 'react';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { auffaelligkeitStand, protokollContract, type Auffaelligkeit } from '../contract.ts';
import * as texts from './texts.ts';

const tones: Record<Auffaelligkeit['stand'], Tone> = {
  offen: 'warning',
  geklaert: 'success',
  gemeldet: 'info',
};

export interface AuffaelligkeitPartProps {
  readonly kreisId: string;
  /** Leads to the reads of an account. */
  readonly onShow: (kontoId: string) => void;
}

/** What is unusual, open ones first. */
export function AuffaelligkeitPart({ kreisId, onShow }: AuffaelligkeitPartProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [editing, setEditing] = useState<Auffaelligkeit>();
  const params = { kreisId };
  const list = useQuery(protokollContract.listAuffaelligkeit, { params });
  const search = useAction(
    (key: string) => call(protokollContract.searchAuffaelligkeit, { params }, { key }),
    ({ neu }) => toast(t.gefunden(neu)),
  );
  return (
    <div className="stack">
      <div className="row row-between">
        <p className="prose muted">{t.auffaelligLead}</p>
        <Button small icon="search" pending={search.pending} onClick={() => search.run()}>
          {t.jetztPruefen}
        </Button>
      </div>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {search.problem && <ErrorState problem={search.problem} />}
      {list.loading && <Loading rows={4} />}
      {list.data?.length === 0 && (
        <EmptyState icon="check" title={t.nichtsAuffaellig}>
          {t.nichtsAuffaelligText}
        </EmptyState>
      )}
      {list.data && list.data.length > 0 && (
        <Table
          caption={t.reiter.auffaellig}
          rows={list.data}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'tag',
              header: t.tag,
              nowrap: true,
              cell: (row) => <span className="figure">{formatDay(row.tag)}</span>,
            },
            { id: 'wer', header: t.konto, rowHeader: true, cell: (row) => row.konto ?? t.ohneKonto },
            {
              id: 'muster',
              header: t.muster,
              cell: (row) => (
                <>
                  {t.art[row.art](row.anzahl, row.grenze)}
                  {row.notiz !== '' && (
                    <>
                      <br />
                      <span className="muted small preline">{row.notiz}</span>
                    </>
                  )}
                </>
              ),
            },
            {
              id: 'stand',
              header: t.stand,
              cell: (row) => <Badge tone={tones[row.stand]}>{t.standWort[row.stand]}</Badge>,
            },
            {
              id: 'wahl',
              header: t.bearbeiten,
              cell: (row) => (
                <span className="row">
                  <Button small onClick={() => setEditing(row)}>
                    {t.bearbeiten}
                  </Button>
                  {row.kontoId !== null && (
                    <Button small kind="quiet" onClick={() => onShow(row.kontoId ?? '')}>
                      {t.ansehen}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {editing && (
        <StandDialog kreisId={kreisId} auffaelligkeit={editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}

interface StandDialogProps {
  readonly kreisId: string;
  readonly auffaelligkeit: Auffaelligkeit;
  readonly onClose: () => void;
}

function StandDialog({ kreisId, auffaelligkeit, onClose }: StandDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { stand: auffaelligkeit.stand as string, notiz: auffaelligkeit.notiz },
    draft: { formular: 'auffaelligkeit', bezug: auffaelligkeit.id },
    send: (values, key) =>
      call(
        protokollContract.closeAuffaelligkeit,
        {
          params: { kreisId, auffaelligkeitId: auffaelligkeit.id },
          body: {
            stand: auffaelligkeitStand.parse(values.stand),
            notiz: values.notiz,
            fassung: auffaelligkeit.fassung,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={t.reiter.auffaellig} open onClose={onClose}>
      <div className="stack">
        <p>{t.art[auffaelligkeit.art](auffaelligkeit.anzahl, auffaelligkeit.grenze)}</p>
        <Form
          form={form}
          labels={t}
          codes={t.code}
          actions={
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
          }
        >
          <ChoiceGroup
            {...form.bind('stand')}
            label={t.stand}
            required
            options={auffaelligkeitStand.options.map((value) => ({ value, label: t.standWort[value] }))}
          />
          <TextArea {...form.bind('notiz')} label={t.notiz} hint={t.notizHinweis} rows={3} />
        </Form>
      </div>
    </Dialog>
  );
}
