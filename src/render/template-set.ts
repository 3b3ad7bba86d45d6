import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import { helpersFor } from './helpers.js';
import { type MailName, type MailViews } from './mail-views.js';
import { escapeFor, media, mediumOf, type Medium } from './medium.js';
import { assertPlainData } from './plain-data.js';
import { TemplateError } from './template-error.js';
import { parseTemplate } from './template-syntax.js';

/** `data` is read with @ in the template and its partials: `{ head }` as {{@head.title}}. */
export type Template = (view: object, data?: object) => string;

export interface RenderedMail {
  /** One line, safe as a mail header. */
  subject: string;
  text: string;
  html: string;
}

/**
 * All templates below one folder, read and checked once when the program starts. Each medium has an environment
 * of its own, so a partial exists once per medium and escapes like the templates that use it.
 */
export class TemplateSet {
  private readonly templates = new Map<string, Template>();
  private readonly sources = new Map<string, string>();

  /** @param folder absolute path of `templates/`. */
  constructor(private readonly folder: string) {
    for (const path of this.templatePaths())
      this.sources.set(path, readFileSync(join(folder, `${path}.hbs`), 'utf8'));
    for (const medium of media) this.compileMedium(medium);
  }

  /** Paths below the folder, with `/` and without `.hbs`, sorted. */
  paths(): string[] {
    return [...this.sources.keys()];
  }

  has(path: string): boolean {
    return this.templates.has(path);
  }

  /** What `meta.json` beside the templates of a folder says, for example a sheet's name; empty without one. */
  meta(folder: string): Record<string, unknown> {
    const file = join(this.folder, folder, 'meta.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
  }

  /** @throws TemplateError when there is no such template. */
  get(path: string): Template {
    const template = this.templates.get(path);
    if (!template) throw new TemplateError(path, 'does not exist');
    return template;
  }

  /** @throws TemplateError naming template and variable when the view lacks something the template uses. */
  render(path: string, view: object): string {
    assertPlainData(view);
    return this.get(path)(view);
  }

  /** @param data what the page and its partials read with @, among it finished HTML. */
  renderPage(path: string, view: object, data: object): string {
    assertPlainData(view);
    return this.get(path)(view, data);
  }

  renderMail<Name extends MailName>(name: Name, view: MailViews[Name]): RenderedMail {
    assertPlainData(view);
    const part = (file: string) => this.get(`mail/${name}/${file}`)(view);
    return {
      subject: part('subject').replace(/\s+/g, ' ').trim(),
      text: `${part('text')
        .replace(/\n{3,}/g, '\n\n')
        .trim()}\n`,
      html: part('html'),
    };
  }

  private templatePaths(): string[] {
    const entries = readdirSync(this.folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'));
    const paths = files.map((file) =>
      relative(this.folder, join(file.parentPath, file.name)).slice(0, -'.hbs'.length),
    );
    return paths.map((path) => path.split(sep).join('/')).sort();
  }

  private compileMedium(medium: Medium): void {
    const environment = environmentFor(medium);
    for (const [path, source] of this.sources) {
      if (mediumOf(path) !== medium) continue;
      const template = compile(environment, path, source, medium);
      if (path.startsWith('partials/')) {
        environment.registerPartial(path.slice(`partials/${medium}/`.length), template);
      } else {
        this.templates.set(path, (view, data) => template(view, { ...ownPropertiesOnly, data }));
      }
    }
  }
}

function environmentFor(medium: Medium): typeof Handlebars {
  const environment = Handlebars.create();
  const escape = escapeFor[medium];
  environment.registerHelper(helpersFor(medium));
  environment.registerHelper('escape', (value: unknown) =>
    value instanceof Handlebars.SafeString ? value.toString() : escape(value),
  );
  return environment;
}

function compile(
  environment: typeof Handlebars,
  path: string,
  source: string,
  medium: Medium,
): Handlebars.TemplateDelegate<object> {
  try {
    const knownHelpers = Object.fromEntries(Object.keys(environment.helpers).map((name) => [name, true]));
    const program = parseTemplate(source, medium);
    const options = { strict: true, noEscape: true, preventIndent: true, knownHelpersOnly: true };
    const compiled = environment.compile<object>(program, {
      ...options,
      knownHelpers: knownHelpers as unknown as KnownHelpers,
    });
    return named(path, compiled);
  } catch (error) {
    throw TemplateError.of(path, error);
  }
}

const ownPropertiesOnly = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Handlebars says which variable is missing but not where; partials are called with a second argument. */
function named(path: string, compiled: Handlebars.TemplateDelegate<object>): typeof compiled {
  return (view, options) => {
    try {
      return compiled(view, options);
    } catch (error) {
      throw TemplateError.of(path, error);
    }
  };
}
