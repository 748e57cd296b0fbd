import { useState } from 'react';
import { isDay } from '#src/platform/day.ts';
import { download } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { protokollContract, type ProtokollArt } from '../contract.ts';
import { zweckListe, zweckWort } from '../rolle-text.ts';
import { lesenWort } from '../vorgang-text.ts';
import * as texts from './texts.ts';
import { ZeilenTable } from './ZeilenTable.tsx';

export interface ZeilenPartProps {
  readonly kreisId: string;
  readonly art: ProtokollArt;
  readonly konto: readonly { readonly id: string; readonly name: string }[];
  /** Chosen at first; a finding leads to the reads of its account. */
  readonly kontoId: string;
}

const empty = { kontoId: '', nummer: '', vorgang: '', zweck: '', von: '', bis: '', auffaellig: false };

/** Reads or writes with their filters, page by page. */
export function ZeilenPart({ kreisId, art, konto, kontoId }: ZeilenPartProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [filter, setFilter] = useState({ ...empty, kontoId });
  const [seiten, setSeiten] = useState<readonly number[]>([]);
  const vor = seiten.at(-1);
  const query = {
    art,
    ...(filter.kontoId === '' ? {} : { kontoId: filter.kontoId }),
    ...(filter.nummer.trim() === '' ? {} : { nummer: filter.nummer.trim() }),
    ...(filter.vorgang === '' ? {} : { vorgang: filter.vorgang }),
    ...(filter.zweck === '' ? {} : { zweck: filter.zweck }),
    ...(isDay(filter.von) ? { von: filter.von } : {}),
    ...(isDay(filter.bis) ? { bis: filter.bis } : {}),
    ...(filter.auffaellig ? { auffaellig: 'true' } : {}),
  };
  const params = { kreisId };
  const list = useQuery(
    protokollContract.listProtokoll,
    { params, query: { ...query, ...(vor === undefined ? {} : { vor }) } },
    { keep: true },
  );
  const save = useAction(
    () => download(protokollContract.exportProtokoll, { params, query }),
    () => undefined,
  );
  const rows = list.data?.zeile ?? [];
  const gefiltert = JSON.stringify(filter) !== JSON.stringify(empty);
  function bind<K extends keyof typeof empty>(name: K) {
    return {
      name,
      value: filter[name],
      onChange: (value: (typeof empty)[K]) => {
        setFilter({ ...filter, [name]: value });
        setSeiten([]);
      },
    };
  }
  return (
    <div className="stack">
      <search className="columns">
        <SelectField
          {...bind('kontoId')}
          label={t.konto}
          quietOptional
          empty={t.alleKonten}
          options={konto.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField {...bind('nummer')} type="search" label={t.nummer} quietOptional maxLength={40} />
        {art === 'lesen' && (
          <>
            <SelectField
              {...bind('vorgang')}
              label={t.vorgang}
              quietOptional
              empty={t.alleVorgaenge}
              options={Object.entries(lesenWort)
                .map(([value, wort]) => ({ value, label: wort[sprache] }))
                .toSorted((a, b) => a.label.localeCompare(b.label, sprache))}
            />
            <SelectField
              {...bind('zweck')}
              label={t.zweck}
              quietOptional
              empty={t.alleZwecke}
              options={zweckListe.map((value) => ({ value, label: zweckWort(sprache, value) }))}
            />
          </>
        )}
        <DateField {...bind('von')} label={t.von} quietOptional />
        <DateField {...bind('bis')} label={t.bis} quietOptional />
        {art === 'lesen' && <Checkbox {...bind('auffaellig')} label={t.nurAuffaellig} />}
      </search>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {save.problem && <ErrorState problem={save.problem} />}
      {list.loading && <Loading rows={8} />}
      {list.data && rows.length === 0 && !gefiltert && (
        <EmptyState icon="history" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {list.data && rows.length === 0 && gefiltert && <p className="muted">{t.keineTreffer}</p>}
      {rows.length > 0 && <ZeilenTable art={art} rows={rows} outdated={list.outdated} />}
      <div className="row row-between">
        {(seiten.length > 0 || list.data?.weiter) && (
          <nav className="row" aria-label={t.seiten}>
            <Button
              small
              icon="left"
              disabled={seiten.length === 0}
              onClick={() => setSeiten(seiten.slice(0, -1))}
            >
              {t.neuere}
            </Button>
            <Button
              small
              icon="right"
              disabled={!list.data?.weiter}
              onClick={() => setSeiten([...seiten, list.data?.weiter ?? 0])}
            >
              {t.aeltere}
            </Button>
          </nav>
        )}
        {rows.length > 0 && (
          <Button small kind="quiet" icon="download" pending={save.pending} onClick={save.run}>
            {t.ausgeben}
          </Button>
        )}
      </div>
    </div>
  );
}
