/** What hover says of a location, a server and of what is inherited. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../server/src/features/hover.ts";
import { root } from "../fixture.ts";
import { projectsOf } from "../workspace.ts";

const text = `events {}
http {
    proxy_read_timeout 30s;
    add_header X-Frame-Options DENY;
    allow 10.0.0.0/8;
    deny all;
    ssl_certificate a.pem;
    ssl_certificate b.pem;
    server {
        listen 80 default_server;
        return 444;
    }
    server {
        listen 80;
        server_name example.com *.example.com;
        ssl_certificate c.pem;
        proxy_read_timeout 60s;
        location / { proxy_pass http://127.0.0.1:3000; }
        location /api/ {
            add_header Cache-Control no-store;
            proxy_read_timeout 90s;
            location ~ \\.json$ { return 204; }
        }
        location = /api/health { return 204; }
        location ^~ /static/ { root /srv; allow 127.0.0.1; }
        location ~ ^/static/.*\\.svg$ { return 404; }
        location ~* \\.(png|jpg)$ { root /srv; }
        location ~ ^/api/old { return 410; }
        location @app { proxy_pass http://127.0.0.1:3000; }
        error_page 502 = @app;
    }
}
`;

const path = `${root}/nginx.conf`;
const [project] = projectsOf(new Map([[path, text]]));

/** Its first part: behind it stands what nginx's documentation says. */
function said(at: string): string {
	assert.ok(project);
	const offset = text.indexOf(at);
	assert.notEqual(offset, -1, at);
	const { markdown = "" } = hover(project, path, offset + 1) ?? {};
	return markdown.split("\n\n```nginx")[0] ?? "";
}

const expected: Readonly<Record<string, string>> = {
	"location / ": `Every path that no other location takes. Asked before it:

- \`= /api/health\`: that path (line 24)
- \`^~ /static/\`: what begins so (line 25)
- \`/api/\`: what begins so (line 19)
- \`~ ^/static/.*\\.svg$\`: what it matches (line 26)
- \`~* \\.(png|jpg)$\`: what it matches (line 27)
- \`~ ^/api/old\`: what it matches (line 28)`,
	"location /api/": `Paths that begin with \`/api/\`. Asked before it:

- \`= /api/health\`: that path (line 24)
- \`~ \\.json$\`, in it: what it matches (line 22)
- \`~* \\.(png|jpg)$\`: what it matches (line 27)
- \`~ ^/api/old\`: what it matches (line 28)`,
	"location ~ \\.json":
		"Paths that come to `/api/` and match `\\.json$`. No other location takes any of them.",
	"location = ":
		"The path `/api/health` alone, and before every other location.",
	"location ^~":
		"Paths that begin with `/static/`; regular expressions beside it are not asked for them. No other location takes any of them.",
	"location ~ ^/static":
		"Gets no request: `^~ /static/` (line 25) takes them all.",
	"location ~* ": `Paths that match \`\\.(png|jpg)$\`, in any case of letters. Asked before it:

- \`^~ /static/\`: what begins so, for it asks no regular expression (line 25)`,
	"location @app":
		"No path leads here: `try_files` and `error_page` send to `@app`.",
	"listen 80;":
		"`0.0.0.0:80`: one of 2 servers; it gets the requests for `example.com`, `*.example.com` (behind exact names). What none names goes to the default (line 9).",
	"listen 80 default":
		"`0.0.0.0:80`: one of 2 servers; it has no name by which a request could choose it, and as the default all that no other one names.",
	"proxy_read_timeout 30s":
		"Holds in the blocks below, but for `server` (line 13), `location /api/` (line 19), which have one of their own.",
	"proxy_read_timeout 90s": "Takes the place of `60s` (line 17).",
	"allow 127":
		"This block has `allow` or `deny` of its own and drops what it would inherit: `allow 10.0.0.0/8` (line 5), `deny all` (line 6).",
	"deny all":
		"Holds in the blocks below, but for `location ^~ /static/` (line 25), which has a list of its own.",
	"ssl_certificate c": "Takes the place of `a.pem` (line 7), `b.pem` (line 8).",
	"add_header Cache":
		"This block has `add_header` of its own and drops what it would inherit: `X-Frame-Options` (line 4).",
};

for (const [at, words] of Object.entries(expected))
	test(`hover on ${at}`, () => assert.equal(said(at), words));
