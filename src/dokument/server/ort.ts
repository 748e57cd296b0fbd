/** The places to which a sealed attachment and its preview are bound. */
export function dateiOrt(dokumentId: string): string {
  return `dokument:${dokumentId}`;
}

export function vorschauOrt(dokumentId: string): string {
  return `dokument-vorschau:${dokumentId}`;
}
