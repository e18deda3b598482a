/** A small static server for `dist/`, with the policy the page is meant to live under. */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};

/** Nothing from elsewhere, no markup from text, no code from text but WebAssembly. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** Serves folders, the first that has the file; resolves to the server once it listens. Port 0 takes any free one. */
export async function serve(folders, port = 0, policy = POLICY) {
  const server = createServer(async (request, response) => {
    const file = await find(folders, request.url ?? "/");
    if (!file || (request.method !== "GET" && request.method !== "HEAD")) {
      response.writeHead(file ? 405 : 404, { "Content-Type": "text/plain" }).end(file ? "GET only" : "not found");
      return;
    }
    const packed = extname(file) in TYPES && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      ...(packed && { "Content-Encoding": "gzip", Vary: "Accept-Encoding" }),
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else {
      // Gone since it was found: whoever asked is told by the broken connection.
      const lost = () => response.destroy();
      if (packed) gzipped(file).then((bytes) => response.end(bytes), lost);
      else createReadStream(file).on("error", lost).pipe(response);
    }
  });
  await listen(server, port);
  return server;
}

const packs = new Map();

/** A file as it goes over the line, packed once for each version of it. */
async function gzipped(file) {
  const { mtimeMs } = await stat(file);
  const known = packs.get(file);
  if (known?.mtimeMs === mtimeMs) return known.bytes;
  const bytes = await promisify(gzip)(await readFile(file));
  packs.set(file, { mtimeMs, bytes });
  return bytes;
}

async function find(folders, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  } catch {
    return undefined;
  }
  if (path.endsWith(sep)) path += "index.html";
  for (const folder of folders) {
    // `path` is absolute and normalised, so it cannot climb out of the folder.
    const file = join(folder, path);
    if ((await stat(file).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

/** The port asked for, or the next free one after it. */
async function listen(server, port) {
  for (let next = port; ; next++) {
    const error = await new Promise((resolve) => {
      server.once("error", resolve);
      server.listen(next, "localhost", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (!error) return;
    if (error.code !== "EADDRINUSE" || next > port + 50) throw error;
  }
}
