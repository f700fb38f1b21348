/** How what nginx refuses in other people's files was judged, where its words alone don't decide. */

/** What lies outside of the file: the machine, its nginx, and files that are not there. */
export const outside: readonly {
	readonly message: RegExp;
	readonly why: string;
}[] = [
	{
		message:
			/^(open\(\) |mkdir\(\) |cannot load certificate|getpwnam|getgrnam)/,
		why: "the machine lacks a file or an account",
	},
	{ message: /^bind\(\) /, why: "the machine lacks the address" },
	{ message: /^invalid event type "kqueue"/, why: "Linux has no kqueue" },
	{ message: /^host not found in /, why: "the machine can't look the name up" },
	{
		message:
			/^unknown directive "(perl\w*|geoip_country|mail|upload_progress|brotli_static)"/,
		why: "Debian's nginx brings the module as a package of its own, or not at all",
	},
	{
		message:
			/^(unknown log format|zero size shared memory zone|unknown "\w+" variable|no port in upstream "[a-z-]+")/,
		why: "a part of a configuration: another part declares the name",
	},
	{
		message: /^no "ssl_certificate" is defined/,
		why: "a part of a configuration: http may have the certificate",
	},
];

export interface Judged {
	readonly file: string;
	/** From 1 on. */
	readonly line?: number;
	readonly why: string;
}

/** Errors of Edgewise of which nginx says nothing at that line. */
export const untold: readonly (Judged & { readonly rule: string })[] = [
	{
		file: "corpus/nginx-real/geoip/nginx.conf",
		line: 1,
		rule: "events-missing",
		why: "nginx stops before, at a variable of a module that it lacks here; there is no events block",
	},
	{
		file: "corpus/nginx-real/guide-to-nginx-ssl-spdy-hsts/nginx.conf",
		line: 63,
		rule: "nginx-syntax",
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
		why: "charset on: which tables there are is not followed",
	},
	{
		file: "corpus/nginx-real/guide-to-nginx-ssl-spdy-hsts/nginx.conf",
		line: 117,
		why: 'the end of what the ";" that lacks in line 63 has joined',
	},
	...[3, 5, 11, 17].map((line) => ({
		file: "corpus/nginx-real/javaservers/nginx.conf",
		line,
		why: "an excerpt of what belongs into a location and into http: no context fits all of it",
	})),
	{
		file: "corpus/nginx-real/phplist/nginx.conf",
		line: 9,
		why: "<<log file>> is to be filled in",
	},
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
