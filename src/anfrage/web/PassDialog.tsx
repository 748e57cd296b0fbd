import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { absprache, type AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import * as texts from './texts.ts';

type PassValues = {
  readonly traegerId: string;
  readonly standortId: string;
  readonly absprache: string;
  /** The file goes along. */
  readonly mitgeben: boolean;
  readonly zustimmungAm: string;
};

const emptyPass: PassValues = {
  traegerId: '',
  standortId: '',
  absprache: '',
  mitgeben: false,
  zustimmungAm: '',
};

/** Passes an Anfrage on, agreed beforehand or in a joint appointment. */
export function PassDialog(props: { kreis: KreisStamm; anfrage: AnfrageDetail; onClose: () => void }) {
  const { kreis, anfrage, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: emptyPass,
    draft: { formular: 'anfrage-weiterleiten', bezug: anfrage.id },
    check: (values) => ({
      ...(values.traegerId === '' ? { traegerId: 'pflichtfeld' } : {}),
      ...(values.absprache === '' ? { absprache: 'pflichtfeld' } : {}),
      ...(values.mitgeben && !isDay(values.zustimmungAm)
        ? { zustimmungAm: values.zustimmungAm === '' ? 'pflichtfeld' : 'datum-ungueltig' }
        : {}),
    }),
    send: (values, key) =>
      call(
        anfrageContract.passAnfrage,
        {
          params: { kreisId: kreis.id, anfrageId: anfrage.id },
          body: {
            fassung: anfrage.fassung,
            traegerId: values.traegerId,
            standortId: values.standortId === '' ? null : values.standortId,
            absprache: absprache.parse(values.absprache),
            zustimmungAm: values.mitgeben ? values.zustimmungAm : null,
          },
        },
        { key },
      ),
    onDone: ({ nummer }) => {
      toast(t.weitergeleitet(nummer));
      onClose();
    },
  });
  const traeger = form.bind('traegerId');
  const standorte = kreis.standort.filter((each) => each.traegerId === traeger.value);
  return (
    <Dialog title={t.weiterleitenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{
          traegerId: t.traeger,
          standortId: t.standort,
          absprache: t.absprache,
          zustimmungAm: t.mitgabeAm,
        }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.weiterleiten}
          </Button>
        }
      >
        <p className="muted">{t.weiterleitenText}</p>
        <SelectField
          {...traeger}
          label={t.traeger}
          required
          options={nameOptions(kreis.traeger.filter((each) => each.id !== anfrage.traegerId))}
          onChange={(id) => {
            traeger.onChange(id);
            form.bind('standortId').onChange('');
          }}
        />
        {standorte.length > 0 && (
          <SelectField
            {...form.bind('standortId')}
            label={t.standort}
            quietOptional
            empty={t.ohneStandort}
            options={nameOptions(standorte)}
          />
        )}
        <ChoiceGroup
          {...form.bind('absprache')}
          label={t.absprache}
          required
          options={absprache.options.map((value) => ({ value, label: t.abspracheWert[value] }))}
        />
        {anfrage.personId !== null && anfrage.fall === null && (
          <Checkbox {...form.bind('mitgeben')} label={t.mitgeben} hint={t.mitgebenHinweis} />
        )}
        {form.values.mitgeben && (
          <DateField {...form.bind('zustimmungAm')} label={t.mitgabeAm} required max={today()} />
        )}
      </Form>
    </Dialog>
  );
}
