import { type CommonOptions } from '../define.js';

export interface ReadRequest {
  bytes: Uint8Array;
  fileName: string;
  options: CommonOptions;
}

/** What every reader says of a file beside what it read: where to look, and what it did not take. */
export interface FileReading {
  doubts: { place: string; message: string }[];
  leftOut: { place: string; what: string }[];
}

export type FileReader = (request: ReadRequest) => Promise<FileReading>;
