import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { regelContract } from '#src/regel/contract.ts';
import { parseRegel } from '#src/regel/regel.ts';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { FokusQuote } from '#src/zusteuerung/web/FokusQuote.tsx';
import * as texts from './aufnahme-texts.ts';

/** Whom the Kreis turns to, said as a hint; where it has focus groups, the question and the places as they are now. */
export function FokusField(props: { kreis: KreisStamm; traegerId: string; field: Bound<string> }) {
  const { kreis, traegerId, field } = props;
  const t = useTexts(texts);
  const regeln = useQuery(regelContract.listRegel, { params: { kreisId: kreis.id }, query: {} });
  const wert = regeln.data?.regel.find(({ schluessel }) => schluessel === 'zielgruppe')?.wert;
  if (wert === undefined) return null;
  const zielgruppe = parseRegel('zielgruppe', wert);
  if (zielgruppe.art === 'alle') return <p className="muted">{t.alle}</p>;
  if (zielgruppe.art === 'ohne_zugang') return <p className="muted">{t.ohneZugang}</p>;
  if (zielgruppe.art === 'neuzugewandert') {
    return <p className="muted">{t.neuzugewandert(zielgruppe.jahre)}</p>;
  }
  return (
    <div className="stack">
      <ChoiceGroup
        {...field}
        label={t.fokusFrage(zielgruppe.gruppen.join(', '))}
        hint={t.fokusHinweis}
        quietOptional
        options={[
          { value: 'ja', label: t.ja },
          { value: 'nein', label: t.nein },
          { value: '', label: t.fokusOffen },
        ]}
      />
      {traegerId !== '' && <FokusQuote kreis={kreis} traegerId={traegerId} />}
    </div>
  );
}

/** The answer as the interface takes it: null where nobody was asked. */
export function fokusOf(value: string): boolean | null {
  return value === '' ? null : value === 'ja';
}
