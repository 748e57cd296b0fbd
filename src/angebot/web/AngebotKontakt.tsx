import type { Answer } from '#src/platform/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { angebotContract } from '../contract.ts';
import * as texts from './texts.ts';

/** Whom to call: of the offer first, of the office where the offer names nobody. */
export function AngebotKontakt({ detail }: { detail: Answer<typeof angebotContract.getAngebot> }) {
  const t = useTexts(texts);
  const { angebot, stelle } = detail;
  const ansprechpartner = angebot.ansprechpartner || stelle.ansprechpartner;
  const telefon = angebot.telefon || stelle.telefon;
  const email = angebot.email || stelle.email;
  return (
    <Card title={t.anbieter}>
      <DescriptionList
        items={[
          { term: t.stelleId, value: stelle.name },
          ...(ansprechpartner === '' ? [] : [{ term: t.ansprechpartner, value: ansprechpartner }]),
          ...(telefon === ''
            ? []
            : [
                {
                  term: t.telefon,
                  value: (
                    <a className="link" href={`tel:${telefon.replaceAll(/[^+\d]/g, '')}`}>
                      {telefon}
                    </a>
                  ),
                },
              ]),
          ...(email === ''
            ? []
            : [
                {
                  term: t.email,
                  value: (
                    <a className="link" href={`mailto:${email}`}>
                      {email}
                    </a>
                  ),
                },
              ]),
          ...(angebot.web === ''
            ? []
            : [
                {
                  term: t.web,
                  value: (
                    <a className="link" href={angebot.web} target="_blank" rel="noreferrer">
                      {new URL(angebot.web).hostname}
                    </a>
                  ),
                },
              ]),
          ...(angebot.anschrift === '' ? [] : [{ term: t.anschrift, value: angebot.anschrift }]),
          ...(angebot.oeffnung === ''
            ? []
            : [{ term: t.oeffnung, value: <span className="preline">{angebot.oeffnung}</span> }]),
          ...(stelle.weg === '' ? [] : [{ term: t.wegZuUns, value: stelle.weg }]),
        ]}
      />
    </Card>
  );
}
