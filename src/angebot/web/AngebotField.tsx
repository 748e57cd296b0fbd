import { useEffect, useRef, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import type { AngebotZeile } from '../angebot.ts';
import { angebotContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface AngebotFieldProps extends Bound<string> {
  readonly kreis: Pick<KreisStamm, 'id' | 'kommune'>;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly quietOptional?: boolean;
  readonly initialFocus?: boolean;
  /** Narrows the choice to what helps in this area of life and can be used in this Kommune. */
  readonly among?: { readonly lebensbereich?: string; readonly kommune?: string };
  /** The whole line of what was chosen, with the office that offers it. */
  readonly onChoose?: (angebot: AngebotZeile) => void;
}

const PAUSE_MS = 180;
const SHOWN = 40;

/** Chooses an offer of the directory by its id; the server searches while typing. */
export function AngebotField({ kreis, among = {}, onChoose, ...field }: AngebotFieldProps) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState('');
  const [suche, setSuche] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const params = { kreisId: kreis.id };
  const list = useQuery(
    angebotContract.listAngebot,
    { params, query: { ...among, suche, anzahl: SHOWN } },
    { keep: true },
  );
  const found = list.data?.angebot ?? [];
  const listed = found.find(({ id }) => id === field.value);
  const single = useQuery(
    angebotContract.getAngebot,
    field.value !== '' && list.data && !listed
      ? { params: { ...params, angebotId: field.value } }
      : undefined,
  );
  const chosen = listed ?? single.data?.angebot;
  return (
    <>
      <ComboBox
        {...field}
        options={found.map((each) => ({
          value: each.id,
          label: each.name,
          detail: [
            each.stelle,
            each.ebene === 'kommunal' ? nameOf(kreis.kommune, each.kommuneId) : t.ebeneName[each.ebene],
            each.bestaetigtAm === null ? t.nieBestaetigt : t.bestaetigtAm(formatDay(each.bestaetigtAm)),
          ].join(' · '),
        }))}
        chosen={chosen && chosen.id === field.value ? `${chosen.name} (${chosen.stelle})` : undefined}
        searching={typed !== suche || list.loading || list.outdated}
        onType={(text) => {
          const next = text.trim().slice(0, 100);
          setTyped(next);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => setSuche(next), PAUSE_MS);
        }}
        onChange={(value) => {
          field.onChange(value);
          const taken = found.find(({ id }) => id === value);
          if (taken) onChoose?.(taken);
        }}
        placeholder={t.feldPlatz}
      />
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
    </>
  );
}
