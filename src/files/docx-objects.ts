import { type DocxFindings } from './docx-findings.js';
import { quoted } from './docx-revisions.js';
import { attribute, type Attributes } from './xml-events.js';

const containers = new Set(['drawing', 'pict', 'object']);
const kindsByElement: Record<string, string> = {
  blip: '图片',
  imagedata: '图片',
  chart: '图表',
  relIds: '智能图形',
  OLEObject: '嵌入对象',
};
/** The more telling kind stays: a chart that is also stored as a picture is a chart. */
const ranks = ['图形', '图片', '智能图形', '图表', '嵌入对象'];

interface OpenObject {
  depth: number;
  kind: string;
  name: string;
  wordArt: string;
  /** A text box: its text is taken, so nothing is left out. */
  hasText: boolean;
}

/** Pictures, charts, drawings and embedded files: no text of the document, so each is said. */
export class DocxObjects {
  private readonly open: OpenObject[] = [];

  constructor(private readonly findings: DocxFindings) {}

  begin(name: string, attributes: Attributes, depth: number): void {
    if (containers.has(name)) {
      this.open.push({ depth, kind: '图形', name: '', wordArt: '', hasText: false });
      return;
    }
    const object = this.open.at(-1);
    if (!object) return;
    const kind = kindsByElement[name];
    if (kind !== undefined && ranks.indexOf(kind) > ranks.indexOf(object.kind)) object.kind = kind;
    if (name === 'docPr')
      object.name = attribute(attributes, 'descr') ?? attribute(attributes, 'title') ?? '';
    else if (name === 'textpath') object.wordArt = attribute(attributes, 'string') ?? '';
    else if (name === 'txbxContent') object.hasText = true;
  }

  end(depth: number): void {
    const object = this.open.at(-1);
    if (object?.depth !== depth) return;
    this.open.pop();
    const { kind, name, wordArt, hasText } = object;
    if (wordArt !== '') this.findings.leave(`艺术字“${quoted(wordArt)}”`);
    else if (!hasText || kind !== '图形')
      this.findings.leave(name.trim() === '' ? kind : `${kind}（${quoted(name)}）`);
  }
}
