import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import vueParser from 'vue-eslint-parser';

const typed = {
  parser: tseslint.parser,
  projectService: true,
  tsconfigRootDir: import.meta.dirname,
  extraFileExtensions: ['.vue'],
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts', 'tools', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.ts'], languageOptions: { parserOptions: typed } },
  { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions: typed } },
  {
    rules: {
      // Amounts are fen (money/fen.ts): nothing else may make numbers of texts.
      'no-restricted-globals': ['error', 'parseFloat'],
      'no-restricted-properties': ['error', { object: 'Number', property: 'parseFloat' }],
      // Scripts and styles come from files alone, and texts are never markup.
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': ['error', { allowBinding: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any', normal: 'always', component: 'always' } }],
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/attributes-order': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // A draft is one object that the form, the lines and the page share: it is typed into.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      '@typescript-eslint/no-misused-spread': 'off', // of texts: by characters is what is meant
      '@typescript-eslint/no-useless-default-assignment': 'off', // of props, which it takes for plain objects
    },
  },
  {
    // What a template is, only vue-tsc knows (npm run types): to the linter it is of no type at all.
    files: ['**/*.vue', 'src/main.ts', 'src/router.ts'],
    rules: Object.fromEntries(['call', 'return', 'assignment', 'member-access', 'argument'].map((each) =>
      [`@typescript-eslint/no-unsafe-${each}`, 'off'])),
  },
);
