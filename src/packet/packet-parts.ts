import { type DocumentFormat, type DocumentView } from '../render/index.js';
import { type DocumentSourceName, type PlannedDocument } from '../../workflows/index.js';

/** One file of the packet: a part rendered in a format through a document template. */
export interface PacketFile {
  path: string;
  part: PlannedDocument;
  template: string;
  format: DocumentFormat;
}

/** What each source is rendered through; the table comes in two formats. */
const forms: Record<DocumentSourceName, { template: string; formats: DocumentFormat[] }> = {
  draft: { template: 'official', formats: ['docx'] },
  explanation: { template: 'official', formats: ['docx'] },
  dispositions: { template: 'disposition', formats: ['docx', 'xlsx'] },
  submissions: { template: 'official', formats: ['docx'] },
};

/** The files of a plan's parts; names begin with the part's number. */
export const filesOf = (parts: readonly PlannedDocument[]): PacketFile[] =>
  parts.flatMap((part) => {
    const { template, formats } = forms[part.source];
    return formats.map((format) => ({
      path: `${part.number}-${part.title}.${format}`,
      part,
      template,
      format,
    }));
  });

/** Each room's part of the packet as a document's view; read inside the act that asks for the packet. */
export type PartSource = () => Promise<Pick<DocumentView, 'head' | 'rows' | 'tail'>>;
export type PartSources = Record<DocumentSourceName, PartSource>;
