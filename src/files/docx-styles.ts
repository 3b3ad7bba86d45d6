import { attribute, type Attributes, readXml } from './xml-events.js';

/** A list position: which numbering, and how deep (0 is the outermost level). */
export interface ListPosition {
  numberingId: string;
  depth: number;
}

export interface ParagraphStyle {
  name: string;
  basedOn?: string;
  /** 0 is 一级标题; 9 and absent are body text. */
  outlineLevel?: number;
  numberingId?: string;
  depth?: number;
}

export interface ResolvedStyle extends ParagraphStyle {
  /** The style itself and those it is based on, by id. */
  ancestry: string[];
}

/** The paragraph styles of a document, each with what it inherits. */
export class DocxStyles {
  private constructor(
    private readonly styles: ReadonlyMap<string, ParagraphStyle>,
    private readonly defaultId: string | undefined,
  ) {}

  static read(part: Uint8Array | undefined): DocxStyles {
    const reader = new StyleReader();
    if (part) readXml(part, reader);
    return new DocxStyles(reader.styles, reader.defaultId);
  }

  /** The style with inherited properties filled in; a chain that loops ends where it began. */
  resolve(id: string | undefined): ResolvedStyle {
    const start = id ?? this.defaultId;
    const resolved: ResolvedStyle = { name: start ?? '', ancestry: [] };
    const seen = new Set<string>();
    for (let at = start; at !== undefined && !seen.has(at); at = this.styles.get(at)?.basedOn) {
      seen.add(at);
      resolved.ancestry.push(at);
      const style = this.styles.get(at);
      if (!style) break;
      if (at === start) resolved.name = style.name;
      resolved.outlineLevel ??= style.outlineLevel;
      resolved.numberingId ??= style.numberingId;
      resolved.depth ??= style.depth;
    }
    return resolved;
  }
}

class StyleReader {
  readonly styles = new Map<string, ParagraphStyle>();
  defaultId: string | undefined;
  private current: ParagraphStyle | undefined;

  open(name: string, attributes: Attributes): void {
    if (name === 'style') this.begin(attributes);
    else if (this.current) this.note(name, attribute(attributes, 'val'));
  }

  close(name: string): void {
    if (name === 'style') this.current = undefined;
  }

  text(): void {}

  private begin(attributes: Attributes): void {
    const id = attribute(attributes, 'styleId');
    if (attribute(attributes, 'type') !== 'paragraph' || id === undefined) return;
    this.current = { name: id };
    this.styles.set(id, this.current);
    if (['1', 'true', 'on'].includes(attribute(attributes, 'default') ?? '')) this.defaultId = id;
  }

  private note(name: string, value: string | undefined): void {
    const style = this.current;
    if (!style || value === undefined) return;
    if (name === 'name') style.name = value;
    else if (name === 'basedOn') style.basedOn = value;
    else if (name === 'outlineLvl') style.outlineLevel = Number(value);
    else if (name === 'numId') style.numberingId = value;
    else if (name === 'ilvl') style.depth = Number(value);
  }
}
