/** The part of Trusted Types that is used here; the types of TypeScript do not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): URL };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Vouches for the address of the program that reads PDF files: the only script that the pages start by its address, and
 * the only door in the content security policy ("lotse", src/platform/server/headers.ts).
 */
export function trustWorker(address: string): string | URL {
  const { trustedTypes } = window;
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('lotse', {
    createScriptURL: (given) => {
      if (new URL(given, location.href).href !== new URL(address, location.href).href)
        throw new TypeError('not the worker of this page');
      return given;
    },
  });
  return policy.createScriptURL(address);
}
