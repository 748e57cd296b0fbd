import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { ersuchenContract } from '../contract.ts';
import { schwaerzungGrund } from '../ersuchen.ts';
import type { KopieZeile } from '../kopie.ts';
import { sayFeld } from '../worte.ts';
import { optionsOf } from './options-of.ts';
import { StepDialog } from './StepDialog.tsx';
import * as texts from './texts.ts';

/** The row in which something is left out. */
export interface RedactPlace extends KopieZeile {
  readonly abschnitt: string;
}

export interface RedactDialogProps {
  readonly kreisId: string;
  readonly ersuchenId: string;
  readonly place: RedactPlace;
  readonly onClose: () => void;
}

/** Leaves words of a field out, or the whole field, with the reason. */
export function RedactDialog({ kreisId, ersuchenId, place, onClose }: RedactDialogProps) {
  const t = useTexts(texts);
  const { abschnitt, id: zeile, felder } = place;
  const wertOf = (feld: string) => felder.find((each) => each.feld === feld)?.wert ?? '';
  return (
    <StepDialog
      title={t.schwaerzenTitel}
      knopf={t.schwaerzen}
      meldung={t.geschwaerzt}
      formular="ersuchen-schwaerzung"
      bezug={zeile}
      initial={{
        feld: (felder.find(({ frei }) => frei) ?? felder[0])?.feld ?? '',
        stelle: '',
        grund: 'dritte',
      }}
      labels={{ feld: t.angabe, stelle: t.stelle, grund: t.schwaerzenWarum }}
      check={({ feld, stelle }) => (wertOf(feld).includes(stelle) ? {} : { stelle: 'stelle-fehlt' })}
      send={({ feld, stelle, grund }, key) => {
        const von = wertOf(feld).indexOf(stelle);
        return call(
          ersuchenContract.addSchwaerzung,
          {
            params: { kreisId, ersuchenId },
            body: {
              abschnitt,
              zeile,
              feld,
              von,
              bis: stelle === '' ? wertOf(feld).length : von + stelle.length,
              grund: schwaerzungGrund.catch('dritte').parse(grund),
            },
          },
          { key },
        );
      }}
      onClose={onClose}
    >
      {({ bind, values }) => (
        <>
          <SelectField
            {...bind('feld')}
            label={t.angabe}
            required
            empty={null}
            options={felder.map(({ feld }) => ({ value: feld, label: sayFeld(feld) }))}
          />
          <p className="preline" lang="de">
            {wertOf(values.feld)}
          </p>
          <TextField {...bind('stelle')} label={t.stelle} hint={t.stelleHinweis} />
          <ChoiceGroup
            {...bind('grund')}
            label={t.schwaerzenWarum}
            required
            options={optionsOf(schwaerzungGrund.options, t.schwaerzungGrund)}
          />
        </>
      )}
    </StepDialog>
  );
}
