/** A text cut at the places that are left out, in order. */
export function piecesOf(
  text: string,
  stellen: readonly { readonly von: number; readonly bis: number }[],
): readonly { readonly von: number; readonly text: string; readonly weg: boolean }[] {
  const edges = [...new Set([0, text.length, ...stellen.flatMap(({ von, bis }) => [von, bis])])]
    .filter((edge) => edge <= text.length)
    .toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((von, at) => {
    const bis = edges[at + 1] ?? text.length;
    return {
      von,
      text: text.slice(von, bis),
      weg: stellen.some((stelle) => stelle.von <= von && stelle.bis >= bis),
    };
  });
}
