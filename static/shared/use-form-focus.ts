import { useEffect, useRef, type RefObject } from 'react';
import type { Problem } from '../../src/contract/outcome';

/**
 * Takes the focus into a form when it opens or is asked for again, to what is wrong when it is refused, and back when it
 * closes. Of several forms, one that is answered late takes the focus from none that the person went on to.
 */
export const useFormFocus = (
  form: RefObject<HTMLFormElement | null>,
  asked: number,
  takeFocus: () => boolean,
  problem: Problem | null,
): void => {
  const take = useRef(takeFocus);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (hasNoFocus() && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    // A form that only came back into view leaves the focus where it is.
    if (take.current()) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [form, asked]);
  useEffect(() => {
    if (!problem?.fields || !(hasNoFocus() || form.current?.contains(document.activeElement))) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, problem]);
};

const hasNoFocus = (): boolean => document.activeElement === null || document.activeElement === document.body;
