// The program that the cases start: listens on PORT, or on `--port N`, and says who it is.
const http = require("node:http");

const at = process.argv.indexOf("--port");
const port = at > 0 ? process.argv[at + 1] : process.env.PORT;
const who = JSON.stringify({ name: process.env.name, pid: process.pid });

if (port !== undefined) {
	http
		.createServer((_request, response) => {
			response.setHeader("Connection", "close");
			response.end(who);
		})
		.listen(port)
		.on("error", () => process.exit(1));
}
// Without a port it stays alive all the same; an orphan of a program in between ends by itself.
setInterval(() => {}, 1000);
setTimeout(() => process.exit(), 600_000);
