/** Text of a document or template as it is shown within Markdown: it opens no link, tag, image, emphasis or code. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&');
}

/** The text as inline code. */
export function inlineCode(text: string): string {
	return `\`${text.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}
