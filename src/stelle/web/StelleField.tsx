import { useId, useState, type KeyboardEvent } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import type { Bound } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { stelleArt, stelleContract, type Stelle, type StelleArt } from '../contract.ts';
import { isCurrent, isUnvereinbart } from '../rules.ts';
import * as texts from './texts.ts';

export interface StelleFieldProps extends Bound<string> {
  readonly kreis: Pick<KreisStamm, 'id'>;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly quietOptional?: boolean;
  readonly initialFocus?: boolean;
  /** Narrows the choice, for instance to those that steer people here. */
  readonly among?: (stelle: Stelle) => boolean;
}

/** Chooses a partner office of the Kreis by its id; a missing one is added on the spot, without leaving the form. */
export function StelleField({ kreis, among, ...field }: StelleFieldProps) {
  const t = useTexts(texts);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<Stelle>();
  const list = useQuery(stelleContract.listStelle, { params: { kreisId: kreis.id } });
  const heute = today();
  const all = list.data?.stelle ?? [];
  const shown = all.filter(
    (each) =>
      each.id === field.value ||
      each.id === added?.id ||
      (isCurrent(each, heute) && (among === undefined || among(each))),
  );
  return (
    <div className="stack">
      <ComboBox
        {...field}
        options={shown.map((each) => ({
          value: each.id,
          label: each.name,
          detail: `${t.art[each.art]}${isUnvereinbart(each) ? ` · ${t.nichtVereinbart}` : ''}`,
        }))}
        chosen={added?.id === field.value ? added.name : undefined}
        placeholder={t.feldPlatz}
      />
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.data?.abilities.changeStelle && !adding && (
        <p>
          <Button kind="quiet" small icon="plus" onClick={() => setAdding(true)}>
            {t.neueStelle}
          </Button>
        </p>
      )}
      {adding && (
        <AddInline
          kreisId={kreis.id}
          onCancel={() => setAdding(false)}
          onDone={(stelle) => {
            setAdded(stelle);
            setAdding(false);
            field.onChange(stelle.id);
          }}
        />
      )}
    </div>
  );
}

/** Name and kind are enough; contact and route are filled in later. Stands inside another form, so it is none itself. */
function AddInline(props: { kreisId: string; onCancel: () => void; onDone: (stelle: Stelle) => void }) {
  const t = useTexts(texts);
  const titleId = useId();
  const [name, setName] = useState('');
  const [art, setArt] = useState<StelleArt>();
  const [checked, setChecked] = useState(false);
  const add = useAction(
    (key, neueArt: StelleArt) =>
      call(
        stelleContract.addStelle,
        { params: { kreisId: props.kreisId }, body: { name: name.trim(), art: neueArt, zugesteuert: true } },
        { key },
      ),
    props.onDone,
  );
  const refused = add.problem?.felder.find((each) => each.instance === '/name')?.code;
  function send() {
    setChecked(true);
    if (name.trim().length >= 2 && art !== undefined) add.run(art);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // The form around this one must not be sent.
    event.preventDefault();
    event.stopPropagation();
    send();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions
    <div className="inline-form stack" role="group" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <p id={titleId} className="field-label">
        {t.neueStelle}
      </p>
      <div className="columns">
        <TextField
          name="neueStelleName"
          label={t.name}
          required
          maxLength={200}
          value={name}
          onChange={setName}
          error={refused ?? (checked && name.trim().length < 2 ? 'pflichtfeld' : undefined)}
        />
        <SelectField
          name="neueStelleArt"
          label={t.artLabel}
          required
          value={art ?? ''}
          onChange={(value) => setArt(stelleArt.options.find((each) => each === value))}
          options={stelleArt.options.map((value) => ({ value, label: t.art[value] }))}
          error={checked && art === undefined ? 'pflichtfeld' : undefined}
        />
      </div>
      {add.problem && refused === undefined && <ErrorState problem={add.problem} codes={t.code} />}
      <div className="row">
        <Button small pending={add.pending} onClick={send}>
          {t.anlegen}
        </Button>
        <Button kind="quiet" small onClick={props.onCancel}>
          {t.abbrechen}
        </Button>
      </div>
    </div>
  );
}
