export interface RehearsalOptions {
  out: string;
  seed: number;
  /** How many units of the roster take part. */
  units: number;
  opinions: number;
  /** A unit, by its name, that hands in only after the deadline, to see what that does. */
  lateUnit?: string;
  /** A throw-away database; an embedded one in a temporary folder by default. */
  databaseUrl?: string;
  onProgress?: (line: string) => void;
}
