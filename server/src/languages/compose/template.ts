/**
 * Compose's `${…}`, read as compose-go's template package reads it (template/template.go):
 * `$$`, `$X`, `${X}`, and `${X:-…}`, `-`, `:?`, `?`, `:+`, `+`, whose right side is a template
 * again. A `$` before anything else is a dollar sign.
 */

/** What a variable is, and whether a file of the workspace says so for certain. */
export interface Variable {
	readonly value: string;
	readonly certain: boolean;
}

export type VariableLookup = (name: string) => Variable | undefined;

export interface TemplateReference {
	readonly name: string;
	/** Offsets of the whole `$X` or `${…}` in the template. */
	readonly start: number;
	readonly end: number;
	readonly operator: Operator | undefined;
	/** The right side of the operator, as written. */
	readonly argument: string | undefined;
}

export type Operator = ":-" | "-" | ":?" | "?" | ":+" | "+";

export interface Substitution {
	readonly text: string;
	/** Variables that were asked for and that nothing settles for certain. */
	readonly open: readonly string[];
	readonly references: readonly TemplateReference[];
	/** The first thing that makes compose refuse the whole; offsets in the template. */
	readonly error: TemplateError | undefined;
}

export interface TemplateError {
	readonly kind: "format" | "depth";
	readonly start: number;
	readonly end: number;
}

/** Linear in the template, times its nesting, which is limited. */
export function substitute(
	template: string,
	lookup: VariableLookup,
): Substitution {
	const work: Work = { lookup, open: [], references: [], error: undefined };
	const text = expand(work, template, 0, 0);
	return {
		text,
		open: work.open,
		references: work.references,
		error: work.error,
	};
}

interface Work {
	readonly lookup: VariableLookup;
	readonly open: string[];
	readonly references: TemplateReference[];
	error: TemplateError | undefined;
}

const depthLimit = 50;

function expand(
	work: Work,
	template: string,
	base: number,
	depth: number,
): string {
	let result = "";
	let at = 0;
	while (true) {
		const dollar = template.indexOf("$", at);
		if (dollar < 0) return result + template.slice(at);
		result += template.slice(at, dollar);
		const next = template[dollar + 1];
		if (next === "$") {
			result += "$";
			at = dollar + 2;
		} else if (next === "{") {
			const braced = readBraced(template, dollar);
			if (braced === undefined || depth > depthLimit) {
				work.error ??= {
					kind: braced === undefined ? "format" : "depth",
					start: base + dollar,
					end: base + errorEnd(template, dollar),
				};
				return result + template.slice(dollar);
			}
			result += evaluate(work, braced, base, dollar, depth);
			at = braced.end;
		} else {
			const name = nameAt(template, dollar + 1);
			if (name === "") {
				result += "$";
				at = dollar + 1;
				continue;
			}
			at = dollar + 1 + name.length;
			work.references.push({
				name,
				start: base + dollar,
				end: base + at,
				operator: undefined,
				argument: undefined,
			});
			result += plainValue(work, name);
		}
	}
}

function evaluate(
	work: Work,
	braced: Braced,
	base: number,
	start: number,
	depth: number,
): string {
	const { name, operator, argument } = braced;
	work.references.push({
		name,
		start: base + start,
		end: base + braced.end,
		operator,
		argument,
	});
	const found = work.lookup(name);
	if (operator === undefined) return plainValue(work, name);
	const present =
		found !== undefined && !(operator.startsWith(":") && found.value === "");
	if (found?.certain !== true) note(work, name);
	const right = () =>
		expand(work, argument ?? "", base + braced.argumentStart, depth + 1);
	switch (operator) {
		case ":-":
		case "-":
			return present ? found.value : right();
		case ":+":
		case "+":
			return present ? right() : (found?.value ?? "");
		case ":?":
		case "?":
			// The message is a template too: compose reads it even where it isn't needed.
			right();
			return found?.value ?? "";
	}
}

function plainValue(work: Work, name: string): string {
	const found = work.lookup(name);
	if (found?.certain !== true) note(work, name);
	return found?.value ?? "";
}

function note(work: Work, name: string): void {
	if (!work.open.includes(name)) work.open.push(name);
}

interface Braced {
	readonly name: string;
	readonly operator: Operator | undefined;
	readonly argument: string | undefined;
	readonly argumentStart: number;
	/** Behind the closing brace. */
	readonly end: number;
}

/** `${…}` at an offset, or nothing where compose finds its format invalid. */
function readBraced(template: string, dollar: number): Braced | undefined {
	const name = nameAt(template, dollar + 2);
	const afterName = dollar + 2 + name.length;
	if (name === "") return undefined;
	if (template[afterName] === "}")
		return {
			name,
			operator: undefined,
			argument: undefined,
			argumentStart: afterName,
			end: afterName + 1,
		};
	const operator = /^:?[-+?]/.exec(
		template.slice(afterName, afterName + 2),
	)?.[0];
	if (operator === undefined) return undefined;
	const argumentStart = afterName + operator.length;
	const close = closingBrace(template, dollar, argumentStart);
	if (close === undefined) return undefined;
	return {
		name,
		operator: operator as Operator,
		argument: template.slice(argumentStart, close),
		argumentStart,
		end: close + 1,
	};
}

/**
 * The brace that closes the one at `dollar + 1`: counted as compose-go counts, which looks at
 * one line only, takes any `{` for an opening brace and skips the character behind it; where
 * the count does not come out, the last brace of the line.
 */
function closingBrace(
	template: string,
	dollar: number,
	from: number,
): number | undefined {
	let depth = 0;
	let last: number | undefined;
	for (let i = dollar; i < template.length && template[i] !== "\n"; i++) {
		if (template[i] === "}") {
			if (i >= from) last = i;
			if (--depth === 0) return i >= from ? i : undefined;
		} else if (template[i] === "{") {
			depth++;
			i++;
			// The skipped character may be the last brace of the line.
			if (template[i] === "}" && i >= from) last = i;
			if (template[i] === "\n") break;
		}
	}
	return last;
}

function nameAt(template: string, start: number): string {
	let end = start;
	while (
		end < template.length &&
		isNameUnit(template.charCodeAt(end), end > start)
	)
		end++;
	return template.slice(start, end);
}

function isNameUnit(unit: number, digits: boolean): boolean {
	return (
		(unit >= 97 && unit <= 122) ||
		(unit >= 65 && unit <= 90) ||
		unit === 95 ||
		(digits && unit >= 48 && unit <= 57)
	);
}

function errorEnd(template: string, dollar: number): number {
	const rest = template.slice(dollar);
	const stop = rest.search(/[}\n]/);
	if (stop < 0) return template.length;
	return dollar + stop + (rest[stop] === "}" ? 1 : 0);
}
