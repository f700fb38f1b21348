/**
 * An ecosystem file as PM2 would understand it, as far as that can be read without running it.
 * Facts are numbered as in the project's notes on PM2's behaviour; sources are PM2 7.0.4.
 */

import type { Place } from "../../text/place.ts";
import type { PlainValue, StaticValue } from "./value.ts";

export interface Field {
	/** As it is written. */
	readonly name: string;
	readonly nameAt: Place;
	readonly value: StaticValue;
	/** The whole property, without its comma. */
	readonly at: Place;
	/** What to replace to change this field of this app alone; absent where it is shared, or made by code. */
	readonly editAt: Place | undefined;
}

export interface App {
	/** The object literal that somebody would edit; a spread or a function may have made the app from several. */
	readonly at: Place;
	/** By PM2's own name, aliases settled (`execMode` is `exec_mode`, `cmd` is `script`); Common.js, tools/Config.js. */
	readonly fields: ReadonlyMap<string, Field>;
	/** Aliases that PM2 passes over, for the field they stand for is there too: `exec` beside `script`. */
	readonly passedOver: readonly Field[];
	/** The name PM2 gives it: `name`, else derived from the script (6). */
	readonly name: string | undefined;
	readonly nameAt: Place;
	/** False where a spread of something unknown may have brought fields that are not listed. */
	readonly complete: boolean;
	/** The literal at `at` belongs to this app alone, so that a property added there changes no other. */
	readonly own: boolean;
	/** Under which conditions of the file the app is in the list; empty: always. */
	readonly when: readonly Circumstance[];
}

/** Whether PM2 starts the apps of a file, by its name and the shape of what it exports (1, 3, 4). */
export type Loading =
	| {
			readonly kind: "loaded";
			/** The `export` that works only where Node can require a module (20.19, 22.12 and later). */
			readonly requiresModule: Place | undefined;
	  }
	| { readonly kind: "refused"; readonly why: Refusal; readonly at: Place }
	/** What it exports can't be known. */
	| { readonly kind: "unknown"; readonly reason: string };

export type Refusal =
	/** The name has no config ending: PM2 starts the file itself as a program. */
	| "name"
	| "function"
	| "promise"
	| "export-default"
	/** `module.exports = { default: … }`. */
	| "default-property"
	/** `module.exports` in a `.js` file of a package with `type: module`, or in `.mjs`. */
	| "commonjs-in-module"
	/** `export` in a `.cjs` file, or in what PM2 reads as JSON. */
	| "module-in-commonjs"
	/** An object that is neither a list of apps nor an app. */
	| "no-script"
	| "throws";

export interface Pm2Problem {
	readonly message: string;
	readonly at: Place;
	readonly mend?: {
		readonly title: string;
		readonly start: number;
		readonly end: number;
		readonly newText: string;
	};
}

export interface Ecosystem {
	readonly path: string;
	readonly loading: Loading;
	/** What the file names, also where PM2 refuses it as it stands. */
	readonly apps: readonly App[];
	/** False where the list of apps could not be read whole; `reason` says why. */
	readonly complete: boolean;
	readonly reason: string | undefined;
	/** The array literal of the apps, where there is one. */
	readonly appsAt: Place | undefined;
	readonly deploy: StaticValue | undefined;
	/** Text that is no JavaScript, JSON or YAML. */
	readonly syntaxErrors: readonly Pm2Problem[];
}

/** Under which circumstances a value holds: `env_production`, or a condition of the file itself. */
export type Circumstance =
	| { readonly kind: "environment"; readonly name: string }
	| {
			readonly kind: "condition";
			readonly text: string;
			/** The question behind it: conditions with one question and different answers exclude each other. */
			readonly question?: { readonly text: string; readonly holds: boolean };
	  };

export interface InstancePort {
	readonly port: number;
	/** The number to change. */
	readonly at: Place;
	/** Empty: always. */
	readonly when: readonly Circumstance[];
	/** `env.PORT`, `port`, `increment_var`, `args`: what says so, in the user's words. */
	readonly because: string;
}

export type InstanceCount =
	| {
			readonly kind: "count";
			readonly count: number;
			readonly at: Place | undefined;
			readonly when: readonly Circumstance[];
	  }
	/** `max`, 0, negative: depends on the machine's processors. */
	| {
			readonly kind: "processors";
			readonly text: string;
			readonly at: Place;
			readonly when: readonly Circumstance[];
	  }
	| {
			readonly kind: "unknown";
			readonly reason: string;
			readonly at: Place;
			readonly when: readonly Circumstance[];
	  };

/** What runs when PM2 starts an app (7, 9, 12). */
export interface Runtime {
	/** One of cluster and fork for each circumstance that makes a difference; usually one. */
	readonly modes: readonly {
		readonly mode: "cluster" | "fork";
		readonly when: readonly Circumstance[];
	}[];
	readonly instances: readonly InstanceCount[];
	/** Every port that some instance listens on, in the order of instances, for each circumstance. */
	readonly ports: readonly InstancePort[];
	/** Why `ports` may not be all: "PORT is read from the shell". Absent: they are. */
	readonly portsUnknown: string | undefined;
	/** The instances listen on ports of their own (`increment_var`). */
	readonly perInstance: boolean;
	/** The address that it binds by its own settings (HOST, `-H`), if it says. */
	readonly bind: { readonly host: string; readonly at: Place } | undefined;
}

export type { PlainValue, StaticValue };
