import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { AppModule } from '../app-modules';
import { clockShift } from '../clock';
import { account, colorMode } from '../session';
import { useStore } from '../store';
import { answerFrame } from './commands';
import type { FramePlace } from './frame-place';
import { HELLO, PORT, toQuery, type FrameStart } from './handshake';
import { rememberedHeight, rememberHeight } from './remembered-height';
import { connect, type Ask } from './rpc';

type AppFrameProps = {
  readonly module: AppModule;
  readonly resource?: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly label?: string;
  readonly place?: FramePlace;
  readonly surface?: FrameStart['surface'];
  /** As high as its content, or as the room it is given. */
  readonly height?: 'content' | 'fill';
  /** Pixels that are kept free for it the first time, before it says how high it is. */
  readonly firstHeight?: number;
};

/** A front end of the app in a frame of its own origin, with the bridge between it and the page. */
export const AppFrame = (props: AppFrameProps): ReactElement => {
  const who = useStore(account);
  const resource = props.resource ?? props.module.resource;
  // Another account, place or resource is another frame: nothing of the old one may stay.
  const key = JSON.stringify([who, props.module.key, resource, props.extension]);
  return <LiveFrame key={key} {...props} resource={resource} />;
};

/** Put in by the build: what Forge's own policy lets a frame do. */
declare const FRAME_SANDBOX: string;

/** What Forge lets a frame use of the browser. Source: developer.atlassian.com, "Custom UI iframe". */
const FRAME_FEATURES = 'camera; clipboard-write; display-capture; fullscreen; microphone';
const FRAME_HOST = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const FRAME_ORIGIN = `${location.protocol}//${FRAME_HOST}:${location.port}`;
const SILENT_AFTER_MS = 10_000;
let frames = 0;

const LiveFrame = (props: AppFrameProps & { readonly resource: string }): ReactElement => {
  const {
    module,
    resource,
    extension,
    label = module.title,
    surface = 'surface',
    height = 'content',
  } = props;
  const heightKey = `${module.key} ${String(extension['entryPoint'] ?? 'view')}`;
  const element = useRef<HTMLIFrameElement>(null);
  const place = useRef<FramePlace>(props.place ?? {});
  place.current = props.place ?? {};
  const [id] = useState(() => `frame-${++frames}`);
  const [start] = useState(() => toQuery({ ...startNow(), surface }));
  const [contentHeight, setContentHeight] = useState(() =>
    rememberedHeight(heightKey, props.firstHeight ?? 160),
  );
  const setHeight = useMemo(() => rememberHeight(heightKey, setContentHeight), [heightKey]);
  const frame = { id, module, resource, extension, place: () => place.current, setHeight };
  const silent = useConversation(element, frame);
  return (
    <>
      {silent && (
        <p className="problem" role="alert">
          {label} did not start. Is {FRAME_ORIGIN}/frame/{resource}/ served?
        </p>
      )}
      <iframe
        ref={element}
        className="app-frame"
        title={label}
        src={`${FRAME_ORIGIN}/frame/${resource}/index.html?${start}`}
        sandbox={FRAME_SANDBOX}
        allow={FRAME_FEATURES}
        data-module={module.key}
        style={height === 'fill' ? { flex: 1, height: '100%' } : { height: contentHeight }}
      />
    </>
  );
};

const startNow = (): Omit<FrameStart, 'surface'> => ({
  colorMode: colorMode.get(),
  clockShift: clockShift(),
  host: location.origin,
});

type FrameParts = Omit<Parameters<typeof answerFrame>[0], 'cleanUp'>;

/** Connects to the frame when it says hello and tells it of theme changes; answers whether it stays silent. */
const useConversation = (element: React.RefObject<HTMLIFrameElement>, frame: FrameParts): boolean => {
  const [silent, setSilent] = useState(false);
  const latest = useRef(frame);
  useEffect(() => {
    const endings: (() => void)[] = [];
    let ask: Ask | undefined;
    const timer = setTimeout(() => setSilent(true), SILENT_AFTER_MS);
    const receive = (event: MessageEvent) => {
      const target = element.current?.contentWindow;
      if (!target || event.source !== target || event.origin !== FRAME_ORIGIN || event.data !== HELLO) return;
      clearTimeout(timer);
      setSilent(false);
      const { port1, port2 } = new MessageChannel();
      ask = connect(port1, answerFrame({ ...latest.current, cleanUp: (action) => endings.push(action) }));
      endings.push(() => port1.close());
      target.postMessage(PORT, FRAME_ORIGIN, [port2]);
    };
    addEventListener('message', receive);
    endings.push(
      () => clearTimeout(timer),
      () => removeEventListener('message', receive),
      colorMode.subscribe(() => void ask?.('colorMode', colorMode.get())),
    );
    return () => endings.forEach((end) => end());
  }, [element]);
  return silent;
};
