/**
 * What a JavaScript expression comes to when nobody runs it: a value, several possible
 * values each with its condition, or unknown, with the reason. Never a guess.
 */

import type { Place } from "../../text/place.ts";

export type StaticValue =
	| { readonly kind: "plain"; readonly value: PlainValue; readonly at: Place }
	| {
			readonly kind: "object";
			readonly properties: readonly StaticProperty[];
			readonly complete: boolean;
			readonly at: Place;
	  }
	| {
			readonly kind: "array";
			readonly items: readonly StaticValue[];
			readonly complete: boolean;
			readonly at: Place;
	  }
	| {
			readonly kind: "choice";
			readonly options: readonly StaticOption[];
			readonly at: Place;
	  }
	| {
			readonly kind: "unknown";
			readonly reason: string;
			readonly at: Place;
			/** The variable of PM2's own environment that it is. */
			readonly variable?: string;
			/** What it is, where that alone keeps PM2 from starting anything. */
			readonly what?: "function" | "promise";
	  };

export type PlainValue = string | number | boolean | null | undefined;

export interface StaticProperty {
	readonly key: string;
	readonly keyAt: Place;
	readonly value: StaticValue;
	/** The whole property, without its comma. */
	readonly at: Place;
	/** The expression that gives the value; `value.at` is where the value itself stands, maybe in a constant. */
	readonly writtenAt?: Place;
}

export interface StaticOption {
	readonly value: StaticValue;
	/** As one would say it: `NODE_ENV is production`. */
	readonly when: string;
	/** The question that this option answers: two options with one question and different answers exclude each other. */
	readonly condition?: { readonly text: string; readonly holds: boolean };
	/** Set where the condition compares an environment variable with a text. */
	readonly test?: {
		readonly variable: string;
		readonly equals: string;
		readonly holds: boolean;
	};
}
