/** What the sender's mail program does after a failure: its options, as they stand at an instant. */
import { serverSteps } from '../../inspector/server-steps.ts'
import type { OptionSetting } from '../../inspector/options-at.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { AFTER_FAILURE, IS_SERVER, lawWords, levelled } from './words.ts'

/** In one world, for its settings may be its own. */
export function ruleAt(setting: OptionSetting, t: Instant, level: Level): string {
  const laptop = setting.scenario.hosts.find((host) => host.kind === 'mua')
  const steps = laptop === undefined ? null : serverSteps(setting, laptop.id, t)
  if (steps === null) return ''
  const { law, retry, isServer, alwaysOn } = steps
  if (isServer) return IS_SERVER[level]
  return law === null ? levelled(AFTER_FAILURE[retry], level) : lawWords(law, alwaysOn)[level]
}
