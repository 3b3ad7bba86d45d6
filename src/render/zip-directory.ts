/** The fixed records of a ZIP file (APPNOTE.TXT 6.3, sections 4.3.7, 4.3.9, 4.3.12 and 4.3.16). */

const version = 20;
/** Bit 3: sizes follow the data. Bit 11: the name is UTF-8 (without it, Chinese names are read as code page 437). */
const flags = 0x0808;
const deflated = 8;
/**
 * Made on Unix: of archives made on FAT, Info-ZIP's unzip (the one on most Linux desktops) takes UTF-8 names for
 * code page 850. Unpacked files then have the mode that is written here.
 */
const madeBy = (3 << 8) | version;
const regularFile = (0o100644 << 16) >>> 0;

export interface WrittenEntry {
  name: Buffer;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
}

/** DOS date and time of an instant in Shanghai, which has kept UTC+8 in all the years DOS can hold since 1992. */
export function dosDateTime(at: number): { date: number; time: number } {
  const local = new Date(at + 8 * 3_600_000);
  const year = Math.min(Math.max(local.getUTCFullYear(), 1980), 2107);
  return {
    date: ((year - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate(),
    time: (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1),
  };
}

export function localHeader(name: Buffer, at: number): Buffer {
  const record = Buffer.alloc(30);
  record.writeUInt32LE(0x04034b50, 0);
  writeCommon(record, 4, at);
  record.writeUInt16LE(name.length, 26);
  return Buffer.concat([record, name]);
}

export function dataDescriptor(entry: WrittenEntry): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08074b50, 0);
  writeSizes(record, 4, entry);
  return record;
}

export function centralRecord(entry: WrittenEntry, at: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(madeBy, 4);
  writeCommon(record, 6, at);
  writeSizes(record, 16, entry);
  record.writeUInt16LE(entry.name.length, 28);
  record.writeUInt32LE(regularFile, 38);
  record.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([record, entry.name]);
}

export function endRecord(entries: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

function writeCommon(record: Buffer, start: number, at: number): void {
  const { date, time } = dosDateTime(at);
  record.writeUInt16LE(version, start);
  record.writeUInt16LE(flags, start + 2);
  record.writeUInt16LE(deflated, start + 4);
  record.writeUInt16LE(time, start + 6);
  record.writeUInt16LE(date, start + 8);
}

function writeSizes(record: Buffer, start: number, entry: WrittenEntry): void {
  record.writeUInt32LE(entry.crc, start);
  record.writeUInt32LE(entry.compressedSize, start + 4);
  record.writeUInt32LE(entry.size, start + 8);
}
