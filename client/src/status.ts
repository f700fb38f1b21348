/** The language status item: what was read, and how much of it does not fit. */

import { Disposable, LanguageStatusSeverity, languages } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { type Status, statusNotification } from "../../server/src/protocol.ts";
import { documentSelector } from "./documents.ts";

export function registerStatus(client: LanguageClient): Disposable {
	const item = languages.createLanguageStatusItem("edgewise", documentSelector);
	item.name = "Edgewise";
	item.text = "Edgewise";
	item.detail = "Edgewise";
	return Disposable.from(
		item,
		client.onDidChangeState(({ newState }) => {
			item.busy = newState === State.Starting;
			if (newState === State.Starting || newState === State.Running) return;
			item.text = "Stopped";
			item.severity = LanguageStatusSeverity.Error;
			item.command = { title: "Restart", command: "edgewise.restart" };
		}),
		client.onNotification(statusNotification, (status: Status) => {
			item.busy = false;
			item.text = words(status);
			item.severity = severity(status);
			item.command = { title: "Show Output", command: "edgewise.showOutput" };
		}),
	);
}

function words({ files, routes, errors, warnings }: Status): string {
	if (files === 0) return "Nothing to read here";
	return [
		count(files, "file"),
		count(routes, "route"),
		count(errors + warnings, "problem"),
	].join(" · ");
}

function severity({ errors, warnings }: Status): LanguageStatusSeverity {
	if (errors > 0) return LanguageStatusSeverity.Error;
	if (warnings > 0) return LanguageStatusSeverity.Warning;
	return LanguageStatusSeverity.Information;
}

function count(n: number, thing: string): string {
	return `${n} ${thing}${n === 1 ? "" : "s"}`;
}
