import { Injectable } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import { Attempts } from '../../access/index.js';
import { Database, Refusal } from '../../platform/index.js';

export class TooManyComments extends Refusal {
  constructor() {
    super(
      'too-many-comments',
      `您所在的网络一小时内已提交${hourly.address}件意见，已到上限，这一件还没有提交。内容都还在下面，请一小时后再提交，或者改用来信的方式。`,
      429,
    );
  }
}

const hourMs = 3_600_000;

/** Beyond `address` nothing is taken; beyond the others it takes the slower queue. */
const hourly = { address: 30, addressAtOnce: 8, subnetAtOnce: 60, noticeAtOnce: 3000 };

/** How many comments come from where: counted in the database, where no address is kept. */
@Injectable()
export class CommentGate {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
  ) {}

  /** @throws TooManyComments */
  pressure(noticeId: string, address: string): Promise<'free' | 'busy'> {
    return this.database.write(async () => {
      const { host, subnet } = networkOf(address);
      if (!(await this.attempts.take(`comments:host:${host}`, hourly.address, hourMs)))
        throw new TooManyComments();
      const limits = [
        { subject: `comments:notice:${noticeId}`, allowed: hourly.noticeAtOnce },
        { subject: `comments:host-at-once:${host}`, allowed: hourly.addressAtOnce },
        { subject: `comments:subnet:${subnet}`, allowed: hourly.subnetAtOnce },
      ];
      let free = true;
      for (const { subject, allowed } of limits)
        free = (await this.attempts.take(subject, allowed, hourMs)) && free;
      return free ? 'free' : 'busy';
    });
  }
}

/** One household has a whole /64 of IPv6 to itself, so that counts as one host. */
export function networkOf(address: string): { host: string; subnet: string } {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (!isIPv6(plain)) return { host: plain, subnet: plain.split('.').slice(0, 3).join('.') };
  const groups = groupsOf(plain);
  return { host: groups.slice(0, 4).join(':'), subnet: groups.slice(0, 3).join(':') };
}

function groupsOf(address: string): string[] {
  const [head, tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  if (tail === undefined) return left;
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right];
}
