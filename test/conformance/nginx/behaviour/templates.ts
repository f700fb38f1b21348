// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates write their variables so.

/** Templates as the official image's start script renders them: envsubst with the names of all variables that are set (semantics 54). */

export const variables: Readonly<Record<string, string>> = {
	API_HOST: "api",
	PORT: "3000",
	EMPTY: "",
	host: "EVIL",
};

export const templates: readonly string[] = [
	"server ${API_HOST}:${PORT};",
	"server $API_HOST:$PORT;",
	"server ${API_HOST};",
	"server ${NOBODY_SETS_IT}:3000;",
	"server ${EMPTY}:3001;",
	"listen ${PORT:-80};",
	"proxy_set_header Host $host;",
	"proxy_set_header X $hostname $HOST;",
	"set $PORTS 1; set ${PORT}S 2;",
	"return 200 $$PORT;",
	"return 200 \\$PORT;",
	"# ${PORT}",
	"return 200 '${ PORT }';",
	"return 200 ${PORT",
];
