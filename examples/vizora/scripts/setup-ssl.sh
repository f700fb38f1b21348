#!/usr/bin/env bash
# Gets the certificate that nginx needs before its first start: ./scripts/setup-ssl.sh your-domain.com
set -euo pipefail

domain=${1:?"usage: $0 DOMAIN"}
certbot certonly --standalone --agree-tos -d "$domain"
