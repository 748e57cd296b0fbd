import { useEffect, useState } from 'react';
import { fallContract } from '#src/fall/contract.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beziehung, haushaltContract, type HaushaltZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface LinkFallDialogProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly haushalt: readonly HaushaltZeile[];
  readonly onClose: () => void;
}

const PAUSE_MS = 180;
const FOUND = 12;

/** Links the case of a relative, found by name or number. */
export function LinkFallDialog({ kreis, fallId, haushalt, onClose }: LinkFallDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery(
    fallContract.searchFall,
    asked === '' ? undefined : { params: { kreisId: kreis.id }, body: { suche: asked, anzahl: FOUND } },
    { keep: true },
  );
  const form = useForm({
    initial: { andererFallId: '', beziehung: 'kind', haushaltId: '' },
    draft: { formular: 'fall-verbindung', bezug: fallId },
    check: (values) => ({
      ...(values.andererFallId === '' ? { andererFallId: 'pflichtfeld' } : {}),
      ...(beziehung.safeParse(values.beziehung).success ? {} : { beziehung: 'pflichtfeld' }),
    }),
    send: (values, key) =>
      call(
        haushaltContract.linkFall,
        {
          params: { kreisId: kreis.id, fallId },
          body: {
            andererFallId: values.andererFallId,
            beziehung: beziehung.parse(values.beziehung),
            haushaltId: values.haushaltId === '' ? null : values.haushaltId,
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.verbunden);
      onClose();
    },
  });
  const { bind } = form;
  const options = typed === '' ? [] : (found.data?.fall ?? []);
  const open = haushalt.filter((each) => each.eigenerAb === null);
  return (
    <Dialog title={t.verbindenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ andererFallId: t.andererFall, beziehung: t.istFuer, haushaltId: t.eintrag }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.verbinden}
          </Button>
        }
      >
        <p className="muted">{t.verbindenText}</p>
        <ComboBox
          {...bind('andererFallId')}
          label={t.andererFall}
          hint={t.andererFallHinweis}
          required
          onType={setTyped}
          searching={typed.trim() !== asked || found.loading || (asked !== '' && found.outdated)}
          options={options
            .filter((fall) => fall.id !== fallId && fall.person !== null)
            .map((fall) => ({
              value: fall.id,
              label: `${fall.person?.vorname ?? ''} ${fall.person?.familienname ?? ''}`.trim(),
              detail: fall.nummer,
            }))}
        />
        <SelectField
          {...bind('beziehung')}
          label={t.istFuer}
          required
          empty={null}
          options={beziehung.options.map((value) => ({ value, label: t.beziehungWort[value] }))}
        />
        {open.length > 0 && (
          <SelectField
            {...bind('haushaltId')}
            label={t.eintrag}
            hint={t.eintragHinweis}
            quietOptional
            empty={t.keinEintrag}
            options={open.map((each) => ({
              value: each.id,
              label:
                `${each.vorname} ${each.familienname}`.trim() ||
                `${t.beziehungWort[each.beziehung]} (${t.ohneNamen})`,
            }))}
          />
        )}
      </Form>
    </Dialog>
  );
}
