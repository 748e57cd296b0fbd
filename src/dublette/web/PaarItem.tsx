import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { dubletteContract, type DubletteEintrag } from '../contract.ts';
import { EintragName } from './EintragName.tsx';
import { Gruende } from './Gruende.tsx';
import * as texts from './texts.ts';

type Paar = Answer<typeof dubletteContract.listDublette>['paar'][number];

/** Two records that look alike, why, and what can be done about it. */
export function PaarItem({ kreis, paar }: { kreis: KreisStamm; paar: Paar }) {
  const t = useTexts(texts);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const verschieden = useAction(
    (key) =>
      call(
        dubletteContract.markVerschieden,
        {
          params: { kreisId: kreis.id },
          body: { personId: paar.eintrag.personId, andereId: paar.anderer.personId },
        },
        { key },
      ),
    () => toast(t.verschiedenFertig),
  );
  return (
    <li className="stack">
      <div className="columns">
        <EintragName kreisId={kreis.id} casemanager={kreis.casemanager} eintrag={paar.eintrag} />
        <EintragName kreisId={kreis.id} casemanager={kreis.casemanager} eintrag={paar.anderer} />
      </div>
      <Gruende bewertung={paar} />
      <div className="row">
        <Button small onClick={() => setOpen(true)}>
          {t.vorschlagen}
        </Button>
        <Button small kind="quiet" pending={verschieden.pending} onClick={() => verschieden.run()}>
          {t.verschieden}
        </Button>
      </div>
      {verschieden.problem && <ErrorState problem={verschieden.problem} codes={t.code} />}
      {open && <ProposeDialog kreis={kreis} paar={paar} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** Which of the two stays; a record with a case goes before one without. */
function ProposeDialog(props: { kreis: KreisStamm; paar: Paar; onClose: () => void }) {
  const { kreis, paar, onClose } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const both = [paar.eintrag, paar.anderer];
  const first = both.find((each) => each.fallId !== null) ?? paar.eintrag;
  const form = useForm({
    initial: { bleibt: first.personId },
    draft: { formular: 'zusammenfuehrung', bezug: `${paar.eintrag.personId} ${paar.anderer.personId}` },
    instances: { bleibt: '/bleibtId' },
    send: ({ bleibt }, key) => {
      const gehtAuf = both.find((each) => each.personId !== bleibt) ?? paar.anderer;
      const body = { bleibtId: bleibt, gehtAufId: gehtAuf.personId };
      return call(dubletteContract.proposeZusammenfuehrung, { params: { kreisId: kreis.id }, body }, { key });
    },
    onDone: () => {
      toast(t.vorgeschlagen);
      onClose();
    },
  });
  return (
    <Dialog title={t.vorschlagen} open onClose={onClose}>
      <Form
        form={form}
        labels={{ bleibt: t.bleibt }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.vorschlagenJetzt}
          </Button>
        }
      >
        <p>{t.vorschlagenText}</p>
        <ChoiceGroup
          {...form.bind('bleibt')}
          label={t.bleibt}
          required
          options={both.map((each) => ({ value: each.personId, label: describe(each, t.unbekannteNummer) }))}
        />
      </Form>
    </Dialog>
  );
}

function describe(eintrag: DubletteEintrag, ohne: string): string {
  const nummer = eintrag.nummer ?? ohne;
  return eintrag.name === null ? nummer : `${eintrag.name.familienname}, ${eintrag.name.vorname} (${nummer})`;
}
