import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import type { DubletteEintrag } from '../contract.ts';
import * as texts from './texts.ts';

export interface EintragNameProps {
  readonly kreisId: string;
  readonly casemanager: KreisStamm['casemanager'];
  readonly eintrag: DubletteEintrag;
}

/** A record in one line: the name with a link where one works on it, else number and colleague. */
export function EintragName({ kreisId, casemanager, eintrag }: EintragNameProps) {
  const t = useTexts(texts);
  const nummer = eintrag.nummer ?? t.unbekannteNummer;
  if (eintrag.name === null) {
    const wer = eintrag.casemanagerId;
    return (
      <span>
        <span className="figure">{nummer}</span>{' '}
        <span className="muted">{wer === null ? t.imTeam : t.bei(nameOf(casemanager, wer))}</span>
      </span>
    );
  }
  const { familienname, vorname, geburtsdatum } = eintrag.name;
  const label = vorname === '' ? familienname : `${familienname}, ${vorname}`;
  const href = !eintrag.eigen
    ? undefined
    : eintrag.fallId !== null
      ? `/k/${kreisId}/fall/${eintrag.fallId}`
      : eintrag.anfrageId === null
        ? undefined
        : `/k/${kreisId}/anfrage/${eintrag.anfrageId}`;
  return (
    <span>
      {href === undefined ? label : <Link href={href}>{label}</Link>}{' '}
      <span className="muted">
        {geburtsdatum === null ? t.ohneDatum : t.geboren(formatDay(geburtsdatum))} ·{' '}
        <span className="figure">{nummer}</span>
      </span>
    </span>
  );
}
