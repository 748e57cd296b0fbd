import type { DokumentAngaben } from '../contract.ts';

/**
 * One body for what is said about a file, the file and its preview; `key` makes it the same bytes when it has to be sent
 * again.
 */
export function multipartOf(
  key: string,
  angaben: DokumentAngaben,
  datei: File,
  vorschau: Blob | undefined,
): Blob {
  const part = (name: string, words: string) =>
    `--lotse-${key}\r\nContent-Disposition: form-data; name="${name}"${words}\r\n\r\n`;
  // The name of the file stays here: it often is the name of a person.
  const type = (blob: Blob) =>
    `; filename="${blob === datei ? 'datei' : 'vorschau'}"\r\nContent-Type: ${blob.type || 'application/octet-stream'}`;
  return new Blob([
    part('angaben', ''),
    JSON.stringify(angaben),
    '\r\n',
    part('datei', type(datei)),
    datei,
    '\r\n',
    ...(vorschau ? [part('vorschau', type(vorschau)), vorschau, '\r\n'] : []),
    `--lotse-${key}--\r\n`,
  ]);
}
