import { z } from 'zod';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal('bianzhi-packet@1'),
  compilation: z.object({ id: z.string(), title: z.string(), documentNumber: z.string().nullable() }),
  draft: z.object({ name: z.string(), revision: z.int(), digest: z.string() }),
  ledger: z.object({ seq: z.int(), hash: hex64 }),
  /** ISO 8601; the instant of the ledger entry that asked for the packet. */
  asOf: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.int(), sha256: hex64, sm3: hex64 })),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];
