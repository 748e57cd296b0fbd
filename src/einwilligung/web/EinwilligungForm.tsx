import { useState, type ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { dolmetschenArt, einwilligungContract, einwilligungZweck, type Bogen } from '../contract.ts';
import { isMinderjaehrig } from '../unterschrift.ts';
import { birthDay, checkEinwilligung, emptyEinwilligung, guardians, signers } from './einwilligung-values.ts';
import { FehlendeTexte } from './FehlendeTexte.tsx';
import { NameFields } from './NameFields.tsx';
import { SignFields } from './SignFields.tsx';
import { TextFields } from './TextFields.tsx';
import * as texts from './texts.ts';
import { useSignatures } from './use-signatures.ts';
import { VertretungFields } from './VertretungFields.tsx';

type Erteilt = Answer<typeof einwilligungContract.giveEinwilligung>;

export interface EinwilligungFormProps {
  readonly kreis: KreisStamm;
  readonly traegerId: string;
  /** An Anfrage gets a name, or a person signs anew. */
  readonly fuer: { readonly anfrageId: string } | { readonly personId: string };
  readonly sprache: string;
  readonly onGiven: (erteilt: Erteilt, scanProblem: string | undefined) => void;
  /** Similar records of the Träger, below the name; another concept. */
  readonly hinweis?: (name: { familienname: string; vorname: string; geburtsdatum: string }) => ReactNode;
}

/** Name, text, signature: what makes a named record. */
export function EinwilligungForm(props: EinwilligungFormProps) {
  const [sprache, setSprache] = useState(props.sprache);
  const params = { kreisId: props.kreis.id, traegerId: props.traegerId };
  const { data, error, refetch } = useQuery(
    einwilligungContract.getBogen,
    { params, query: { sprache } },
    { keep: true },
  );
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={6} />;
  if (!data.einwilligung || !data.datenschutzinformation) {
    return <FehlendeTexte kreis={props.kreis} bogen={data} />;
  }
  return <Filled {...props} bogen={data} onSprache={setSprache} />;
}

type FilledProps = EinwilligungFormProps & {
  readonly bogen: Bogen;
  readonly onSprache: (code: string) => void;
};

function Filled({ kreis, fuer, bogen, onSprache, onGiven, hinweis, ...props }: FilledProps) {
  const t = useTexts(texts);
  const signatures = useSignatures();
  const benennt = 'anfrageId' in fuer;
  const { einwilligung, datenschutzinformation } = bogen;
  const form = useForm({
    initial: emptyEinwilligung(props.sprache),
    draft: { formular: 'einwilligung', bezug: benennt ? fuer.anfrageId : fuer.personId },
    instances: { ausgehaendigt: '/datenschutzinformation/ausgehaendigt' },
    check: (values) => ({
      ...checkEinwilligung(values, benennt),
      ...signatures.check(signers(values), values.form),
    }),
    send: async (values, key) => {
      if (!einwilligung || !datenschutzinformation) throw new Error('texts are gone');
      const body = {
        am: values.am,
        ablaufAm: values.ablaufAm === '' ? null : values.ablaufAm,
        sprache: values.sprache,
        text: { vordruckId: einwilligung.vordruckId, pruefwert: einwilligung.pruefwert },
        zweck: einwilligungZweck.options.filter((code) => values.zweck.includes(code)),
        datenschutzinformation: {
          vordruckId: datenschutzinformation.vordruckId,
          pruefwert: datenschutzinformation.pruefwert,
          ausgehaendigt: values.ausgehaendigt,
        },
        dolmetschen: dolmetschenArt.catch('kein').parse(values.dolmetschen),
        vertretung: guardians(values),
        gemeinsam: values.vertreten && values.gemeinsam,
        unterschrift: signatures.eingabe(signers(values), values.form),
      };
      if (!benennt) {
        const params = { kreisId: kreis.id, personId: fuer.personId };
        return call(einwilligungContract.renewEinwilligung, { params, body }, { key });
      }
      const { familienname, vorname, nameOriginal } = values;
      const person = { familienname, vorname, nameOriginal, geburtsdatum: birthDay(values.geburtsdatum) };
      const params = { kreisId: kreis.id, anfrageId: fuer.anfrageId };
      return call(einwilligungContract.giveEinwilligung, { params, body: { ...body, ...person } }, { key });
    },
    onDone: (erteilt) => void finish(erteilt),
  });
  const { bind, values } = form;

  async function finish(erteilt: Erteilt) {
    const ids = erteilt.unterschrift.filter((u) => u.form === 'papier').map((u) => u.id);
    onGiven(erteilt, await signatures.sendScan(kreis.id, erteilt.personId, ids));
  }

  const minderjaehrig = benennt && isMinderjaehrig(birthDay(values.geburtsdatum), values.am);
  return (
    <Form
      form={form}
      labels={t.feld}
      codes={t.code}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.speichern}
        </Button>
      }
    >
      {benennt && (
        <Card title={t.schrittName}>
          <div className="stack">
            <NameFields
              familienname={bind('familienname')}
              vorname={bind('vorname')}
              geburtsdatum={bind('geburtsdatum')}
              nameOriginal={bind('nameOriginal')}
            />
            {hinweis?.({
              familienname: values.familienname,
              vorname: values.vorname,
              geburtsdatum: birthDay(values.geburtsdatum) ?? '',
            })}
          </div>
        </Card>
      )}
      <TextFields kreis={kreis} bogen={bogen} bind={bind} onSprache={onSprache} />
      <Card title={t.schrittUnterschrift}>
        <div className="stack">
          <VertretungFields bind={bind} values={values} minderjaehrig={minderjaehrig} />
          <SignFields
            rollen={signers(values)}
            namen={guardians(values)}
            form={bind('form')}
            am={bind('am')}
            unterschrift={bind('unterschrift')}
            signatures={signatures}
          />
        </div>
      </Card>
    </Form>
  );
}
