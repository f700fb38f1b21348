// biome-ignore-all lint/suspicious/noTemplateCurlyInString: nginx writes its own variables so.

/**
 * Small configurations that show how nginx cuts a text into words and statements. record.ts asks
 * a real nginx about each; its answers are in tokens.json.
 */

export interface Case {
	readonly name: string;
	/** One character for each byte, so that bytes that are no UTF-8 can be written. */
	readonly bytes: string;
	/** `gzip` refuses the word by name: the answer shows what nginx made of it. */
	readonly shows?: "word";
	/** Something was forgotten: nginx may stumble over it anywhere behind. */
	readonly slip?: true;
}

export function cases(): readonly Case[] {
	return [
		...Object.entries(inServer).map(([name, body]) => ({
			name,
			bytes: server(utf8(body)),
		})),
		...Object.entries(inTypes).map(([name, body]) => ({
			name: `types: ${name}`,
			bytes: `events {}\nhttp {\ntypes {\n${utf8(body)}\n}\n}\n`,
		})),
		...words.map((word) => ({
			name: `word: ${word}`,
			bytes: `events {}\nhttp {\ngzip ${utf8(word)};\n}\n`,
			shows: "word" as const,
		})),
		...Object.entries(whole).map(([name, text]) => ({
			name,
			bytes: utf8(text),
		})),
		{
			name: "bytes that are no UTF-8",
			bytes: server("add_header X \xe9\xe8;"),
		},
		{
			name: "a comment of 3000 such bytes",
			bytes: server(`#${"\xe9".repeat(3000)}\nadd_header X y;`),
		},
		...prefixes(),
		...slips(),
	];
}

