/** Where in an ecosystem file the cursor is, read from the brackets before it, for what is half typed is often no JavaScript. */

export type BracketsAt = { readonly word: string } & (
	| /** Between two apps of the list. */ { readonly kind: "app" }
	| {
			/** Where an app's next field begins. */
			readonly kind: "field";
			/** The names that the app has already. */
			readonly present: ReadonlySet<string>;
	  }
	| { readonly kind: "value"; readonly field: string }
	| {
			/** The value of a variable in `env` or `env_NAME`. */
			readonly kind: "variable";
			readonly name: string;
	  }
);

/** `word`: what is typed of it so far. Undefined elsewhere, and in comments. */
export function bracketsAt(
	text: string,
	offset: number,
): BracketsAt | undefined {
	const before = blanked(text.slice(0, offset));
	if (before === undefined) return undefined;
	const open = openBrackets(before);
	const [innermost, outer, outermost] = open.toReversed();
	if (innermost === undefined) return undefined;
	const own = before.slice(innermost + 1);
	if (before[innermost] === "[")
		return isAppList(text, innermost) && /(^|[,}])\s*[\w-]*$/.test(own)
			? { kind: "app", word: wordAt(text, offset) }
			: undefined;
	if (before[innermost] !== "{" || outer === undefined) return undefined;
	if (isAppList(text, outer)) return inApp(text, before, innermost, offset);
	const isEnvironment = /\benv(_\w+)?["']?\s*:\s*$/.test(
		text.slice(0, innermost),
	);
	const name = /(?:^|[,{\s])["']?(\w+)["']?\s*:\s*[\w'"]*$/.exec(
		text.slice(innermost + 1, offset),
	)?.[1];
	return isEnvironment &&
		outermost !== undefined &&
		isAppList(text, outermost) &&
		name !== undefined
		? { kind: "variable", name, word: valueAt(text, offset) }
		: undefined;
}

function inApp(
	text: string,
	before: string,
	brace: number,
	offset: number,
): BracketsAt | undefined {
	if (/[{,]\s*["']?\w*$/.test(before.slice(brace)))
		return {
			kind: "field",
			present: namesIn(text, brace),
			word: wordAt(text, offset),
		};
	const field = /["']?(\w+)["']?\s*:\s*[\w'"]*$/.exec(
		text.slice(brace + 1, offset),
	)?.[1];
	return field === undefined
		? undefined
		: { kind: "value", field, word: valueAt(text, offset) };
}

/** Strings and comments as blanks, each unit one; undefined where the text ends in a comment. */
function blanked(text: string): string | undefined {
	const result = text.replace(
		/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g,
		(match) =>
			match.startsWith("//")
				? `${" ".repeat(match.length)}`
				: ` ${" ".repeat(match.length - 1)}`,
	);
	const lastLine = text.slice(text.lastIndexOf("\n") + 1);
	return /(^|\s)\/\//.test(lastLine.replace(/'[^']*'|"[^"]*"/g, ""))
		? undefined
		: result;
}

function openBrackets(before: string): number[] {
	const open: number[] = [];
	for (let i = 0; i < before.length; i++) {
		if (/[[({]/.test(before[i] ?? "")) open.push(i);
		else if (/[\])}]/.test(before[i] ?? "")) open.pop();
	}
	return open;
}

function isAppList(text: string, bracket: number): boolean {
	return (
		text[bracket] === "[" &&
		/(?:["']?(?:apps|pm2)["']?\s*[:=]|module\.exports\s*=)\s*$/.test(
			text.slice(0, bracket),
		)
	);
}

/** The keys of the object that begins there, as far as its lines tell. */
function namesIn(text: string, brace: number): ReadonlySet<string> {
	const end = text.indexOf("\n    }", brace);
	const body = text.slice(brace, end < 0 ? text.length : end);
	return new Set(
		[...body.matchAll(/(?:^|[{,\s])["']?(\w+)["']?\s*:/g)].flatMap(
			([, name]) => name ?? [],
		),
	);
}

function wordAt(text: string, offset: number): string {
	return /[\w-]*$/.exec(text.slice(0, offset))?.[0] ?? "";
}

/** With the quote that opens it. */
function valueAt(text: string, offset: number): string {
	return /["']?[\w-]*$/.exec(text.slice(0, offset))?.[0] ?? "";
}
