import { useState } from 'react';
import type { FallAkte } from '#src/fall/contract.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { useLocation } from 'wouter';
import { anfrageContract } from '../contract.ts';
import * as texts from './texts.ts';

/** In a case file: the Anfragen before and after it, and the way back to a Kurzberatung. */
export function FallAnfrageCard({ kreis, fall }: { kreis: KreisStamm; fall: FallAkte }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const { data: list } = useQuery(anfrageContract.listAnfrage, {
    params: { kreisId: kreis.id },
    query: { fall: fall.id },
  });
  const rows = list?.anfrage ?? [];
  const canStepDown = fall.abilities.closeFall && fall.abilities.changeFall && fall.person !== null;
  if (rows.length === 0 && !canStepDown) return null;
  return (
    <Card title={t.imFall}>
      <div className="stack">
        {rows.length > 0 && (
          <ul className="plain">
            {rows.map((each) => (
              <li key={each.id} className="row">
                <Link href={`/k/${kreis.id}/anfrage/${each.id}`}>{each.nummer}</Link>
                <Badge>{each.ausgang === null ? t.stand[each.stand] : t.ausgang[each.ausgang]}</Badge>
                {each.tiefe !== null && <span className="small muted">{t.tiefe[each.tiefe]}</span>}
              </li>
            ))}
          </ul>
        )}
        {canStepDown && (
          <p>
            <Button small onClick={() => setOpen(true)}>
              {t.rueckstufen}
            </Button>
          </p>
        )}
      </div>
      {open && <DowngradeDialog kreis={kreis} fall={fall} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function DowngradeDialog(props: { kreis: KreisStamm; fall: FallAkte; onClose: () => void }) {
  const { kreis, fall, onClose } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [, navigate] = useLocation();
  const form = useForm({
    initial: { ab: today(), grund: '', begruendung: '' },
    draft: { formular: 'fall-rueckstufung', bezug: fall.id },
    check: (values) => ({
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
      ...(values.grund === '' ? { grund: 'grund-fehlt' } : {}),
    }),
    send: (values, key) =>
      call(
        anfrageContract.downgradeFall,
        {
          params: { kreisId: kreis.id, fallId: fall.id },
          body: {
            fassung: fall.fassung,
            ab: values.ab,
            grund: values.grund,
            begruendung: values.begruendung,
          },
        },
        { key },
      ),
    onDone: ({ anfrageId, nummer }) => {
      toast(t.rueckgestuft(nummer));
      navigate(`/k/${kreis.id}/anfrage/${anfrageId}`);
    },
  });
  return (
    <Dialog title={t.rueckstufen} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ab: t.tiefeAb, grund: t.abschlussgrund, begruendung: t.begruendung }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.rueckstufen}
          </Button>
        }
      >
        <p className="muted">{t.rueckstufenText}</p>
        <DateField {...form.bind('ab')} label={t.tiefeAb} required max={today()} />
        <SelectField
          {...form.bind('grund')}
          label={t.abschlussgrund}
          required
          options={codeOptions(kreis.codeliste.abschlussgrund, sprache)}
        />
        <TextArea {...form.bind('begruendung')} label={t.begruendung} hint={t.begruendungHinweis} />
      </Form>
    </Dialog>
  );
}
