import { BadConfiguration, readConfig } from './config.js';

describe('the settings of a process', () => {
  it('has a default for each', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      production: false,
      smtpUrl: undefined,
      publicUrl: 'http://127.0.0.1:3000',
    });
    expect(config.databaseUrl).toMatch(/^sqlite:.*data.bianzhi\.db$/);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'eighty'],
    ['DATABASE_URL', 'mysql://x'],
    ['SMTP_URL', 'mail.example.org'],
    ['PUBLIC_URL', 'example'],
    ['MAIL_FROM', 'nobody'],
    ['BIANZHI_NOW', 'yesterday'],
    ['BIANZHI_NOW', '2021-09-08'],
    ['BIANZHI_NOV', '2021-09-08T09:00:00+08:00'],
  ])('stops the start on %s=%s and says which setting is wrong', (key, value) => {
    expect(() => readConfig({ [key]: value })).toThrow(BadConfiguration);
    expect(() => readConfig({ [key]: value })).toThrow(key);
  });

  it('lets a demonstration choose its first instant, but not production', () => {
    const env = { BIANZHI_NOW: '2021-09-08T09:00:00+08:00' };
    expect(readConfig(env).startsAt).toBe(Date.parse('2021-09-08T01:00:00Z'));
    expect(() => readConfig({ ...env, NODE_ENV: 'production' })).toThrow(/生产环境/);
  });
});
