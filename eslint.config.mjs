// @ts-check
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/**
 * Imports go one way (docs/architecture.md): inbound → usecases → domain, outbound → ports + domain,
 * everything → text and the settings' types. Each row names a folder and what it must never import.
 */
const ENGINE = { regex: '^@rocket\\.chat/', message: 'The core does not know the Apps-Engine: go through usecases/ports.ts.' };
const NODE_PREFIX = { regex: '^node:', message: 'Older engines refuse the node: prefix inside the sandbox.' };
const HOST = { regex: '/(playground|tools|test)/', message: 'The app never imports what stands around it.' };
const folder = (/** @type {string} */ name) => ({
  regex: `^(\\.\\./)+(src/)?${name}(/|$)`,
  message: `This folder must not import ${name}/.`,
});

const house = [
  ['src/domain/**', [ENGINE, folder('usecases'), folder('inbound'), folder('outbound'), folder('settings'), folder('text')]],
  ['src/text/**', [ENGINE, folder('usecases'), folder('inbound'), folder('outbound'), folder('settings')]],
  ['src/usecases/**', [ENGINE, folder('inbound'), folder('outbound')]],
  ['src/inbound/**', [folder('outbound')]],
  [
    'src/outbound/**',
    [
      folder('inbound'),
      {
        regex: '^(\\.\\./)+usecases/(?!ports$)',
        message: 'outbound implements usecases/ports.ts and imports nothing else of the use cases.',
      },
    ],
  ],
  ['src/settings/**', [folder('usecases'), folder('inbound'), folder('outbound')]],
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Control characters are what is looked for where they stand in an expression.
      'no-control-regex': 'off',
      // HTTP statuses are numbers in the contract and in our table; the engine has an enum for them.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    files: ['RocketChatOtoboApp.ts', 'src/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NODE_PREFIX, HOST] }] },
  },
  ...house.map(([files, patterns]) => ({
    files: [/** @type {string} */ (files)],
    rules: {
      '@typescript-eslint/no-restricted-imports': /** @type {['error', {patterns: typeof patterns}]} */ ([
        'error',
        { patterns: [NODE_PREFIX, HOST, ...patterns] },
      ]),
    },
  })),
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  prettier,
);
