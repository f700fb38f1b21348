/**
 * A compose project in canonical form: short and long forms read alike (compose-spec,
 * 05-services.md), after interpolation and merge. Every value keeps the file it came from.
 */

import type { Located, Place } from "../../text/place.ts";
import type { YamlMap, YamlNode } from "./yaml.ts";

/** A value after interpolation. */
export interface Settled<T> extends Located<T> {
	/** Variables that could change it, see `YamlScalar.open`. */
	readonly open: readonly string[];
}

export interface PublishedPort {
	/** Port in the container. */
	readonly target: Located<number>;
	/** Port on the host; absent: the engine picks one at random. */
	readonly published: Located<number> | undefined;
	/** A range `a-b` of host ports for one target: the pool's last port. */
	readonly publishedEnd?: number;
	/** Absent: all addresses. */
	readonly hostIp: string | undefined;
	readonly protocol: "tcp" | "udp" | "sctp";
	/** Variables that could change it, see `YamlScalar.open`. */
	readonly open: readonly string[];
	readonly at: Place;
}

export interface ExtraHost {
	readonly host: string;
	readonly address: string;
	readonly at: Place;
}

export interface NetworkAttachment {
	/** The key in the project's `networks`. */
	readonly network: string;
	readonly aliases: readonly Located<string>[];
	readonly at: Place;
}

export type NetworkMode =
	| { readonly kind: "host" | "none" | "bridge"; readonly at: Place }
	/** A variable decides, or it is a network's own name. */
	| { readonly kind: "other"; readonly text: string; readonly at: Place }
	| { readonly kind: "service"; readonly service: string; readonly at: Place }
	| {
			readonly kind: "container";
			readonly container: string;
			readonly at: Place;
	  };

export type Mount =
	| {
			readonly kind: "bind";
			/** Absolute path on the machine that holds the workspace; below the home directory `~/…`. */
			readonly source: string;
			readonly target: string;
			readonly readOnly: boolean;
			/** Variables that could change source or target. */
			readonly open: readonly string[];
			readonly at: Place;
	  }
	| {
			readonly kind: "volume" | "tmpfs" | "other";
			/** The volume's key; absent where it is anonymous. */
			readonly name: string | undefined;
			readonly target: string;
			readonly readOnly: boolean;
			readonly at: Place;
	  }
	| {
			/** A config or secret. */
			readonly kind: "config" | "secret";
			readonly name: string;
			/** Absolute path of the file behind it; absent where it is inline, external or from a variable. */
			readonly source: string | undefined;
			/** `content:` of a config, interpolated. */
			readonly content?: Located<string>;
			readonly target: string;
			readonly readOnly: true;
			readonly at: Place;
	  };

export interface Build {
	/** Absolute path; absent where it is a URL. */
	readonly context: Settled<string> | undefined;
	/** Absolute path; absent where `dockerfile_inline` stands in its place. */
	readonly dockerfile: Settled<string> | undefined;
	/** `dockerfile_inline`. */
	readonly inline: Located<string> | undefined;
	readonly target: Settled<string> | undefined;
	/** A name without value takes it from the shell. */
	readonly args: ReadonlyMap<string, string | undefined>;
	readonly at: Place;
}

export interface EnvironmentVariable {
	readonly name: string;
	/** Absent: taken from the shell that runs compose, where it is set. */
	readonly value: string | undefined;
	readonly open: readonly string[];
	readonly at: Place;
	/** The value alone. */
	readonly valueAt: Place;
}

export interface DependsOn {
	readonly service: string;
	readonly condition: string;
	readonly required: boolean;
	readonly at: Place;
}

export interface Command {
	/** The words: a list as it is written, a string split as compose splits it, which runs no shell (go-shellwords). */
	readonly words: readonly string[];
	/** `shell`: written as one string; in a healthcheck a shell runs it. */
	readonly form: "exec" | "shell";
	/** Variables that could change it. */
	readonly open: readonly string[];
	readonly at: Place;
}

export interface Replicas {
	readonly count: number;
	/** `scale` or `deploy.replicas`. */
	readonly key: "scale" | "replicas";
	readonly open: readonly string[];
	/** The number. */
	readonly at: Place;
}

export interface Service {
	readonly name: string;
	/** The key under `services` in the file that names it first. */
	readonly at: Place;
	/** The merged, interpolated mapping, for what this form leaves out. */
	readonly body: YamlMap;
	readonly image: Settled<string> | undefined;
	readonly build: Build | undefined;
	readonly containerName: Settled<string> | undefined;
	readonly hostname: Settled<string> | undefined;
	readonly ports: readonly PublishedPort[];
	/** `expose`, tcp. */
	readonly expose: readonly Located<number>[];
	/** `environment` over `env_file`, in one map. */
	readonly environment: ReadonlyMap<string, EnvironmentVariable>;
	/** False where an env_file could not be read: then a name that is not in `environment` may be set all the same. */
	readonly environmentComplete: boolean;
	/** Without any and without network_mode, compose attaches the network `default`; that one is listed too, at the service's name. */
	readonly networks: readonly NetworkAttachment[];
	readonly networkMode: NetworkMode | undefined;
	readonly extraHosts: readonly ExtraHost[];
	/** Absent: one. */
	readonly replicas: Replicas | undefined;
	readonly dependsOn: readonly DependsOn[];
	/** Alias, or the service's own name. */
	readonly links: readonly {
		readonly service: string;
		readonly alias: string;
		readonly at: Place;
	}[];
	readonly mounts: readonly Mount[];
	readonly command: Command | undefined;
	readonly entrypoint: Command | undefined;
	readonly healthcheck: (Command & { readonly disabled: boolean }) | undefined;
	readonly labels: ReadonlyMap<string, Located<string>>;
	readonly profiles: readonly Located<string>[];
	readonly restart: Located<string> | undefined;
	readonly workingDir: Located<string> | undefined;
}

export interface Network {
	readonly name: string;
	readonly external: boolean;
	readonly internal: boolean;
	readonly at: Place;
}

export interface ComposeProblem {
	readonly rule: ComposeRule;
	readonly message: string;
	readonly at: Place;
	readonly severity: "error" | "warning" | "info" | "hint";
	/** The other end. */
	readonly related?: { readonly at: Place; readonly message: string };
	/** What would surely be meant: offsets in the file of `at`. */
	readonly mend?: Mend;
}

export interface Mend {
	readonly title: string;
	readonly start: number;
	readonly end: number;
	readonly newText: string;
}

/** The rule that speaks of a problem. */
export type ComposeRule =
	| "compose-syntax"
	| "compose-port-invalid"
	| "compose-interpolation"
	| "compose-reference-unknown"
	| "compose-cycle"
	| "compose-merge-key-repeated"
	| "compose-scale-conflict"
	| "compose-version-obsolete";

/** What `docker compose` would work with in one directory. */
export interface ComposeModel {
	readonly services: ReadonlyMap<string, Service>;
	readonly networks: ReadonlyMap<string, Network>;
	readonly body: YamlNode | undefined;
	/** A file that it names could not be read (a URL, a missing include): names may exist that are not listed. */
	readonly complete: boolean;
	readonly problems: readonly ComposeProblem[];
}
