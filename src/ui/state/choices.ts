/** Choices that outlive a visit: words, look, narrator. Nothing about runs is kept anywhere. */
import { LEVELS } from '../../sim/scenarios/scenario.ts'
import type { ChoiceSlice } from './lab-store.ts'

type Kept = Pick<ChoiceSlice, 'level' | 'theme' | 'verbosity' | 'shortcuts'>

const KEY = 'mailpath'
const THEMES = ['system', 'light', 'dark'] as const
const VERBOSITIES = ['off', 'brief', 'full'] as const

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((one) => one === value)
}

/** What was chosen last time; nothing where storage is closed or holds something else. */
export function readChoices(): Partial<Kept> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const given = kept as Record<string, unknown>
    const level = oneOf(LEVELS, given['level'])
    const theme = oneOf(THEMES, given['theme'])
    const verbosity = oneOf(VERBOSITIES, given['verbosity'])
    const { shortcuts } = given
    return {
      ...(level === undefined ? {} : { level }),
      ...(theme === undefined ? {} : { theme }),
      ...(verbosity === undefined ? {} : { verbosity }),
      ...(typeof shortcuts === 'boolean' ? { shortcuts } : {}),
    }
  } catch {
    return {}
  }
}

export function writeChoices({ level, theme, verbosity, shortcuts }: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ level, theme, verbosity, shortcuts }))
  } catch {
    // A page from a disk, or a browser that keeps nothing: the choice holds until the page closes.
  }
}
