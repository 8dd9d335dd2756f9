/** One measured value, printed as one line of JSON. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

/** What a case answers: its figures, in the order in which they are printed. */
export type Case = () => readonly Figure[]

/** Rounded to what the measurement can bear: three digits below ten thousand, whole numbers above. */
export function figure(name: string, value: number, unit: string): Figure {
  const rounded = value < 10_000 ? Number(value.toPrecision(3)) : Math.round(value)
  return { name, value: rounded, unit }
}
