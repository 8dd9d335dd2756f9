/** The receiver's checks as people read of them: what they are called, and what they follow. */
import type { Check, CheckOptions, CheckStage } from './policy/check.ts'
import { CHECKS } from './policy/index.ts'

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

const checkOf = (id: string): Check | null => CHECKS.find((one) => one.id === id) ?? null
