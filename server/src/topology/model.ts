/**
 * The topology: which process runs where, what it listens on, and what every upstream server
 * and pass directive of nginx reaches, or why it reaches nothing. Rules and features read
 * this and resolve no name by themselves.
 */

import type {
	ComposeModel,
	PublishedPort,
	Service,
} from "../languages/compose/facts.ts";
import type { NginxVersion } from "../languages/dockerfile/nginx-version.ts";
import type {
	Address,
	Listen,
	NginxFacts,
	Pass,
	Upstream,
	UpstreamServer,
} from "../languages/nginx/facts.ts";
import type { Word } from "../languages/nginx/tree.ts";
import type { PackageFacts } from "../languages/npm/read.ts";
import type {
	App,
	Circumstance,
	Ecosystem,
	Runtime,
} from "../languages/pm2/facts.ts";
import type { Place } from "../text/place.ts";
import type { Missing } from "./container/missing.ts";
import type { NamedPath, RenderedTemplate } from "./nginx/named-path.ts";
import type { AppScript } from "./pm2-script.ts";
import type { Settings } from "./settings.ts";

export interface Project {
	/** The name compose would give it, else its folder's. */
	readonly name: string;
	/** The folder of its compose files, else of its ecosystem file or nginx main file. */
	readonly directory: string;
	/** Every file that was read for it, in the order of their paths. */
	readonly files: readonly ProjectFile[];
	readonly settings: Settings;
	/** The nearest edgewise.json above the project, or where one would lie. */
	readonly settingsFile: SettingsFile;
	readonly compose: Compose | undefined;
	readonly nginxes: readonly Nginx[];
	readonly ecosystems: readonly RunningEcosystem[];
	/** Who answers on the ports of the host. */
	readonly host: readonly Listener[];
	/** Socket.IO goes without long polling, by the sources of what uses it. */
	readonly webSocketOnly: boolean;
	/** Scripts near the project (shell, systemd units, Procfile, package.json's): what they start is not known, but their texts are. */
	readonly scripts: readonly Script[];
	readonly syntax: readonly SyntaxProblem[];
	/** What other commands would load; everything above is what compose loads by itself. */
	readonly variants: readonly Variant[];
}

/** A compose file of the project's folder that only `-f` loads (`docker-compose.linux.yml`). */
export interface Variant {
	readonly path: string;
	/**
	 * The project with it: merged onto the default files, and alone where it could be the whole
	 * stack too. Without files of nginx that no service loads.
	 */
	readonly readings: readonly Project[];
}

export type Role =
	| "compose"
	| "nginx"
	| "pm2"
	| "dockerfile"
	| "dotenv"
	| "package"
	| "settings";

export interface ProjectFile {
	readonly path: string;
	readonly role: Role;
	/** The text that is there now. */
	readonly text: string;
	/** The text that the facts were read from, where it is an older one because the present one can't be parsed. */
	readonly factsFrom: string | undefined;
	/** Comments of the present text: suppressions stand in them. */
	readonly comments: readonly Place[];
}

export interface Script {
	readonly path: string;
	readonly text: string;
}

export interface SettingsFile {
	readonly path: string;
	/** Absent: there is none yet. */
	readonly text: string | undefined;
}

/** What a language could not read, in the file that is there now. */
export interface SyntaxProblem {
	readonly rule: string;
	readonly severity: "error" | "warning" | "info" | "hint";
	readonly message: string;
	readonly at: Place;
	/** The other end. */
	readonly related?: { readonly at: Place; readonly message: string };
	readonly mend?: {
		readonly title: string;
		readonly start: number;
		readonly end: number;
		readonly newText: string;
	};
}

/** What one `docker compose up` without further options starts. */
export interface Compose extends ComposeModel {
	readonly name: string;
	/** Profiles that COMPOSE_PROFILES of .env activates. */
	readonly activeProfiles: readonly string[];
	/** One for each service, by its name. */
	readonly containers: ReadonlyMap<string, Container>;
}

/** A service and what its image and build context tell. */
export interface Container {
	readonly service: Service;
	/** The package.json of its build context. */
	readonly package: PackageFacts | undefined;
	readonly listeners: readonly Listener[];
	/** What it takes from the workspace and is not there. */
	readonly missing: readonly Missing[];
	/** Templates of nginx that nobody renders, and why. */
	readonly unrendered: "entrypoint" | "command" | "read-only" | undefined;
	/** An official nginx image, started as it is: nothing but nginx listens in the container. */
	readonly runsOnlyNginx: boolean;
}

/** Where a process runs: names and loopback mean something else in each. */
export type Site =
	| { readonly kind: "container"; readonly service: Service }
	/** In a container with network_mode host: the host's ports, no service names. */
	| { readonly kind: "host-network"; readonly service: Service }
	| { readonly kind: "host" }
	| { readonly kind: "unknown"; readonly reason: string };

