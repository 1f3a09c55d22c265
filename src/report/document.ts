// shim
export const resultDocument = (...args: unknown[]): string => JSON.stringify(args[0])
