import { useEffect, useRef, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { codeName, nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import type { FallFilter } from './fall-filter.ts';
import * as texts from './texts.ts';

export interface FallFilterBarProps {
  readonly kreis: KreisStamm;
  readonly filter: FallFilter;
  readonly suche: string;
  /** Whether the account can have cases of its own, and so knows names. */
  readonly own: boolean;
  readonly onSearch: (words: string) => void;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
  readonly onClear: () => void;
}

const PAUSE_MS = 180;

/** Search while typing, the few filters that are used daily, and whatever a figure has linked to as tokens. */
export function FallFilterBar(props: FallFilterBarProps) {
  const { kreis, filter, suche, own, onSearch, onChange, onClear } = props;
  const t = useTexts(texts);
  const [open, setOpen] = useState(() => Boolean(filter.traeger ?? filter.kommune ?? filter.region));
  const tokens = useTokens(kreis, filter);
  const some =
    suche !== '' || Boolean(filter.status ?? filter.casemanager ?? filter.kommune) || tokens.length > 0;
  return (
    <search className="filters">
      <div className="filters-main">
        <SearchField hint={own ? t.sucheHinweis : t.nummer} value={suche} onChange={onSearch} />
        <fieldset className="chips">
          <legend className="sr-only">{t.status}</legend>
          {(['aktiv', 'ruhend', 'abgeschlossen'] as const).map((status) => (
            <Toggle
              key={status}
              label={t[status]}
              on={filter.status === status}
              onChange={(on) => onChange({ status: on ? status : undefined })}
            />
          ))}
          {own && (
            <Toggle
              label={t.meine}
              on={filter.casemanager === 'ich'}
              onChange={(on) => onChange({ casemanager: on ? 'ich' : undefined })}
            />
          )}
          <Toggle
            label={t.ohneZustaendige}
            on={filter.casemanager === 'offen'}
            onChange={(on) => onChange({ casemanager: on ? 'offen' : undefined })}
          />
        </fieldset>
        <Button kind="quiet" icon="filter" expanded={open} onClick={() => setOpen(!open)}>
          {t.weitere}
        </Button>
      </div>
      {open && (
        <div className="columns">
          <SelectField
            label={t.traeger}
            name="traeger"
            quietOptional
            empty={t.alle}
            value={filter.traeger ?? ''}
            options={nameOptions(kreis.traeger)}
            onChange={(traeger) => onChange({ traeger })}
          />
          <SelectField
            label={t.kommune}
            name="kommune"
            quietOptional
            empty={t.alle}
            value={filter.kommune ?? ''}
            options={nameOptions(kreis.kommune)}
            onChange={(kommune) => onChange({ kommune })}
          />
          <SelectField
            label={t.region}
            name="region"
            quietOptional
            empty={t.alle}
            value={filter.region ?? ''}
            options={kreis.region.map((region) => ({ value: region.slug, label: region.name }))}
            onChange={(region) => onChange({ region })}
          />
        </div>
      )}
      {(tokens.length > 0 || some) && (
        <div className="row">
          {tokens.map((token) => (
            <button
              key={token.label}
              type="button"
              className="token"
              aria-label={t.filterWeg(token.label)}
              onClick={() => onChange(Object.fromEntries(token.names.map((name) => [name, undefined])))}
            >
              {token.label}
              <Icon name="close" size={14} />
            </button>
          ))}
          {some && (
            <button type="button" className="link-button" onClick={onClear}>
              {t.zuruecksetzen}
            </button>
          )}
        </div>
      )}
    </search>
  );
}

function SearchField(props: { hint: string; value: string; onChange: (value: string) => void }) {
  const { hint, value, onChange } = props;
  const t = useTexts(texts);
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
    <div className="search" data-search>
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={`${t.suche}: ${hint}`}
        placeholder={hint}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-row-link]')?.focus();
        }}
      />
    </div>
  );
}

function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="chip">
      <input type="checkbox" checked={on} onChange={() => onChange(!on)} />
      {label}
    </label>
  );
}

interface Token {
  readonly label: string;
  readonly names: readonly string[];
}

function useTokens(kreis: KreisStamm, filter: FallFilter): Token[] {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const tokens: Token[] = [];
  if (filter.status !== undefined && !/^(aktiv|ruhend|abgeschlossen)$/.test(filter.status)) {
    const { aktiv, ruhend, abgeschlossen, inaktiv } = t;
    const words: Readonly<Record<string, string>> = { aktiv, ruhend, abgeschlossen, inaktiv };
    tokens.push({
      label: filter.status
        .split(',')
        .map((each) => words[each] ?? each)
        .join(', '),
      names: ['status'],
    });
  }
  if (filter.traeger !== undefined)
    tokens.push({ label: nameOf(kreis.traeger, filter.traeger), names: ['traeger'] });
  if (filter.region !== undefined) {
    const region = kreis.region.find((each) => each.slug === filter.region || each.id === filter.region);
    tokens.push({ label: region?.name ?? filter.region, names: ['region'] });
  }
  if (filter.ortsteil !== undefined) {
    const all = kreis.kommune.flatMap((kommune) => kommune.ortsteil);
    tokens.push({ label: nameOf(all, filter.ortsteil), names: ['ortsteil'] });
  }
  if (filter.casemanager !== undefined && filter.casemanager !== 'ich' && filter.casemanager !== 'offen') {
    tokens.push({ label: nameOf(kreis.casemanager, filter.casemanager), names: ['casemanager'] });
  }
  if (filter.merkmal !== undefined) {
    const wert = filter.wert === undefined ? '' : filter.wert;
    const name =
      wert === 'ohne_angabe' ? t.ohneAngabe : codeName(kreis.codeliste[filter.merkmal], wert, sprache);
    tokens.push({ label: t.filterMerkmal(t[filter.merkmal], name), names: ['merkmal', 'wert'] });
  }
  if (filter.stichtag !== undefined) {
    tokens.push({ label: t.filterStichtag(formatDay(filter.stichtag)), names: ['stichtag'] });
  }
  if (filter.kenntnisstand !== undefined) {
    const known = filter.kenntnisstand;
    const words = isDay(known) ? formatDay(known) : formatMoment(sprache, known);
    tokens.push({ label: t.filterKenntnis(words), names: ['kenntnisstand'] });
  }
  return tokens;
}
