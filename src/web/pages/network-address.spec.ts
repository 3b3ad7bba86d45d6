import { describe, expect, test } from '@jest/globals';
import { type FastifyRequest } from 'fastify';
import { networkAddress, unknownAddress } from './network-address.js';

const from = (ip: string, forwarded?: string) =>
  ({
    ip,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as FastifyRequest;
const online = 'https://bianzhi.example.org';
const alone = 'http://127.0.0.1:3000';

describe('the network address of a visitor', () => {
  test('behind the proxy of this machine is the one the proxy saw, whatever the visitor wrote before it', () => {
    const answers = ['203.0.113.9', '1.1.1.1, 203.0.113.9', '2001:db8::1 ,203.0.113.9'];
    expect(answers.map((header) => networkAddress(from('127.0.0.1', header), online))).toEqual(
      answers.map(() => '203.0.113.9'),
    );
  });

  test('is not known when the proxy does not tell it', () => {
    expect(networkAddress(from('127.0.0.1'), online)).toBe(unknownAddress);
    expect(networkAddress(from('::1', '<script>'), online)).toBe(unknownAddress);
  });

  test('without a proxy is the peer’s; a thousand forged headers are one visitor', () => {
    const seen = Array.from({ length: 1000 }, (_, n) =>
      networkAddress(from('127.0.0.1', `10.0.0.${n}`), alone),
    );
    expect(new Set(seen)).toEqual(new Set(['127.0.0.1']));
    expect(networkAddress(from('203.0.113.7', '10.0.0.1'), online)).toBe('203.0.113.7');
  });
});
