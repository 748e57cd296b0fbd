import { useEffect, useState } from 'react';
import { useQuery } from '#src/platform/web/query.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { anbieterContract } from '../contract.ts';
import * as texts from './texts.ts';

/** On the sign-in page: one way per sign-in service, and why the last one led back here. */
export function AnbieterButtons() {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const list = useQuery(anbieterContract.listOpenAnbieter, {});
  const [code] = useState(() => new URLSearchParams(location.search).get('anmeldedienst'));
  useEffect(() => {
    // A reload must not say it again.
    if (code !== null) history.replaceState(null, '', location.pathname);
  }, [code]);
  const known: Readonly<Record<string, string>> = t.code;
  return (
    <>
      {code !== null && code in known && (
        <Notice tone="warning" alert>
          <p>{describeCode(sprache, code, t.code)}</p>
        </Notice>
      )}
      {list.data && list.data.length > 0 && (
        <div className="stack">
          <p className="muted">{t.oder}</p>
          {list.data.map(({ id, name }) => (
            // Leaves the application: the browser has to go there itself.
            <a key={id} className="button button-secondary" href={`/api/anmeldung/anbieter/${id}`}>
              {t.anmeldenMit(name)}
            </a>
          ))}
        </div>
      )}
    </>
  );
}
