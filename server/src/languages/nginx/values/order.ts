/** What something else of its block has to stand behind, in front of or beside. */

import { basename } from "../../../text/path.ts";
import type { Directive } from "../tree.ts";
import { type Wrong, wrongWord } from "./wrong.ts";

/** `level`: all that stand in its block. */
type Check = (
	directive: Directive,
	level: readonly Directive[],
) => Wrong | undefined;

export function wrongOrder(
	directive: Directive,
	level: readonly Directive[],
): Wrong | undefined {
	return checks.get(directive.name.text)?.(directive, level);
}

/** Whether its block has a say in whether it is right. */
export function hasOrder(name: string): boolean {
	return checks.has(name);
}

const checks: ReadonlyMap<string, Check> = new Map([
	["proxy_redirect", behindPass],
	["load_module", loadModule],
	["valid_referers", besideReferers],
]);

/** ngx_http_proxy_redirect: `default` is made of the address that proxy_pass has. */
function behindPass(
	directive: Directive,
	level: readonly Directive[],
): Wrong | undefined {
	if (directive.args[0]?.text !== "default") return undefined;
	const pass = before(directive, level).find(
		({ name }) => name.text === "proxy_pass",
	);
	if (!pass)
		return wrong(
			directive,
			"proxy_redirect default has to stand behind proxy_pass",
		);
	const address = pass.args[0]?.text ?? "";
	return address.includes("$")
		? wrong(
				directive,
				`proxy_redirect default can't be made of ${address}, which has a variable`,
			)
		: undefined;
}

/** ngx_load_module, ngx_add_module: the first of these blocks counts the modules; each is loaded once, wherever it lies. */
function loadModule(
	directive: Directive,
	level: readonly Directive[],
): Wrong | undefined {
	const inFront = before(directive, level);
	const block = inFront.find(({ name }) =>
		/^(events|http|stream|mail)$/.test(name.text),
	);
	if (block)
		return wrong(
			directive,
			`load_module has to stand in front of the ${block.name.text} block`,
		);
	const file = fileOf(directive);
	return inFront.some((each) => fileOf(each) === file)
		? wrong(directive, `${file} is loaded already`)
		: undefined;
}

function fileOf({ name, args: [path] }: Directive): string | undefined {
	return name.text === "load_module" && path ? basename(path.text) : undefined;
}

/** ngx_http_referer_merge_conf: expressions are not among what it counts. */
function besideReferers(
	{ args: [word] }: Directive,
	level: readonly Directive[],
): Wrong | undefined {
	const all = level.filter(({ name }) => name.text === "valid_referers");
	const alone = all.every(({ args }) =>
		args.every(({ text }) => /^(none$|blocked$|~)/.test(text)),
	);
	const asked = all.some(({ args }) =>
		args.some(({ text }) => text[0] !== "~"),
	);
	return word && alone && asked
		? wrongWord(
				word,
				"valid_referers takes none and blocked beside the name of a host or server_names; an expression alone does not count",
			)
		: undefined;
}

function before(
	directive: Directive,
	level: readonly Directive[],
): readonly Directive[] {
	return level.slice(0, level.indexOf(directive));
}

function wrong({ at }: Directive, message: string): Wrong {
	return { kind: "value", at, message };
}
