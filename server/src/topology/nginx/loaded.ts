/** An nginx configuration as it is loaded, before it is known where its addresses lead. */

import type { NginxTree } from "../../languages/nginx/tree.ts";
import type { Nginx } from "../model.ts";

export interface LoadedNginx extends Omit<Nginx, "routes" | "files"> {
	/** Every file that it was read from. */
	readonly trees: readonly NginxTree[];
}
