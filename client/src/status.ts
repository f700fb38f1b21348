/** The language status item: what was read, and how much of it does not fit. */

import { Disposable, LanguageStatusSeverity, languages } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type Status, statusNotification } from "../../server/src/protocol.ts";

export function registerStatus(client: LanguageClient): Disposable {
	const item = languages.createLanguageStatusItem("edgewise", [
		{ language: "nginx" },
		{ language: "dockercompose" },
		{ pattern: "**/*.conf" },
		{ pattern: "**/*.config.{js,cjs,mjs}" },
	]);
	item.name = "Edgewise";
	item.text = "Edgewise";
	item.busy = true;
	item.command = { title: "Show Output", command: "edgewise.showOutput" };
	const subscription = client.onNotification(
		statusNotification,
		({ files, routes, errors, warnings }: Status) => {
			item.busy = false;
			item.text = `${count(files, "file")} · ${count(routes, "route")} · ${count(errors + warnings, "problem")}`;
			item.detail = "Edgewise";
			item.severity =
				errors > 0
					? LanguageStatusSeverity.Error
					: warnings > 0
						? LanguageStatusSeverity.Warning
						: LanguageStatusSeverity.Information;
		},
	);
	return Disposable.from(item, subscription);
}

function count(n: number, thing: string): string {
	return `${n} ${thing}${n === 1 ? "" : "s"}`;
}
