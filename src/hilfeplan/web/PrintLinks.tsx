import { languageName } from '#src/platform/web/languages.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { PaperLink } from '#src/ui/web/Button.tsx';
import { Menu } from '#src/ui/web/Menu.tsx';
import { printPath } from './print-path.ts';
import * as texts from './texts.ts';

export interface PrintLinksProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly label: string;
  /** A frozen version; otherwise the plan as it stands. */
  readonly nummer?: number;
  readonly sprachen: readonly string[];
}

/** The plan on paper, in German or beside a language of the person. */
export function PrintLinks({ kreisId, fallId, label, nummer, sprachen }: PrintLinksProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <div className="row">
      <PaperLink href={printPath(kreisId, fallId, nummer)}>
        {label}
        {nummer !== undefined && <span className="sr-only">: {t.fassung(nummer)}</span>}
      </PaperLink>
      <Menu label={t.weitereSprachen}>
        <ul className="plan-sprachen">
          {sprachen.map((code) => (
            <li key={code}>
              <PaperLink href={printPath(kreisId, fallId, nummer, code)}>
                {languageName(sprache, code)}
              </PaperLink>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}
