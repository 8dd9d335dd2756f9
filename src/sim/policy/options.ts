/**
 * Options: declared once, beside the agent or check that reads them. The command line, the forms,
 * links and validation derive from the declaration.
 */
import type { OptionValue } from '../network/host.ts'
import type { DurationUnit, Millis } from '../units.ts'
import { parseDuration, unitMs } from '../units.ts'

interface Described {
  /** Path below the host's id, e.g. `greylist.delay`. */
  readonly path: string
  /** Key in the host's `config`. */
  readonly key: string
  /** What it is, in one short sentence. */
  readonly about: string
  /** May it change while the run is under way? Otherwise only at the start. */
  readonly live: boolean
}

export type OptionSpec = Described &
  (
    | {
        readonly type: 'duration'
        readonly unit: DurationUnit
        readonly initial: Millis
        /** Inclusive, in milliseconds. */
        readonly range: readonly [Millis, Millis]
      }
    | {
        readonly type: 'count'
        readonly unit: string
        readonly initial: number
        readonly range: readonly [number, number]
      }
    | { readonly type: 'choice'; readonly initial: string; readonly values: readonly string[] }
    | { readonly type: 'switch'; readonly initial: boolean }
    /** Some of the values, each at most once, in order, with commas between them; '' for none. */
    | { readonly type: 'order'; readonly initial: string; readonly values: readonly string[] }
  )

/** What is allowed, in words a person can act on: `60 to 3600 s`, `on or off`, `a, b or c`. */
export function allowedValues(spec: OptionSpec): string {
  switch (spec.type) {
    case 'duration': {
      const unit = unitMs(spec.unit)
      return `${spec.range[0] / unit} to ${spec.range[1] / unit} ${spec.unit}`
    }
    case 'count':
      return `${spec.range[0]} to ${spec.range[1]} ${spec.unit}`
    case 'choice':
      return spec.values.join(', ')
    case 'order':
      return `some of ${spec.values.join(', ')}, with commas between them`
    case 'switch':
      return 'on, off'
  }
}

/** How a value is written: durations in the option's unit. */
export function writeValue(spec: OptionSpec, value: OptionValue): string {
  if (spec.type === 'duration') return String(Number(value) / unitMs(spec.unit))
  if (spec.type === 'switch') return value === true ? 'on' : 'off'
  return String(value)
}

/** Reads a written value; null when it is not allowed. Durations may name their own unit. */
export function readValue(spec: OptionSpec, text: string): OptionValue | null {
  switch (spec.type) {
    case 'duration':
      return inRange(parseDuration(text, spec.unit), spec.range)
    case 'count':
      return /^\d{1,12}$/.test(text) ? inRange(Number(text), spec.range) : null
    case 'choice':
      return spec.values.includes(text) ? text : null
    case 'order':
      return orderIn(text, spec.values)
    case 'switch':
      if (text === 'on' || text === 'true') return true
      return text === 'off' || text === 'false' ? false : null
  }
}

/** Whether a value of the right type is allowed. */
export function isAllowed(spec: OptionSpec, value: OptionValue): boolean {
  if (spec.type === 'switch') return typeof value === 'boolean'
  if (spec.type === 'choice') return typeof value === 'string' && spec.values.includes(value)
  if (spec.type === 'order')
    return typeof value === 'string' && orderIn(value, spec.values) === value
  return typeof value === 'number' && Number.isInteger(value) && inRange(value, spec.range) !== null
}

/** The text without spaces, when it names known values, each once; null otherwise. */
function orderIn(text: string, values: readonly string[]): string | null {
  if (text.trim() === '') return ''
  const named = text.split(',').map((one) => one.trim())
  const isKnown = named.every((one, i) => values.includes(one) && named.indexOf(one) === i)
  return isKnown ? named.join(',') : null
}

function inRange(value: number | null, [low, high]: readonly [number, number]): number | null {
  return value !== null && value >= low && value <= high ? value : null
}
