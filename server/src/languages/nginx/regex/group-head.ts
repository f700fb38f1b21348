/** Reads what stands at the beginning of a group: `(`, `(?:`, `(?<name>`, `(?i)`. */

interface Common {
	/** Behind the head, in units of the pattern. */
	readonly end: number;
	readonly mistake?: string;
	/** False where it is not looked into. */
	readonly complete: boolean;
}

export type GroupHead = Common &
	(
		| {
				readonly kind: "group";
				readonly captures: boolean;
				readonly name: string | undefined;
				/** `(?=…)` and the like match no text of their own. */
				readonly looks: boolean;
		  }
		/** `(?1)`: the pattern of a group again. */
		| { readonly kind: "call"; readonly number: number }
		/** A comment, or flags up to the end of the group around. */
		| { readonly kind: "no group" }
	);

/** `start`: where the opening parenthesis stands. */
export function readGroupHead(pattern: string, start: number): GroupHead {
	const rest = pattern.slice(start);
	const plain = { kind: "group", captures: false, name: undefined } as const;
	// Verbs as (*UTF8).
	if (!rest.startsWith("(?"))
		return {
			...plain,
			captures: true,
			looks: false,
			end: start + 1,
			complete: !rest.startsWith("(*"),
		};

	const sign = /^\(\?(<=|<!|[=!:>|])/.exec(rest);
	if (sign)
		return {
			...plain,
			looks: !/[:>|]/.test(sign[1] ?? ""),
			end: start + sign[0].length,
			// Branch reset counts groups otherwise; an atomic group gives nothing back.
			complete: !/[|>]/.test(sign[1] ?? ""),
		};

	const named = /^\(\?(?:P?<(\w*)(>?)|'(\w*)('?))/.exec(rest);
	if (named) {
		const name = named[1] ?? named[3] ?? "";
		const mistake = mistakeInName(name, (named[2] ?? named[4]) !== "");
		return {
			...plain,
			captures: true,
			name: mistake === undefined ? name : undefined,
			looks: false,
			end: start + named[0].length,
			complete: name.length <= 32,
			...(mistake !== undefined && { mistake }),
		};
	}

	if (rest.startsWith("(?#")) {
		const close = rest.indexOf(")");
		return {
			kind: "no group",
			end: close < 0 ? pattern.length : start + close + 1,
			complete: true,
			...(close < 0 && { mistake: "this comment is not closed" }),
		};
	}

	const call = /^\(\?(\d+)\)/.exec(rest);
	if (call)
		return {
			kind: "call",
			number: Number(call[1]),
			end: start + call[0].length,
			complete: false,
		};

	const flags = /^\(\?([a-zA-Z^-]*)([:)])/.exec(rest);
	if (flags && !/^(?:R|P)/.test(flags[1] ?? "")) {
		// `(?i)` and `(?x)` change how the rest is read.
		const unknown = /[^imsxnJUaDSWPXT^-]/.exec(flags[1] ?? "")?.[0];
		const common = {
			end: start + flags[0].length,
			complete: false,
			...(unknown !== undefined && {
				mistake: `"${unknown}" is no flag that PCRE knows`,
			}),
		};
		return flags[2] === ")"
			? { kind: "no group", ...common }
			: { ...plain, looks: false, ...common };
	}

	// Recursion, conditions, callouts: known to PCRE, and not looked into.
	const strange = rest[2] ?? "";
	return {
		...plain,
		captures: true,
		looks: false,
		end: start + Math.min(3, rest.length),
		complete: false,
		...(strange !== "" &&
			!/[(R&P+\-\dC]/.test(strange) && {
				mistake: `"(?${strange}" begins no group that PCRE knows`,
			}),
	};
}

function mistakeInName(name: string, closed: boolean): string | undefined {
	if (name === "") return "a group's name is missing";
	if (!closed) return `the name "${name}" of a group is not closed by ">"`;
	if (/^\d/.test(name))
		return `the name "${name}" of a group begins with a digit`;
	return undefined;
}