/** One nginx configuration as it runs at one place: a main file with its includes, or a file that nobody loads. */
export interface Nginx {
	/** The workspace's file that it begins with. */
	readonly path: string;
	/** Every file that it is read from. */
	readonly files: readonly string[];
	readonly kind: "main" | "fragment";
	readonly site: Site;
	/** What the image's tag tells; unknown on the host, and where nginx was installed into another image. See `isBefore`. */
	readonly version: NginxVersion;
	readonly facts: NginxFacts;
	/** False where an include could not be followed, or a file is broken and never was whole: names may be defined that are not seen. */
	readonly complete: boolean;
	readonly routes: readonly Route[];
	/** Of one in a container. */
	readonly paths: readonly NamedPath[];
	/** The words behind `include` that bring a file which is being read already. */
	readonly cycles: readonly Word[];
	/** Templates that the image renders at start, with the variables that are set. */
	readonly rendered: readonly RenderedTemplate[];
	/** What puts the main file into the container: its mount, or the COPY of the Dockerfile. */
	readonly mainFrom: { readonly path: string; readonly at: Place } | undefined;
}

/** One address that nginx sends to: a server line of an upstream, or a pass directive's own. */
export interface Route {
	readonly address: Address;
	readonly from:
		| {
				readonly kind: "server";
				readonly upstream: Upstream;
				readonly server: UpstreamServer;
		  }
		| { readonly kind: "pass"; readonly pass: Pass };
	readonly port: number | undefined;
	readonly target: Target;
	/** Who answers there, strongest evidence first. */
	readonly listeners: readonly Listener[];
}

/** What the name in an address means where nginx runs. */
export type Target =
	| { readonly kind: "upstream"; readonly upstream: Upstream }
	/** The machine under the containers, or nginx's own where it runs on it. */
	| { readonly kind: "host"; readonly via: "gateway" | "loopback" }
	| {
			readonly kind: "service";
			readonly service: Service;
			readonly via: ServiceName;
	  }
	/** Loopback inside nginx's own container. */
	| { readonly kind: "self"; readonly service: Service }
	| {
			readonly kind: "unresolved";
			readonly name: string;
			readonly reason: Unresolved;
	  }
	/** An address or domain outside of what the workspace describes. */
	| { readonly kind: "outside"; readonly host: string }
	| { readonly kind: "unknown"; readonly reason: string };

export type ServiceName =
	| "service"
	| "alias"
	| "container_name"
	| "hostname"
	| "link";

export type Unresolved =
	| { readonly kind: "nobody" }
	/** A service has the name, but nginx runs where service names mean nothing. */
	| { readonly kind: "not-in-network"; readonly service: Service }
	| { readonly kind: "no-shared-network"; readonly service: Service };

export interface Listener {
	readonly port: number;
	readonly by:
		| { readonly kind: "pm2"; readonly app: RunningApp }
		/** Docker forwards a host port to the container. */
		| {
				readonly kind: "published";
				readonly service: Service;
				readonly published: PublishedPort;
		  }
		| { readonly kind: "service"; readonly service: Service }
		| {
				readonly kind: "nginx";
				readonly nginx: string;
				readonly listen: Listen;
		  };
	readonly evidence: Evidence;
	/** What says so. */
	readonly at: Place;
	/** Empty: always. */
	readonly when: readonly Circumstance[];
}

/** From strong (it listens) to weak (somebody says that it might). */
export type Evidence =
	| "pm2"
	| "nginx"
	| "published"
	| "environment"
	| "command"
	| "healthcheck"
	| "image-expose"
	| "ports"
	| "expose"
	| "image-default";

export interface RunningEcosystem {
	readonly ecosystem: Ecosystem;
	readonly site: Site;
	/** Those that PM2 starts: none of a file that it refuses as it stands (`ecosystem.loading`). */
	readonly apps: readonly RunningApp[];
	/**
	 * Those that such a file names. They open no port and nothing is said of them, but somebody
	 * means them to run, by another way or once the file is mended: no port that they name, and
	 * none beside them, is said to be closed. See refusedEcosystems in pm2-refused.ts.
	 */
	readonly refused: readonly RunningApp[];
}

export interface RunningApp {
	readonly app: App;
	/** What people call it: its name, else its script. */
	readonly name: string;
	readonly path: string;
	readonly runtime: Runtime;
	/** The package.json of the folder that it runs in, or above. */
	readonly package: PackageFacts | undefined;
	/** The file that it starts, where the workspace would have it. */
	readonly script: AppScript | undefined;
}
