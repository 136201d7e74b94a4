import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const serverFolders = [
  'ingest',
  'warehouse',
  'analysis',
  'calendar',
  'casework',
  'documents',
  'reports',
  'wall',
  'files',
  'terms',
  'api',
  'cli',
  'bench',
  'scripts',
]
const browserFolders = ['ui', 'dashboard', 'screen']

export default defineConfig(
  globalIgnores(['dist/', 'built/', 'coverage/', 'data/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  vue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.e2e.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
        parser: tseslint.parser,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Read the environment in config.ts only.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Numbers come from data or from a seeded generator passed in.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Fastify plugins are async by contract, whether or not they await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: serverFolders.map((folder) => `${folder}/**/*.ts`),
    // The page a benchmark opens in a browser.
    ignores: ['bench/wall/bare/main.ts'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'localStorage'] },
  },
  {
    files: browserFolders.flatMap((folder) => [`${folder}/**/*.ts`, `${folder}/**/*.vue`]),
    languageOptions: { globals: globals.browser },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/no-v-html': 'error',
      'vue/max-template-depth': ['error', { maxDepth: 8 }],
      'vue/max-lines-per-block': ['error', { script: 150, template: 120, style: 120, skipBlankLines: true }],
    },
  },
  { files: ['config.ts', 'tests/**/*.ts', 'scripts/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['cli.ts', 'cli/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', 'data-samples/generate.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['tests/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  prettier,
)
