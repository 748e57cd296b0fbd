/** A file that is not taken, with the code that says why. */
export class DateiFehler extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'DateiFehler';
    this.code = code;
  }
}

/** A file as it is kept. */
export interface Bereinigt {
  readonly bytes: Buffer;
  /** Everything known about device, place and author is gone. */
  readonly bereinigt: boolean;
  /** Points of a picture. */
  readonly breite?: number;
  readonly hoehe?: number;
}
