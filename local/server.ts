import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { SITE_HOST } from './http/guard';
import { problemAt, send } from './http/reply';
import { createRoutes, type Routes } from './http/routes';
import type { Site } from './jira/model';
import type { Exchange, SeedStep } from './seams';
import { seedApp } from './seed-app';
import { createStandIn, type StandIn } from './stand-in';
import { createSaver, readState, writeState } from './state-file';

export type ServerOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Makes the site and what fills the app; not called when a kept state is found. */
  readonly load: () => Promise<Loaded> | Loaded;
  /** Where the state is kept; nowhere unless given. */
  readonly stateFile?: string;
  /** What tells this site from others in the state file. */
  readonly source?: string;
  /** The folder of the app that is installed; this project's unless told. The site's pages are always this project's. */
  readonly root?: string;
  /** Told of every request to Jira with its reply. */
  readonly onExchange?: (exchange: Exchange) => void;
  readonly say?: (line: string) => void;
  readonly log?: (level: string, words: readonly unknown[]) => void;
};

export type Loaded = { readonly site: Site; readonly script: readonly SeedStep[] };

export type RunningServer = {
  /** The address of the site, without a slash at the end. */
  readonly url: string;
  readonly standIn: StandIn;
  /** Saves what is due and ends the server. */
  readonly close: () => Promise<void>;
};

/** Serves a site with the app installed. @throws a sentence that says what is wrong and what to do. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  let routes: Routes | null = null;
  const server = createServer((request, response) => {
    const { url: asked = '/' } = request;
    if (routes === null) return send(response, problemAt(asked, 503, 'The site is being prepared.'));
    routes(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) send(response, problemAt(asked, 500, String(error)));
    });
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const url = `http://${SITE_HOST}:${port}`;
  try {
    const { standIn, saver } = await prepare(options, url);
    routes = createRoutes(ROOT, port, standIn, saver.changed);
    const deliveries = standIn.deliveries.start((error) => console.error(error));
    const end = () => {
      deliveries.stop();
      saver.flush();
    };
    return { url, standIn, close: () => close(server, end) };
  } catch (error) {
    await close(server, () => undefined);
    throw error;
  }
};

const ROOT = resolve(__dirname, '..');

const prepare = async (options: ServerOptions, url: string) => {
  const { root = ROOT, stateFile, source = 'a site', say = () => undefined, log } = options;
  const kept = stateFile === undefined ? null : readState(stateFile, source);
  const { site, script } = kept === null ? await options.load() : { site: kept.site, script: [] };
  say(kept === null ? `Preparing ${site.name} …` : `Taking up ${site.name} where it was left …`);
  let ready = false;
  const standIn = await createStandIn({
    root,
    site,
    siteUrl: url,
    stored: kept?.stored ?? {},
    clockOffset: kept?.clockOffset ?? 0,
    onChange: () => {
      if (ready) saver.changed();
    },
    ...(log === undefined ? {} : { log }),
    ...(options.onExchange === undefined ? {} : { onExchange: options.onExchange }),
  });
  const save = () => {
    if (stateFile === undefined) return;
    const { storage, clock } = standIn;
    writeState(stateFile, { version: 1, source, site, stored: storage.dump(), clockOffset: clock.offset() });
  };
  const saver = createSaver(save);
  await seedApp(standIn, script);
  save();
  ready = true;
  return { standIn, saver };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolveListening, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set another one: PORT=${port + 1} npm start`)
          : error.code === 'EACCES'
            ? new Error(
                `Port ${port} needs rights that you do not have. Set another one: PORT=8080 npm start`,
              )
            : error,
      ),
    );
    server.listen(port, SITE_HOST, resolveListening);
  });

const close = (server: Server, flush: () => void): Promise<void> =>
  new Promise((done) => {
    flush();
    server.close(() => done());
    server.closeAllConnections();
  });
