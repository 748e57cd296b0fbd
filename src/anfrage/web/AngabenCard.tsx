import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { stelleContract } from '#src/stelle/contract.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { DescriptionList, type Described } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { AnfrageDetail } from '../anfrage.ts';
import { placeOf } from './AnfrageTable.tsx';
import * as texts from './texts.ts';

interface CardProps {
  readonly kreis: KreisStamm;
  readonly anfrage: AnfrageDetail;
}

/** What is known of an Anfrage; what nobody said is left out. */
export function AngabenCard({ kreis, anfrage, onChange }: CardProps & { readonly onChange?: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const lists = kreis.codeliste;
  const stellen = useQuery(
    stelleContract.listStelle,
    anfrage.verwiesenAn === null ? undefined : { params: { kreisId: kreis.id } },
  );
  const verbunden = (each: { id: string; nummer: string }) => (
    <Link key={each.id} href={`/k/${kreis.id}/anfrage/${each.id}`}>
      {each.nummer}
    </Link>
  );
  const items: (Described | false)[] = [
    { term: t.zugang, value: codeName(lists.zugang, anfrage.zugang, sprache) },
    anfrage.unterweg !== null && {
      term: t.unterweg,
      value: codeName(lists.unterweg, anfrage.unterweg, sprache),
    },
    anfrage.stelleName !== null && {
      term: t.stelle,
      value: (
        <>
          {anfrage.stelleName}
          {anfrage.stelleWeg !== null && <span className="small muted"> {t.weg(anfrage.stelleWeg)}</span>}
        </>
      ),
    },
    {
      term: t.worum,
      value:
        anfrage.lebensbereich.map((code) => codeName(lists.lebensbereich, code, sprache)).join(', ') || '–',
    },
    {
      term: t.sprache,
      value: `${anfrage.sprache === null ? '–' : languageName(sprache, anfrage.sprache)}${
        anfrage.dolmetschen ? `, ${t.dolmetschenKurz}` : ''
      }`,
    },
    { term: t.ort, value: placeOf(kreis, anfrage) },
    anfrage.wohnform !== null && {
      term: t.wohnform,
      value: codeName(lists.wohnform, anfrage.wohnform, sprache),
    },
    { term: t.zustaendig, value: nameOf(kreis.traeger, anfrage.traegerId) },
    anfrage.standortId !== null && { term: t.standort, value: nameOf(kreis.standort, anfrage.standortId) },
    { term: t.zustaendigGrund, value: grundText(t.grund, anfrage.zustaendigGrund) },
    {
      term: t.casemanager,
      value: anfrage.casemanagerId === null ? t.niemand : nameOf(kreis.casemanager, anfrage.casemanagerId),
    },
    { term: t.wegWort.einwilligung, value: anfrage.benannt ? t.ja : t.nein },
    anfrage.verwiesenAn !== null && {
      term: t.verwiesenAn,
      value: nameOf(stellen.data?.stelle ?? [], anfrage.verwiesenAn),
    },
    anfrage.fall !== null && {
      term: t.fall,
      value: <Link href={`/k/${kreis.id}/fall/${anfrage.fall.id}`}>{anfrage.fall.nummer}</Link>,
    },
    anfrage.vorige !== null && { term: t.vorige, value: verbunden(anfrage.vorige) },
    anfrage.folge.length > 0 && { term: t.folge, value: anfrage.folge.map(verbunden) },
  ];
  return (
    <Card
      title={t.angaben}
      actions={
        onChange && (
          <Button small kind="quiet" icon="edit" onClick={onChange}>
            {t.aendern}
          </Button>
        )
      }
    >
      <DescriptionList items={items.filter((item) => item !== false)} />
    </Card>
  );
}

/** The reason in words: a key of the territory, or the sentence of a rule as it was agreed. */
function grundText(words: Readonly<Record<string, string>>, grund: string): string {
  return words[grund] ?? grund;
}

/** What alone would be the task of others, with those others; one click makes it a Verweis. */
export function HinweisCard({
  kreis,
  anfrage,
  onVerweis,
}: CardProps & { readonly onVerweis?: (stelleId: string) => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <Card title={t.hinweisTitel}>
      <div className="stack">
        <p className="muted">{t.hinweisText}</p>
        {anfrage.zustaendigeStelle.map(({ keinFall, stelle }) => (
          <section key={keinFall} className="stack">
            <h3 className="small muted">{codeName(kreis.codeliste.kein_fall, keinFall, sprache)}</h3>
            {stelle.length === 0 && <p className="small">{t.hinweisKeine}</p>}
            {stelle.length > 0 && (
              <ul className="stack">
                {stelle.map((each) => (
                  <li key={each.id} className="row row-between">
                    {each.name}
                    {onVerweis && (
                      <Button small onClick={() => onVerweis(each.id)}>
                        {t.verweisen} <span className="sr-only">{each.name}</span>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Card>
  );
}
