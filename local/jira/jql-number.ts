import { badRequest } from './http-error';

/** @throws 400 when the written value is not a number. */
export const readNumber = (written: string, field: string): number => {
  const number = written.trim() === '' ? Number.NaN : Number(written);
  if (Number.isFinite(number)) return number;
  throw badRequest(`The value '${written}' for the field '${field}' is not a number.`);
};
