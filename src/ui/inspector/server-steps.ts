/**
 * What makes a mail server of a laptop, step by step: it tries again by a server's rule, is always on,
 * and stays at one address. Read from the options at an instant; nothing else decides it.
 */
import { LAW_IDS, type LawId } from '../../sim/mail/retry/law.ts'
import type { Instant } from '../../sim/units.ts'
import type { OptionValue } from '../state/acts.ts'
import { optionAt, type OptionSetting } from './options-at.ts'

export type StepId = 'retries' | 'always-on' | 'same-address'

export interface ServerStep {
  readonly id: StepId
  readonly done: boolean
  /** The option behind it, and the values that take the step and take it back. */
  readonly path: string
  readonly on: OptionValue
  readonly off: OptionValue
}

export interface ServerSteps {
  readonly steps: readonly ServerStep[]
  /** All of them are done. */
  readonly isServer: boolean
  readonly alwaysOn: boolean
  /** Value of the option, and the law that it is, if it is one. */
  readonly retry: string
  readonly law: LawId | null
}

/** Null for a host without these options. */
export function serverSteps(setting: OptionSetting, host: string, at: Instant): ServerSteps | null {
  const paths = [`${host}.retry`, `${host}.always-on`, `${host}.same-address`] as const
  const [retry, alwaysOn, sameAddress] = paths.map((path) => optionAt(setting, path, at))
  if (!retry || !alwaysOn || !sameAddress) return null
  const law = LAW_IDS.find((id) => id === retry.value) ?? null
  const { initial } = retry.option
  const off = LAW_IDS.some((id) => id === initial) ? 'outbox' : initial
  const steps: readonly ServerStep[] = [
    { id: 'retries', done: law !== null, path: paths[0], on: 'postfix', off },
    { id: 'always-on', done: alwaysOn.value === true, path: paths[1], on: true, off: false },
    { id: 'same-address', done: sameAddress.value === true, path: paths[2], on: true, off: false },
  ]
  return {
    steps,
    isServer: steps.every(({ done }) => done),
    alwaysOn: alwaysOn.value === true,
    retry: String(retry.value),
    law,
  }
}
