/** Ports on which well-known images listen when nobody tells them otherwise: their EXPOSE, the weakest evidence of all. */

import { imageFamily, parseImageReference, repository } from "./image.ts";

/** TCP ports; empty where the image is not in the table, or leaves the port to what is put into it (node, python). */
export function imagePorts(image: string): readonly number[] {
	const reference = parseImageReference(image);
	const name = repository(reference.name).replace(/^docker\/library\//, "");
	const tag = reference.tag ?? "";
	if (phpImages.has(name)) {
		if (/fpm/.test(`${name}:${tag}`)) return [9000];
		// Of the plain images only the Apache variant serves by itself.
		return name === "php" && !/apache/.test(tag) ? [] : [80];
	}
	if (name === "rabbitmq")
		return /management/.test(tag) ? [5672, 15672] : [5672];
	const known = defaults.get(name);
	if (known) return known;
	const family = imageFamily(reference);
	if (family.kind !== "nginx") return [];
	return family.flavour === "unprivileged" ? [8080] : [80];
}

const phpImages = new Set([
	"bitnami/php-fpm",
	"drupal",
	"joomla",
	"nextcloud",
	"php",
	"phpmyadmin",
	"phpmyadmin/phpmyadmin",
	"wordpress",
]);

const defaults = new Map<string, readonly number[]>([
	["adminer", [8080]],
	["apache/kafka", [9092]],
	["arangodb", [8529]],
	["bitnami/kafka", [9092]],
	["bitnami/mariadb", [3306]],
	["bitnami/mongodb", [27017]],
	["bitnami/mysql", [3306]],
	["bitnami/nginx", [8080, 8443]],
	["bitnami/postgresql", [5432]],
	["bitnami/redis", [6379]],
	["caddy", [80, 443, 2019]],
	["cassandra", [9042]],
	["clickhouse/clickhouse-server", [8123, 9000, 9009]],
	["consul", [8500, 8600, 8300, 8301, 8302]],
	["couchbase", [8091]],
	["couchdb", [5984]],
	["elasticsearch", [9200, 9300]],
	["elasticsearch/elasticsearch", [9200, 9300]],
	["eclipse-mosquitto", [1883]],
	["ghost", [2368]],
	["gitea/gitea", [3000, 22]],
	["grafana/grafana", [3000]],
	["grafana/loki", [3100]],
	["hasura/graphql-engine", [8080]],
	["httpd", [80]],
	["influxdb", [8086]],
	["jenkins/jenkins", [8080, 50000]],
	["keycloak/keycloak", [8080, 8443]],
	["kibana/kibana", [5601]],
	["kibana", [5601]],
	["kong", [8000, 8001, 8443, 8444]],
	["mailhog/mailhog", [1025, 8025]],
	["axllent/mailpit", [1025, 8025]],
	["mariadb", [3306]],
	["mariadb/server", [3306]],
	["memcached", [11211]],
	["metabase/metabase", [3000]],
	["minio/minio", [9000]],
	["mongo", [27017]],
	["mongo-express", [8081]],
	["mongodb/mongodb-community-server", [27017]],
	["mysql", [3306]],
	["mysql/mysql-server", [3306]],
	["n8nio/n8n", [5678]],
	["nats", [4222, 6222, 8222]],
	["neo4j", [7474, 7473, 7687]],
	["dpage/pgadmin4", [80, 443]],
	["portainer/portainer-ce", [9000, 9443, 8000]],
	["postgis/postgis", [5432]],
	["timescale/timescaledb", [5432]],
	["pgvector/pgvector", [5432]],
	["postgres", [5432]],
	["prom/prometheus", [9090]],
	["prom/node-exporter", [9100]],
	["qdrant/qdrant", [6333, 6334]],
	["redis", [6379]],
	["redis/redis-stack", [6379, 8001]],
	["redis/redis-stack-server", [6379]],
	["registry", [5000]],
	["solr", [8983]],
	["sonarqube", [9000]],
	["strapi/strapi", [1337]],
	["tomcat", [8080]],
	["traefik", [80]],
	["valkey/valkey", [6379]],
	["varnish", [80]],
	["vault", [8200]],
	["hashicorp/vault", [8200]],
	["zookeeper", [2181]],
]);
