// `node --import ./scripts/typescript/register.mjs FILE.ts` runs our TypeScript as it stands, without a build.
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
