import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UploadRefused } from './files.errors.js';

export type Attributes = Record<string, string>;

export interface XmlEvents {
  /** `name` without its namespace prefix; the parts of an Office file use one vocabulary each. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const chunkLength = 65_536;
const maximumDepth = 256;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of an attribute by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

/** On–off properties of WordprocessingML are on when their `val` is absent. */
export function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute(attributes, 'val') ?? 'true');
}

/**
 * Reads one XML part. Office never writes a document type, and with one come entities that expand or that name
 * files; so a document type is refused, and with it every entity but XML's own five.
 * @throws UploadRefused
 */
export function readXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new UploadRefused('archive-unsafe');
  });
  parser.on('error', () => {
    throw new UploadRefused('file-broken');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > maximumDepth) throw new UploadRefused('archive-unsafe');
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    events.close(localName(tag.name));
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  const xml = decode(bytes);
  for (let start = 0; start < xml.length; start += chunkLength)
    parser.write(xml.slice(start, start + chunkLength));
  parser.close();
}

/** XML is UTF-8, or UTF-16 with a byte-order mark. */
function decode(bytes: Uint8Array): string {
  const utf16 = { fffe: 'utf-16le', feff: 'utf-16be' }[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UploadRefused('file-broken');
  }
}
