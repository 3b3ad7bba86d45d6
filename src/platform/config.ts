import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './paths.js';
import { Refusal } from './refusal.js';

export class BadConfiguration extends Refusal {
  constructor(userMessage: string) {
    super('bad-configuration', userMessage, 500);
  }
}

const url = (protocols: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `应形如 ${example}`,
  });

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z
    .string()
    .refine((text) => /^sqlite:.+/.test(text) || /^postgres(ql)?:\/\/.+/.test(text), {
      error: '应形如 sqlite:data/bianzhi.db 或者 postgres://用户:口令@主机/库名',
    })
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://用户:口令@主机:587').optional(),
  PUBLIC_URL: url(['http:', 'https:'], 'https://bianzhi.example.org').optional(),
  MAIL_FROM: z.email({ error: '应为一个电子邮件地址' }).default('secretariat@example.org'),
  PORT: z.coerce.number({ error: '应为端口号' }).int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  TRUSTED_PROXIES: z.string().min(1).optional(),
  SECOND_FACTOR: z.enum(['required', 'offered'], { error: '应为 required 或者 offered' }).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  SERVER_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '应为64位十六进制数字' })
    .optional(),
  START_WITH_MISSING_FILES: z.enum(['yes'], { error: '应为 yes，或者不设置' }).optional(),
  BIANZHI_NOW: z.iso
    .datetime({ offset: true, error: '应为带时区的时刻，例如 2021-09-08T09:00:00+08:00' })
    .optional(),
});
const knownKeys = new Set([...Object.keys(environment.shape), 'BIANZHI_LOG']);

const isLoopback = (url: string | undefined): boolean =>
  url === undefined || /^(127\.|localhost$|\[::1\]$)/.test(new URL(url).hostname);

/** `@Inject(configToken) config: Config` */
export const configToken = Symbol('Config');

export interface Config {
  production: boolean;
  databaseUrl: string;
  smtpUrl: string | undefined;
  publicUrl: string;
  mailFrom: string;
  port: number;
  /** Address on which the door opens; this machine alone unless told. */
  host: string;
  /**
   * Addresses whose X-Forwarded-For is believed, comma-separated. Unless told, none; and this machine's own once the
   * public address is another one, for then a proxy here stands in front.
   */
  trustedProxies: string | undefined;
  /** Staff must bind an authenticator before they can do anything; so in production unless told. */
  secondFactorRequired: boolean;
  dataFolder: string;
  /** Files that rows name are gone for good, and a person has said that the house shall open without them. */
  startWithMissingFiles: boolean;
  startsAt: number | undefined;
  /** Hexadecimal; several machines must share it. A file in the data folder holds one otherwise. */
  serverKey: string | undefined;
}

/**
 * Reads the process's settings once. A setting that is misspelt or malformed stops the start: a secretariat
 * must not find out in November that its mails went nowhere since June.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const unknown = Object.keys(env).filter((key) => key.startsWith('BIANZHI_') && !knownKeys.has(key));
  if (unknown.length > 0) {
    throw new BadConfiguration(`不认识的设置项：${unknown.join('、')}。请对照 README 的设置表改正后再启动。`);
  }
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
    throw new BadConfiguration(`设置有误，未启动。${faults.join('；')}。`);
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  if (production && settings.BIANZHI_NOW !== undefined) {
    throw new BadConfiguration('BIANZHI_NOW 只供演示，生产环境不得设置。请删去后再启动。');
  }
  const dataFolder = resolve(projectRoot, settings.DATA_DIR);
  return {
    production,
    databaseUrl: settings.DATABASE_URL ?? `sqlite:${join(dataFolder, 'bianzhi.db')}`,
    smtpUrl: settings.SMTP_URL,
    publicUrl: (settings.PUBLIC_URL ?? `http://127.0.0.1:${settings.PORT}`).replace(/\/$/, ''),
    mailFrom: settings.MAIL_FROM,
    port: settings.PORT,
    host: settings.HOST,
    trustedProxies: settings.TRUSTED_PROXIES ?? (isLoopback(settings.PUBLIC_URL) ? undefined : 'loopback'),
    secondFactorRequired: (settings.SECOND_FACTOR ?? (production ? 'required' : 'offered')) === 'required',
    dataFolder,
    serverKey: settings.SERVER_KEY,
    startWithMissingFiles: settings.START_WITH_MISSING_FILES === 'yes',
    startsAt: settings.BIANZHI_NOW === undefined ? undefined : Date.parse(settings.BIANZHI_NOW),
  };
}
