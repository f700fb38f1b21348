/** Who asks: addresses, names of hosts, and how much of each. */

import { nearestWord } from "../../../../text/nearest-word.ts";
import type { Directive } from "../../tree.ts";
import { isAddressRange } from "../addresses.ts";
import { serverName, validReferers } from "../host-patterns.ts";
import { oneOf, wrongSize, wrongTime } from "../slots.ts";
import { isNumber } from "../units.ts";
import { type Wrong, wrongWord } from "../wrong.ts";
import { each, type Handlers } from "./handler.ts";

export const clients: Handlers = {
	...each("allow deny", access),
	set_real_ip_from: ({ args: [word] }) =>
		word &&
		/^[\d.]+(\/|$)/.test(word.text) &&
		!isAddressRange(word.text) &&
		// An address to the resolver that is asked then (inet_aton).
		!/^\d+(\.\d+){0,2}$/.test(word.text)
			? wrongWord(word, `"${word.text}" is no address`)
			: undefined,
	server_name: (directive, module) =>
		module === "ngx_mail_core_module" ? undefined : serverName(directive),
	valid_referers: validReferers,
	limit_conn: ({ args: [, word] }) =>
		word &&
		(!isNumber(word.text) ||
			Number(word.text) === 0 ||
			Number(word.text) > 65535)
			? wrongWord(
					word,
					`limit_conn takes a number from 1 to 65535, not "${word.text}"`,
				)
			: undefined,
	keepalive_timeout: ({ args: [timeout, header], name }, module) =>
		(timeout && wrongTime(name.text, timeout, "milliseconds")) ??
		(header && module === "ngx_http_core_module"
			? wrongTime(name.text, header, "seconds")
			: undefined),
	...each("limit_rate limit_rate_after", ({ args: [word], name }) =>
		word && !word.text.includes("$")
			? wrongSize(name.text, word, false)
			: undefined,
	),
	userid_mark: ({ args: [word] }) =>
		word && !/^(off|[\da-z=])$/i.test(word.text)
			? wrongWord(
					word,
					`userid_mark takes a letter, a digit, "=" or off, not "${word.text}"`,
				)
			: undefined,
	modern_browser: modernBrowser,
	userid_expires: ({ args: [word] }) =>
		word && !/^(max|off)$/.test(word.text)
			? wrongTime("userid_expires", word, "seconds")
			: undefined,
};

/** ngx_http_modern_browser. */
function modernBrowser({
	args: [browser, version],
}: Directive): Wrong | undefined {
	if (!browser || (!version && browser.text === "unlisted")) return undefined;
	if (!version)
		return wrongWord(
			browser,
			`modern_browser takes a version behind ${browser.text}`,
		);
	if (!browsers.includes(browser.text.toLowerCase()))
		return wrongWord(
			browser,
			`modern_browser knows ${oneOf(browsers)}, not "${browser.text}"`,
			nearestWord(browser.text, browsers),
		);
	return /^[\d.]*$/.test(version.text)
		? undefined
		: wrongWord(version, `"${version.text}" is no version as 5.5`);
}

const browsers = ["opera", "msie", "gecko", "safari", "konqueror"];

/** ngx_http_access_rule. */
function access({ args: [word], name }: Directive): Wrong | undefined {
	if (!word || /^(all|unix:)$/.test(word.text) || isAddressRange(word.text))
		return undefined;
	return wrongWord(
		word,
		`${name.text} takes an address, a network as 10.0.0.0/8, unix: or all, not "${word.text}"`,
	);
}
