import { useRef, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { hilfeplanContract, type ZielInhalt, type ZielZeile } from '../contract.ts';
import { KonfliktTable } from './KonfliktTable.tsx';
import * as texts from './texts.ts';
import { checkZiel, emptyZiel, toInhalt, zielInhalt, zielValues } from './ziel-values.ts';
import { ZielFields } from './ZielFields.tsx';

export interface ZielDialogProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** The goal to be changed; undefined adds one. */
  readonly ziel: ZielZeile | undefined;
  /** Area that a new goal begins with. */
  readonly lebensbereich: string;
  readonly onClose: () => void;
}

/** Writes a goal with its steps; when somebody was faster, both values are shown before anything is saved. */
export function ZielDialog({ kreis, fallId, ziel, lebensbereich, onClose }: ZielDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  // The version that the form was opened with, or the one whose values were compared since.
  const [basis] = useState(() => (ziel ? toInhalt(ziel) : undefined));
  const fassung = useRef(ziel?.fassung ?? 0);
  const [andere, setAndere] = useState<{ readonly fassung: number; readonly inhalt: ZielInhalt }>();
  const params = { kreisId: kreis.id, fallId };
  const form = useForm({
    initial: basis ? zielValues(basis) : emptyZiel(lebensbereich),
    draft: { formular: ziel ? 'hilfeplan-ziel' : 'hilfeplan-ziel-neu', bezug: ziel?.id ?? fallId },
    check: checkZiel,
    send: async (values, key) => {
      const inhalt = zielInhalt(values);
      if (!ziel) return call(hilfeplanContract.addZiel, { params, body: inhalt }, { key });
      const inZiel = { ...params, zielId: ziel.id };
      try {
        const body = { ...inhalt, fassung: fassung.current };
        return await call(hilfeplanContract.changeZiel, { params: inZiel, body }, { key });
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert') {
          // Words come through the logged read, never out of a refusal.
          const now = (await call(hilfeplanContract.getHilfeplan, { params })).ziel.find(
            ({ id }) => id === ziel.id,
          );
          if (now) {
            fassung.current = now.fassung;
            setAndere({ fassung: now.fassung, inhalt: toInhalt(now) });
          }
        }
        throw error;
      }
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={ziel ? t.zielAendernTitel : t.zielNeuTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t, schritt: t.schritte }}
        codes={{ ...t.code, 'gleichzeitig-geaendert': t.konfliktText }}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {andere ? t.konfliktUebernehmen : t.speichern}
          </Button>
        }
      >
        {andere && basis && (
          <KonfliktTable
            key={andere.fassung}
            kreis={kreis}
            basis={basis}
            meine={zielInhalt(form.values)}
            andere={andere.inhalt}
            onChoose={(chosen) => form.patch(zielValues(chosen))}
          />
        )}
        <ZielFields kreis={kreis} form={form} vorlagen={ziel === undefined} />
      </Form>
    </Dialog>
  );
}
