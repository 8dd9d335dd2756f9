/** A scenario by its id, or from a file whose path ends in `.json`. */
import { readScenarioText } from '../host/scenario-file.ts'
import { SCENARIOS } from '../sim/scenarios/all.ts'
import type { ScenarioFile } from '../sim/scenarios/scenario.ts'

/** Where the command line reads and writes; a test passes its own. */
export interface Terminal {
  out(line: string): void
  err(line: string): void
  /** Null when there is no such file. */
  readFile(path: string): string | null
}

/** Bad input of a person: one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError with the names that are allowed */
export function findScenario(name: string | undefined, terminal: Terminal): ScenarioFile {
  const ids = SCENARIOS.map(({ id }) => id).join(', ')
  if (name === undefined) throw new UsageError(`A scenario is missing: expected one of ${ids}.`)
  if (name.endsWith('.json')) return fromFile(name, terminal)
  const found = SCENARIOS.find(({ id }) => id === name)
  if (found === undefined)
    throw new UsageError(`Unknown scenario ${name}: expected one of ${ids}, or a .json file.`)
  return found
}

function fromFile(path: string, terminal: Terminal): ScenarioFile {
  const text = terminal.readFile(path)
  if (text === null) throw new UsageError(`Cannot read ${path}.`)
  const read = readScenarioText(text)
  if (!read.ok) throw new UsageError(`${path}: ${read.problem}`)
  return read.scenario
}
