import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { aufenthaltContract } from '../contract.ts';
import { findTitel } from '../titel.ts';
import { valuesOn } from './aufenthalt-values.ts';
import * as texts from './texts.ts';
import { TitelFields } from './TitelFields.tsx';

export interface ChangeAufenthaltProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly stand: Answer<typeof aufenthaltContract.getAufenthalt>;
  readonly onClose: () => void;
}

/** Changes title and Rechtskreise from a day on. */
export function ChangeAufenthaltDialog({ kreis, fallId, stand, onClose }: ChangeAufenthaltProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const form = useForm({
    initial: { ...initialOf(stand), ab: today() },
    draft: { formular: 'aufenthalt', bezug: fallId },
    check: (values) => ({
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
      ...(values.laeuftAbAm === '' || isDay(values.laeuftAbAm) ? {} : { laeuftAbAm: 'datum-ungueltig' }),
    }),
    send: ({ ab, titel, laeuftAbAm, verlaengerung, gruppe, rechtskreis }, key) =>
      call(
        aufenthaltContract.changeAufenthalt,
        {
          params: { kreisId: kreis.id, fallId },
          body: {
            fassung: stand.fassung,
            ab,
            titel: titel === '' ? null : titel,
            laeuftAbAm: titel === '' || laeuftAbAm === '' ? null : laeuftAbAm,
            verlaengerung,
            gruppe: gruppe === '' ? null : gruppe,
            rechtskreis: [...rechtskreis],
          },
        },
        { key },
      ),
    onDone: ({ rechtskreiswechsel }) => {
      toast(rechtskreiswechsel ? t.gewechselt : t.gespeichert);
      onClose();
    },
  });
  const { bind, values } = form;
  const before = initialOf(stand).rechtskreis;
  const switches =
    before.length > 0 && [...values.rechtskreis].toSorted().join(' ') !== [...before].toSorted().join(' ');
  return (
    <Dialog title={t.karte} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <DateField {...bind('ab')} label={t.ab} hint={t.abHinweis} required max={today()} />
        <TitelFields
          kreis={kreis}
          am={values.ab}
          titel={bind('titel')}
          laeuftAbAm={bind('laeuftAbAm')}
          verlaengerung={bind('verlaengerung')}
          gruppe={bind('gruppe')}
        />
        <CheckboxList
          {...bind('rechtskreis')}
          label={t.rechtskreis}
          quietOptional
          options={codeOptions(kreis.codeliste.rechtskreis, sprache, values.rechtskreis)}
        />
        {switches && (
          <Notice tone="warning">
            <p>{t.wechselHinweis}</p>
          </Notice>
        )}
      </Form>
    </Dialog>
  );
}

function initialOf(stand: ChangeAufenthaltProps['stand']) {
  const now = valuesOn(stand.merkmal, today());
  const titel = now.titel?.wert ?? '';
  const derived = findTitel(titel)?.gruppe ?? null;
  return {
    titel,
    laeuftAbAm: now.titel?.laeuftAbAm ?? '',
    verlaengerung: false,
    gruppe: now.gruppe === null || now.gruppe === derived ? '' : now.gruppe,
    rechtskreis: now.rechtskreis,
  };
}
