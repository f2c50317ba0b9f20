import { createContext } from 'react';

/** How often the player has opened the item by now; 0 where items stand in a list. */
export const VisitContext = createContext(0);
