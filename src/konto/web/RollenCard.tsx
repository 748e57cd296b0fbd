import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { kontoContract, type KontoBlatt, type RolleZeile } from '../contract.ts';
import { checkRolleValues, leereRolle, toWunsch } from './rolle-values.ts';
import { RolleLine } from './RolleBadges.tsx';
import { RolleFields } from './RolleFields.tsx';
import * as rolleTexts from './rolle-texts.ts';
import * as texts from './texts.ts';

export interface RollenCardProps {
  readonly kreis: KreisStamm;
  readonly konto: KontoBlatt;
  readonly traegerIds: readonly string[] | null;
}

/** Roles that hold now or later with what they open, and those that are over. */
export function RollenCard({ kreis, konto, traegerIds }: RollenCardProps) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<RolleZeile>();
  return (
    <Card
      title={t.rollen}
      actions={
        !konto.eigenes && (
          <Button small icon="plus" onClick={() => setGiving(true)}>
            {t.rolleErteilen}
          </Button>
        )
      }
    >
      <div className="stack">
        {konto.rollen.length === 0 ? (
          <p className="muted">{t.keineRolle}</p>
        ) : (
          <Table
            caption={t.rollen}
            rows={konto.rollen}
            rowKey={(rolle) => rolle.id}
            columns={[
              {
                id: 'rolle',
                header: t.rolleLabel,
                rowHeader: true,
                cell: (rolle) => (
                  <div>
                    <RolleLine kreis={kreis} rolle={rolle} />
                    <br />
                    <span className="muted small">{r.rolleText[rolle.rolle]}</span>
                  </div>
                ),
              },
              {
                id: 'beenden',
                header: t.beenden,
                cell: (rolle) =>
                  !konto.eigenes &&
                  rolle.anbieter === null && (
                    <Button small kind="quiet" onClick={() => setEnding(rolle)}>
                      {t.beenden}
                      <span className="sr-only"> {r.rolle[rolle.rolle]}</span>
                    </Button>
                  ),
              },
            ]}
          />
        )}
        {konto.frueher.length > 0 && (
          <details>
            <summary>{t.frueher(konto.frueher.length)}</summary>
            <ul>
              {konto.frueher.map((rolle) => (
                <li key={rolle.id} className="small">
                  <RolleLine kreis={kreis} rolle={rolle} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {giving && (
        <GrantDialog kreis={kreis} konto={konto} traegerIds={traegerIds} onClose={() => setGiving(false)} />
      )}
      {ending && (
        <EndDialog kreisId={kreis.id} konto={konto} rolle={ending} onClose={() => setEnding(undefined)} />
      )}
    </Card>
  );
}

function GrantDialog({ kreis, konto, traegerIds, onClose }: RollenCardProps & { onClose: () => void }) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: leereRolle,
    draft: { formular: 'rolle', bezug: `${kreis.id}:${konto.id}` },
    check: checkRolleValues,
    send: (values, key) =>
      call(
        kontoContract.grantKontoRolle,
        { params: { kreisId: kreis.id, kontoId: konto.id }, body: toWunsch(values) },
        { key },
      ),
    onDone: () => {
      toast(t.erteilt);
      onClose();
    },
  });
  return (
    <Dialog title={t.rolleErteilen} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ...t, rolle: t.rolleLabel, traegerId: t.traeger, regionId: t.region, stelleId: t.stelle }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.erteilen}
            </Button>
            <Button onClick={onClose}>{t.abbrechen}</Button>
          </>
        }
      >
        <p className="muted">{t.rolleErteilenText}</p>
        <RolleFields kreis={kreis} traegerIds={traegerIds} values={form.values} bind={form.bind} />
      </Form>
    </Dialog>
  );
}

interface EndDialogProps {
  readonly kreisId: string;
  readonly konto: KontoBlatt;
  readonly rolle: RolleZeile;
  readonly onClose: () => void;
}

function EndDialog({ kreisId, konto, rolle, onClose }: EndDialogProps) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const toast = useToast();
  const form = useForm({
    initial: { bis: '' },
    check: ({ bis }) => (bis === '' || isDay(bis) ? {} : { bis: 'datum-ungueltig' }),
    send: ({ bis }, key) =>
      call(
        kontoContract.endKontoRolle,
        { params: { kreisId, kontoId: konto.id, rolleId: rolle.id }, body: { bis: bis || null } },
        { key },
      ),
    onDone: () => {
      toast(t.beendet);
      onClose();
    },
  });
  return (
    <Dialog title={t.beendenTitel(r.rolle[rolle.rolle])} open onClose={onClose}>
      <Form
        form={form}
        labels={{ bis: t.beendenBis }}
        codes={t.code}
        actions={
          <>
            <Button kind="danger" submit pending={form.pending}>
              {t.beenden}
            </Button>
            <Button onClick={onClose}>{t.abbrechen}</Button>
          </>
        }
      >
        <DateField {...form.bind('bis')} label={t.beendenBis} hint={t.beendenBisHinweis} />
      </Form>
    </Dialog>
  );
}
