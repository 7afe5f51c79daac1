import { connect, type Ask } from '../frame/rpc';
import { HELLO, PORT, fromQuery } from '../frame/handshake';
import { shiftClock } from './clock';
import { createHistory } from './history';
import { forwardEscape } from './escape';
import { reportHeight } from './height';
import { enableTheming, loadTokens, showColorMode } from './theme';

/**
 * Runs first in every frame of the app, as the platform's own script does: it gives `@forge/bridge` the `callBridge`
 * that it looks for when it is loaded. Calls made before the page answers wait.
 */
const start = fromQuery(location.search);
shiftClock(start.clockShift);
const tokens = loadTokens(start.surface);

const host: Promise<Ask> = new Promise((resolve) => {
  const receive = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.origin !== start.host || event.data !== PORT || !port) return;
    removeEventListener('message', receive);
    const ask = connect(port, (command, data) => {
      if (command === 'colorMode') return showColorMode(data === 'dark' ? 'dark' : 'light');
      throw new Error(`The frame does not know ${command}.`);
    });
    reportHeight(ask);
    forwardEscape(ask);
    resolve(ask);
  };
  addEventListener('message', receive);
  parent.postMessage(HELLO, start.host);
});

const callBridge: Ask = async (command, data) => {
  if (command === 'enableTheming') return enableTheming(start.colorMode, tokens, host);
  const ask = await host;
  return command === 'createHistory' ? createHistory(ask) : ask(command, data);
};

Object.assign(globalThis, { __bridge: { callBridge } });
