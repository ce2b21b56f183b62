// The browser page that shows a workbench: its console, its end, pictures of it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/** How often a waiting picture request is looked for, in milliseconds. */
const REQUEST_POLL_MS = 50;

/**
 * Opens `url` in a headless browser. `finished` resolves with the exit code that the test suite in the workbench gave,
 * or rejects when the page is lost or `timeoutMs` is over.
 */
export async function openPage(url, { timeoutMs, pictures, onLog = console.log }) {
	const profile = mkdtempSync(path.join(os.tmpdir(), 'postmortem-profile-'));
	mkdirSync(path.join(profile, 'Default'));
	// Webviews (the Markdown preview) live on another origin and need their service worker.
	writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } }));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: findChromium(),
		headless: true,
		viewport: { width: 1400, height: 900 },
		handleSIGINT: false,
		handleSIGTERM: false,
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
	});
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const page = context.pages()[0] ?? (await context.newPage());
	let settle, fail;
	const finished = new Promise((resolve, reject) => ([settle, fail] = [resolve, reject]));
	finished.catch(() => {}); // whoever awaits it later still sees the failure
	const timer = setTimeout(() => fail(new Error(`The workbench gave no result within ${timeoutMs / 1000} s`)), timeoutMs);
	page.on('crash', () => fail(new Error('The browser page crashed')));
	context.on('close', () => fail(new Error('The browser was closed')));
	if (process.env.POSTMORTEM_DEBUG) page.on('console', (message) => console.error(`[page] ${message.text()}`));
	await page.exposeFunction('codeAutomationLog', (level, args) => onLog(format(...args)));
	await page.exposeFunction('codeAutomationExit', (code) => settle(code));
	const answering = pictures ? setInterval(() => answerRequests(page, pictures), REQUEST_POLL_MS) : undefined;
	await page.goto(url);

	return {
		finished,
		picture: (file) => page.screenshot({ path: file }),
		async close() {
			clearTimeout(timer);
			clearInterval(answering);
			await context.close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/**
 * A suite asks for a picture with a file `NAME.request` (JSON: `press`, keys to press first; `paste`, text
 * to paste; `clip`, the part wanted);
 * the answer is `NAME.png`, or `NAME.failed` with the reason.
 */
async function answerRequests(page, folder) {
	if (!existsSync(folder)) return;
	for (const request of readdirSync(folder).filter((name) => name.endsWith('.request'))) {
		const base = path.join(folder, request.slice(0, -'.request'.length));
		const taken = `${base}.taken`;
		try {
			renameSync(path.join(folder, request), taken);
			const { press = [], paste, clip, settleMs = 300 } = JSON.parse(readFileSync(taken, 'utf8'));
			for (const key of press) await page.keyboard.press(key);
			if (paste !== undefined) await page.evaluate(pasteAtFocus, paste);
			await page.waitForTimeout(settleMs); // the workbench draws after its commands return
			await page.screenshot({ path: `${base}.part.png`, clip });
			renameSync(`${base}.part.png`, `${base}.png`);
		} catch (error) {
			writeFileSync(`${base}.failed`, String(error));
		}
		rmSync(taken, { force: true });
	}
}

/** In the page: what the browser tells the focused element of when a person pastes. A headless one does not paste into the workbench. */
function pasteAtFocus(text) {
	const clipboardData = new DataTransfer();
	clipboardData.setData('text/plain', text);
	document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
