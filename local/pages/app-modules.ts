import { rest } from './rest';

/** A module of the installed app, as the server reads it from the manifest. */
export type AppModule = {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly resource: string;
  readonly editResource: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
};

let loading: Promise<AppModule[]> | undefined;

/** The app's modules of one type; they do not change while the site runs. */
export const loadModules = async (type: string): Promise<AppModule[]> => {
  loading ??= rest<AppModule[]>('/local/modules').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return (await loading).filter((module) => module.type === type);
};
