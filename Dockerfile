# The portal's image: web and worker are the same image with another command. Not run where this was written: see docs/running.md.
FROM node:20-bookworm-slim AS packages
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM packages AS build
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production MALLOC_ARENA_MAX=2 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /portal
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /portal/node_modules ./node_modules
COPY --from=build /portal/build ./build
COPY --from=build /portal/locales ./locales
COPY --from=build /portal/prisma ./prisma
COPY --from=build /portal/server.mjs /portal/package.json ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=20", "server.mjs"]
