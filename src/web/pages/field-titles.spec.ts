import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from '../../platform/index.js';
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

  it.each([...new Set(long)])('has a Chinese name for the text in “%s”', (name) => {
    expect(fieldTitles[name]).toMatch(/[\u4e00-\u9fff]/);
  });
});
