import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf, nameOptions } from '#src/platform/web/names.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vereinbarungContract, type Vereinbarung } from '../contract.ts';
import * as texts from './texts.ts';

export interface VereinbarungDialogProps {
  readonly kreis: KreisStamm;
  /** Undefined: a new one. */
  readonly vereinbarung: Vereinbarung | undefined;
  readonly onClose: () => void;
}

const tage = ['vereinbartAm', 'abstimmungAm', 'gueltigBis'] as const;

/** Writes an agreement down or changes it; when somebody was faster, what stands now is shown above one's own entry. */
export function VereinbarungDialog({ kreis, vereinbarung, onClose }: VereinbarungDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [other, setOther] = useState<Vereinbarung>();
  const params = { kreisId: kreis.id };
  const form = useForm({
    initial: {
      stelleId: vereinbarung?.stelleId ?? '',
      kommuneId: vereinbarung?.kommuneId ?? '',
      aufgaben: vereinbarung?.aufgaben ?? '',
      abgrenzung: vereinbarung?.abgrenzung ?? '',
      uebergang: vereinbarung?.uebergang ?? '',
      vereinbartAm: vereinbarung?.vereinbartAm ?? '',
      abstimmungAm: vereinbarung?.abstimmungAm ?? '',
      gueltigBis: vereinbarung?.gueltigBis ?? '',
      fassung: vereinbarung?.fassung ?? 0,
    },
    draft: { formular: 'vereinbarung', bezug: `${kreis.id}:${vereinbarung?.id ?? 'neu'}` },
    check: (values) => ({
      ...(values.stelleId === '' ? { stelleId: 'pflichtfeld' } : {}),
      ...(values.aufgaben.trim().length < 3 ? { aufgaben: 'pflichtfeld' } : {}),
      ...Object.fromEntries(
        tage
          .filter((name) => values[name] !== '' && !isDay(values[name]))
          .map((name) => [name, 'datum-ungueltig']),
      ),
    }),
    send: async ({ fassung, ...values }, key) => {
      const body = {
        ...values,
        kommuneId: values.kommuneId || null,
        vereinbartAm: values.vereinbartAm || null,
        abstimmungAm: values.abstimmungAm || null,
        gueltigBis: values.gueltigBis || null,
      };
      if (!vereinbarung) return call(vereinbarungContract.addVereinbarung, { params, body }, { key });
      try {
        return await call(
          vereinbarungContract.changeVereinbarung,
          { params: { ...params, vereinbarungId: vereinbarung.id }, body: { ...body, fassung } },
          { key },
        );
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert') await compare();
        throw error;
      }
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });

  async function compare() {
    const list = await call(vereinbarungContract.listVereinbarung, { params });
    const now = list.vereinbarung.find(({ id }) => id === vereinbarung?.id);
    if (!now) return;
    setOther(now);
    form.patch({ fassung: now.fassung });
  }

  return (
    <Dialog
      title={vereinbarung ? t.aendernTitel(vereinbarung.stelle) : t.neuTitel}
      open
      wide
      onClose={onClose}
    >
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        {other && <Other kreis={kreis} vereinbarung={other} />}
        <StelleField {...form.bind('stelleId')} kreis={kreis} label={t.stelleId} required initialFocus />
        <SelectField
          {...form.bind('kommuneId')}
          label={t.kommuneId}
          quietOptional
          empty={t.kreisweit}
          options={nameOptions(kreis.kommune)}
        />
        <TextArea {...form.bind('aufgaben')} label={t.aufgaben} hint={t.aufgabenHinweis} required />
        <TextArea {...form.bind('abgrenzung')} label={t.abgrenzung} hint={t.abgrenzungHinweis} />
        <TextArea {...form.bind('uebergang')} label={t.uebergang} hint={t.uebergangHinweis} />
        <div className="columns">
          <DateField {...form.bind('vereinbartAm')} label={t.vereinbartAm} hint={t.vereinbartHinweis} />
          <DateField {...form.bind('abstimmungAm')} label={t.abstimmungAm} hint={t.abstimmungHinweis} />
          <DateField {...form.bind('gueltigBis')} label={t.gueltigBis} hint={t.gueltigBisHinweis} />
        </div>
      </Form>
    </Dialog>
  );
}

function Other({ kreis, vereinbarung }: { kreis: KreisStamm; vereinbarung: Vereinbarung }) {
  const t = useTexts(texts);
  const tag = (value: string | null) => (value === null ? '–' : formatDay(value));
  return (
    <Notice tone="warning" title={t.jetzt}>
      <DescriptionList
        items={[
          { term: t.stelleId, value: vereinbarung.stelle },
          {
            term: t.kommuneId,
            value:
              vereinbarung.kommuneId === null ? t.kreisweit : nameOf(kreis.kommune, vereinbarung.kommuneId),
          },
          ...(['aufgaben', 'abgrenzung', 'uebergang'] as const).map((name) => ({
            term: t[name],
            value: <span className="preline">{vereinbarung[name] || '–'}</span>,
          })),
          ...tage.map((name) => ({ term: t[name], value: tag(vereinbarung[name]) })),
        ]}
      />
    </Notice>
  );
}
