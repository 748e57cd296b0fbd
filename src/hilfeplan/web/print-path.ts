/** Address of the printed plan in German beside a language: as it stands, or a version by its number. */
export function printPath(kreisId: string, fallId: string, nummer?: number, sprache = 'deu'): string {
  const version = nummer === undefined ? '' : `&version=${nummer}`;
  return `/api/kreis/${kreisId}/fall/${fallId}/hilfeplan/druck?sprache=${sprache}${version}`;
}
