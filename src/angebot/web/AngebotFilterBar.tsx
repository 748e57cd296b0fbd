import { useEffect, useRef, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageOptions } from '#src/platform/web/languages.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { angebotArt, zielgruppe } from '../angebot.ts';
import { isNarrowed, type Filter } from './angebot-filter.ts';
import * as texts from './texts.ts';

export interface AngebotFilterBarProps {
  readonly kreis: KreisStamm;
  readonly filter: Filter;
  readonly karte: boolean;
  /** How many were found, in words. */
  readonly count: string;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const PAUSE_MS = 180;
const none = {
  suche: undefined,
  art: undefined,
  lebensbereich: undefined,
  kommune: undefined,
  rechtskreis: undefined,
  zielgruppe: undefined,
  sprache: undefined,
  stelle: undefined,
  freie: undefined,
  beendete: undefined,
};

/** Search while typing, the filters of every day, and behind a button those of some days. */
export function AngebotFilterBar({ kreis, filter, karte, count, onChange }: AngebotFilterBarProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [open, setOpen] = useState(() => Boolean(filter.rechtskreis ?? filter.sprache ?? filter.art));
  return (
    <search className="filters">
      <div className="filters-main">
        <SearchField label={t.suche} value={filter.suche ?? ''} onChange={(suche) => onChange({ suche })} />
        <fieldset className="chips">
          <legend className="sr-only">{t.darstellung}</legend>
          {([false, true] as const).map((value) => (
            <label key={String(value)} className="chip">
              <input
                type="radio"
                name="ansicht"
                checked={karte === value}
                onChange={() => onChange({ ansicht: value ? 'karte' : undefined })}
              />
              {value ? t.karte : t.liste}
            </label>
          ))}
        </fieldset>
        <fieldset className="chips">
          <legend className="sr-only">{t.weitere}</legend>
          {(['freie', 'beendete'] as const).map((name) => (
            <label key={name} className="chip">
              <input
                type="checkbox"
                checked={filter[name] !== undefined}
                onChange={() => onChange({ [name]: filter[name] === undefined ? 'ja' : undefined })}
              />
              {t[name]}
            </label>
          ))}
        </fieldset>
        <Button kind="quiet" icon="filter" expanded={open} onClick={() => setOpen(!open)}>
          {t.weitere}
        </Button>
      </div>
      <div className="columns">
        <SelectField
          name="lebensbereich"
          label={t.lebensbereich}
          quietOptional
          empty={t.alle}
          value={filter.lebensbereich ?? ''}
          options={codeOptions(kreis.codeliste.lebensbereich, sprache)}
          onChange={(lebensbereich) => onChange({ lebensbereich })}
        />
        <SelectField
          name="kommune"
          label={t.kommune}
          quietOptional
          empty={t.alle}
          value={filter.kommune ?? ''}
          options={nameOptions(kreis.kommune)}
          onChange={(kommune) => onChange({ kommune })}
        />
        <SelectField
          name="zielgruppe"
          label={t.zielgruppe}
          quietOptional
          empty={t.alle}
          value={filter.zielgruppe ?? ''}
          options={zielgruppe.options.map((value) => ({ value, label: t.zielgruppeName[value] }))}
          onChange={(wert) => onChange({ zielgruppe: wert })}
        />
      </div>
      {open && (
        <div className="columns">
          <SelectField
            name="art"
            label={t.artLabel}
            quietOptional
            empty={t.alle}
            value={filter.art ?? ''}
            options={angebotArt.options.map((value) => ({ value, label: t.artName[value] }))}
            onChange={(art) => onChange({ art })}
          />
          <SelectField
            name="rechtskreis"
            label={t.rechtskreis}
            quietOptional
            empty={t.alle}
            value={filter.rechtskreis ?? ''}
            options={codeOptions(kreis.codeliste.rechtskreis, sprache)}
            onChange={(rechtskreis) => onChange({ rechtskreis })}
          />
          <SelectField
            name="sprache"
            label={t.sprache}
            quietOptional
            empty={t.alle}
            value={filter.sprache ?? ''}
            options={languageOptions(sprache, filter.sprache)}
            onChange={(wert) => onChange({ sprache: wert })}
          />
        </div>
      )}
      <div className="row">
        <output className="muted">{count}</output>
        {isNarrowed(filter) && (
          <button type="button" className="link-button" onClick={() => onChange(none)}>
            {t.zuruecksetzen}
          </button>
        )}
      </div>
    </search>
  );
}

function SearchField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    // The words have changed from outside, as by clearing all filters.
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  function type(text: string) {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = text.trim();
      onChange(text.trim());
    }, PAUSE_MS);
  }
  return (
    <div className="search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}
