/** Whether a file that is named like PM2's is meant for it: `process.json` and `pm2.js` may be anything. */

import { basename } from "../text/path.ts";
import type { RunningEcosystem } from "./model.ts";

export function isMeantForPm2({ ecosystem }: RunningEcosystem): boolean {
	return (
		/^ecosystem\b.*\.config\.|^ecosystem\.(json|ya?ml)/.test(
			basename(ecosystem.path),
		) || ecosystem.apps.some(({ fields }) => fields.has("script"))
	);
}
