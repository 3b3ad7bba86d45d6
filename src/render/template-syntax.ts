import Handlebars from 'handlebars';
import { type Medium } from './medium.js';

type Expression = hbs.AST.Expression;

/** Deeper nesting is a mistake, and thousands of blocks overflow the compiler's stack. */
const maximumDepth = 64;

const forbiddenSource: { medium: Medium[]; pattern: RegExp; reason: string }[] = [
  {
    medium: ['html', 'xml', 'csv', 'text', 'header'],
    pattern: /\{\{\{|\{\{~?&/,
    reason: 'an unescaped expression',
  },
  { medium: ['html', 'xml'], pattern: /=\s*\{\{/, reason: 'an expression in an unquoted attribute' },
  {
    medium: ['html'],
    pattern: /\s(?:href|src|action|formaction)\s*=\s*["'](?!\{\{link )[^"']*\{\{/i,
    reason: 'an address that is not checked by the helper link',
  },
  {
    medium: ['html'],
    pattern: /\son[a-z]+\s*=\s*(?:"[^"]*\{\{|'[^']*\{\{)/i,
    reason: 'an expression in a script attribute',
  },
  { medium: ['html'], pattern: /<script\b[^>]*>[^<]*\{\{/i, reason: 'an expression in a script' },
];

/** The reasons why this source may not become a template; empty when it may. */
export function faultsOfSource(source: string, medium: Medium): string[] {
  return forbiddenSource
    .filter((rule) => rule.medium.includes(medium) && rule.pattern.test(source))
    .map((rule) => rule.reason);
}

/**
 * Handlebars has one escape function for all environments and leaves the arguments of helpers unchecked in
 * strict mode. So each `{{x}}` becomes `{{escape x}}`, the medium's own function, and each path is made strict,
 * in conditions and arguments too: `{{#if deadlien}}` fails instead of being false.
 */
class StrictEscaping extends Handlebars.Visitor {
  private depth = 0;

  constructor(private readonly medium: Medium) {
    super();
  }

  override Program(program: hbs.AST.Program): void {
    if (++this.depth > maximumDepth) throw new Error(`blocks are nested more than ${maximumDepth} deep`);
    // Handlebars looks fields of block parameters up without the strict check.
    if (program.blockParams?.length) throw new Error('block parameters are not used here');
    super.Program(program);
    this.depth--;
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }

  override ContentStatement(content: hbs.AST.ContentStatement): void {
    // RFC 4180 ends a row with CRLF; line feeds inside a quoted cell come from values and stay.
    if (this.medium === 'csv') content.value = content.value.replace(/\r?\n/g, '\r\n');
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    super.MustacheStatement(statement);
    const argument = this.argumentOf(statement);
    statement.path = pathTo('escape', statement.loc);
    statement.params = [argument];
    statement.hash = undefined as unknown as hbs.AST.Hash;
  }

  /** Helpers take arguments, so a bare name is a field, even one that a helper is called by as well. */
  private argumentOf({ path, params, hash, loc }: hbs.AST.MustacheStatement): Expression {
    if (params.length === 0 && !hash) return path;
    return { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression;
  }
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

/** Parses and prepares a template for {@link Handlebars.compile}. */
export function parseTemplate(source: string, medium: Medium): hbs.AST.Program {
  const faults = faultsOfSource(source, medium);
  if (faults.length > 0) throw new Error(faults.join('; '));
  const program = Handlebars.parse(source);
  new StrictEscaping(medium).accept(program);
  return program;
}
