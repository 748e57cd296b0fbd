import { useRef, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { fallContract, type FallAkte } from '../contract.ts';
import { BemerkungField, MerkmalFields, OrtFields, PersonFields, type FallBound } from './FallFields.tsx';
import { checkFall, fallEingabe, fallInstances, fallValues, type FallValues } from './fall-values.ts';
import { KonfliktTable } from './KonfliktTable.tsx';
import * as texts from './texts.ts';

/** Changes what is known of a case; when somebody was faster, both values are shown before anything is saved. */
export function ChangeFallDialog(props: { kreis: KreisStamm; fall: FallAkte; onClose: () => void }) {
  const { kreis, fall, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  // The version that the form was opened with, or the one whose values were compared since.
  const [base] = useState(fall);
  const fassung = useRef(base.fassung);
  const [other, setOther] = useState<{ readonly fassung: number; readonly values: FallValues }>();
  const form = useForm({
    initial: { ...fallValues(base), merkmalAb: today() },
    draft: { formular: 'fall-aendern', bezug: fall.id },
    instances: fallInstances,
    check: (values) => ({
      ...checkFall(values),
      ...(isDay(values.merkmalAb) ? {} : { merkmalAb: 'datum-ungueltig' }),
    }),
    send: async (values, key) => {
      const params = { kreisId: kreis.id, fallId: fall.id };
      try {
        const body = { ...fallEingabe(values), merkmalAb: values.merkmalAb, fassung: fassung.current };
        return await call(fallContract.changeFall, { params, body }, { key });
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert') {
          // Names come through the logged read, never out of a refusal.
          const now = await call(fallContract.getFall, { params });
          fassung.current = now.fassung;
          setOther({ fassung: now.fassung, values: fallValues(now) });
        }
        throw error;
      }
    },
    onDone: () => {
      toast(t.geaendert);
      onClose();
    },
  });
  const { bind } = form;
  const fields: FallBound = {
    familienname: bind('familienname'),
    vorname: bind('vorname'),
    geburtsdatum: bind('geburtsdatum'),
    kommuneId: bind('kommuneId'),
    ortsteilId: bind('ortsteilId'),
    zugang: bind('zugang'),
    geschlecht: bind('geschlecht'),
    herkunftsland: bind('herkunftsland'),
    leistungsbezug: bind('leistungsbezug'),
    lebensbereich: bind('lebensbereich'),
    bemerkung: bind('bemerkung'),
  };
  return (
    <Dialog title={t.aendernTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t, kommuneId: t.kommune, ortsteilId: t.ortsteil }}
        codes={{ ...t.code, 'gleichzeitig-geaendert': t.konfliktText }}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {other ? t.konfliktUebernehmen : t.speichern}
          </Button>
        }
      >
        {other && (
          <KonfliktTable
            key={other.fassung}
            kreis={kreis}
            base={fallValues(base)}
            mine={form.values}
            other={other.values}
            onChoose={(chosen) => form.patch(chosen)}
          />
        )}
        <PersonFields fields={fields} />
        <OrtFields kreis={kreis} fields={fields} />
        <MerkmalFields kreis={kreis} fields={fields} />
        <DateField
          {...bind('merkmalAb')}
          label={t.merkmalAb}
          hint={t.merkmalAbHinweis}
          required
          max={today()}
        />
        <BemerkungField fields={fields} />
      </Form>
    </Dialog>
  );
}
