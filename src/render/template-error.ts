/** A template that cannot be compiled or rendered: a fault of the template or of its view, never of a visitor. */
export class TemplateError extends Error {
  constructor(template: string, fault: string, options?: ErrorOptions) {
    super(`templates/${template}.hbs: ${fault}`, options);
    this.name = 'TemplateError';
  }

  /** Names the template, and for a fault inside a partial also the template that used it. */
  static of(template: string, error: unknown): TemplateError {
    const message = error instanceof Error ? error.message : String(error);
    return new TemplateError(template, message.replace(/ in (\[object Object\]|undefined|null)/, ''), {
      cause: error,
    });
  }
}
