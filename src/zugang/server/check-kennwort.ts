import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { kennwortRefusal } from '#src/zugang/rules.ts';

/** Guesses below which a password is refused: what a thief of the hash would find in days. */
const enoughGuesses = 1e10;
/** More is not looked at: it only makes a password stronger, and the search longer. */
const lookedAt = 64;

let estimator: Promise<ZxcvbnFactory> | undefined;

// Fifteen megabytes of words that few processes ever need.
async function load(): Promise<ZxcvbnFactory> {
  const [core, common, german] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-de'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...german.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: lookedAt,
  });
}

/**
 * Why a new password is refused; undefined: it is good. Besides the rules it must not be found by somebody who knows the
 * usual passwords, German and English words and names, keyboards and dates, and `worte` around the account (its name,
 * sign-in name, Kreis).
 */
export async function checkKennwort(
  kennwort: string,
  anmeldename: string,
  worte: readonly string[],
): Promise<ReturnType<typeof kennwortRefusal>> {
  const code = kennwortRefusal(kennwort, anmeldename);
  if (code) return code;
  estimator ??= load();
  const own = [anmeldename, ...worte].flatMap((wort) => [wort, ...wort.split(/[^\p{L}\p{N}]+/u)]);
  const { guesses } = (await estimator).check(
    kennwort.slice(0, lookedAt),
    own.map((wort) => wort.toLowerCase()).filter((wort) => wort.length > 2),
  );
  return guesses < enoughGuesses ? 'kennwort-bekannt' : undefined;
}
