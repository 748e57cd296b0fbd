import { useState } from 'react';
import type { BogenText } from '#src/einwilligung/contract.ts';
import { einwilligungContract } from '#src/einwilligung/contract.ts';
import { BogenView } from '#src/einwilligung/web/BogenView.tsx';
import { SignFields } from '#src/einwilligung/web/SignFields.tsx';
import * as signTexts from '#src/einwilligung/web/texts.ts';
import { useSignatures } from '#src/einwilligung/web/use-signatures.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { stelleContract } from '#src/stelle/contract.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { entbindungContract, entbindungInhalt, entbindungRichtung, entbindungZweck } from '../contract.ts';
import { checkEntbindung, codesOf, emptyEntbindung, filledText, rollenOf } from './entbindung-values.ts';
import * as texts from './texts.ts';

export interface AddEntbindungDialogProps {
  readonly kreis: KreisStamm;
  readonly personId: string;
  readonly traegerId: string;
  /** Guardians who sign; 0: the person signs. */
  readonly vertretungen: number;
  readonly onClose: () => void;
}

/** A release for one office, read and signed in one go. */
export function AddEntbindungDialog(props: AddEntbindungDialogProps) {
  const t = useTexts(texts);
  const [sprache, setSprache] = useState('deu');
  const params = { kreisId: props.kreis.id, traegerId: props.traegerId };
  const { data, error, refetch } = useQuery(
    einwilligungContract.getBogen,
    { params, query: { sprache } },
    { keep: true },
  );
  return (
    <Dialog title={t.neuTitel} open onClose={props.onClose} wide>
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={5} />}
      {data && !data.entbindung && (
        <Notice tone="warning" title={t.fehltTitel}>
          {t.fehltText}
        </Notice>
      )}
      {data?.entbindung && (
        <Filled
          {...props}
          text={data.entbindung}
          sprachen={data.sprachen.map(({ code }) => code)}
          onSprache={setSprache}
        />
      )}
    </Dialog>
  );
}

interface FilledProps extends AddEntbindungDialogProps {
  readonly text: BogenText;
  readonly sprachen: readonly string[];
  readonly onSprache: (code: string) => void;
}

function Filled({ kreis, personId, vertretungen, text, sprachen, onSprache, onClose }: FilledProps) {
  const t = useTexts(texts);
  const s = useTexts(signTexts);
  const { sprache } = useSprache();
  const toast = useToast();
  const signatures = useSignatures();
  const stellen = useQuery(stelleContract.listStelle, { params: { kreisId: kreis.id } });
  const form = useForm({
    initial: emptyEntbindung(vertretungen),
    draft: { formular: 'entbindung', bezug: personId },
    check: (values) => ({
      ...checkEntbindung(values),
      ...signatures.check(rollenOf(values), values.form),
    }),
    send: (values, key) =>
      call(
        entbindungContract.addEntbindung,
        {
          params: { kreisId: kreis.id, personId },
          body: {
            stelleId: values.stelleId,
            ...codesOf(values),
            am: values.am,
            letzterTag: values.letzterTag,
            sprache: values.sprache,
            text: { vordruckId: text.vordruckId, pruefwert: text.pruefwert },
            vertretungen: Number(values.vertretungen),
            unterschrift: signatures.eingabe(rollenOf(values), values.form),
          },
        },
        { key },
      ),
    onDone: ({ unterschrift }) => {
      const ids = unterschrift.filter((u) => u.form === 'papier').map((u) => u.id);
      void signatures.sendScan(kreis.id, personId, ids).then((problem) => {
        toast(problem === undefined ? t.gespeichert : t.scanFehlt);
        onClose();
      });
    },
  });
  const { bind, values } = form;
  const field = bind('sprache');
  const stelle = stellen.data?.stelle.find((each) => each.id === values.stelleId)?.name ?? '…';
  return (
    <Form
      form={form}
      labels={{
        ...t,
        stelleId: t.stelle,
        am: s.unterschriebenAm,
        form: s.unterschrift,
        unterschrift: s.unterschrift,
      }}
      codes={{ ...s.code, ...t.code }}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.speichern}
        </Button>
      }
    >
      <StelleField {...bind('stelleId')} kreis={kreis} label={t.stelle} hint={t.stelleHinweis} required />
      <ChoiceGroup
        {...bind('zweck')}
        label={t.zweck}
        required
        options={options(entbindungZweck.options, t.zweckWort)}
      />
      <CheckboxList
        {...bind('inhalt')}
        label={t.inhalt}
        hint={t.inhaltHinweis}
        required
        options={options(entbindungInhalt.options, t.inhaltWort)}
      />
      <ChoiceGroup
        {...bind('richtung')}
        label={t.richtung}
        required
        options={options(entbindungRichtung.options, t.richtungWort)}
      />
      <div className="columns">
        <DateField {...bind('letzterTag')} label={t.letzterTag} required min={today()} />
        <SelectField
          {...field}
          label={t.sprache}
          required
          empty={null}
          onChange={(code) => {
            field.onChange(code);
            onSprache(code);
          }}
          options={[
            { value: 'deu', label: t.nurDeutsch },
            ...sprachen.map((code) => ({ value: code, label: languageName(sprache, code) })),
          ]}
        />
      </div>
      <BogenView text={filledText(text, values, stelle)} />
      <ChoiceGroup
        {...bind('vertretungen')}
        label={t.vertretungen}
        required
        options={[
          { value: '0', label: t.selbst },
          { value: '1', label: t.eine },
          { value: '2', label: t.beide },
        ]}
      />
      <SignFields
        rollen={rollenOf(values)}
        namen={[]}
        form={bind('form')}
        am={bind('am')}
        unterschrift={bind('unterschrift')}
        signatures={signatures}
      />
    </Form>
  );
}

function options<C extends string>(codes: readonly C[], worte: Readonly<Record<C, string>>) {
  return codes.map((value) => ({ value, label: worte[value] }));
}
