// A small static server for the add-in and, where it is given one, the pretend Excel around it. Knows files, not what is in them.
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';
import { at, isStarted } from './project.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Office.js asks window.external, before anything else runs, whether it is in Excel for Windows. The page around the pane answers. */
const pretendHost =
  "<script>Object.defineProperty(window,'external',{value:window.parent.pretendExcel.external(window),configurable:true})</script>";

/** The address that the manifest in the project carries; `npm run build` puts another in its place. */
export const homeAddress = 'https://localhost:3000';

const fileFor = (folders, path) => {
  for (const folder of folders) {
    const file = resolve(folder, `.${path}`);
    if (file !== folder && !file.startsWith(folder + sep)) return undefined;
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile()) return { file, size: found.size };
  }
  return undefined;
};

const pathOf = (url) => {
  try {
    const path = decodeURIComponent(url.pathname);
    return path.includes('\0') || path.includes('\\') ? undefined : path;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
};

/** Answers one request from the folders, the first that has the file. `pretend` makes the pages believe that they are in Excel when their address says so. */
const answerWith = ({ folders, pretend }) => (request, response) => {
  const refuse = (status, more = {}) => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...more });
    response.end(`${status}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' });
  // Only path and query count; a full address in the request line would otherwise take the place of this one.
  if (!request.url?.startsWith('/') || !URL.canParse(`http://localhost${request.url}`)) return refuse(400);
  const url = new URL(`http://localhost${request.url}`);
  const path = pathOf(url);
  if (path === undefined) return refuse(400);
  const wanted = path === '/' ? (pretend ? '/workbench.html' : '/taskpane.html') : path;
  const found = fileFor(folders, wanted);
  if (!found) return refuse(404);
  const headers = {
    'Content-Type': types[extname(found.file).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  if (pretend && wanted.endsWith('.html') && url.searchParams.has('_host_Info')) {
    const body = Buffer.from(readFileSync(found.file, 'utf8').replace(/<head(\s[^>]*)?>/i, (head) => head + pretendHost), 'utf8');
    response.writeHead(200, { ...headers, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return undefined;
  }
  response.writeHead(200, { ...headers, 'Content-Length': found.size });
  if (request.method === 'HEAD') return response.end();
  const stream = createReadStream(found.file);
  stream.once('error', () => response.destroy());
  stream.pipe(response);
  return undefined;
};

const listen = (server, port) =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      done(server.address().port);
    });
  });

/** Ports that are taken, or that Windows keeps for itself, are passed over. */
const listenNear = async (makeServer, port, tries) => {
  for (let next = port; next < port + tries; next += 1) {
    const server = makeServer();
    try {
      return { server, port: await listen(server, next) };
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(error.code)) throw error;
    }
  }
  const server = makeServer();
  return { server, port: await listen(server, 0) };
};

/**
 * Serves `folders` on this machine only. `port` 0 takes any free one; otherwise the first free one from it on, or, with `exactly`, that or an error.
 * With `tls` ({key, cert}) over https. Gives the address and the way to stop.
 */
export const serve = async ({ folders, port = 0, exactly = false, pretend = false, tls = undefined }) => {
  const answer = answerWith({ folders: folders.map((folder) => resolve(folder)), pretend });
  const makeServer = () => (tls ? createHttps(tls, answer) : createHttp(answer));
  let taken;
  if (exactly || port === 0) {
    const server = makeServer();
    taken = { server, port: await listen(server, port) };
  } else taken = await listenNear(makeServer, port, 50);
  return {
    address: `${tls ? 'https' : 'http'}://localhost:${taken.port}`,
    close: () =>
      new Promise((done) => {
        taken.server.close(() => done());
        taken.server.closeAllConnections();
      }),
  };
};

if (isStarted(import.meta.url)) {
  const { address } = await serve({ folders: [at('.cache', 'workbench'), at('dist')], port: Number(process.env.PORT ?? 3000), pretend: true });
  process.stdout.write(`${address}\n`);
}
