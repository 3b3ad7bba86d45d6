import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type z } from 'zod';
import { seedsFolder } from '../platform/index.js';
import { type prepareCompilationSchema } from './prepare-compilation.dto.js';

/** A compilation that can be prepared as it stands: every date that its chart asks for, in order. */
export const prepareExample = JSON.parse(
  readFileSync(join(seedsFolder, 'prepare-example.json'), 'utf8'),
) as z.input<typeof prepareCompilationSchema>;
