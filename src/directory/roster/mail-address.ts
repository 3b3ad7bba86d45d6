import { InvalidInput } from '../../platform/index.js';
import { cleanCell } from './cell.js';

/** RFC 5321: a path holds 256 characters with its angle brackets, a local part 64. */
const longestAddress = 254;
const longestLocalPart = 64;
/** The dot-atom form without quoted strings, comments or address literals, which no office mailbox uses. */
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const domainLabel = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const address = new RegExp(`^(${atom}(?:\\.${atom})*)@((?:${domainLabel}\\.)+[A-Za-z]{2,63})$`);

/**
 * One mail address, typed in half or full width; the domain is put in lower case. Line breaks and lists are
 * refused rather than repaired: either could add a recipient to a mail that is meant for one unit.
 * @returns undefined for an empty text
 * @throws InvalidInput
 */
export function readMailAddress(text: string, label: string): string | undefined {
  if (/[\r\n]/.test(text.trim()))
    throw new InvalidInput(`“${label}”中有换行。请只填一个邮箱，写在一行内。`, 'line-break');
  const typed = cleanCell(text, label).normalize('NFKC');
  if (typed === '') return undefined;
  if (/[,;、\s<>]/.test(typed) || typed.split('@').length > 2) {
    throw new InvalidInput(`“${label}”只能填一个邮箱，不带姓名和其他符号。`, 'several-addresses');
  }
  const [, local, domain] = (typed.length <= longestAddress && address.exec(typed)) || [];
  if (!local || !domain || local.length > longestLocalPart) {
    throw new InvalidInput(
      `“${label}”不是有效的邮箱地址。请按“名称@域名”填写，例如liaison@example.org。`,
      'bad-address',
    );
  }
  return `${local}@${domain.toLowerCase()}`;
}
