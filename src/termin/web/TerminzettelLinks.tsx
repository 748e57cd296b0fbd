import { einwilligungContract } from '#src/einwilligung/contract.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { PaperLink } from '#src/ui/web/Button.tsx';
import { Menu } from '#src/ui/web/Menu.tsx';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import * as words from './dialog-texts.ts';

export interface TerminzettelLinksProps {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly terminId: string;
  /** Language of the client, ISO 639-3; null where nobody said. */
  readonly sprache: string | null;
}

/** The slip of an appointment in the language of the client, with the other languages one step away. */
export function TerminzettelLinks({ kreisId, traegerId, terminId, sprache }: TerminzettelLinksProps) {
  const d = useTexts(words);
  const { sprache: page } = useSprache();
  const bogen = useQuery(einwilligungContract.getBogen, { params: { kreisId, traegerId }, query: {} });
  const released = new Set(bogen.data?.sprachen.map((each) => each.code));
  // In some languages nothing is printed until somebody has released it.
  const codes = papiersprachen.filter((s) => !s.nurFreigegeben || released.has(s.code)).map((s) => s.code);
  const wished = codes.find((code) => code === sprache) ?? 'deu';
  const path = (code: string) =>
    `/api/kreis/${kreisId}/papier/terminzettel/${terminId}${code === 'deu' ? '' : `?sprache=${code}`}`;
  const others = ['deu', ...codes.filter((code) => code !== 'deu')].filter((code) => code !== wished);
  return (
    <div className="row">
      <PaperLink href={path(wished)}>
        {d.zettel}
        {wished !== 'deu' && ` (${languageName(page, wished)})`}
      </PaperLink>
      <Menu label={d.zettelSprachen}>
        <ul className="terminzettel-sprachen">
          {others.map((code) => (
            <li key={code}>
              <PaperLink href={path(code)}>{languageName(page, code)}</PaperLink>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}
