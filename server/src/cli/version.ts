/** The version of this build. */

declare const EDGEWISE_VERSION: string;

/** Set by the bundler; from the sources there is none. */
export const version =
	typeof EDGEWISE_VERSION === "string" ? EDGEWISE_VERSION : "0.0.0";
