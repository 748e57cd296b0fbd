import { config } from 'zod/v4';

// The content security policy forbids code made from text; zod would try it at its first schema, and the browser
// reports the attempt. vite.config.ts puts this file in the place of zod, so that it runs before any schema.
config({ jitless: true });

export * from 'zod/v4';
