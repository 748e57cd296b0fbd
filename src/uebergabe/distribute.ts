/**
 * Gives cases out in turn: open ones first and evenly, closed ones after them so that the whole is even too. Answers the
 * account for each case.
 */
export function distribute(
  faelle: readonly { readonly fallId: string; readonly offen: boolean }[],
  an: readonly string[],
): { fallId: string; anKontoId: string }[] {
  const kreis = [...new Set(an)];
  const geordnet = [...faelle.filter(({ offen }) => offen), ...faelle.filter(({ offen }) => !offen)];
  return geordnet.flatMap(({ fallId }, index) => {
    const anKontoId = kreis[index % kreis.length];
    return anKontoId === undefined ? [] : [{ fallId, anKontoId }];
  });
}
