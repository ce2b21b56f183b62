// Draws images/icon.png from images/icon.svg with a Chromium that is installed.
//   CHROMIUM=/usr/bin/chromium node scripts/draw-icon.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SIZE = 128;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<style>body { margin: 0 } svg { width: 100%; height: auto; display: block }</style>${readFileSync('images/icon.svg', 'utf8')}`);
writeFileSync('images/icon.png', await page.screenshot({ omitBackground: true }));
await browser.close();
