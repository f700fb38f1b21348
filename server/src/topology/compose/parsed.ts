/** The parsed texts of compose and .env files, each parsed once. */

import { parseYaml } from "../../languages/compose/parse.ts";
import type { YamlFile } from "../../languages/compose/yaml.ts";
import {
	type DotenvFile,
	parseDotenv,
	parseRawDotenv,
} from "../../languages/dotenv/parse.ts";
import { perFile } from "../parsed.ts";
import type { SourceFile } from "../snapshot.ts";

export const composeYaml = perFile(
	(file): YamlFile => parseYaml(file.path, file.text),
);

export const dotenvFile = perFile(
	(file): DotenvFile => parseDotenv(file.path, file.text),
);

export const rawDotenvFile = perFile(
	(file): DotenvFile => parseRawDotenv(file.path, file.text),
);

/** Whether behind some error lies text that could not be read. */
export function isBroken(file: SourceFile): boolean {
	return composeYaml(file).problems.some((problem) => problem.broken);
}

/** The text that facts are read from: the last good one while the present one is broken. */
export function soundCompose(file: SourceFile): SourceFile {
	return file.lastGood !== undefined && isBroken(file) ? file.lastGood : file;
}
