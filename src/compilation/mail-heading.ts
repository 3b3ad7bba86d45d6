import { type MailView } from '../render/index.js';
import { type Compilation } from './compilation.entity.js';

/** What every mail says of its compilation; titles without 《》, which the templates add. */
export function mailHeading(compilation: Compilation): MailView['compilation'] {
  const { title, shortTitle, documentNumber, issuer, secretariat, contact } = compilation;
  return {
    title: bare(title),
    shortTitle: bare(shortTitle),
    documentNumber: documentNumber ?? '',
    issuer,
    secretariat,
    contact: { ...contact },
  };
}

const bare = (title: string): string => title.replace(/^《|》$/g, '');
