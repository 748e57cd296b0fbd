import { useEffect, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { terminContract, type TerminEingabe, type TerminZeile } from '../contract.ts';
import * as words from './dialog-texts.ts';
import { HinweisBox } from './HinweisBox.tsx';
import { TerminFields } from './TerminFields.tsx';
import { checkTermin, confirmedOf, eingabeOf, type TerminValues } from './termin-values.ts';
import * as texts from './texts.ts';

export interface TerminFormProps {
  readonly kreis: KreisStamm;
  readonly initial: TerminValues;
  /** Appointment that is changed, or cancelled in favour of this one. */
  readonly termin?: TerminZeile | undefined;
  readonly mode: 'neu' | 'aendern' | 'ersatz';
  readonly onDone: (tag: string) => void;
}

const PAUSE_MS = 250;

/** Makes, changes or replaces an appointment; warnings come while typing and can be overridden. */
export function TerminForm({ kreis, initial, termin, mode, onDone }: TerminFormProps) {
  const t = { ...useTexts(texts), d: useTexts(words) };
  const toast = useToast();
  const kreisId = kreis.id;
  const form = useForm({
    initial,
    draft: { formular: `termin-${mode}`, bezug: `${kreisId}:${termin?.id ?? (initial.anfrageId || 'neu')}` },
    check: checkTermin,
    instances: { gegenstandLabel: '/gegenstand-label', bestaetigt: '/bestaetigt' },
    send: async (values, key) => {
      const eingabe = eingabeOf(values);
      if (!eingabe) throw new Error('the form was not checked');
      await send(kreisId, mode, termin, { ...eingabe, bestaetigt: confirmedOf(values) }, key);
    },
    onDone: (_answer, values) => {
      toast(mode === 'neu' ? t.d.gespeichert : mode === 'aendern' ? t.d.geaendert : t.d.abgesagt);
      onDone(values.tag);
    },
  });
  const eingabe = useLater(form.values.tag < today() ? undefined : eingabeOf(form.values));
  const check = useQuery(
    terminContract.checkTermin,
    eingabe === undefined
      ? undefined
      : { params: { kreisId }, body: { ...eingabe, terminId: termin?.id ?? null } },
    { keep: true },
  );
  const hinweise = check.error || eingabe === undefined ? [] : (check.data?.hinweis ?? []);
  return (
    <Form
      form={form}
      labels={{
        art: t.d.art,
        anfrageId: t.d.gegenstand,
        casemanagerId: t.d.fachkraft,
        tag: t.d.tag,
        von: t.d.von,
        dauerMinuten: t.d.dauer,
        standortId: t.d.standort,
        raumId: t.d.raum,
        dolmetschen: t.d.dolmetschen,
        begleitungGrund: t.d.grund,
        mitStelleId: t.d.stelle,
      }}
      codes={t.code}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {mode === 'aendern' ? t.d.sichern : t.d.speichern}
        </Button>
      }
    >
      <TerminFields
        kreis={kreis}
        values={form.values}
        bind={form.bind}
        patch={form.patch}
        raeume={check.data?.raum ?? []}
        fristBis={check.data?.fristBis ?? null}
        hinweise={
          <HinweisBox
            hinweise={hinweise}
            bestaetigt={form.values.bestaetigt}
            onConfirm={(bestaetigt) => form.patch({ bestaetigt })}
          />
        }
      />
    </Form>
  );
}

async function send(
  kreisId: string,
  mode: TerminFormProps['mode'],
  termin: TerminZeile | undefined,
  body: TerminEingabe & { readonly bestaetigt: ReturnType<typeof confirmedOf> },
  key: string,
): Promise<void> {
  if (mode === 'neu' || !termin) {
    await call(terminContract.recordTermin, { params: { kreisId }, body }, { key });
    return;
  }
  const params = { kreisId, terminId: termin.id };
  const { fassung } = termin;
  if (mode === 'aendern') {
    await call(terminContract.changeTermin, { params, body: { ...body, fassung } }, { key });
    return;
  }
  await call(
    terminContract.setTerminStand,
    { params, body: { fassung, stand: 'abgesagt', ersatz: body } },
    { key },
  );
}

/** The value once nobody has changed it for a moment. */
function useLater(eingabe: TerminEingabe | undefined): TerminEingabe | undefined {
  const now = JSON.stringify(eingabe);
  const [later, setLater] = useState({ text: now, eingabe });
  useEffect(() => {
    if (later.text === now) return;
    const timer = setTimeout(() => setLater({ text: now, eingabe }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [later.text, now, eingabe]);
  return later.eingabe;
}
