import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const onlyDoor = 'Only src/backend/tauri.ts speaks to Tauri: use the backend.';

export default ts.config(
  {
    ignores: [
      'dist/',
      'dist-fake/',
      'node_modules/',
      'test-results/',
      'screenshots/',
      'src/backend/types.ts',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: onlyDoor }] },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
      // Markup in a profile's name is text.
      'svelte/no-at-html-tags': 'error',
    },
  },
  { files: ['src/backend/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['bench/**', 'e2e/**', '*.ts', '*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
);
