/** What the user decides, the same keys in the editor, in edgewise.json and on the command line. */

export type RuleSeverity = "off" | "hint" | "info" | "warning" | "error";

export interface Settings {
	/** Rule id → severity, for those that somebody changed. */
	readonly rules: Readonly<Record<string, RuleSeverity>>;
	/** Where containers run: decides what is said of host.docker.internal. */
	readonly platform: "any" | "linux" | "desktop";
	/** The PM2 environment and NODE_ENV to assume; absent: all that the files name. */
	readonly environment: string | undefined;
	/** `pm2.portStrategy`: whether PM2 instances share one port or are expected on ports of their own. */
	readonly portStrategy: "auto" | "shared" | "perInstance";
	/** Names of services and PM2 apps that keep state in memory. */
	readonly statefulServices: readonly string[];
	readonly scalableServices: readonly string[];
	/** Globs, relative to the folder that holds the settings. */
	readonly exclude: readonly string[];
	/** Whether the editor shows how many locations send to each service, app and upstream. */
	readonly codeLens: boolean;
}

export const defaultSettings: Settings = {
	rules: {},
	platform: "any",
	environment: undefined,
	portStrategy: "auto",
	statefulServices: [],
	scalableServices: [],
	exclude: [],
	codeLens: false,
};
