import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { stelleContract } from '#src/stelle/contract.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { isSame, type AngebotValues, type FieldName, type Konflikt } from './angebot-values.ts';
import * as texts from './texts.ts';

export interface AngebotKonfliktProps {
  readonly kreis: KreisStamm;
  readonly rows: readonly Konflikt[];
  readonly mine: AngebotValues;
  /** What is stored now. */
  readonly other: AngebotValues;
  /** What the form holds, for the choice that stands. */
  readonly values: AngebotValues;
  readonly onTake: (name: FieldName) => void;
}

/** One's own entry beside what somebody else saved meanwhile; one's own stands until the other is taken. */
export function AngebotKonflikt({ kreis, rows, mine, other, values, onTake }: AngebotKonfliktProps) {
  const t = useTexts(texts);
  const words = useWords(kreis);
  const label = (name: FieldName) => (name === 'quelleKennung' ? t.quelleLabel : t[name]);
  return (
    <Table
      caption={t.konfliktTitel}
      showCaption
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { id: 'angabe', header: t.konfliktAngabe, rowHeader: true, cell: (row) => label(row.name) },
        { id: 'meine', header: t.konfliktMeine, cell: (row) => words(row.name, mine) },
        { id: 'andere', header: t.konfliktAndere, cell: (row) => words(row.name, other) },
        {
          id: 'wahl',
          header: t.konfliktWahl,
          cell: (row) =>
            isSame(values[row.name], other[row.name]) ? (
              t.konfliktGenommen
            ) : (
              <Button small onClick={() => onTake(row.name)}>
                {t.konfliktNehmen} <span className="sr-only">{label(row.name)}</span>
              </Button>
            ),
        },
      ]}
    />
  );
}

function useWords(kreis: KreisStamm): (name: FieldName, values: AngebotValues) => string {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const stellen = useQuery(stelleContract.listStelle, { params: { kreisId: kreis.id } });
  const named = (list: Readonly<Record<string, string>>, code: string) => list[code] ?? code;
  function one(name: FieldName, code: string): string {
    switch (name) {
      case 'art':
        return named(t.artName, code);
      case 'beratungsansatz':
        return named(t.ansatzName, code);
      case 'ebene':
        return named(t.ebeneName, code);
      case 'kosten':
        return named(t.kostenName, code);
      case 'zielgruppe':
        return named(t.zielgruppeName, code);
      case 'barriere':
        return named(t.barriereName, code);
      case 'sprache':
        return languageName(sprache, code);
      case 'lebensbereich':
      case 'rechtskreis':
        return codeName(kreis.codeliste[name], code, sprache);
      case 'kommuneId':
      case 'kommuneIds':
        return nameOf(kreis.kommune, code);
      case 'stelleId':
        return nameOf(stellen.data?.stelle ?? [], code);
      default:
        return code;
    }
  }
  return (name, values) => {
    const value = values[name];
    if (typeof value === 'boolean') return value ? t.ja : t.nein;
    const list = typeof value === 'string' ? [value] : value;
    return (
      list
        .filter((code) => code !== '')
        .map((code) => one(name, code))
        .join(', ') || t.ohneAngabe
    );
  };
}
