// Types are checked by `tsc` (npm run typecheck), so the tests only translate.
const common = {
  testEnvironment: 'node',
  transform: {
    // As in the bundle: YAML is text.
    '\\.yml$': '<rootDir>/test/yml-text.cjs',
    '^.+\\.(tsx?|js)$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          module: 'commonjs',
          moduleResolution: 'node10',
          target: 'ES2022',
          jsx: 'react-jsx',
          esModuleInterop: true,
          allowJs: true,
          isolatedModules: true,
        },
      },
    ],
  },
  // These are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(intl-messageformat|@formatjs|@rocket.chat/message-parser|tldts)/)'],
};

/** @type {import('jest').Config} */
module.exports = {
  // Nothing here is timed: this only ends what hangs. On two slow cores a sandbox takes seconds to come back. In a project of its own jest
  // would not heed it.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/engine/', '<rootDir>/test/browser/'],
    },
    {
      ...common,
      displayName: 'engine',
      testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
      globalSetup: '<rootDir>/test/engine/package-app.ts',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/engine/package-app.ts',
    },
  ],
};
