import { createContext } from 'react';

/** The user name of whoever is looking: a mention of them stands out. */
export const Reader = createContext('');
