import { useRef, useState, type ReactElement } from 'react';
import type { AppModule } from '../app-modules';
import { AppFrame } from '../frame/app-frame';
import { showFlag } from '../frame/flags';
import type { FramePlace } from '../frame/frame-place';
import { Menu } from '../menu';
import { removeItem, saveItem, type DashboardItem } from './dashboard-data';
import { createWidgetEdit } from './widget-edit';

type ItemProps = {
  readonly dashboardId: string;
  readonly item: DashboardItem;
  readonly module: AppModule;
  readonly kind: string;
  readonly onChanged: () => void;
};

/** One widget or gadget: its view, or its edit view with the host's buttons. */
export const DashboardItemBox = (props: ItemProps): ReactElement => {
  const { dashboardId, item, module, kind, onChanged } = props;
  const [editing, setEditing] = useState(item.config === null && module.editResource !== null);
  const [reloads, setReloads] = useState(0);
  const remove = () => removeItem(dashboardId, item.id).then(onChanged, failed('was not removed', module));
  const title = `${module.title} (${kind} ${item.id})`;
  return (
    <section className="dashboard-item" aria-label={title}>
      <header>
        <h2>
          {module.title} <span className="quiet">{kind}</span>
        </h2>
        <Menu label={`Actions for ${title}`} button="…" className="icon">
          {module.editResource !== null && (
            <button type="button" onClick={() => setEditing(true)}>
              Edit
            </button>
          )}
          <button type="button" onClick={() => setReloads(reloads + 1)}>
            Refresh
          </button>
          <button type="button" onClick={() => void remove()}>
            Remove
          </button>
        </Menu>
      </header>
      {editing ? (
        <EditView
          {...props}
          onDone={() => {
            setEditing(false);
            onChanged();
          }}
        />
      ) : (
        <AppFrame
          key={reloads}
          module={module}
          label={title}
          firstHeight={640}
          extension={extensionOf(props, 'view')}
          place={{ refresh: () => setReloads(reloads + 1) }}
        />
      )}
    </section>
  );
};

const EditView = (props: ItemProps & { readonly onDone: () => void }): ReactElement => {
  const { dashboardId, item, module, onDone } = props;
  const isWidget = module.type === 'dashboards:widget';
  const widget = useRef(createWidgetEdit(item.config ?? {}));
  const save = (config: Readonly<Record<string, unknown>>) => saveItem(dashboardId, item.id, config);
  const saveWidget = () => widget.current.save(item.id, save).then(onDone, failed('was not saved', module));
  const saveGadget = async (payload: unknown) => {
    await save(payload as Record<string, unknown>);
    onDone();
  };
  const place: FramePlace = isWidget
    ? { widgetEdit: widget.current.api }
    : { submit: saveGadget, close: onDone };
  return (
    <>
      <AppFrame
        module={module}
        resource={module.editResource ?? module.resource}
        label={`Set up ${module.title}`}
        extension={extensionOf(props, 'edit')}
        place={place}
      />
      <div className="buttons">
        {isWidget && (
          <button type="button" className="primary" onClick={() => void saveWidget()}>
            Save
          </button>
        )}
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </>
  );
};

const extensionOf = (
  { dashboardId, item, module }: ItemProps,
  entryPoint: 'view' | 'edit',
): Record<string, unknown> =>
  module.type === 'dashboards:widget'
    ? {
        type: module.type,
        config: item.config ?? {},
        context: { dashboardId, widgetId: item.id },
        ...(entryPoint === 'edit' ? { entryPoint } : {}),
      }
    : {
        type: module.type,
        gadgetConfiguration: item.config ?? {},
        dashboard: { id: dashboardId },
        gadget: { id: item.id },
        entryPoint,
        location: location.href,
      };

const failed =
  (what: string, { title }: AppModule) =>
  ({ message }: Error): void =>
    showFlag({ id: `${title} ${what}`, title: `${title} ${what}`, description: message, type: 'error' });
