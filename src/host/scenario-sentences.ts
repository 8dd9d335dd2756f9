/** How a scenario file is told what is wrong with it: the place, and what is expected there. */

export const sentence = (place: string, expected: string): string =>
  `${place}: expected ${expected}.`

export const oneOf = (names: readonly string[]): string => `one of ${names.join(', ')}`
