import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { weekdayName } from '#src/termin/weekday.ts';
import { weekdayOf } from '#src/termin/zeit.ts';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { sprechstundeContract, type AusfallZeile, type SprechstundeZeile } from '../contract.ts';
import * as texts from './texts.ts';

/** Cancelled days that are still to come: to print, to mail, to take back. */
export function AusfallCard({ kreis, rows }: { kreis: KreisStamm; rows: readonly SprechstundeZeile[] }) {
  const t = useTexts(texts);
  const heute = today();
  const all = rows.flatMap((row) =>
    row.ausfall.filter(({ am }) => am >= heute).map((ausfall) => ({ row, ausfall })),
  );
  if (all.length === 0) return null;
  return (
    <Card title={t.ausfaelle}>
      <ul className="stack">
        {all
          .toSorted((a, b) => (a.ausfall.am < b.ausfall.am ? -1 : 1))
          .map(({ row, ausfall }) => (
            <li key={`${row.id}${ausfall.am}`}>
              <Entry kreis={kreis} row={row} ausfall={ausfall} />
            </li>
          ))}
      </ul>
    </Card>
  );
}

function Entry(props: { kreis: KreisStamm; row: SprechstundeZeile; ausfall: AusfallZeile }) {
  const { kreis, row, ausfall } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const undo = useAction(
    (key: string) =>
      call(
        sprechstundeContract.undoAusfall,
        { params: { kreisId: kreis.id, sprechstundeId: row.id, am: ausfall.am } },
        { key },
      ),
    () => toast(t.zurueckgenommen),
  );
  const name = `${t.art[row.art]}, ${nameOf(kreis.standort, row.standortId)}`;
  const weiter = ausfall.naechsterAm === null ? t.weiterUnbekannt : t.weiter(formatDay(ausfall.naechsterAm));

  function copy() {
    const mail = t.mail(
      t.art[row.art],
      nameOf(kreis.standort, row.standortId),
      weekdayName(sprache, weekdayOf(ausfall.am)),
      formatDay(ausfall.am),
      `${row.von}–${row.bis}`,
      weiter,
    );
    void navigator.clipboard?.writeText(mail).then(() => toast(t.kopiert));
  }

  return (
    <div className="row row-between">
      <div>
        <p>{t.ausfallZeile(name, formatDay(ausfall.am))}</p>
        <p className="small muted">{weiter}</p>
        {undo.problem && <ErrorState problem={undo.problem} codes={t.code} />}
      </div>
      <div className="row">
        <PaperLink
          href={`/api/kreis/${kreis.id}/papier/ausfall/${row.id}/${ausfall.am}`}
          label={`${t.aushang}: ${t.ausfallZeile(name, formatDay(ausfall.am))}`}
        >
          {t.aushang}
        </PaperLink>
        <Button small onClick={copy}>
          {t.mailtext}
        </Button>
        {row.abilities.change && (
          <Button small kind="quiet" pending={undo.pending} onClick={() => undo.run()}>
            {t.doch}
          </Button>
        )}
      </div>
    </div>
  );
}
