export type Layout = 'staff' | 'guest' | 'public' | 'plain';

/** A page to be put into its layout. */
export class ShownPage {
  constructor(
    /** Path below `templates/pages/`. */
    readonly template: string,
    readonly view: object,
    readonly options: PageOptions,
  ) {}
}

export interface PageOptions {
  /** Of the browser's window, without the program's name. */
  title: string;
  layout?: Layout;
  /** The entry of the main navigation that is current. */
  nav?: string;
  /** Of a page that tells of a refusal. */
  status?: number;
}

/** Sends the browser to look at a page after something was done, so that reloading does not do it again. */
export class SeeOther {
  constructor(
    readonly path: string,
    /** What was done, shown once on the next page. */
    readonly notice: string | null,
    readonly cookies: SetCookie[] = [],
    /** Whether the visitor goes on in another session than the one they came in (ASVS 5.0, 7.2.4). */
    readonly givesSession = false,
  ) {}
}

export interface SetCookie {
  name: string;
  value: string;
  /** Seconds; 0 takes the cookie away, undefined keeps it until the browser closes. */
  maxAge?: number;
  /** Whether scripts of our pages may read it; it then holds nothing that is secret. */
  readable?: boolean;
}

export const show = (template: string, view: object, options: PageOptions): ShownPage =>
  new ShownPage(template, view, options);

/** Lets somebody in. */
export const seeOtherAs = (session: SetCookie, path: string, notice: string | null = null): SeeOther =>
  new SeeOther(path, notice, [session], true);

export const seeOther = (path: string, notice: string | null = null, cookies: SetCookie[] = []): SeeOther =>
  new SeeOther(path, notice, cookies);
