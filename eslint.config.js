import tseslint from 'typescript-eslint';

/** Only platform/database may touch a data source; everyone else goes through write(fn) and read(fn). */
const noDirectDatabase = [
  'error',
  {
    paths: [
      {
        name: 'typeorm',
        importNames: ['DataSource', 'getRepository'],
        message: 'Use Database.write / Database.read.',
      },
      {
        name: '@nestjs/typeorm',
        message: 'Repositories are reached through the manager of write(fn) or read(fn).',
      },
      { name: 'better-sqlite3', message: 'Use Database.write / Database.read.' },
      { name: 'pg', message: 'Use Database.write / Database.read.' },
    ],
  },
];
const noAmbientTimeOrChance = [
  'error',
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Use the injected clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Use the injected clock.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Use the injected source of ids.',
  },
  { selector: "CallExpression[callee.name='randomUUID']", message: 'Use the injected source of ids.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'out/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 6 }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts', 'src/platform/**'],
    rules: { 'no-restricted-imports': noDirectDatabase, 'no-restricted-syntax': noAmbientTimeOrChance },
  },
  { files: ['**/*.spec.ts', 'test/**'], rules: { 'max-lines-per-function': 'off', 'no-console': 'off' } },
  { files: ['scripts/**', 'test/**/*.mjs'], rules: { 'no-console': 'off' } },
);
