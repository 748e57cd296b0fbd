import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { ersuchenContract } from '../contract.ts';
import {
  ersuchenAblehnung,
  ersuchenEntscheidung,
  ersuchenIdentitaet,
  ersuchenUebergeben,
  rueckgabeGrund,
  verlaengertGrund,
  type ErsuchenDetail,
} from '../ersuchen.ts';
import { ablehnungen, entscheidungen } from '../rules.ts';
import { optionsOf } from './options-of.ts';
import { StepDialog } from './StepDialog.tsx';
import * as texts from './texts.ts';

export type StepName = 'identitaet' | 'verlaengern' | 'vorbereiten' | 'zurueckgeben' | 'abschliessen';

export interface StepProps {
  readonly kreisId: string;
  readonly ersuchen: ErsuchenDetail;
  readonly onClose: () => void;
}

/** How it was made sure who asks. */
export function IdentitaetStep({ kreisId, ersuchen, onClose }: StepProps) {
  const t = useTexts(texts);
  const params = { kreisId, ersuchenId: ersuchen.id };
  return (
    <StepDialog
      title={t.identitaet}
      knopf={t.identitaet}
      meldung={t.schrittWort['identitaet_geprueft'] ?? ''}
      formular="ersuchen-identitaet"
      bezug={ersuchen.id}
      initial={{ identitaet: 'bekannt' }}
      labels={{ identitaet: t.identitaetFrage }}
      send={({ identitaet }, key) =>
        call(
          ersuchenContract.checkIdentitaet,
          {
            params,
            body: {
              identitaet: ersuchenIdentitaet.catch('bekannt').parse(identitaet),
              fassung: ersuchen.fassung,
            },
          },
          { key },
        )
      }
      onClose={onClose}
    >
      {({ bind }) => (
        <ChoiceGroup
          {...bind('identitaet')}
          label={t.identitaetFrage}
          required
          options={optionsOf(ersuchenIdentitaet.options, t.identitaetWort)}
        />
      )}
    </StepDialog>
  );
}

/** Two more months, told in time. */
export function VerlaengernStep({ kreisId, ersuchen, onClose }: StepProps) {
  const t = useTexts(texts);
  const params = { kreisId, ersuchenId: ersuchen.id };
  return (
    <StepDialog
      title={t.verlaengern}
      knopf={t.verlaengern}
      meldung={t.schrittWort['verlaengert'] ?? ''}
      formular="ersuchen-verlaengerung"
      bezug={ersuchen.id}
      initial={{ mitgeteiltAm: today(), grund: 'umfang' }}
      labels={{ mitgeteiltAm: t.mitgeteiltAm, grund: t.grund }}
      check={({ mitgeteiltAm }) => (isDay(mitgeteiltAm) ? {} : { mitgeteiltAm: 'datum-ungueltig' })}
      send={({ mitgeteiltAm, grund }, key) =>
        call(
          ersuchenContract.extendErsuchen,
          {
            params,
            body: {
              mitgeteiltAm,
              grund: verlaengertGrund.catch('umfang').parse(grund),
              fassung: ersuchen.fassung,
            },
          },
          { key },
        )
      }
      onClose={onClose}
    >
      {({ bind }) => (
        <>
          <p>{t.verlaengernText}</p>
          <ChoiceGroup
            {...bind('grund')}
            label={t.grund}
            required
            options={optionsOf(verlaengertGrund.options, t.verlaengertWort)}
          />
          <DateField {...bind('mitgeteiltAm')} label={t.mitgeteiltAm} required max={today()} />
        </>
      )}
    </StepDialog>
  );
}

