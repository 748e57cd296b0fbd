import { useState } from 'react';
import { anbieterContract } from '#src/anbieter/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { kontoContract, type KontoBlatt } from '../contract.ts';
import * as texts from './texts.ts';

/** With which sign-in services the account is linked; shown where there is one. */
export function AnbieterLinkCard({ kreisId, konto }: { kreisId: string; konto: KontoBlatt }) {
  const t = useTexts(texts);
  const toast = useToast();
  const [linking, setLinking] = useState(false);
  const services = useQuery(anbieterContract.listAnbieter, { params: { kreisId } });
  const unlink = useAction(
    (key, anbieterId: string) =>
      call(kontoContract.unlinkAnbieter, { params: { kreisId, kontoId: konto.id, anbieterId } }, { key }),
    () => toast(t.geloest),
  );
  const all = services.data?.anbieter ?? [];
  if (all.length === 0) return null;
  return (
    <Card
      title={t.dienste}
      actions={
        !konto.eigenes && (
          <Button small icon="link" onClick={() => setLinking(true)}>
            {t.verknuepfen}
          </Button>
        )
      }
    >
      {unlink.problem && <ErrorState problem={unlink.problem} codes={t.code} />}
      {konto.anbieter.length === 0 && <p className="muted">{t.keinDienst}</p>}
      <ul className="stack">
        {konto.anbieter.map((each) => (
          <li key={each.anbieterId} className="row row-between">
            <span>
              {each.name}{' '}
              <span className="muted">
                {each.verbundenAm === null
                  ? t.wartet(each.email ?? '')
                  : t.verbunden(formatDay(today(new Date(each.verbundenAm))))}
              </span>
            </span>
            {!konto.eigenes && (
              <Button small kind="quiet" onClick={() => unlink.run(each.anbieterId)}>
                {t.loesen}
                <span className="sr-only"> {each.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {linking && (
        <LinkForm kreisId={kreisId} konto={konto} services={all} onClose={() => setLinking(false)} />
      )}
    </Card>
  );
}

interface LinkFormProps {
  readonly kreisId: string;
  readonly konto: KontoBlatt;
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

function LinkForm({ kreisId, konto, services, onClose }: LinkFormProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { anbieterId: services[0]?.id ?? '', email: konto.email ?? '', subjekt: '' },
    draft: { formular: 'verknuepfung', bezug: `${kreisId}:${konto.id}` },
    send: ({ anbieterId, ...body }, key) =>
      call(kontoContract.linkAnbieter, { params: { kreisId, kontoId: konto.id, anbieterId }, body }, { key }),
    onDone: () => {
      toast(t.verknuepft);
      onClose();
    },
  });
  return (
    <Dialog title={t.verknuepfenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ anbieterId: t.dienst, email: t.dienstMail, subjekt: t.dienstKennung }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.verknuepfen}
            </Button>
            <Button onClick={onClose}>{t.abbrechen}</Button>
          </>
        }
      >
        <p className="muted">{t.dienstText}</p>
        <SelectField
          {...form.bind('anbieterId')}
          label={t.dienst}
          empty={null}
          options={nameOptions(services)}
        />
        <TextField {...form.bind('email')} label={t.dienstMail} hint={t.dienstMailHinweis} type="email" />
        <TextField {...form.bind('subjekt')} label={t.dienstKennung} hint={t.dienstKennungHinweis} />
      </Form>
    </Dialog>
  );
}
