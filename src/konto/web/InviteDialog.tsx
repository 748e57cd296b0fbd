import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { kontoContract } from '../contract.ts';
import { LinkDialog, type Link } from './LinkDialog.tsx';
import { checkRolleValues, leereRolle, toWunsch } from './rolle-values.ts';
import { RolleFields } from './RolleFields.tsx';
import * as texts from './texts.ts';

export interface InviteDialogProps {
  readonly kreis: KreisStamm;
  readonly traegerIds: readonly string[] | null;
  readonly onClose: () => void;
}

/** Makes an account with its first role; the link is shown once, right after. */
export function InviteDialog({ kreis, traegerIds, onClose }: InviteDialogProps) {
  const t = useTexts(texts);
  const [link, setLink] = useState<Link>();
  const form = useForm({
    initial: { name: '', anmeldename: '', email: '', sprache: 'de', ...leereRolle },
    draft: { formular: 'konto', bezug: `${kreis.id}:neu` },
    instances: Object.fromEntries(Object.keys(leereRolle).map((name) => [name, `/rollen/0/${name}`])),
    check: (values) => ({
      ...(values.name.trim() === '' ? { name: 'pflichtfeld' } : {}),
      ...(values.anmeldename.trim() === '' ? { anmeldename: 'pflichtfeld' } : {}),
      ...checkRolleValues(values),
    }),
    // Without a key: the answer holds the link, and answers under a key are kept.
    send: ({ name, anmeldename, email, sprache, ...rolle }) =>
      call(kontoContract.inviteKonto, {
        params: { kreisId: kreis.id },
        body: {
          name,
          anmeldename,
          email,
          sprache: sprache === 'en' ? 'en' : 'de',
          rollen: [toWunsch(rolle)],
        },
      }),
    onDone: setLink,
  });
  if (link) return <LinkDialog link={link} onClose={onClose} />;
  return (
    <Dialog title={t.einladenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ...t, rolle: t.rolleLabel, traegerId: t.traeger, regionId: t.region, stelleId: t.stelle }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.linkErstellen}
            </Button>
            <Button onClick={onClose}>{t.abbrechen}</Button>
          </>
        }
      >
        <p className="muted">{t.einladenText}</p>
        <TextField {...form.bind('name')} label={t.name} required maxLength={120} initialFocus />
        <TextField
          {...form.bind('anmeldename')}
          label={t.anmeldename}
          hint={t.anmeldenameHinweis}
          required
          maxLength={120}
        />
        <TextField {...form.bind('email')} label={t.email} hint={t.emailHinweis} type="email" />
        <SelectField
          {...form.bind('sprache')}
          label={t.sprache}
          empty={null}
          quietOptional
          options={[
            { value: 'de', label: t.deutsch },
            { value: 'en', label: t.englisch },
          ]}
        />
        <RolleFields kreis={kreis} traegerIds={traegerIds} values={form.values} bind={form.bind} />
      </Form>
    </Dialog>
  );
}
