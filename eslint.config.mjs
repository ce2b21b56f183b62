import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', '.cache/'] },
	...tseslint.configs.recommended,
	regexp.configs['flat/recommended'],
	{
		files: ['**/*.ts', '**/*.mjs'],
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'regexp/no-super-linear-backtracking': 'error',
			'regexp/no-super-linear-move': 'error',
			'no-console': 'off',
			eqeqeq: 'error',
		},
	},
);
