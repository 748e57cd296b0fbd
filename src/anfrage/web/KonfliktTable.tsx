import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { stelleContract } from '#src/stelle/contract.ts';
import { ConflictTable } from '#src/ui/web/ConflictTable.tsx';
import type { AnfrageValues } from './anfrage-values.ts';
import type { AngabeName, Konflikt } from './konflikt.ts';
import * as texts from './texts.ts';

export interface KonfliktTableProps {
  readonly kreis: KreisStamm;
  readonly rows: readonly Konflikt[];
  readonly mine: AnfrageValues;
  /** What is stored now. */
  readonly other: AnfrageValues;
  readonly onChoose: (values: Partial<AnfrageValues>) => void;
}

/** One's own entry beside what somebody else saved meanwhile, with a choice for each detail. */
export function KonfliktTable({ kreis, rows, mine, other, onChoose }: KonfliktTableProps) {
  const t = useTexts(texts);
  const words = useWords(kreis);
  const label: Record<AngabeName, string> = {
    ...t,
    stelleId: t.stelle,
    kommuneId: t.kommune,
    ortsteilId: t.ortsteil,
    dolmetschen: t.dolmetschenWort,
  };
  return (
    <ConflictTable
      rows={rows.map(({ name, kept }) => ({
        name,
        label: label[name],
        mine: words(name, mine),
        other: words(name, other),
        kept,
      }))}
      onChoose={(changed, others) =>
        onChoose(Object.fromEntries(changed.map((name) => [name, (others.has(name) ? other : mine)[name]])))
      }
    />
  );
}

function useWords(kreis: KreisStamm): (name: AngabeName, values: AnfrageValues) => string {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const stellen = useQuery(stelleContract.listStelle, { params: { kreisId: kreis.id } });
  const lists = kreis.codeliste;
  const code = (list: (typeof lists)[keyof typeof lists], value: string) =>
    value === '' ? t.ohneAngabe : codeName(list, value, sprache);
  const codes = (list: (typeof lists)[keyof typeof lists], values: readonly string[]) =>
    values.map((each) => code(list, each)).join(', ') || t.ohneAngabe;
  return (name, values) => {
    switch (name) {
      case 'zugang':
      case 'unterweg':
      case 'wohnform':
        return code(lists[name], values[name]);
      case 'lebensbereich':
        return codes(lists.lebensbereich, values.lebensbereich);
      case 'keinFall':
        return codes(lists.kein_fall, values.keinFall);
      case 'dringlich':
      case 'dolmetschen':
        return values[name] ? t.ja : t.nein;
      case 'sprache':
        return values.sprache === '' ? t.ohneAngabe : languageName(sprache, values.sprache);
      case 'stelleId':
        return values.stelleId === '' ? t.ohneAngabe : nameOf(stellen.data?.stelle ?? [], values.stelleId);
      case 'kommuneId':
        return values.kommuneId === '' ? t.ohneAngabe : nameOf(kreis.kommune, values.kommuneId);
      case 'ortsteilId':
        return values.ortsteilId === ''
          ? t.ohneAngabe
          : nameOf(
              kreis.kommune.flatMap((kommune) => kommune.ortsteil),
              values.ortsteilId,
            );
    }
  };
}
