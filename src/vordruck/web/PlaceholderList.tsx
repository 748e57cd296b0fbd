import { useTexts } from '#src/platform/web/sprache.tsx';
import { platzhalter } from '../inhalt.ts';
import * as texts from './texts.ts';
import { Placeholder } from './VordruckText.tsx';

/** The words in curly brackets that a text may use. */
export function PlaceholderList() {
  const t = useTexts(texts);
  return (
    <p className="small muted">
      {t.platzhalterHinweis}{' '}
      {platzhalter.map((name) => (
        <span key={name}>
          <code className="vordruck-slot" lang="de">
            <Placeholder name={name} />
          </code>{' '}
        </span>
      ))}
    </p>
  );
}
