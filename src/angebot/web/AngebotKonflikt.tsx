import type { KreisStamm } from '#src/kreis/contract.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { codeName, nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { stelleContract } from '#src/stelle/contract.ts';
import { ConflictTable } from '#src/ui/web/ConflictTable.tsx';
import type { AngebotValues, FieldName, Konflikt } from './angebot-values.ts';
import * as texts from './texts.ts';

export interface AngebotKonfliktProps {
  readonly kreis: KreisStamm;
  readonly rows: readonly Konflikt[];
  readonly mine: AngebotValues;
  /** What is stored now. */
  readonly other: AngebotValues;
  readonly onChoose: (values: Partial<AngebotValues>) => void;
}

/** One's own entry beside what somebody else saved meanwhile, with a choice for each field. */
export function AngebotKonflikt({ kreis, rows, mine, other, onChoose }: AngebotKonfliktProps) {
  const t = useTexts(texts);
  const words = useWords(kreis);
  return (
    <ConflictTable
      rows={rows.map(({ name, kept }) => ({
        name,
        label: name === 'quelleKennung' ? t.quelleLabel : t[name],
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