/** The decision, with words to the person; freezes the copy. */
export function VorbereitenStep({ kreisId, ersuchen, onClose }: StepProps) {
  const t = useTexts(texts);
  const params = { kreisId, ersuchenId: ersuchen.id };
  return (
    <StepDialog
      title={t.vorbereiten}
      knopf={t.einfrieren}
      meldung={t.vorbereitet}
      formular="ersuchen-vorbereitung"
      bezug={ersuchen.id}
      initial={{ entscheidung: 'stattgegeben', ablehnung: '', antwort: '' }}
      labels={{ entscheidung: t.entscheidung, ablehnung: t.ablehnung, antwort: t.antwort }}
      send={(values, key) => {
        const entscheidung = ersuchenEntscheidung.catch('stattgegeben').parse(values.entscheidung);
        return call(
          ersuchenContract.prepareErsuchen,
          {
            params,
            body: {
              entscheidung,
              ablehnung:
                entscheidung === 'abgelehnt'
                  ? ersuchenAblehnung.nullable().catch(null).parse(values.ablehnung)
                  : null,
              antwort: values.antwort,
              fassung: ersuchen.fassung,
            },
          },
          { key },
        );
      }}
      onClose={onClose}
    >
      {({ bind, values }) => (
        <>
          <ChoiceGroup
            {...bind('entscheidung')}
            label={t.entscheidung}
            required
            options={optionsOf(
              entscheidungen(ersuchen.art).filter(
                (code) => code !== 'abgelehnt' || ersuchen.abilities.readContent,
              ),
              t.entscheidungWort,
            )}
          />
          {values.entscheidung === 'abgelehnt' && (
            <SelectField
              {...bind('ablehnung')}
              label={t.ablehnung}
              required
              options={optionsOf(ablehnungen[ersuchen.art], t.ablehnungWort)}
            />
          )}
          {ersuchen.abilities.readContent && (
            <TextArea {...bind('antwort')} label={t.antwort} hint={t.antwortHinweis} rows={5} />
          )}
        </>
      )}
    </StepDialog>
  );
}

/** Gives a prepared answer back. */
export function ZurueckgebenStep({ kreisId, ersuchen, onClose }: StepProps) {
  const t = useTexts(texts);
  const params = { kreisId, ersuchenId: ersuchen.id };
  return (
    <StepDialog
      title={t.zurueckgeben}
      knopf={t.zurueckgeben}
      meldung={t.zurueckgegeben}
      formular="ersuchen-rueckgabe"
      bezug={ersuchen.id}
      initial={{ grund: 'unvollstaendig' }}
      labels={{ grund: t.grund }}
      send={({ grund }, key) =>
        call(
          ersuchenContract.returnErsuchen,
          {
            params,
            body: { grund: rueckgabeGrund.catch('sonstiges').parse(grund), fassung: ersuchen.fassung },
          },
          { key },
        )
      }
      onClose={onClose}
    >
      {({ bind }) => (
        <ChoiceGroup
          {...bind('grund')}
          label={t.grund}
          required
          options={optionsOf(rueckgabeGrund.options, t.grundWort)}
        />
      )}
    </StepDialog>
  );
}

/** How and when the answer reached the person. */
export function AbschliessenStep({ kreisId, ersuchen, onClose }: StepProps) {
  const t = useTexts(texts);
  const params = { kreisId, ersuchenId: ersuchen.id };
  return (
    <StepDialog
      title={t.abschliessen}
      knopf={t.abschliessen}
      meldung={t.fertig}
      formular="ersuchen-abschluss"
      bezug={ersuchen.id}
      initial={{ uebergeben: 'persoenlich', am: today() }}
      labels={{ uebergeben: t.uebergeben, am: t.am }}
      check={({ am }) => (isDay(am) ? {} : { am: 'datum-ungueltig' })}
      send={({ uebergeben, am }, key) =>
        call(
          ersuchenContract.completeErsuchen,
          {
            params,
            body: {
              uebergeben: ersuchenUebergeben.catch('brief').parse(uebergeben),
              am,
              fassung: ersuchen.fassung,
            },
          },
          { key },
        )
      }
      onClose={onClose}
    >
      {({ bind }) => (
        <>
          <ChoiceGroup
            {...bind('uebergeben')}
            label={t.uebergeben}
            required
            options={optionsOf(ersuchenUebergeben.options, t.uebergebenWort)}
          />
          <DateField {...bind('am')} label={t.am} required max={today()} />
        </>
      )}
    </StepDialog>
  );
}
