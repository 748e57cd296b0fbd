import { rolleOrt } from '#src/konto/rules.ts';
import { rolleName } from '#src/zugang/contract.ts';
import type { Anbieter, AnbieterEingabe } from '../contract.ts';

/** A group and its role as one line of the form: group, role, Träger, region. */
export interface Zeile {
  readonly wert: string;
  readonly rolle: string;
  readonly traegerId: string;
  readonly regionId: string;
}

/** The form keeps its lines as texts, so that a draft can hold them. */
export function toZeilen(texts: readonly string[]): Zeile[] {
  return texts.map((text) => {
    const [wert = '', rolle = '', traegerId = '', regionId = ''] = text.split('\t');
    return { wert, rolle, traegerId, regionId };
  });
}

export function fromZeilen(zeilen: readonly Zeile[]): string[] {
  return zeilen.map(({ wert, rolle, traegerId, regionId }) =>
    [wert.replaceAll('\t', ' '), rolle, traegerId, regionId].join('\t'),
  );
}

export function toValues(anbieter: Anbieter | undefined, traegerIds: readonly string[] | null) {
  return {
    name: anbieter?.name ?? '',
    traegerId: anbieter ? (anbieter.traegerId ?? '') : (traegerIds?.[0] ?? ''),
    aussteller: anbieter?.aussteller ?? '',
    clientId: anbieter?.clientId ?? '',
    geheimnis: '',
    scopes: anbieter?.scopes ?? 'openid profile email',
    faktorWerte: anbieter?.faktorWerte.join(' ') ?? '',
    rollenClaim: anbieter?.rollenClaim ?? '',
    zeilen: fromZeilen(
      (anbieter?.rollen ?? []).map((each) => ({
        ...each,
        traegerId: each.traegerId ?? '',
        regionId: each.regionId ?? '',
      })),
    ),
    kontenAnlegen: anbieter?.kontenAnlegen ?? false,
    aktiv: anbieter?.aktiv ?? false,
  };
}
export type AnbieterValues = ReturnType<typeof toValues>;

/** What is sent; lines without a group or role are left out. */
export function toEingabe({ zeilen, faktorWerte, traegerId, ...values }: AnbieterValues): AnbieterEingabe {
  return {
    ...values,
    traegerId: traegerId || null,
    faktorWerte: faktorWerte.split(/\s+/).filter((each) => each !== ''),
    rollen: toZeilen(zeilen).flatMap((zeile) => {
      const rolle = rolleName.safeParse(zeile.rolle);
      if (!rolle.success || zeile.wert.trim() === '') return [];
      const ort = rolleOrt(rolle.data);
      return [
        {
          wert: zeile.wert,
          rolle: rolle.data,
          traegerId: (ort === 'traeger' && (zeile.traegerId || traegerId)) || null,
          regionId: (ort === 'region_oder_kreis' && zeile.regionId) || null,
        },
      ];
    }),
  };
}
