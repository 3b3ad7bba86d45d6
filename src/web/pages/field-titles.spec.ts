import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from '../../platform/index.js';
import { procedureFields } from '../../pages/packet/procedure-fields.js';
import { fieldTitles } from './field-titles.js';

const templates = readdirSync(templatesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(pages|partials[\\/]html)[\\/]/.test(file) && file.endsWith('.hbs'))
  .map((file) => readFileSync(join(templatesFolder, file), 'utf8'));

describe('what a refused form gives back', () => {
  const long = templates.flatMap((text) =>
    [...text.matchAll(/<textarea[^>]*\bname="([A-Za-z]+)"/g)].map((match) => match[1]),
  );

  it('knows of many fields', () => {
    expect(long.length).toBeGreaterThan(10);
  });

  /** Lines in forms that are sent; what is only looked for (a filter, a page) is in the address. */
  const lines = templates.flatMap((text) =>
    [...text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].flatMap(([form]) =>
      [...form.matchAll(/<input class="field[^"]*"( type="email")? name="([A-Za-z]+)"/g)].map(
        (match) => match[2],
      ),
    ),
  );
  const procedures = Object.values(procedureFields).flatMap((fields) => fields.map(({ name }) => name));

  it('knows of lines too', () => {
    expect(lines).toContain('basis');
  });

  it.each([...new Set([...long, ...lines, ...procedures])])(
    'has a Chinese name for what is written in “%s”',
    (name) => {
      expect(fieldTitles[name]).toMatch(/[\u4e00-\u9fff]/);
    },
  );
});
