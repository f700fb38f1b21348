/**
 * A Dockerfile as BuildKit reads it: stages, each with its instructions in their order,
 * variables replaced where ARG, ENV and the build's arguments settle them.
 */

import type { Located, Place } from "../../text/place.ts";

/** A word after unquoting and expansion. */
export interface Word {
	/** A reference that nothing settles stands in it as it is written. */
	readonly text: string;
	/** Names of the variables in `text` whose value is not known; empty: the text is what Docker sees. */
	readonly open: readonly string[];
	readonly at: Place;
}

export interface Dockerfile {
	readonly path: string;
	readonly stages: readonly Stage[];
	readonly comments: readonly Place[];
	/** Only what BuildKit refuses for certain. */
	readonly problems: readonly DockerfileProblem[];
}

export interface DockerfileProblem {
	readonly message: string;
	readonly at: Place;
}

export interface Stage {
	/** Absent while FROM stands alone. */
	readonly image: Word | undefined;
	/** In lower case, as BuildKit compares it. */
	readonly alias: Located<string> | undefined;
	/** Index of the earlier stage that it continues, where `image` is that stage's name. */
	readonly base: number | undefined;
	readonly instructions: readonly Instruction[];
	/** The FROM instruction. */
	readonly at: Place;
}

export type Instruction =
	| Copy
	| Run
	| Expose
	| Start
	| Healthcheck
	| {
			readonly kind: "env";
			readonly name: string;
			readonly value: Word;
			readonly at: Place;
	  }
	| {
			readonly kind: "workdir" | "user" | "volume";
			readonly value: Word;
			readonly at: Place;
	  };

export interface Copy {
	readonly kind: "copy" | "add";
	readonly sources: readonly Word[];
	readonly heredocs: readonly Heredoc[];
	readonly destination: Word;
	/** `--from`: a stage's name or number, an image, or a named context. */
	readonly from: Word | undefined;
	/** Has `--parents` or `--exclude`, which change what arrives where. */
	readonly selective: boolean;
	/** Where relative destinations count from; absent: the base image's own, unknown directory. */
	readonly directory: string | undefined;
	readonly at: Place;
}

export interface Heredoc {
	readonly name: string;
	/** What arrives in the file; the place is that of the lines as they stand, before variables are replaced. */
	readonly content: Word;
	/** False where the name is quoted: then the lines arrive as they stand. */
	readonly expanded: boolean;
}

export interface Run {
	readonly kind: "run";
	readonly command: Command;
	readonly directory: string | undefined;
	readonly at: Place;
}

export interface Start {
	readonly kind: "cmd" | "entrypoint";
	readonly command: Command;
	readonly at: Place;
}

export interface Healthcheck {
	readonly kind: "healthcheck";
	/** Absent: `NONE`. */
	readonly command: Command | undefined;
	readonly at: Place;
}

export interface Command {
	/** `exec`: the words of the JSON array. `shell`: the text split at white space, for a look at its first words. */
	readonly words: readonly string[];
	readonly form: "exec" | "shell";
	/** What the shell gets, heredocs with their closing lines; of an exec form the words joined with spaces. */
	readonly text: string;
	readonly at: Place;
}

export interface Expose {
	readonly kind: "expose";
	readonly port: number;
	/** The last port of a range, else `port`. */
	readonly last: number;
	readonly protocol: "tcp" | "udp" | "sctp";
	readonly at: Place;
}
