/** Whether Edgewise says of a configuration what nginx says of it. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { lineAt, lineIndex } from "../../../../server/src/text/line-index.ts";
import { root } from "../../../fixture.ts";
import { findingsOf } from "../../../workspace.ts";

const syntax = /^(nginx-syntax|regex-brace-unquoted)$/;

export interface Refusal {
	readonly message?: string;
	/** From 1 on. */
	readonly line?: number;
}

/**
 * An error in the refused line, or anywhere where nginx names none; none at all in what it
 * accepts. What a running nginx would do wrong is not asked here. `image`: its nginx runs in a container, and its version is known.
 */
export function assertVerdict(
	config: string,
	refusal: Refusal | undefined,
	image?: string,
): void {
	const errors = errorsIn(config, image);
	const shown = errors.map(
		({ line, rule, message }) => `${line} ${rule}: ${message}`,
	);
	if (!refusal) {
		assert.deepEqual(shown, [], "nginx accepts it");
		return;
	}
	const { line, message } = refusal;
	assert.ok(
		errors.some(
			(error) =>
				line === undefined ||
				error.line === line ||
				// A forgotten `;` or brace is where it is forgotten, and what nginx only sees at the
				// end of a block is where it stands.
				(error.line < line &&
					(syntax.test(error.rule) || isEndOfBlock(config, line))),
		),
		`nginx says ${message} (line ${line}), Edgewise: ${shown.join("; ") || "nothing"}`,
	);
}

function isEndOfBlock(config: string, line: number): boolean {
	return config.split("\n")[line - 1]?.trim() === "}";
}

interface Said {
	readonly line: number;
	readonly rule: string;
	readonly message: string;
}

export function errorsIn(config: string, image?: string): readonly Said[] {
	const path = join(root, "nginx.conf");
	const files = new Map([[path, config]]);
	if (image)
		files.set(
			join(root, "docker-compose.yml"),
			`services:\n  nginx:\n    image: ${image}\n    network_mode: host\n    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]\n`,
		);
	const index = lineIndex(config);
	return findingsOf(files)
		.filter(
			({ severity, at, rule, message }) =>
				// A name that no module may have is an error, any other one note.
				(severity === "error" || rule === "directive-unknown") &&
				at.path === path &&
				(syntax.test(rule) || message.includes("does not start")),
		)
		.map(({ rule, message, at }) => ({
			line: lineAt(index, at.start) + 1,
			rule,
			message,
		}));
}
