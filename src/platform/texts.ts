export type Sprache = 'de' | 'en';

/** The English texts must have exactly the shape of the German ones: a missing or extra key does not compile. */
export type Same<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Same<T[K]>;
};
