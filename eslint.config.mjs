import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { packageRules, zones } from './scripts/lint/import-direction.mjs';

const callOf = (names) =>
  `CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(${names})$/]`;

// Playwright's `test.skip(condition, reason)` stays allowed: it says why.
const hiddenTests = [
  {
    selector: callOf('only|todo|fixme|failing|fail'),
    message: 'A test runs with all the others or is removed.',
  },
  {
    selector: `${callOf('skip')}:not([arguments.1.type=/Literal$/])`,
    message: 'Only the absence of the shared data may skip a test: test/shared-data.ts.',
  },
  {
    selector: 'CallExpression[callee.name=/^[xf](it|describe|test)$/]',
    message: 'A test runs or is removed.',
  },
];

export default tseslint.config(
  { ignores: ['**/dist/', '.local/', 'node_modules/', 'test-results/', 'playwright-report/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['playwright.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })],
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // With `noUncheckedIndexedAccess` an index that was just checked needs it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-control-regex': 'off',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSInterfaceDeclaration',
          message: 'Use `type`: an interface does not fit the resolver contract.',
        },
        ...hiddenTests,
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.config.ts', 'static/shared/feature-gates-stub.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: ['{static,local/pages,bench}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['{src,static}/**/*.{ts,tsx}'], rules: { 'no-console': ['error', { allow: ['error', 'warn'] }] } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        Buffer: 'readonly',
        document: 'readonly',
      },
    },
  },
  // The one place where a test may be left out, and it says why.
  { files: ['test/shared-data.ts'], rules: { 'no-restricted-syntax': 'off' } },
  ...packageRules,
);
