import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import { AnliegenFields } from './AnliegenFields.tsx';
import { angabenBody, anfrageValues, type AnfrageValues } from './anfrage-values.ts';
import { findKonflikt } from './konflikt.ts';
import { KonfliktTable, type KonfliktTableProps } from './KonfliktTable.tsx';
import { OrtFields } from './OrtFields.tsx';
import * as texts from './texts.ts';
import { useVorschlag } from './ZustaendigFields.tsx';
import { ZugangFields } from './ZugangFields.tsx';

export interface ChangeAngabenDialogProps {
  readonly kreis: KreisStamm;
  readonly anfrage: AnfrageDetail;
  readonly onClose: () => void;
}

/** Puts right what was said at the knock; when somebody was faster, what stands now is shown beside one's own entry. */
export function ChangeAngabenDialog({ kreis, anfrage, onClose }: ChangeAngabenDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [base, setBase] = useState(() => anfrageValues(anfrage));
  const [compared, setCompared] = useState<Pick<KonfliktTableProps, 'rows' | 'mine' | 'other'>>();
  const params = { kreisId: kreis.id, anfrageId: anfrage.id };
  const form = useForm({
    initial: base,
    draft: { formular: 'anfrage-angaben', bezug: anfrage.id },
    send: async (values, key) => {
      try {
        const body = { ...angabenBody(values), fassung: values.fassung };
        return await call(anfrageContract.changeAnfrage, { params, body }, { key });
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert') {
          compare(values, await call(anfrageContract.getAnfrage, { params }));
        }
        throw error;
      }
    },
    onDone: ({ fristAm }) => {
      toast(fristAm === anfrage.fristAm ? t.geaendert : t.geaendertFrist(formatDay(fristAm)));
      onClose();
    },
  });
  const { bind, values } = form;
  const vorschlag = useVorschlag(kreis.id, values).data?.traeger ?? [];
  const [other] = vorschlag;
  const elsewhere = vorschlag.every(({ traegerId }) => traegerId !== anfrage.traegerId) ? other : undefined;

  function compare(mine: AnfrageValues, now: AnfrageDetail) {
    const stands = anfrageValues(now);
    // What a draft of an older version was begun on is not known any more.
    const rows = findKonflikt(mine.fassung === base.fassung ? base : undefined, mine, stands);
    form.patch({ fassung: stands.fassung });
    setCompared({ rows, mine, other: stands });
    setBase(stands);
  }

  return (
    <Dialog title={t.aendernTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t, kommuneId: t.kommune, ortsteilId: t.ortsteil, stelleId: t.stelle }}
        codes={{ ...t.code, 'gleichzeitig-geaendert': t.konfliktText }}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.aendernSpeichern}
          </Button>
        }
      >
        {compared && (
          <KonfliktTable key={compared.other.fassung} kreis={kreis} {...compared} onChoose={form.patch} />
        )}
        <p className="muted">{t.aendernText}</p>
        <h3>{t.karteWeg}</h3>
        <ZugangFields kreis={kreis} bind={bind} values={values} />
        <h3>{t.kartePerson}</h3>
        <AnliegenFields kreis={kreis} bind={bind} values={values} />
        <h3>{t.karteOrt}</h3>
        <OrtFields kreis={kreis} bind={bind} values={values} />
        <div aria-live="polite">
          {elsewhere && (
            <Notice>
              <p>{t.anderswo(nameOf(kreis.traeger, elsewhere.traegerId))}</p>
            </Notice>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
