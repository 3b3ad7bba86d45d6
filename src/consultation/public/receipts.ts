import { Injectable } from '@nestjs/common';
import { IdSource, ServerKey } from '../../platform/index.js';

/** Without letters and digits that look alike on paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const wordLength = 6;
const codeLength = 10;

const spell = (bytes: Buffer, length: number): string =>
  [...bytes.subarray(0, length)].map((byte) => letters[byte % letters.length]).join('');

/** 回执编号. The number of an opinion can be guessed, so a look-up word that only the house can derive goes with it. */
@Injectable()
export class Receipts {
  constructor(
    private readonly key: ServerKey,
    private readonly ids: IdSource,
  ) {}

  /** 2021-0308-K7Q4MD */
  ofOpinion({ id, number }: { id: string; number: string }): string {
    const word = spell(Buffer.from(this.key.derive('opinion-receipt', id), 'base64url'), wordLength);
    return `${number}-${word}`;
  }

  /** D-K7Q4MDXW2P: of what is not registered yet and so has no number. */
  ofHeld(): string {
    return `D-${spell(this.ids.bytes(codeLength), codeLength)}`;
  }
}

const numbered = new RegExp(`^(\\d{4})(\\d+)([0-9A-Z]{${wordLength}})$`);

/** As people copy it from paper: any case, any width, spaces, with these dashes, others or none. */
export function tidyReceipt(typed: string): string {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  if (signs.startsWith('D')) return `D-${signs.slice(1)}`;
  return signs.replace(numbered, '$1-$2-$3');
}
