import { schreibenTeile } from '../mail-text.ts';
import type { Schreiben } from '../vermittlung.ts';

/** The letter as it leaves, in German whatever the language of the page. */
export function SchreibenView({ schreiben }: { schreiben: Schreiben }) {
  const teile = schreibenTeile(schreiben);
  return (
    <div className="vermittlung-schreiben" lang="de">
      <p>
        <strong>{teile.betreff}</strong>
      </p>
      <p>{teile.anrede}</p>
      <p>{teile.einleitung}</p>
      <ul className="vermittlung-angaben">
        {teile.angaben.map(({ name, wert }) => (
          <li key={`${name} ${wert}`}>
            <span className="muted">{name}:</span> {wert}
          </li>
        ))}
      </ul>
      <p>{teile.grundlage}</p>
      <p>{teile.bitte}</p>
      <p className="preline">{teile.gruss.join('\n')}</p>
    </div>
  );
}
