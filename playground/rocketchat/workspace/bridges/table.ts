/**
 * The methods of one bridge, by the name the engine calls them. The engine's own bridge classes give the arguments their types,
 * so each method declares what it takes, and the table forgets it.
 */
export type BridgeMethods = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;
