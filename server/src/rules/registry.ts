/** The rules there are. One line each, in the order of their names. */

import { composeSyntax } from "./compose-syntax.ts";
import { hostGatewayMissing } from "./host-gateway-missing.ts";
import { hostPortUnserved } from "./host-port-unserved.ts";
import { nginxSyntax } from "./nginx-syntax.ts";
import { pm2Syntax } from "./pm2-syntax.ts";
import type { Rule, RuleInfo } from "./rule.ts";
import { settingsInvalid } from "./settings-invalid.ts";
import { statefulScaled } from "./stateful-scaled.ts";
import { suppressionUnused } from "./suppression-unused.ts";
import { upstreamInstanceMismatch } from "./upstream-instance-mismatch.ts";

export const rules: readonly Rule[] = [
	composeSyntax,
	hostGatewayMissing,
	hostPortUnserved,
	nginxSyntax,
	pm2Syntax,
	settingsInvalid,
	statefulScaled,
	upstreamInstanceMismatch,
];

/** Also what speaks of the comments that switch rules off. */
export const ruleInfos: readonly RuleInfo[] = [
	...rules,
	suppressionUnused,
].sort((a, b) => (a.id < b.id ? -1 : 1));
