/** What a browser shows after a request: the form's proof is the one that stands in its page. */
export interface TabPage {
  status: number;
  html: string;
  location: string | null;
  formToken: string;
  /** Of the last form of the page, or of the one that gives back what was typed. */
  formTicket: string;
  /** Of the form that gives back what was typed, on a page that refuses. */
  kept: Record<string, string>;
}

/** A browser without scripts that keeps its cookie, so that another link or another sign-in replaces it. */
export class Tab {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  open(path: string): Promise<TabPage> {
    return this.ask(path, {});
  }

  /** Presses the button of a page that was opened by a stranger, as the page of a link. */
  press(path: string): Promise<TabPage> {
    return this.post(path, { formToken: '' });
  }

  /** Sends a form of a page: what the page gave back, over it what is typed now, and the page's proof. */
  send(page: TabPage, path: string, typed: Record<string, string>): Promise<TabPage> {
    const { formToken, formTicket, kept } = page;
    return this.post(path, { ...kept, ...typed, formToken, formTicket });
  }

  post(path: string, fields: Record<string, string>): Promise<TabPage> {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async ask(path: string, init: RequestInit): Promise<TabPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(this.url + path, { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name, value);
    }
    const html = await answer.text();
    const formTicket = lastOf(html, /name="formTicket" value="([^"]*)"/g) ?? '';
    const formToken = lastOf(html, /name="formToken" value="([^"]*)"/g) ?? '';
    const location = answer.headers.get('location');
    return { status: answer.status, html, location, formToken, formTicket, kept: keptIn(html) };
  }
}

const lastOf = (html: string, pattern: RegExp): string | undefined => [...html.matchAll(pattern)].at(-1)?.[1];

/** The fields of the form “改好了，再提交一次”. */
function keptIn(html: string): Record<string, string> {
  const form = /您填写的内容仍在这里[\s\S]*?<form([\s\S]*?)<\/form>/.exec(html)?.[1] ?? '';
  const inputs = [...form.matchAll(/<input [^>]*name="([^"]*)" value="([^"]*)"/g)];
  const areas = [...form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)];
  return Object.fromEntries([...inputs, ...areas].map(([, name, value]) => [name, value]));
}
