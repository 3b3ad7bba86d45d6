import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ReminderMail } from './mail-views.js';
import { TemplateSet } from './template-set.js';

function templateSet(files: Record<string, string>): TemplateSet {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  return new TemplateSet(folder);
}

const page = (source: string) => templateSet({ 'pages/p.hbs': source });

describe('a template', () => {
  it('fails for a variable the view lacks, naming the template and the variable', () => {
    expect(() => page('期限：{{deadlien}}').render('pages/p', { deadline: 1 })).toThrow(
      'templates/pages/p.hbs: "deadlien" not defined',
    );
  });

  it.each([
    ['inside a condition', '{{#if missing}}x{{/if}}'],
    ['inside a loop', '{{#each missing}}x{{/each}}'],
    ['as an argument of a helper', '{{join missing}}'],
    ['in the depth', '{{unit.missing}}'],
    ['below what is itself absent', '{{unit.a.missing}}'],
    ['as an argument of a partial', '{{> q text=missing}}'],
  ])('fails for a missing variable %s', (_, source) => {
    const set = templateSet({ 'pages/p.hbs': source, 'partials/html/q.hbs': '{{text}}' });
    expect(() => set.render('pages/p', { unit: { name: '市统计局' } })).toThrow('not defined');
  });

  it('prints what is null as nothing', () => {
    expect(page('[{{note}}]{{#if note}}x{{/if}}').render('pages/p', { note: null })).toBe('[]');
  });

  it('names the partial and the template that used it', () => {
    const set = templateSet({ 'pages/p.hbs': '{{> q}}', 'partials/html/q.hbs': '{{name}}' });
    expect(() => set.render('pages/p', {})).toThrow(
      'templates/pages/p.hbs: templates/partials/html/q.hbs: "name" not',
    );
  });

  it('reads a bare name as a field, also when a helper has that name', () => {
    expect(page('{{number}}、{{join list}}').render('pages/p', { number: 7, list: ['甲', '乙'] })).toBe(
      '7、甲、乙',
    );
  });

  it('cannot reach what an object inherits', () => {
    expect(page('{{unit.toString}}|{{unit.constructor}}').render('pages/p', { unit: {} })).toBe('|');
  });

  it('is not rendered with an instance of a class', () => {
    expect(() => page('x').render('pages/p', { at: new Date(0) })).toThrow('view.at is an instance');
  });

  it('escapes like the medium its folder stands for', () => {
    const source = '{{value}}';
    const set = templateSet({
      'pages/p.hbs': source,
      'documents/d/docx/row.hbs': source,
      'documents/d/csv/row.hbs': source,
      'mail/reminder/subject.hbs': source,
      'mail/reminder/text.hbs': source,
    });
    const view = { value: '=<"\u0001\n>' };
    expect(set.render('pages/p', view)).toBe('&#61;&lt;&quot;\u0001\n&gt;');
    expect(set.render('documents/d/docx/row', view)).toBe('=&lt;&quot;\n&gt;');
    expect(set.render('documents/d/csv/row', view)).toBe('"\'=<""\u0001\n>"');
    expect(set.render('mail/reminder/subject', view)).toBe('=<" >');
    expect(set.render('mail/reminder/text', view)).toBe('=<"\u0001\n>');
  });

  it('escapes what a helper returns, and what a partial is told', () => {
    const set = templateSet({
      'pages/p.hbs': '{{join names}}{{> q text=name}}',
      'partials/html/q.hbs': '{{text}}',
    });
    expect(set.render('pages/p', { names: ['<a>'], name: '<b>' })).toBe('&lt;a&gt;&lt;b&gt;');
  });
});

describe('a template is refused when the program starts', () => {
  it.each([
    ['an unescaped expression', '{{{name}}}'],
    ['an unescaped expression', '{{& name}}'],
    ['an expression in an unquoted attribute', '<p title={{name}}>'],
    ['an address that is not checked', '<a href="{{url}}">'],
    ['an address that is not checked', '<img src="{{url}}">'],
    ['an expression in a script attribute', '<p onclick="f(\'{{name}}\')">'],
    ['an expression in a script', '<script>var a = {{name}}</script>'],
    ['unknown helper', '{{frobnicate name}}'],
    ['block parameters', '{{#each rows as |row|}}{{row.x}}{{/each}}'],
    ['nested more than', '{{#if a}}'.repeat(70) + '{{/if}}'.repeat(70)],
  ])('for %s', (reason, source) => {
    expect(() => page(source).render('pages/p', { name: '', rows: [], a: 1, url: '' })).toThrow(reason);
  });

  it('when it stands in a folder that does not say what it writes', () => {
    expect(() => templateSet({ 'letters/p.hbs': 'x' })).toThrow('stands in no folder');
  });
});

describe('the helpers', () => {
  const rendered = (source: string, view: object) => page(source).render('pages/p', view);

  it('print dates in Shanghai from instants and from calendar dates', () => {
    const view = { at: Date.UTC(2021, 6, 25, 16, 30), day: '2021-07-25' };
    expect(rendered('{{date at}} {{dateWithWeekday day}} {{dateTime at}}', view)).toBe(
      '2021年7月26日 2021年7月25日（星期日） 2021年7月26日 00:30',
    );
  });

  it('join a list with 、 and have a word for an empty one', () => {
    expect(rendered('{{join a}}；{{join b none="无"}}', { a: ['甲', '乙', '丙'], b: [] })).toBe(
      '甲、乙、丙；无',
    );
  });

  it('print shares with one decimal, also of nothing', () => {
    expect(rendered('{{percent 55 62}} {{percent 0 0}}', {})).toBe('88.7% 0.0%');
  });

  it('number headings and lists', () => {
    expect(
      rendered('{{#each a}}{{heading 1 (increment @index)}}{{this}} {{/each}}', { a: ['甲', '乙'] }),
    ).toBe('一、甲 二、乙 ');
  });

  it('show a block when any of several values is there', () => {
    const source = '{{#ifAny a b}}有{{else}}无{{/ifAny}}';
    expect([rendered(source, { a: null, b: [1] }), rendered(source, { a: '', b: [] })]).toEqual(['有', '无']);
  });

  it('turn 《》 inside a title into 〈〉', () => {
    expect(rendered('{{titled t}}', { t: '关于《方案》的通知' })).toBe('《关于〈方案〉的通知》');
  });

  it('let only addresses of pages and mail become links', () => {
    const link = (url: string) => rendered('<a href="{{link url}}">', { url });
    expect(link('https://example.org/?a=1&b=2')).toBe('<a href="https://example.org/?a&#61;1&amp;b&#61;2">');
    for (const url of [
      'javascript:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      '//evil.example',
      'JaVaScRiPt:x',
    ]) {
      expect(() => link(url)).toThrow('not a link');
    }
  });
});

describe('a mail', () => {
  it('has a subject of one line, a text without runs of empty lines, and an escaped page', () => {
    const set = templateSet({
      'mail/reminder/subject.hbs': '提醒：{{name}}\n',
      'mail/reminder/text.hbs': '\n{{name}}\n\n\n\n\n完\n\n',
      'mail/reminder/html.hbs': '<p>{{name}}</p>',
    });
    const view = { name: '甲 &\n乙' } as unknown as ReminderMail;
    expect(set.renderMail('reminder', view)).toEqual({
      subject: '提醒：甲 & 乙',
      text: '甲 &\n乙\n\n完\n',
      html: '<p>甲 &amp;\n乙</p>',
    });
  });
});
