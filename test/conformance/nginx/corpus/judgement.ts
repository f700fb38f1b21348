/** How what nginx refuses in other people's files was judged, where its words alone don't decide. */

import type { Said } from "./errors.ts";

/** What lies outside of the file. */
export const outside: readonly {
	readonly message: RegExp;
	readonly why: string;
}[] = [
	{
		message: /^unknown directive "(upload_progress|brotli_static)"/,
		why: "Debian's nginx has no such module, others have",
	},
	{
		message:
			/^(unknown log format "\w|zero size shared memory zone|unknown "\w+" variable|no port in upstream "[a-z-]+")/,
		why: "a part of a configuration: another part declares the name",
	},
	{
		message: /^no "ssl_certificate" is defined/,
		why: "its include, that is not there by this path, has the certificate",
	},
];

export interface Judged {
	readonly file: string;
	/** From 1 on. */
	readonly line?: number;
	readonly why: string;
}

const joined = "corpus/nginx-real/guide-to-nginx-ssl-spdy-hsts/nginx.conf";

/** A mistake that hides another one from nginx: it is asked again without. */
export const mends: readonly {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}[] = [{ file: joined, from: "HIGH:!aNULL:!MD5\n", to: "HIGH:!aNULL:!MD5;\n" }];

/** Errors of Edgewise of which nginx says nothing at that line. */
export const untold: readonly (Judged & Said)[] = [
	{
		file: joined,
		line: 63,
		rule: "nginx-syntax",
		words: "HIGH:!aNULL:!MD5",
		why: "nginx reads on and says it in line 104, where the forgotten statement ends",
	},
];

/** What nginx refuses and Edgewise leaves alone. */
export const missed: readonly Judged[] = [
	{
		file: "corpus/nginx-real/chive/chive-nginx-master/map_https_fcgi.conf",
		line: 4,
		why: "a part of a configuration: of http or of stream, which has no $https",
	},
	{
		file: "corpus/nginx-real/fullexample2/nginx.conf",
		why: "charset on: its file includes what is not there, which may have the charset_map",
	},
	{
		file: joined,
		why: "what lacks in a file is said once all of it can be read",
	},
	...[104, 117].map((line) => ({
		file: joined,
		line,
		why: 'follows from the ";" that lacks in line 63, and is said there',
	})),
	...[3, 5, 11, 17].map((line) => ({
		file: "corpus/nginx-real/javaservers/nginx.conf",
		line,
		why: "an excerpt of what belongs into a location and into http: no context fits all of it",
	})),
	...[8, 9].map((line) => ({
		file: "corpus/nginx-real/phplist/nginx.conf",
		line,
		why: "<<log file>> is to be filled in",
	})),
	...[
		"imapproxyexample/proxy-example.conf",
		"phpbb/nginx.sample.conf",
		"server_blocks/catchall.conf",
		"server_blocks/two.conf",
	].map((name) => ({
		file: `corpus/nginx-real/${name}`,
		why: "no events, in a file that is not called nginx.conf: an example, or a part of one",
	})),
];
