import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { spalte, type Spalte } from '../austausch.ts';
import { austauschContract, type Paar } from '../austausch-contract.ts';
import type { Angebot } from '../angebot.ts';
import { angebotContract } from '../contract.ts';
import * as texts from './austausch-texts.ts';

/** Not of the offer itself, or decided by the merging. */
const fixed: readonly Spalte[] = ['id', 'bestaetigtAm', 'gueltigBis', 'plaetzeAm'];

/** Chooses which of two entries stays and what it takes from the other. */
export function CombineDialog({
  kreis,
  paar,
  onClose,
}: {
  kreis: KreisStamm;
  paar: Paar;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [first, second] = paar.angebot;
  const [bleibt, setBleibt] = useState(first.id);
  const [felder, setFelder] = useState<readonly Spalte[]>([]);
  const one = useQuery(angebotContract.getAngebot, { params: { kreisId: kreis.id, angebotId: first.id } });
  const two = useQuery(angebotContract.getAngebot, { params: { kreisId: kreis.id, angebotId: second.id } });
  const both = one.data && two.data ? [one.data.angebot, two.data.angebot] : [];
  const kept = both.find(({ id }) => id === bleibt);
  const other = both.find(({ id }) => id !== bleibt);
  const combine = useAction(
    (key, into: Angebot, from: Angebot) =>
      call(
        austauschContract.combineAngebot,
        {
          params: { kreisId: kreis.id, angebotId: into.id },
          body: {
            fassung: into.fassung,
            anderesId: from.id,
            andereFassung: from.fassung,
            felder: [...felder],
          },
        },
        { key },
      ),
    () => {
      toast(t.zusammengefuehrt);
      onClose();
    },
  );

  function shown(angebot: Angebot, name: Spalte): string {
    const value = angebot[name];
    if (value === null || value === '') return t.leer;
    if (name === 'kommuneId') return nameOf(kreis.kommune, angebot.kommuneId);
    if (name === 'kommuneIds')
      return angebot.kommuneIds.map((id) => nameOf(kreis.kommune, id)).join(', ') || t.leer;
    if (name === 'lebensbereich' || name === 'rechtskreis')
      return angebot[name].map((code) => codeName(kreis.codeliste[name], code, sprache)).join(', ') || t.leer;
    if (name === 'art') return t.artName[angebot.art];
    if (name === 'ebene') return t.ebeneName[angebot.ebene];
    if (name === 'kosten') return t.kostenName[angebot.kosten];
    if (name === 'zielgruppe')
      return angebot.zielgruppe.map((code) => t.zielgruppeName[code]).join(', ') || t.leer;
    if (name === 'barriere') return angebot.barriere.map((code) => t.barriereName[code]).join(', ') || t.leer;
    if (name === 'beratungsansatz' && angebot.beratungsansatz !== null)
      return t.ansatzName[angebot.beratungsansatz];
    return Array.isArray(value) ? value.join(', ') || t.leer : String(value);
  }

  const unlike = spalte.options.filter(
    (name) => kept && other && !fixed.includes(name) && shown(kept, name) !== shown(other, name),
  );
  return (
    <Dialog title={t.zusammenfuehren} open onClose={onClose}>
      <div className="stack">
        {combine.problem && <ErrorState problem={combine.problem} codes={t.code} />}
        {one.error && <ErrorState problem={one.error} onRetry={one.refetch} />}
        {!kept || !other ? (
          <Loading rows={4} />
        ) : (
          <>
            <SelectField
              name="bleibt"
              label={t.bleibt}
              quietOptional
              empty={null}
              value={bleibt}
              options={both.map(({ id, name, stelle }) => ({ value: id, label: `${name} (${stelle})` }))}
              onChange={(id) => {
                setBleibt(id);
                setFelder([]);
              }}
            />
            {unlike.length === 0 ? (
              <p className="muted">{t.keinUnterschied}</p>
            ) : (
              <CheckboxList
                name="felder"
                label={t.feldWahl}
                quietOptional
                value={felder}
                options={unlike.map((name) => ({
                  value: name,
                  label: `${t.feldName[name]}: ${shown(other, name)} (${t.bisher(shown(kept, name))})`,
                }))}
                onChange={(chosen) => setFelder(chosen.map((name) => spalte.parse(name)))}
              />
            )}
            <div className="row">
              <Button kind="primary" pending={combine.pending} onClick={() => combine.run(kept, other)}>
                {t.zusammenfuehren}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
