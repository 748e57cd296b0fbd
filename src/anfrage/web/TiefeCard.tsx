import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { tiefe, type AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import { altklasseTiefe } from '../rules.ts';
import * as texts from './texts.ts';

interface TiefeCardProps {
  readonly kreis: KreisStamm;
  readonly anfrage: AnfrageDetail;
  readonly works: boolean;
}

const waehlbar = tiefe.exclude(['case_management']);
const altklassen = ['einmalige_beratung', 'verweisberatung', 'cm'] as const;

/** How deep the counselling goes, since when, and where a Kurzberatung ends in this Kreis. */
export function TiefeCard({ kreis, anfrage, works }: TiefeCardProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const { grenze } = anfrage;
  const frueher = altklassen.find((each) => altklasseTiefe[each] === anfrage.tiefe);
  return (
    <Card
      title={t.tiefeTitel}
      actions={
        works && (
          <Button small icon="edit" onClick={() => setOpen(true)}>
            {t.tiefeSetzen}
          </Button>
        )
      }
    >
      <div className="stack">
        <p>
          <strong>{anfrage.tiefe === null ? t.tiefeOffen : t.tiefe[anfrage.tiefe]}</strong>{' '}
          {frueher !== undefined && <span className="small muted">{t.altklasse[frueher]}</span>}
        </p>
        <p className="small">{t.umfangText(t.kontakte(anfrage.kontakte), t.bedarfe(anfrage.bedarfe))}</p>
        {grenze.kontakte !== null && grenze.bedarfe !== null && (
          <p className="small muted">
            {t.grenzeText(t.kontakte(grenze.kontakte), t.bedarfe(grenze.bedarfe))}
          </p>
        )}
        {grenze.stufen.length > 0 && <p className="small muted">{t.stufen(grenze.stufen.join(', '))}</p>}
        {anfrage.weiterAm !== null && <p className="small">{t.weiterSeit(formatDay(anfrage.weiterAm))}</p>}
        {anfrage.tiefeVerlauf.length > 1 && (
          <ol className="small muted">
            {anfrage.tiefeVerlauf.map((each) => (
              <li key={each.ab}>
                {t.tiefe[each.tiefe]}:{' '}
                {each.bis === null
                  ? t.seit(formatDay(each.ab))
                  : t.vonBis(formatDay(each.ab), formatDay(each.bis))}
              </li>
            ))}
          </ol>
        )}
      </div>
      {open && <TiefeDialog kreis={kreis} anfrage={anfrage} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function TiefeDialog(props: { kreis: KreisStamm; anfrage: AnfrageDetail; onClose: () => void }) {
  const { kreis, anfrage, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { tiefe: waehlbar.safeParse(anfrage.tiefe).data ?? '', ab: today() },
    draft: { formular: 'anfrage-tiefe', bezug: anfrage.id },
    check: (values) => ({
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
      ...(values.tiefe === '' ? { tiefe: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(
        anfrageContract.setTiefe,
        {
          params: { kreisId: kreis.id, anfrageId: anfrage.id },
          body: { tiefe: waehlbar.parse(values.tiefe), ab: values.ab },
        },
        { key },
      ),
    onDone: () => {
      toast(t.tiefeGespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={t.tiefeTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ tiefe: t.tiefeTitel, ab: t.tiefeAb }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.tiefeSetzen}
          </Button>
        }
      >
        <ChoiceGroup
          {...form.bind('tiefe')}
          label={t.tiefeTitel}
          required
          options={waehlbar.options.map((value) => ({ value, label: t.tiefe[value] }))}
        />
        <DateField {...form.bind('ab')} label={t.tiefeAb} required max={today()} />
      </Form>
    </Dialog>
  );
}
