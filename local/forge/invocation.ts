/** What the front end is told when a function does not answer. */
export class InvocationError extends Error {
  /** Why the platform gave up, in the words of `@forge/events`; `null` where the app itself failed. */
  readonly fault: string | null;

  constructor(message: string, fault: string | null = null) {
    super(`There was an error invoking the function - ${message}`);
    this.fault = fault;
  }
}

/** The platform ended the function, rather than the app. */
export class PlatformError extends Error {
  readonly fault: string;
  /** Whether a rule of `POST /local/faults` had it fail. */
  readonly isOnPurpose: boolean;

  constructor(fault: string, message: string, isOnPurpose = false) {
    super(message);
    this.fault = fault;
    this.isOnPurpose = isOnPurpose;
  }
}

/** A front end's call of a resolver. */
export const MAX_REQUEST = 500 * 1024;
/** Any other call of a function, and every answer. */
export const MAX_PAYLOAD = 5 * 1024 * 1024;

/** The body as the function gets it: through JSON. @throws InvocationError when it is too heavy. */
export const passIn = (body: unknown, limit: number): unknown => {
  const sent = JSON.stringify(body);
  const weight = Buffer.byteLength(sent);
  if (weight > limit) throw new InvocationError(`The request weighs ${weight} bytes; Forge takes ${limit}.`);
  return JSON.parse(sent);
};

/** The result as the caller gets it: through JSON. @throws when it is too heavy. */
export const passOut = (result: unknown): unknown => {
  const text = JSON.stringify(result);
  if (text === undefined) return undefined;
  const weight = Buffer.byteLength(text);
  if (weight > MAX_PAYLOAD)
    throw new Error(`The response weighs ${weight} bytes; Forge takes ${MAX_PAYLOAD}.`);
  return JSON.parse(text);
};

/** The result, unless it takes longer than the limit. @throws that the function timed out. */
export const withinLimit = async (result: Promise<unknown>, limitMs: number): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(timedOut(limitMs)), limitMs);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
};

const timedOut = (limitMs: number): PlatformError =>
  new PlatformError('FUNCTION_TIME_OUT', `Function timed out after ${limitMs / 1000} seconds.`);

/** Errors of the app come from another world, where `instanceof Error` is false here. */
export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
