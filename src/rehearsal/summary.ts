/** `summary.json`, as others rely on it. */
export interface Summary {
  workflow: string;
  seed: number;
  finalState: string;
  steps: { at: string; event: string; state: string; draftVersion: string | null }[];
  /** When what each deadline asks for was done, and the working days that were left (negative: over). */
  deadlines: { key: string; title: string; done: string | null; slackWorkingDays: number | null }[];
  obligations: { owed: number; accepted: number; waived: number; late: number };
  mails: { total: number; byTemplate: Record<string, number> };
  opinions: {
    total: number;
    adopted: number;
    partlyAdopted: number;
    notAdopted: number;
    alreadyReflected: number;
    keptForStudy: number;
  };
  refusals: number;
  packet: { path: string; sha256: string } | null;
  ledger: { entries: number; head: string; ok: boolean };
  durationMs: number;
}
