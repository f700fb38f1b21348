/**
 * The fields of an app: types and limits as PM2 checks them (API/schema.json, tools/Config.js
 * of 7.0.4), meanings in our own words. `interpreter` is PM2's `exec_interpreter`.
 */

export interface FieldSchema {
	readonly name: string;
	readonly types: readonly FieldType[];
	readonly meaning: string;
	readonly aliases?: readonly string[];
	/** A text must match it. */
	readonly pattern?: RegExp;
	readonly minimum?: number;
	/** What stands there where the field is not set, as code. */
	readonly fallback?: string;
	/** Values that a completion offers, as code. */
	readonly values?: readonly string[];
}

export type FieldType = "string" | "number" | "boolean" | "array" | "object";

function field(
	name: string,
	types: FieldType | readonly FieldType[],
	meaning: string,
	more: Omit<FieldSchema, "name" | "types" | "meaning"> = {},
): FieldSchema {
	return {
		name,
		types: typeof types === "string" ? [types] : types,
		meaning,
		...more,
	};
}

const bool = { values: ["true", "false"] };

export const schema: readonly FieldSchema[] = [
	field(
		"script",
		"string",
		"The program to start, seen from cwd. A text with a space is given to bash, which rules out cluster mode.",
		{ aliases: ["exec", "cmd", "command"] },
	),
	field(
		"name",
		"string",
		"What PM2 calls the app. Without it, the script's file name without its ending.",
	),
	field("namespace", "string", "A group of apps that one command can act on.", {
		fallback: '"default"',
	}),
	field(
		"cwd",
		"string",
		"The folder that the app runs in. A relative one counts from where pm2 is called.",
	),
	field(
		"args",
		["array", "string"],
		"Arguments of the script. A text is split at blanks; each item of a list is one argument.",
	),
	field(
		"interpreter",
		"string",
		"What runs the script; none starts it as a program of its own. Anything but Node or Bun rules out cluster mode by default.",
		{ aliases: ["exec_interpreter", "execInterpreter"], fallback: '"node"' },
	),
	field(
		"node_args",
		["array", "string"],
		"Arguments of the interpreter, such as --env-file=.env.",
		{ aliases: ["interpreterArgs", "interpreter_args"] },
	),
	field(
		"instances",
		"number",
		"How many processes to start. A number of 1 or more, 0, -1 and max mean cluster mode unless exec_mode says otherwise; max and 0 mean one for each processor, -1 one less.",
		{ fallback: "1", values: ["1", "2", "'max'"] },
	),
	field(
		"exec_mode",
		"string",
		"cluster: all instances share one port, PM2 spreads connections over them. fork: each is a process that opens its port itself.",
		{ pattern: /^(cluster|fork)(_mode)?$/, values: ["'cluster'", "'fork'"] },
	),
	field(
		"port",
		"number",
		"Sets PORT at the first start, before env does. A restart by this file takes env.PORT instead.",
	),
	field("env", ["object", "string"], "Variables of the app's environment."),
	field(
		"increment_var",
		"string",
		"The variable that is counted up from instance to instance; with PORT each has a port of its own. Lost when the app is restarted by this file.",
		{ values: ["'PORT'"] },
	),
	field(
		"instance_var",
		"string",
		"The name of the variable that holds the number of the instance.",
		{ fallback: '"NODE_APP_INSTANCE"' },
	),
	field(
		"filter_env",
		["boolean", "array", "string"],
		"Keeps variables of the shell out of the app: all of them, or those whose names contain a text.",
	),
	field(
		"wait_ready",
		"boolean",
		"PM2 waits until the app calls process.send('ready'), at most listen_timeout.",
		{ fallback: "false", ...bool },
	),
	field(
		"listen_timeout",
		"number",
		"How long PM2 waits for an instance to listen or to be ready, in milliseconds.",
		{ fallback: "3000" },
	),
	field(
		"kill_timeout",
		"number",
		"How long the app has to end after SIGINT before it is killed, in milliseconds.",
		{ fallback: "1600" },
	),
	field(
		"kill_retry_time",
		"number",
		"How often PM2 looks whether the app has ended, in milliseconds.",
		{ fallback: "100" },
	),
	field(
		"shutdown_with_message",
		"boolean",
		"Asks the app to end by the message shutdown instead of a signal.",
		{ fallback: "false", ...bool },
	),
	field("treekill", "boolean", "Ends the children of the app with it.", {
		fallback: "true",
		...bool,
	}),
	field("autostart", "boolean", "Starts the app when it is added.", {
		fallback: "true",
		...bool,
	}),
	field("autorestart", "boolean", "Starts the app again when it ends.", {
		fallback: "true",
		...bool,
	}),
	field(
		"stop_exit_codes",
		["array", "number"],
		"Exit codes after which the app is not started again.",
	),
	field(
		"max_restarts",
		"number",
		"After how many early ends in a row PM2 gives the app up.",
		{ fallback: "16", minimum: 0 },
	),
	field(
		"min_uptime",
		["number", "string"],
		"How long the app must run to count as started: milliseconds, or a number with h, m or s.",
		{ fallback: "1000", minimum: 100, pattern: /^\d+(h|m|s)?$/ },
	),
	field(
		"restart_delay",
		"number",
		"How long PM2 waits before it starts an ended app again, in milliseconds.",
		{ fallback: "0" },
	),
	field(
		"exp_backoff_restart_delay",
		"number",
		"The first such delay in milliseconds; it grows with each early end.",
		{ fallback: "0" },
	),
	field(
		"max_memory_restart",
		["string", "number"],
		"Restarts the app above this much memory: bytes, or a whole number with K, M or G.",
		{ pattern: /^\d+(G|M|K)?$/, values: ["'300M'", "'1G'"] },
	),
	field(
		"cron_restart",
		["string", "number"],
		"When to restart the app, as a cron pattern.",
		{ aliases: ["cron"] },
	),
	field(
		"watch",
		["boolean", "array", "string"],
		"Restarts the app when files change: all below its folder, or the listed ones.",
		{ fallback: "false", ...bool },
	),
	field(
		"watch_delay",
		"number",
		"How long to wait after a change, in milliseconds.",
	),
	field(
		"ignore_watch",
		["array", "string"],
		"Files whose changes do not restart the app.",
	),
	field("watch_options", "object", "Options of the file watcher."),
	field("out_file", "string", "The file of the standard output.", {
		aliases: ["out", "output", "out_log"],
	}),
	field("error_file", "string", "The file of the standard error.", {
		aliases: ["error", "err", "err_file", "err_log"],
	}),
	field(
		"log_file",
		["boolean", "string"],
		"The file of both outputs together.",
		{ aliases: ["log"] },
	),
	field("pid_file", "string", "The file that holds the process id.", {
		aliases: ["pid"],
	}),
	field("disable_logs", "boolean", "Writes no logs.", {
		fallback: "false",
		...bool,
	}),
	field("log_type", "string", "The form of the logs.", { values: ["'json'"] }),
	field(
		"log_date_format",
		"string",
		"The time in front of each line, as a day.js format.",
	),
	field("time", "boolean", "Puts the time in front of each line.", bool),
	field("merge_logs", "boolean", "One log for all instances.", {
		aliases: ["combine_logs"],
		fallback: "false",
		...bool,
	}),
	field(
		"append_env_to_name",
		"boolean",
		"Adds the name after --env to the app's name.",
		{ fallback: "false", ...bool },
	),
	field("name_prefix", "string", "A text and a colon in front of the name."),
	field("uid", ["number", "string"], "The user that the app runs as.", {
		aliases: ["user"],
	}),
	field("gid", ["number", "string"], "The group that the app runs as."),
	field("username", "string", "Set by PM2: who started the app."),
	field("force", "boolean", "Starts the script even where it runs already.", {
		fallback: "false",
		...bool,
	}),
	field("execute_command", "boolean", "Forces fork mode.", bool),
	field(
		"source_map_support",
		"boolean",
		"Shows places of the sources in stack traces.",
		{ fallback: "true", ...bool },
	),
	field("disable_source_map_support", "boolean", "Turns that off.", {
		fallback: "false",
		...bool,
	}),
	field(
		"post_update",
		"array",
		"Commands that run after an update of the sources.",
	),
	field("vizion", "boolean", "Reads the revision of the sources.", {
		fallback: "true",
		...bool,
	}),
	field("pmx", ["boolean", "string"], "Wraps the app for PM2's metrics.", {
		fallback: "true",
	}),
	field(
		"automation",
		"boolean",
		"Wraps the app for PM2's metrics; false turns pmx off.",
		{ fallback: "true", ...bool },
	),
	field("trace", "boolean", "Traces requests.", { fallback: "false", ...bool }),
	field("disable_trace", "boolean", "Turns tracing off.", {
		fallback: "true",
		...bool,
	}),
	field("deep_monitoring", "boolean", "More metrics, and tracing.", bool),
	field("v8", "boolean", "Metrics of the JavaScript engine.", bool),
	field("event_loop_inspector", "boolean", "Metrics of the event loop.", bool),
	field("io", "object", "Settings of PM2's metrics."),
	field(
		"windowsHide",
		"boolean",
		"Starts the app without a window on Windows.",
		{ fallback: "true", ...bool },
	),
	field("install_url", "string", "Set by PM2: where a module came from."),
	field(
		"write",
		"boolean",
		"Of PM2's own commands; without effect here.",
		bool,
	),
];

/** `env_NAME`, for `--env NAME`; any name will do, so `env_file` is the block of `--env file`. */
export const environmentBlock = /^env_\S*$/;

const byName = new Map(schema.map((each) => [each.name, each]));

/** By PM2's own name; undefined: PM2 ignores the field, or it is an environment block. */
export function fieldSchema(name: string): FieldSchema | undefined {
	return byName.get(name);
}
