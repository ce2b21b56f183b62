/** Every incoming message passes here first: what the library would choke on is made harmless. */
import type { Message, MessageStrategy } from 'vscode-languageserver';
import { isObject } from './params';

export const soundMessages: MessageStrategy = {
	handleMessage(message, next) {
		return next(withParams(message));
	},
};

/** `null` where an object belongs counts as an empty object, and so does what `initialize` misses. */
function withParams(message: Message): Message {
	const { method, params } = message as { method?: unknown; params?: unknown };
	if (method === 'initialize') {
		const given = isObject(params) ? params : {};
		return { ...message, params: { ...given, capabilities: isObject(given['capabilities']) ? given['capabilities'] : {} } } as Message;
	}
	return typeof method === 'string' && params === null ? ({ ...message, params: {} } as Message) : message;
}
