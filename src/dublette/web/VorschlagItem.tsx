import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions, nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { dubletteContract, type Zusammenfuehrung } from '../contract.ts';
import { EintragName } from './EintragName.tsx';
import { Gruende } from './Gruende.tsx';
import * as texts from './texts.ts';

interface VorschlagProps {
  readonly kreis: KreisStamm;
  readonly vorschlag: Zusammenfuehrung;
}

/** A proposal or a merge: what stays, what is absorbed, who said so, and the next step. */
export function VorschlagItem({ kreis, vorschlag }: VorschlagProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const params = { kreisId: kreis.id, zusammenfuehrungId: vorschlag.id };
  const loesen = useAction(
    (key) => call(dubletteContract.undoZusammenfuehrung, { params }, { key }),
    () => toast(t.geloest),
  );
  const ablehnen = useAction(
    (key) =>
      call(
        dubletteContract.decideZusammenfuehrung,
        { params, body: { zustimmung: false, abschluss: null } },
        { key },
      ),
    () => toast(t.abgelehnt),
  );
  const { entscheiden } = vorschlag.abilities;
  const wartet = vorschlag.stand === 'vorgeschlagen';
  const problem = loesen.problem ?? ablehnen.problem;
  const name = (eintrag: Zusammenfuehrung['bleibt']) => (
    <EintragName kreisId={kreis.id} casemanager={kreis.casemanager} eintrag={eintrag} />
  );
  return (
    <li className="stack">
      {wartet && (
        <p>
          <Badge tone={entscheiden ? 'warning' : 'neutral'}>{entscheiden ? t.wartetAufSie : t.wartet}</Badge>
        </p>
      )}
      <DescriptionList
        items={[
          { term: t.bleibtKurz, value: name(vorschlag.bleibt) },
          { term: t.gehtAufKurz, value: name(vorschlag.gehtAuf) },
          {
            term: t.vorgeschlagenVon,
            value: `${nameOf(kreis.casemanager, vorschlag.vorgeschlagenVon)}, ${formatDay(vorschlag.vorgeschlagenAm.slice(0, 10))}`,
          },
        ]}
      />
      <Gruende bewertung={vorschlag} />
      <div className="row">
        {entscheiden && (
          <>
            <Button small kind="primary" onClick={() => setOpen(true)}>
              {t.zustimmen}
            </Button>
            <Button small pending={ablehnen.pending} onClick={() => ablehnen.run()}>
              {t.ablehnen}
            </Button>
          </>
        )}
        {vorschlag.abilities.loesen && (
          <Button small pending={loesen.pending} onClick={() => loesen.run()}>
            {wartet ? t.zurueckziehen : t.loesen}
          </Button>
        )}
      </div>
      {problem && <ErrorState problem={problem} codes={t.code} />}
      {open && <AgreeDialog kreis={kreis} vorschlag={vorschlag} onClose={() => setOpen(false)} />}
    </li>
  );
}

/** Agreeing; where both cases are open and the absorbed one is one's own, also how that one ends. */
function AgreeDialog({ kreis, vorschlag, onClose }: VorschlagProps & { onClose: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const schliesst = vorschlag.offenerFall && vorschlag.eigenerFall;
  const form = useForm({
    initial: { grund: '', ab: today() },
    draft: { formular: 'zusammenfuehrung-zustimmung', bezug: vorschlag.id },
    instances: { grund: '/abschluss' },
    check: (values) => ({
      ...(schliesst && values.grund === '' ? { grund: 'pflichtfeld' } : {}),
      ...(schliesst && !isDay(values.ab) ? { ab: 'datum-ungueltig' } : {}),
    }),
    send: (abschluss, key) =>
      call(
        dubletteContract.decideZusammenfuehrung,
        {
          params: { kreisId: kreis.id, zusammenfuehrungId: vorschlag.id },
          body: { zustimmung: true, abschluss: schliesst ? abschluss : null },
        },
        { key },
      ),
    onDone: () => {
      toast(t.zusammengefuehrt);
      onClose();
    },
  });
  return (
    <Dialog title={t.zustimmenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ grund: t.abschlussGrund, ab: t.abschlussAb }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.zustimmenJetzt}
          </Button>
        }
      >
        <p>{t.zustimmenText}</p>
        {vorschlag.offenerFall && <p>{schliesst ? t.beideOffen : t.beideOffenFremd}</p>}
        {schliesst && (
          <div className="columns">
            <SelectField
              {...form.bind('grund')}
              label={t.abschlussGrund}
              required
              options={codeOptions(kreis.codeliste.abschlussgrund, sprache)}
            />
            <DateField {...form.bind('ab')} label={t.abschlussAb} required max={today()} />
          </div>
        )}
      </Form>
    </Dialog>
  );
}
