import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { anbieterContract, type Anbieter } from '../contract.ts';
import { isAussteller, returnPart } from '../rules.ts';
import { toEingabe, toValues } from './anbieter-values.ts';
import * as texts from './texts.ts';
import { ZuordnungFields } from './ZuordnungFields.tsx';

export interface AnbieterDialogProps {
  readonly kreis: KreisStamm;
  readonly traegerIds: readonly string[] | null;
  /** Undefined: a new one. */
  readonly anbieter: Anbieter | undefined;
  /** Where the addresses of return begin; the last part follows from the issuer. */
  readonly rueckkehr: string;
  readonly onClose: () => void;
}

/** A sign-in service: where it is, what is believed, which group gives which role. */
export function AnbieterDialog({ kreis, traegerIds, anbieter, rueckkehr, onClose }: AnbieterDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [found, setFound] = useState<{ pkce: boolean }>();
  const form = useForm({
    initial: toValues(anbieter, traegerIds),
    draft: { formular: 'anbieter', bezug: `${kreis.id}:${anbieter?.id ?? 'neu'}` },
    instances: { zeilen: '/rollen' },
    check: (values) => ({
      ...(values.name.trim() === '' ? { name: 'pflichtfeld' } : {}),
      ...(values.clientId.trim() === '' ? { clientId: 'pflichtfeld' } : {}),
      ...(isAussteller(values.aussteller.trim()) ? {} : { aussteller: 'aussteller-ungueltig' }),
    }),
    send: (values, key) =>
      anbieter === undefined
        ? call(
            anbieterContract.addAnbieter,
            { params: { kreisId: kreis.id }, body: toEingabe(values) },
            { key },
          )
        : call(
            anbieterContract.changeAnbieter,
            {
              params: { kreisId: kreis.id, anbieterId: anbieter.id },
              body: { ...toEingabe(values), fassung: anbieter.fassung },
            },
            { key },
          ),
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const check = useAction(
    () =>
      call(anbieterContract.checkAnbieter, {
        params: { kreisId: kreis.id },
        body: { aussteller: form.values.aussteller },
      }),
    setFound,
  );
  const aussteller = form.values.aussteller.trim();
  const traeger = kreis.traeger.filter(({ id }) => traegerIds === null || traegerIds.includes(id));
  return (
    <Dialog title={anbieter ? t.aendernTitel(anbieter.name) : t.neuTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t, traegerId: t.traeger, zeilen: t.zuordnung }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
            <Button onClick={onClose}>{t.abbrechen}</Button>
          </>
        }
      >
        <div className="columns">
          <TextField {...form.bind('name')} label={t.name} hint={t.nameHinweis} required maxLength={80} />
          <SelectField
            {...form.bind('traegerId')}
            label={t.traeger}
            empty={traegerIds === null ? t.ganzerKreis : null}
            options={nameOptions(traeger)}
          />
        </div>
        <TextField {...form.bind('aussteller')} label={t.aussteller} hint={t.ausstellerHinweis} required />
        <div>
          <Button small pending={check.pending} onClick={check.run}>
            {t.pruefen}
          </Button>
        </div>
        {check.problem && <ErrorState problem={check.problem} codes={t.code} />}
        {found && !check.problem && (
          <Notice tone={found.pkce ? 'success' : 'warning'}>{t.erreichbar(found.pkce)}</Notice>
        )}
        <TextField
          name="rueckkehr"
          label={t.rueckkehr}
          hint={t.rueckkehrText}
          quietOptional
          value={isAussteller(aussteller) ? `${rueckkehr}${returnPart(aussteller)}` : ''}
          onChange={() => undefined}
        />
        <div className="columns">
          <TextField {...form.bind('clientId')} label={t.clientId} required />
          <TextField
            {...form.bind('geheimnis')}
            label={t.geheimnis}
            hint={anbieter?.hatGeheimnis ? t.geheimnisDa : t.geheimnisHinweis}
            type="password"
            autoComplete="new-password"
          />
        </div>
        <TextField {...form.bind('scopes')} label={t.scopes} />
        <TextField {...form.bind('faktorWerte')} label={t.faktorWerte} hint={t.faktorHinweis} />
        <TextField {...form.bind('rollenClaim')} label={t.rollenClaim} hint={t.rollenClaimHinweis} />
        {form.values.rollenClaim !== '' && (
          <ZuordnungFields kreis={kreis} traegerId={form.values.traegerId} field={form.bind('zeilen')} />
        )}
        <Checkbox {...form.bind('kontenAnlegen')} label={t.kontenAnlegen} hint={t.kontenAnlegenHinweis} />
        <Checkbox {...form.bind('aktiv')} label={t.aktiv} />
      </Form>
    </Dialog>
  );
}
