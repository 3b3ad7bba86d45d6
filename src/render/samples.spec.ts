import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { templatesFolder } from '../platform/index.js';
import { documentFormats, renderDocument } from './documents.js';
import { type DocumentView } from './document-stream.js';
import { type MailName, mailNames, type MailViews } from './mail-views.js';
import { mediumOf } from './medium.js';
import { TemplateSet } from './template-set.js';
import { faultsOfSource } from './template-syntax.js';

const templates = new TemplateSet(templatesFolder);
const foldersOf = (area: string) => readdirSync(join(templatesFolder, area)).sort();
const sampleOf = (folder: string) =>
  JSON.parse(readFileSync(join(templatesFolder, folder, 'sample.json'), 'utf8')) as unknown;

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe('every template', () => {
  it.each(templates.paths())('%s has no unescaped expression and no unquoted attribute', (path) => {
    expect(
      faultsOfSource(readFileSync(join(templatesFolder, `${path}.hbs`), 'utf8'), mediumOf(path)),
    ).toEqual([]);
  });
});

describe('every mail', () => {
  it('has a folder, and every folder is a mail', () => {
    expect(foldersOf('mail')).toEqual([...mailNames].sort());
  });

  it.each([...mailNames])(
    '%s renders its sample, says why the recipient gets it and whom to ask',
    (name: MailName) => {
      const view = sampleOf(`mail/${name}`) as MailViews[MailName];
      const { subject, text, html } = templates.renderMail(name, view as never);
      expect(subject).toMatch(/^【.+】.+$/u);
      for (const body of [text, html]) {
        expect(body).toContain(view.recipient.unitName);
        expect(body).toMatch(/您收到本邮件，是因为|本邮件发至/);
        expect(body).toContain(view.compilation.documentNumber);
        for (const way of Object.values(view.compilation.contact)) expect(body).toContain(way);
        if (view.action) expect(body).toContain(view.action.label);
      }
      expect(text).not.toMatch(/&(amp|lt|#)|\n{3,}|[ \t]$/m);
      expect(html.match(/<a /g)?.length ?? 0).toBe(view.action ? 1 : 0);
      expect(html).not.toMatch(/<style|<script|<img/);
    },
  );
});

const documents = foldersOf('documents').flatMap((name) =>
  documentFormats
    .filter((format) => existsSync(join(templatesFolder, 'documents', name, format)))
    .map((format) => [name, format] as const),
);

describe('every document', () => {
  it.each(documents)('%s renders its sample as %s, twice the same bytes', async (name, format) => {
    const view = sampleOf(`documents/${name}`) as DocumentView;
    const bytes = await bytesOf(renderDocument(templates, name, format, view));
    expect(bytes.equals(await bytesOf(renderDocument(templates, name, format, view)))).toBe(true);
    if (format !== 'docx' && format !== 'xlsx') return expect(bytes.toString()).not.toContain('undefined');
    for (const part of Object.values(unzipSync(bytes))) assertWellFormed(Buffer.from(part).toString());
  });

  it.each(documents)('%s as %s can be written without any row', async (name, format) => {
    const view = sampleOf(`documents/${name}`) as DocumentView;
    const bytes = await bytesOf(renderDocument(templates, name, format, { ...view, rows: [] }));
    expect(bytes.length).toBeGreaterThan(0);
  });
});
