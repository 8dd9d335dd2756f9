/** The receiver's checks as people read of them: what they are called, and what they follow. */
import type { OptionValue } from '../network/host.ts'
import type { Check, CheckOptions, CheckStage } from './check.ts'
import { CHECKS } from './index.ts'

/** A check without what it does. */
export interface CheckTitle {
  readonly id: string
  readonly title: string
  /** The standard or the program that it follows. */
  readonly source: string
  readonly stage: CheckStage
}

/** The check of that name; null for a name that no check has. */
export const checkTitle = (id: string): CheckTitle | null => checkOf(id)

/** Whether a host with these options, by key, asks it. */
export const isCheckOn = (id: string, options: CheckOptions): boolean =>
  checkOf(id)?.isOn(options) ?? false

/** The check that an option belongs to, by the option's path below the host; null for none. */
export const checkOfOption = (path: string): CheckTitle | null =>
  CHECKS.find(({ options }) => options.some((one) => one.path === path)) ?? null

/** A finding as far as it tells which option of its check it goes by. */
export interface DecidedBy {
  readonly check: string
  readonly reason: string
  readonly threshold: number
}

/** Where the line is made of several options: the one that it begins with, by reason. */
const LINE_OF: Readonly<Partial<Record<string, string>>> = {
  'newcomer-too-fast': 'reputation.cold-start',
}

/**
 * Path below the host of the option by which a check came to its finding: the one that is the line
 * itself, else one that the reason names, else the first, which says what the check is asked for.
 * @param valueOf what an option is set to, by its path below the host
 */
export function decidingOption(
  { check, reason, threshold }: DecidedBy,
  valueOf: (path: string) => OptionValue | null,
): string | null {
  const options = checkOf(check)?.options ?? []
  const isLine = (path: string): boolean => {
    const value = Number(valueOf(path))
    // Points are counted in tenths, and set in whole ones.
    return threshold > 0 && (value === threshold || value * 10 === threshold)
  }
  const measures = options.filter(({ type }) => type === 'count' || type === 'duration')
  const line = measures.find(({ path }) => isLine(path))
  const named = options.find(({ path }) => reason.includes(path.split('.')[1] ?? reason + '.'))
  return LINE_OF[reason] ?? (line ?? named ?? options[0])?.path ?? null
}

const checkOf = (id: string): Check | null => CHECKS.find((one) => one.id === id) ?? null
