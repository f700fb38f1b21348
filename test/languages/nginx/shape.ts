/** What holds for every tree, and a way to write it down. */

import assert from "node:assert/strict";
import type {
	Directive,
	NginxTree,
} from "../../../server/src/languages/nginx/tree.ts";
import type { Span } from "../../../server/src/text/place.ts";

/** The statements as one would write them, in one line: `a b; c { d; }`. */
export function outline(directives: readonly Directive[]): string {
	return directives
		.map(({ name, args, block }) => {
			const words = [name, ...args].map(({ text }) => text).join(" ");
			if (!block) return `${words};`;
			if (block.kind === "lua") return `${words} {lua}`;
			return `${words} { ${outline(block.directives)} }`.replace("{  }", "{}");
		})
		.join(" ");
}

/** Every place lies in the text and in what holds it, in order. */
export function assertSound(tree: NginxTree, text: string): void {
	const whole = { start: 0, end: text.length };
	// An own stack: a tree may be deeper than a test's.
	const levels: { inside: Span; directives: readonly Directive[] }[] = [
		{ inside: whole, directives: tree.directives },
	];
	for (let level = levels.pop(); level; level = levels.pop()) {
		let behind = level.inside.start;
		for (const { name, args, block, at } of level.directives) {
			assertWithin(at, { start: behind, end: level.inside.end });
			behind = at.start;
			for (const word of [name, ...args]) {
				assertWithin(word.at, { start: behind, end: at.end });
				behind = word.at.end;
			}
			if (block) assertWithin(block.at, { start: behind, end: at.end });
			if (block?.kind === "directives")
				levels.push({ inside: block.at, directives: block.directives });
			behind = at.end;
		}
	}
	for (const { at } of tree.comments) {
		assertWithin(at, whole);
		assert.equal(text[at.start], "#");
	}
	for (const { at, mend } of tree.errors) {
		assertWithin(at, whole);
		if (mend) assertWithin(mend, whole);
	}
}

/**
 * Words, `;`, braces and comments of a file without errors, put together with the white space
 * between them: the file again. Throws where something else lies between.
 */
export function printed(tree: NginxTree, text: string): string {
	const pieces: Span[] = tree.comments.map(({ at }) => at);
	const collect = (directives: readonly Directive[]): void => {
		for (const { name, args, block, at } of directives) {
			for (const word of [name, ...args]) pieces.push(word.at);
			pieces.push({ start: at.end - 1, end: at.end });
			if (!block) continue;
			pieces.push({ start: block.at.start - 1, end: block.at.start });
			if (block.kind === "lua") pieces.push(block.at);
			else collect(block.directives);
		}
	};
	collect(tree.directives);
	pieces.sort((a, b) => a.start - b.start || a.end - b.end);
	let result = "";
	for (const { start, end } of pieces) {
		assert.match(text.slice(result.length, start), /^[ \t\r\n]*$/);
		result += text.slice(result.length, end);
	}
	return result + /[ \t\r\n]*$/.exec(text.slice(result.length))?.[0];
}

function assertWithin(inner: Span, outer: Span): void {
	assert.ok(
		outer.start <= inner.start &&
			inner.start <= inner.end &&
			inner.end <= outer.end,
		`${inner.start}–${inner.end} lies outside of ${outer.start}–${outer.end}`,
	);
}
