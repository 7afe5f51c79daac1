import { InvocationError, InvocationErrorCode } from '@forge/events';

/** By then what failed in passing may work. */
const USUAL_S = 60;

/** What an event's function returns to be told the same again after so many seconds, at most 900. */
export const again = (seconds = USUAL_S): InvocationError =>
  new InvocationError({ retryAfter: seconds, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
