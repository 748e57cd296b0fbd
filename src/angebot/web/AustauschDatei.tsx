import { useRef, useState, type DragEvent } from 'react';
import { newKey } from '#src/platform/web/call.ts';
import { asProblem, type ProblemError } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { upload } from '#src/platform/web/upload.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState, Progress } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { quelleArt, type QuelleArt } from '../austausch.ts';
import { austauschContract, type AustauschVorschau } from '../austausch-contract.ts';
import './austausch.css';
import * as texts from './austausch-texts.ts';

export interface AustauschDateiProps {
  readonly kreisId: string;
  readonly kreisName: string;
  readonly onFound: (vorschau: AustauschVorschau) => void;
}

/** Asks where a file comes from, takes it by click, keyboard or drag, and hands on what it would change. */
export function AustauschDatei({ kreisId, kreisName, onFound }: AustauschDateiProps) {
  const t = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const [art, setArt] = useState<QuelleArt>('eigen');
  const [name, setName] = useState('');
  const [share, setShare] = useState<number>();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  // Stored with the offers, so it does not change with the language of the page.
  const quelle = {
    eigen: '',
    geoservice: `GeoService ${kreisName}`,
    ehrenamt: 'Netzwerkkarte Ehrenamt',
    andere: name.trim(),
  }[art];

  async function take(file: File | undefined) {
    if (!file || share !== undefined) return;
    setProblem(undefined);
    setShare(0);
    try {
      const sent = { params: { kreisId }, query: { quelle } };
      const options = { key: newKey(), onProgress: setShare };
      onFound(await upload(austauschContract.previewAngebotDatei, sent, file, options));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setShare(undefined);
      if (input.current) input.current.value = '';
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div className="stack">
      <div className="columns">
        <SelectField
          name="quelle"
          label={t.quelle}
          hint={t.quelleHinweis}
          empty={null}
          quietOptional
          value={art}
          options={quelleArt.options.map((value) => ({ value, label: t.quelleArtName[value] }))}
          onChange={(value) => setArt(quelleArt.parse(value))}
        />
        {art === 'andere' && (
          <TextField name="quelleName" label={t.quelleName} maxLength={200} value={name} onChange={setName} />
        )}
      </div>
      <div
        className={`austausch-datei${over ? ' austausch-datei-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="uebernahme" size={40} />
        <h2>{t.dateiTitel}</h2>
        <p className="muted prose">{t.dateiHinweis}</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t.dateiWaehlen}
          accept=".xlsx,.csv,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <Button
          kind="primary"
          icon="uebernahme"
          pending={share !== undefined}
          onClick={() => input.current?.click()}
        >
          {t.dateiWaehlen}
        </Button>
        {share !== undefined &&
          (share < 1 ? <Progress label={t.laedtHoch} share={share} /> : <Progress label={t.prueft} />)}
        {problem && <ErrorState problem={problem} codes={t.code} />}
      </div>
    </div>
  );
}