/** A site in which each mark in turn is forgotten. */
function slips(): readonly Case[] {
	return [...site.matchAll(/[;{}"'#\\$]/g)].map(({ 0: mark, index }) => {
		const line = site.slice(0, index).split("\n").length;
		return {
			name: `without the ${mark} at ${index}, line ${line}`,
			bytes: site.slice(0, index) + site.slice(index + 1),
			slip: true,
		};
	});
}

/** A text as it is cut off while somebody types it. */
function prefixes(): readonly Case[] {
	const text =
		"events {}\nhttp {\n# a\nserver { listen \"127.0.0.1:18999\"; return 200 'a b' ; }\n}\n";
	return Array.from({ length: text.length }, (_, length) => ({
		name: `the first ${length} bytes`,
		bytes: text.slice(0, length),
	}));
}

function server(body: string): string {
	return `events {}\nhttp {\nserver {\nlisten 127.0.0.1:18999;\n${body}\n}\n}\n`;
}

function utf8(text: string): string {
	return Buffer.from(text, "utf8").toString("latin1");
}

/** Accepted as it is. */
export const site = `events { worker_connections 64; }
http {
  map $uri $a { default 1; ~^/x "2"; }
  map $http_upgrade $b {
    default upgrade;
    ''      close;
  }
  log_format main '$remote_addr "$request" '
                  '$status';
  upstream api {
    ip_hash;
    server 127.0.0.1:3000 max_fails=3;
    server 127.0.0.1:3001 weight=2 # two
      max_conns=3;
    keepalive 8;
  }
  server {
    listen 127.0.0.1:18999;
    server_name a.example "b.example";
    root /srv;
    if ($a = "2") { return 301 https://$host$request_uri; }
    location / {
      proxy_pass http://api;
      proxy_http_version 1.1;
      proxy_set_header Host $host;
      proxy_set_header Upgrade $http_upgrade;
      add_header X "a; b" always;
    }
    location ~ "^/\\d{2}" { rewrite ^ /x break; }
    location = /z { return 200 '{"a":1}'; }
    error_page 500 502 /50x.html;
  }
}
`;

const inServer: Readonly<Record<string, string>> = {
	"text behind a quote": 'add_header X "foo"bar;',
	"comma behind a quote": 'add_header X "foo", "bar";',
	"parenthesis behind a quote": 'if ($host = "a") { return 200; }',
	"brace behind a quote": 'location "/a"{ return 200; }',
	"two quoted words without a space": 'add_header "X""y";',
	"quote in a word": 'add_header X foo"bar;',
	"quotes in a word": 'add_header X foo"bar";',
	"a space between quotes in a word": 'add_header X foo"bar baz";',
	"apostrophe in double quotes": `add_header X "it's";`,
	"double quotes in single quotes": `add_header X 'say "hi"';`,
	"escaped quote in quotes": 'add_header X "say \\"hi\\"";',
	"escaped backslash before the closing quote": 'add_header X "a\\\\";',
	"quoted over several lines": 'add_header X "a\n b\n c";',
	"comment sign in quotes": 'add_header X "# no comment";',
	"semicolon in quotes": 'add_header X "a;b";',
	"braces in quotes": 'add_header X "{a}";',
	"quoted directive name": '"add_header" X y;',
	"quoted directive name in single quotes": "'add_header' X y;",
	"empty quoted word": 'add_header X "";',
	"unclosed double quote": 'add_header X "a;\nreturn 200;',
	"unclosed single quote": "add_header X 'a;\nreturn 200;",
	"unclosed quote before another": 'add_header X "a;\nadd_header Y "b";',
	"unclosed quote before a quote of the other kind": `add_header X "a;\nadd_header Y 'b';`,
	"comment sign in a word": "add_header X a#b;",
	"comment behind a semicolon": "return 200;# c",
	"comment behind a brace": "location / {# c\nreturn 200; }# c",
	"comment between arguments": "add_header # one\n X # two\n y # three\n;",
	"quotes in a comment": `# it's "fine\nreturn 200;`,
	"brace in a comment": "# { }\nreturn 200;",
	"escaped comment sign": "add_header X \\#a;",
	"closing brace in a word": "return 200 ok};",
	"closing brace at a word's start": "return 200 };",
	"closing brace behind a word": "location / { return 200 ok}",
	"closing brace in place of a semicolon": "location / { return 200 }",
	"closing brace too many": "location / { return 200; } }",
	"semicolon behind a block": "location / { return 200; };",
	"semicolon alone": ";",
	"two semicolons": "return 200;;",
	"semicolon behind a comment": "# c\n;",
	"brace without a name": "{ return 200; }",
	"two braces": "location / {{ return 200; }}",
	"block never closed": "location / { return 200;",
	"word never ended": "location / { return 200",
	"semicolon in a regular expression": "location ~ ^/(a;b) { return 200; }",
	"quantifier without quotes": "location ~ ^/\\d{3}/ { return 200; }",
	"quantifier in quotes": 'location ~ "^/\\d{3}/" { return 200; }',
	"quantifier with escaped braces": "location ~ ^/\\d\\{3\\}/ { return 200; }",
	"quantifier in rewrite": "rewrite ^/\\w{2,}$ /x last;",
	"brace in include": "include /nope/{a,b}.conf;",
	"brace in set": "set $a {b};",
	"brace glued to a location": "location /{return 200;}",
	"brace on the next line": "location /\n{\nreturn 200;\n}",
	"variable in braces": "add_header X ${host};",
	"variable in braces before a block": "location /${host}{ return 200; }",
	"variable with two braces": "set $a ${{host}};",
	"brace not behind the dollar": "set $a $h{ost};",
	"escaped dollar before a brace": "set $a \\${host};",
	"dollar at the end of a word before a brace": "location ~ a$ { return 200; }",
	"dollar glued to a block's brace": "location ~ a${ return 200; }",
	"escaped space": "add_header X a\\ b;",
	"escaped semicolon": "add_header X a\\;b;",
	"escaped brace": "add_header X a\\{b;",
	"escaped line break": "add_header X a\\\nb;",
	"missing semicolon": "root /a\nindex b;",
	"missing semicolon before a block": "root /a\nlocation / { return 200; }",
	"missing semicolon that nginx takes":
		"server_name a\nlisten 127.0.0.1:18998;",
	"missing semicolon behind listen": "listen 127.0.0.1:18998\nserver_name a;",
	"flag of rewrite on the next line": "rewrite ^/a$ /b\nbreak;",
	"arguments on several lines": "add_header\nX\ny\nalways;",
	"arguments that are names of directives":
		"server_name root\nindex listen\nserver;\nindex try_files\nroot;",
	"parameter that is a directive's name":
		"access_log a.log combined\ngzip\nbuffer=4k;",
	"missing brace": "location /a\nreturn 200;\n}",
	"location without a block": "location /a;",
	"if without a block": "if ($host);",
	"simple directive with a block": "root /a { }",
	"server in a server": "server { }",
	"carriage returns": "location / {\r\nreturn 200;\r\n}\r\n",
	"a carriage return in a comment": "# a\rreturn 200;\nreturn 201;",
	"carriage returns alone": "return\r200\r;",
	"tab between words": "return\t200\t;",
	"vertical tab": "return\v200;",
	"form feed": "return\f200;",
	"no-break space": "return\u00a0200;",
	"ideographic space": "return\u3000200;",
	"line separator": "return\u2028200;",
	"nul in a word": "add_header X a\0b;",
	"letters beyond ASCII": 'add_header X "größe→😀";',
	"word of 4094 bytes": `add_header X ${"a".repeat(4094)};`,
	"word of 4095 bytes": `add_header X ${"a".repeat(4095)};`,
	"word of 4096 bytes": `add_header X ${"a".repeat(4096)};`,
	"word of 4094 bytes before a space": `add_header X ${"a".repeat(4094)} ;`,
	"word of 4095 bytes before a space": `add_header X ${"a".repeat(4095)} ;`,
	"quoted word of 4093 bytes": `add_header X "${"a".repeat(4093)}";`,
	"quoted word of 4094 bytes": `add_header X "${"a".repeat(4094)}";`,
	"quoted word of 4095 bytes": `add_header X "${"a".repeat(4095)}";`,
	"quoted word of 4093 bytes before a space": `add_header X "${"a".repeat(4093)}" ;`,
	"quoted word of 4094 bytes before a space": `add_header X "${"a".repeat(4094)}" ;`,
	"quoted word of 4092 bytes before a space": `add_header X "${"a".repeat(4092)}" always;`,
	"comment of 4095 bytes": `#${"a".repeat(4094)}\nreturn 200;`,
	"comment of 4096 bytes": `#${"a".repeat(4095)}\nreturn 200;`,
	"4096 spaces": `return${" ".repeat(5000)}200;`,
	"word of 2047 letters of two bytes": `add_header X ${"é".repeat(2047)};`,
	"word of 2048 letters of two bytes": `add_header X ${"é".repeat(2048)};`,
	"comment of 1365 letters of three bytes": `#${"→".repeat(1364)}aa\nreturn 200;`,
	"comment of 1366 letters of three bytes": `#${"→".repeat(1365)}\nreturn 200;`,
	"word of 1024 letters of four bytes": `add_header X ${"😀".repeat(1024)};`,
	"quoted word over several lines of 5000 bytes": `add_header X "${"abcd\n".repeat(1000)}";`,
};

const inTypes: Readonly<Record<string, string>> = {
	"one statement": "text/html html htm;",
	"names of directives": "root index\nlisten location;",
	"a block": "text/html { html; }",
	"a quantifier": "text/a{3} html;",
	"empty word": "'' html;",
	"words of parentheses": '"a") b "c");',
	"word of a dollar": "$ {a;",
	backslashes: "\\a \\\\b c\\;",
	apostrophes: "a'b 'c d' e;",
	"statement without its end": "a b",
	"comment last": "a b; # c",
};

/** Letters, so that nginx doesn't take them for `on` or `off`. */
const words: readonly string[] = [
	"plain",
	"a\\b",
	"a\\tb",
	"a\\rb",
	"a\\\\b",
	'a\\"b',
	"a\\'b",
	"a\\;b",
	"a\\ b",
	"a\\.b",
	"a\\$b",
	"\\#a",
	"\\}a",
	"\\{a",
	'"a b"',
	'"a\\tb"',
	'"a\\"b"',
	"'a\\'b'",
	'"a\'b"',
	"'a\"b'",
	'"a\\\\"',
	'"a\\.b"',
	'"a#b"',
	'"a;b"',
	'"a{b}"',
	"a}b",
	"a#b",
	'a"b',
	'a"b"',
	"a'",
	"${a}",
	"${{a}}",
	"x${a}y",
	"$a}",
	")a",
	"a)(b",
	'""',
	"größe",
	"😀",
	"a\u00a0b",
	"\\",
];

const whole: Readonly<Record<string, string>> = {
	"empty file": "",
	"white space alone": " \n\t\r\n",
	"comment alone": "# nothing",
	"comment of 4096 bytes at the end": `events {}\nhttp {}\n#${"a".repeat(4095)}`,
	"comment of 4097 bytes at the end": `events {}\nhttp {}\n#${"a".repeat(4096)}`,
	"byte order mark": "\ufeffevents {}\nhttp {}\n",
	"byte order mark before a comment": "\ufeff# c\nevents {}\nhttp {}\n",
	"no line break at the end": "events {}\nhttp {}",
	"one line": "events{}http{server{listen 127.0.0.1:18999;return 200;}}",
	"closing brace first": "}\nevents {}\n",
	"semicolon first": ";\nevents {}\n",
	"events without a block": "events;\nhttp {}\n",
	"upstream without its end":
		"events {}\nhttp {\nupstream a {\nserver 127.0.0.1:1;\n\nserver {\nlisten 127.0.0.1:18999;\n}\n}\n",
	"map with a block": "events {}\nhttp {\nmap $uri $a {\nx { y; }\n}\n}\n",
	"map with a quantifier":
		"events {}\nhttp {\nmap $uri $a {\n~^/\\d{3} y;\n}\n}\n",
	"map that lacks a semicolon":
		"events {}\nhttp {\nmap $uri $a {\nx 1\ny 2;\n}\n}\n",
	"geo with a block": "events {}\nhttp {\ngeo $a {\ndefault { }\n}\n}\n",
	"split_clients with a block":
		"events {}\nhttp {\nsplit_clients $uri $a {\n* { }\n}\n}\n",
	"map without a block": "events {}\nhttp {\nmap $uri $a;\n}\n",
	"upstream without a block": "events {}\nhttp {\nupstream a;\n}\n",
};
