/** An nginx configuration of any length, as varied as those that people have, which nginx accepts and of which there is nothing to say. */

/** 52 lines to a server; without certificates, whose files nginx would open. */
export function nginxConfig(lines: number): string {
	const sites = Array.from({ length: Math.max(1, Math.round(lines / 52)) });
	return `${head}${sites.map((_, i) => site(i)).join("")}}\n`;
}

const head = `worker_processes auto;

events {
    worker_connections 4096;
}

http {
    log_format timed '$remote_addr [$time_local] "$request" $status $request_time';
    access_log off;
    sendfile on;
    gzip on;
    gzip_types text/plain text/css application/json;
    server_names_hash_max_size 65536;
    variables_hash_max_size 4096;
    limit_req_zone $binary_remote_addr zone=login:10m rate=5r/s;

    map $http_upgrade $connection_upgrade {
        default upgrade;
        "" close;
    }

`;

function site(i: number): string {
	const [a, b] = [10_000 + i, 30_000 + i];
	return `    # The shop of customer ${i}.
    upstream shop_${i} {
        least_conn;
        server 127.0.0.1:${a} max_fails=3 fail_timeout=30s;
        server 127.0.0.1:${b} max_fails=3 fail_timeout=30s backup;
        keepalive 16;
    }

    server {
        listen 8080;
        server_name shop-${i}.example.com www.shop-${i}.example.com;
        root /srv/www/shop-${i};
        client_max_body_size 20m;
        error_page 500 502 503 504 /50x.html;
        add_header Content-Security-Policy "default-src 'self'; img-src 'self' https://img.shop-${i}.example.com data:; frame-ancestors 'none'" always;
        add_header Permissions-Policy "geolocation=(), camera=(), microphone=(), payment=(self \\"https://pay.example.com\\")" always;

        location / {
            try_files $uri $uri/ @app;
        }

        location @app {
            proxy_pass http://shop_${i};
            proxy_http_version 1.1;
            proxy_set_header Host $host;
            proxy_set_header X-Real-IP $remote_addr;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header Connection "";
            proxy_next_upstream error timeout;
        }

        location /socket.io/ {
            proxy_pass http://shop_${i};
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
            proxy_read_timeout 3600s;
        }

        location = /login {
            limit_req zone=login burst=10 nodelay;
            proxy_pass http://shop_${i};
        }

        location ~* \\.(?:css|js|png|jpe?g|svg|woff2)$ {
            expires 30d;
            access_log /var/log/nginx/shop-${i}.example.com.assets.log timed buffer=64k flush=5m;
        }

        location ~ /\\. {
            deny all;
        }
    }

`;
}
