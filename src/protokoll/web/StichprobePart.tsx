import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge, Notice, type Tone } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { protokollContract, stichprobeErgebnis, type StichprobeZeile } from '../contract.ts';
import * as texts from './texts.ts';
import { ZeilenTable } from './ZeilenTable.tsx';

const tones: Record<NonNullable<StichprobeZeile['ergebnis']>, Tone> = {
  ordnung: 'success',
  rueckfrage: 'warning',
  verstoss: 'danger',
};

export interface StichprobePartProps {
  readonly kreisId: string;
  /** Newest first. */
  readonly monate: readonly {
    readonly monat: string;
    readonly offen: number;
    readonly ueberfaellig: boolean;
  }[];
}

/** 04.2023 */
const monthText = (monat: string): string => monat.split('-').toReversed().join('.');

/** The reads drawn each month, with the result of looking at them. */
export function StichprobePart({ kreisId, monate }: StichprobePartProps) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState('');
  const [checking, setChecking] = useState<StichprobeZeile>();
  const monat = chosen || monate[0]?.monat;
  const list = useQuery(
    protokollContract.listStichprobe,
    monat === undefined ? undefined : { params: { kreisId, monat } },
    { keep: true },
  );
  const late = monate.find(({ ueberfaellig }) => ueberfaellig);
  return (
    <div className="stack">
      <p className="prose muted">{t.stichprobeLead}</p>
      {late && (
        <Notice tone="warning" title={t.ueberfaellig}>
          <p>{t.ueberfaelligText(monthText(late.monat), late.offen)}</p>
        </Notice>
      )}
      {monat === undefined && (
        <EmptyState icon="check" title={t.keineStichprobe}>
          {t.keineStichprobeText}
        </EmptyState>
      )}
      {monat !== undefined && (
        <div className="columns">
          <SelectField
            name="monat"
            label={t.monat}
            quietOptional
            empty={null}
            value={monat}
            onChange={setChosen}
            options={monate.map((each) => ({
              value: each.monat,
              label: t.monatOffen(monthText(each.monat), each.offen),
            }))}
          />
        </div>
      )}
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={6} />}
      {list.data && (
        <ZeilenTable
          art="lesen"
          rows={list.data}
          outdated={list.outdated}
          more={[
            {
              id: 'ergebnis',
              header: t.ergebnis,
              cell: (row) => (
                <span className="row">
                  {row.ergebnis !== null && (
                    <Badge tone={tones[row.ergebnis]}>{t.ergebnisWort[row.ergebnis]}</Badge>
                  )}
                  <Button
                    small
                    kind={row.ergebnis === null ? 'secondary' : 'quiet'}
                    onClick={() => setChecking(row)}
                  >
                    {row.ergebnis === null ? t.pruefen : t.bearbeiten}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {checking && monat !== undefined && (
        <ErgebnisDialog
          kreisId={kreisId}
          monat={monat}
          zeile={checking}
          onClose={() => setChecking(undefined)}
        />
      )}
    </div>
  );
}

interface ErgebnisDialogProps {
  readonly kreisId: string;
  readonly monat: string;
  readonly zeile: StichprobeZeile;
  readonly onClose: () => void;
}

function ErgebnisDialog({ kreisId, monat, zeile, onClose }: ErgebnisDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { ergebnis: zeile.ergebnis ?? '', notiz: zeile.notiz },
    draft: { formular: 'stichprobe', bezug: `${monat}:${zeile.id}` },
    check: (values): { ergebnis?: string } => (values.ergebnis === '' ? { ergebnis: 'pflichtfeld' } : {}),
    send: (values, key) =>
      call(
        protokollContract.checkStichprobe,
        {
          params: { kreisId, monat, zeileId: zeile.id },
          body: {
            ergebnis: stichprobeErgebnis.parse(values.ergebnis),
            notiz: values.notiz,
            fassung: zeile.fassung,
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
    <Dialog title={t.pruefen} open wide onClose={onClose}>
      <div className="stack">
        {zeile.vorhanden ? <ZeilenTable art="lesen" rows={[zeile]} /> : <p>{t.nichtMehrDa}</p>}
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
            {...form.bind('ergebnis')}
            label={t.ergebnis}
            required
            options={stichprobeErgebnis.options.map((value) => ({ value, label: t.ergebnisWort[value] }))}
          />
          <TextArea {...form.bind('notiz')} label={t.notiz} hint={t.notizHinweis} rows={3} />
        </Form>
      </div>
    </Dialog>
  );
}
