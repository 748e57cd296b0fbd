import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { notizContract } from '../contract.ts';
import type { Treffer } from '../notiz.ts';
import './notiz.css';
import * as texts from './texts.ts';

/** In which tab of the file a place stands. */
const teil: Readonly<Record<Treffer['art'], string>> = {
  notiz: 'aufgabe',
  nachtrag: 'aufgabe',
  nachtrag_kontakt: 'kontakte',
  kontakt: 'kontakte',
  bemerkung: 'ueberblick',
  aufgabe: 'aufgabe',
  ziel: 'hilfeplan',
  schritt: 'hilfeplan',
  gespraech: 'bedarf',
  bereich: 'bedarf',
  dokument: 'dokument',
  vermittlung: 'vermittlung',
  haushalt: 'umfeld',
  akteur: 'umfeld',
};

/** Finds words in the sealed texts of one case; what was searched stays in this page and stands in no address. */
export function FallSuche({ kreisId, fallId }: { kreisId: string; fallId: string }) {
  const t = useTexts(texts);
  const [text, setText] = useState('');
  const [frage, setFrage] = useState('');
  const [zuKurz, setZuKurz] = useState(false);
  const { data, error, refetch } = useQuery(
    notizContract.searchAkte,
    frage === '' ? undefined : { params: { kreisId, fallId }, body: { text: frage } },
    { keep: true },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    setZuKurz(wanted.length < 2);
    setFrage(wanted.length < 2 ? '' : wanted);
  };
  const close = () => {
    setText('');
    setFrage('');
    setZuKurz(false);
  };
  return (
    <search className="file-search">
      <form onSubmit={submit}>
        <TextField
          label={t.suche}
          name="suche"
          type="search"
          hideLabel
          quietOptional
          placeholder={t.suche}
          value={text}
          maxLength={100}
          onChange={setText}
        />
        <Button submit icon="search">
          {t.suchen}
        </Button>
        {frage !== '' && (
          <Button kind="quiet" onClick={close}>
            {t.sucheEnde}
          </Button>
        )}
      </form>
      {frage !== '' && error && <ErrorState problem={error} onRetry={refetch} />}
      {frage !== '' && !error && !data && <Loading rows={2} />}
      <output className="muted">
        {zuKurz && t.sucheHinweis}
        {frage !== '' && data && t.gefunden(data.treffer.length, data.mehr)}
      </output>
      {frage !== '' && data && data.treffer.length > 0 && (
        <ol className="places">
          {data.treffer.map((one, index) => (
            <li key={`${one.id}-${index}`}>
              <Link href={`?teil=${teil[one.art]}`}>
                <span className="muted">
                  {t.stelle[one.art]}
                  {one.am !== null && ` · ${formatDay(one.am)}`}
                </span>
                <span>
                  {one.auszug.slice(0, one.von)}
                  <mark>{one.auszug.slice(one.von, one.bis)}</mark>
                  {one.auszug.slice(one.bis)}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </search>
  );
}
