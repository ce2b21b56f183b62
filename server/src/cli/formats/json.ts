import type { Format } from './format';

export const jsonReport: Format = (files) => `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`;
