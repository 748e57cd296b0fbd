import { useSignatures, type Signatures } from '#src/einwilligung/web/use-signatures.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm, type Bound } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { hilfeplanContract, type HilfeplanStand, type VersionZeile } from '../contract.ts';
import { zustimmung } from '../plan.ts';
import { signers } from '../rules.ts';
import { SignPlanFields } from './SignPlanFields.tsx';
import * as texts from './texts.ts';
import { antwortOf, checkUnterschrift, emptyUnterschrift, rollenOf } from './unterschrift-values.ts';

export interface UnterschriftFormProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** As it is shown above. */
  readonly plan: HilfeplanStand;
  /** What was printed and waits for its signatures. */
  readonly gedruckt: VersionZeile | undefined;
  /** The plan is not the one that was shown any more. */
  readonly onChanged: () => void;
  readonly onDone: () => void;
}

/** The answer of the person, then the signatures, on the screen or on paper. */
export function UnterschriftForm({
  kreis,
  fallId,
  plan,
  gedruckt,
  onChanged,
  onDone,
}: UnterschriftFormProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const signatures: Signatures = useSignatures();
  const params = { kreisId: kreis.id, fallId };
  const form = useForm({
    initial: emptyUnterschrift(plan.vertretungen),
    draft: { formular: 'hilfeplan-unterschrift', bezug: fallId },
    instances: { antwort: '/zustimmung/antwort', grund: '/zustimmung/grund' },
    check: (values) => ({
      ...checkUnterschrift(values),
      ...signatures.check(rollenOf(values, plan.wer), values.form),
    }),
    send: async (values, key) => {
      const body = {
        pruefwert: plan.pruefwert,
        zustimmung: { antwort: antwortOf(values) ?? 'ja', grund: values.grund.trim() },
        am: values.am,
        vertretungen: Number(values.vertretungen),
        unterschrift: signatures.eingabe(rollenOf(values, plan.wer), values.form),
      };
      try {
        return await call(hilfeplanContract.signHilfeplan, { params, body }, { key });
      } catch (error) {
        if (asProblem(error).code === 'plan-geaendert') onChanged();
        throw error;
      }
    },
    onDone: ({ nummer, unterschrift }) => {
      const ids = unterschrift.filter((each) => each.form === 'papier').map(({ id }) => id);
      void signatures.sendScan(kreis.id, plan.personId, ids).then((problem) => {
        toast(problem === undefined ? t.unterschrieben(nummer) : t.scanFehlt);
        onDone();
      });
    },
  });
  const { bind, values } = form;
  /** Whoever signs in another place begins with an empty field. */
  function anew<T>(field: Bound<T>): Bound<T> {
    return {
      ...field,
      onChange: (value) => {
        for (const index of [0, 1, 2]) signatures.draw(index, []);
        field.onChange(value);
      },
    };
  }
  const antwort = antwortOf(values);
  const rollen = rollenOf(values, plan.wer);
  const sign = values.form === 'papier' ? t.papierEinfrieren : t.einfrieren;
  const sendLabel = antwort !== undefined && rollen.length === 0 ? t.vereinbaren : sign;
  return (
    <Form
      form={form}
      labels={{
        antwort: t.antwort,
        grund: t.grund,
        vertretungen: t.vertretungen,
        form: t.wie,
        am: t.am,
        unterschrift: t.unterschriften,
      }}
      codes={t.code}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {sendLabel}
        </Button>
      }
    >
      <Card title={t.antwort}>
        <div className="stack">
          <ChoiceGroup
            {...anew(bind('antwort'))}
            label={t.zustimmung}
            required
            options={zustimmung.shape.antwort.options.map((value) => ({
              value,
              label: t.zustimmungWort[value],
            }))}
          />
          {antwort !== undefined && antwort !== 'ja' && (
            <TextArea {...bind('grund')} label={t.grund} hint={t.grundHinweis} required rows={2} />
          )}
          {antwort !== undefined && signers(plan.wer, antwort).klient === 'moeglich' && (
            <Checkbox {...anew(bind('trotzdem'))} label={t.klientUnterschreibt} hint={t.klientMoeglich} />
          )}
        </div>
      </Card>
      {antwort !== undefined && (
        <Card title={t.unterschriften}>
          <SignPlanFields
            kreis={kreis}
            fallId={fallId}
            plan={plan}
            gedruckt={gedruckt}
            rollen={rollen}
            runde={`${antwort}${values.vertretungen}${values.trotzdem}`}
            form={{
              ...bind('form'),
              onChange: (value) =>
                form.patch(value === 'bildschirm' ? { form: value, am: today() } : { form: value }),
            }}
            am={bind('am')}
            vertretungen={anew(bind('vertretungen'))}
            unterschrift={bind('unterschrift')}
            signatures={signatures}
          />
        </Card>
      )}
    </Form>
  );
}
