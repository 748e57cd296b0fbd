import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { uebergabeContract } from '../contract.ts';
import { uebergabeGrund, type UebergabeEingabe } from '../eingabe.ts';
import { AskForm } from './AskForm.tsx';
import * as texts from './texts.ts';
import { UebergabePreview } from './UebergabePreview.tsx';

export interface UebergabeFormProps {
  readonly kreis: KreisStamm;
  readonly fallIds: readonly string[];
  /** Träger for which the account works: the only one gives, it cannot receive. */
  readonly traegerIds: readonly string[];
  /** The question that stayed without success before. */
  readonly vorigeId: string | null;
  readonly onChange: (fallIds: readonly string[]) => void;
  readonly onDone: (anzahl: number, gefragt: boolean) => void;
}

type UebergabeValues = {
  readonly anTraegerId: string;
  readonly casemanagerId: string;
  readonly wirksamAm: string;
  readonly grund: string;
  readonly zustimmungAm: string;
};

interface Preview {
  readonly body: UebergabeEingabe;
  readonly answer: Answer<typeof uebergabeContract.previewUebergabe>;
}

/** Where to, from when, why and with whose consent; then the preview; then, and only then, the hand-over. */
export function UebergabeForm(props: UebergabeFormProps) {
  const { kreis, fallIds, traegerIds, vorigeId, onChange, onDone } = props;
  const t = useTexts(texts);
  const [preview, setPreview] = useState<Preview>();
  const form = useForm({
    initial: { anTraegerId: '', casemanagerId: '', wirksamAm: today(), grund: '', zustimmungAm: '' },
    draft: { formular: 'uebergabe', bezug: fallIds.length === 1 ? (fallIds[0] ?? '') : kreis.id },
    check: (values) => ({
      ...(values.anTraegerId === '' ? { anTraegerId: 'pflichtfeld' } : {}),
      ...(values.grund === '' ? { grund: 'pflichtfeld' } : {}),
      ...(isDay(values.wirksamAm) ? {} : { wirksamAm: 'datum-ungueltig' }),
      ...(values.zustimmungAm === '' || isDay(values.zustimmungAm)
        ? {}
        : { zustimmungAm: 'datum-ungueltig' }),
    }),
    send: (values) => look(values, fallIds),
    onDone: setPreview,
  });
  const execute = useAction(
    (key, body: UebergabeEingabe) =>
      call(uebergabeContract.executeUebergabe, { params: { kreisId: kreis.id }, body }, { key }),
    ({ anzahl }) => onDone(anzahl, false),
  );

  async function look(values: UebergabeValues, ids: readonly string[]): Promise<Preview> {
    const body: UebergabeEingabe = {
      fallIds: [...ids],
      anTraegerId: values.anTraegerId,
      casemanagerId: values.casemanagerId === '' ? null : values.casemanagerId,
      wirksamAm: values.wirksamAm,
      grund: uebergabeGrund.parse(values.grund),
      zustimmungAm: values.zustimmungAm === '' ? null : values.zustimmungAm,
    };
    const answer = await call(uebergabeContract.previewUebergabe, { params: { kreisId: kreis.id }, body });
    return { body, answer };
  }

  async function keepPossible(current: Preview) {
    const possible = current.answer.zeile.filter((zeile) => zeile.moeglich).map((zeile) => zeile.fallId);
    onChange(possible);
    setPreview(possible.length === 0 ? undefined : await look(form.values, possible));
  }

  if (preview) {
    return (
      <UebergabePreview
        kreis={kreis}
        answer={preview.answer}
        wirksamAm={preview.body.wirksamAm}
        execute={execute}
        onExecute={() => execute.run(preview.body)}
        ask={
          <AskForm
            kreis={kreis}
            eingabe={preview.body}
            vorigeId={vorigeId}
            anzahl={preview.answer.moeglich}
            onDone={(anzahl) => onDone(anzahl, true)}
          />
        }
        onKeepPossible={() => void keepPossible(preview)}
        onBack={() => {
          execute.clear();
          setPreview(undefined);
        }}
      />
    );
  }
  const colleagues = kreis.casemanager.filter((each) => each.traegerId === form.values.anTraegerId);
  const an = form.bind('anTraegerId');
  return (
    <Card
      title={t.formTitel(fallIds.length)}
      actions={
        fallIds.length === 1 && (
          <ButtonLink small href={`/k/${kreis.id}/fall/${fallIds[0]}/uebergabeblatt`}>
            {t.blatt}
          </ButtonLink>
        )
      }
    >
      <Form
        form={form}
        labels={{ ...t, anTraegerId: t.an, casemanagerId: t.casemanager }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.vorschau}
          </Button>
        }
      >
        <div className="columns">
          <SelectField
            {...an}
            label={t.an}
            required
            options={nameOptions(
              kreis.traeger.filter(({ id }) => traegerIds.length !== 1 || id !== traegerIds[0]),
            )}
            onChange={(anTraegerId) => form.patch({ anTraegerId, casemanagerId: '' })}
          />
          <SelectField
            {...form.bind('casemanagerId')}
            label={t.casemanager}
            quietOptional
            empty={t.casemanagerOffen}
            options={nameOptions(colleagues)}
          />
          <SelectField
            {...form.bind('grund')}
            label={t.grund}
            required
            options={uebergabeGrund.options.map((value) => ({ value, label: t.grundWert[value] }))}
          />
        </div>
        <div className="columns">
          <DateField {...form.bind('wirksamAm')} label={t.wirksamAm} required />
          <DateField
            {...form.bind('zustimmungAm')}
            label={t.zustimmungAm}
            hint={t.zustimmungHinweis}
            quietOptional
            max={today()}
          />
        </div>
      </Form>
    </Card>
  );
}
