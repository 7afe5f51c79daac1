/** A refusal as Forge's storage sends it. */
export class StorageError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Refuses with 400 and one of Forge's codes. */
export const refuse = (code: string, message: string): never => {
  throw new StorageError(400, code, message);
};
