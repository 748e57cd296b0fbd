import { useState } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { Angebot } from '../angebot.ts';
import { angebotContract } from '../contract.ts';
import { AngebotFields } from './AngebotFields.tsx';
import { AngebotKonflikt, type AngebotKonfliktProps } from './AngebotKonflikt.tsx';
import {
  angebotBody,
  angebotValues,
  checkAngebot,
  findKonflikt,
  type AngebotValues,
} from './angebot-values.ts';
import * as texts from './texts.ts';

/** A new offer, or with an id the change of one. */
export function AngebotFormPage({ kreis, angebotId }: { kreis: KreisStamm; angebotId: string | undefined }) {
  const t = useTexts(texts);
  const answer = useQuery(
    angebotContract.getAngebot,
    angebotId === undefined ? undefined : { params: { kreisId: kreis.id, angebotId } },
  );
  // What the form began with stays, while answers that come later would change it.
  const [begun, setBegun] = useState<Angebot>();
  if (answer.data && !begun) setBegun(answer.data.angebot);
  const crumbs = [{ label: t.titel, href: `/k/${kreis.id}/angebot` }];
  if (angebotId !== undefined && !begun)
    return (
      <Page title={t.angebot} crumbs={crumbs} narrow>
        {answer.error ? <ErrorState problem={answer.error} onRetry={answer.refetch} /> : <Loading />}
      </Page>
    );
  return (
    <Page
      title={begun ? t.aendernTitel(begun.name) : t.neuTitel}
      crumbs={begun ? [...crumbs, { label: begun.name, href: `/k/${kreis.id}/angebot/${begun.id}` }] : crumbs}
      narrow
    >
      <AngebotForm kreis={kreis} angebot={begun} />
    </Page>
  );
}

type Compared = Pick<AngebotKonfliktProps, 'rows' | 'mine' | 'other'>;

function AngebotForm({ kreis, angebot }: { kreis: KreisStamm; angebot: Angebot | undefined }) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const [base, setBase] = useState(() => angebotValues(angebot));
  const [compared, setCompared] = useState<Compared>();
  const params = { kreisId: kreis.id };
  const form = useForm({
    initial: { ...base, fassung: angebot?.fassung ?? 0 },
    draft: { formular: 'angebot', bezug: `${kreis.id}:${angebot?.id ?? 'neu'}` },
    check: checkAngebot,
    send: async ({ fassung, ...values }, key) => {
      const body = angebotBody(values);
      if (!angebot) return call(angebotContract.addAngebot, { params, body }, { key });
      const one = { ...params, angebotId: angebot.id };
      try {
        return await call(
          angebotContract.changeAngebot,
          { params: one, body: { ...body, fassung } },
          { key },
        );
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert')
          compare(values, (await call(angebotContract.getAngebot, { params: one })).angebot);
        throw error;
      }
    },
    onDone: ({ id }) => {
      toast(t.gespeichert);
      navigate(`/k/${kreis.id}/angebot/${id}`);
    },
  });

  function compare(mine: AngebotValues, now: Angebot) {
    const other = angebotValues(now);
    const rows = findKonflikt(base, mine, other);
    form.patch({ fassung: now.fassung });
    setCompared({ rows, mine, other });
    setBase(other);
  }

  return (
    <Form
      form={form}
      labels={t}
      codes={{ ...t.code, 'gleichzeitig-geaendert': t.konfliktText }}
      actions={
        <Button kind="primary" submit pending={form.pending}>
          {t.speichern}
        </Button>
      }
    >
      {compared && (
        <AngebotKonflikt key={form.values.fassung} kreis={kreis} {...compared} onChoose={form.patch} />
      )}
      <AngebotFields kreis={kreis} bind={form.bind} values={form.values} />
    </Form>
  );
}
