import { createContext, useContext } from 'react';

/** Whether the part of the page that asks is shown. One that is not stays as it was left, and asks for nothing. */
export const PartInSight = createContext(true);

export const usePartInSight = (): boolean => useContext(PartInSight);
