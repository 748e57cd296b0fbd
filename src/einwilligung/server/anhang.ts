/** The place to which a sealed file is bound. */
export function anhangOrt(anhangId: string): string {
  return `anhang:${anhangId}`;
}
