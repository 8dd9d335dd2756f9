/** What somebody did, in words: for the list of acts, for causes, for the rail's pins. */
import type { Act } from '../../sim/run.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import { hostIndex, hostName } from './names.ts'
import { optionAt, valueText, type OptionSetting } from './options-at.ts'
import { DEEDS } from './words.ts'

export interface DeedSetting extends OptionSetting {
  readonly level: Level
}

/** Words for the intervention at that position. */
export function deedWords(setting: DeedSetting, position: number): string {
  const made = setting.interventions[position]
  return made === undefined ? '–' : actWords(setting, made.act)
}

export function actWords(setting: DeedSetting, act: Act): string {
  const { scenario, level } = setting
  const name = (id: string): string => hostName(scenario, hostIndex(scenario, id), level)
  switch (act.kind) {
    case 'road':
      return DEEDS.road(act.road)
    case 'set': {
      const found = optionAt(setting, act.path, 0)
      const value = found === null ? String(act.value) : valueText({ ...found, value: act.value })
      return DEEDS.set(act.path, value)
    }
    case 'lid':
      return act.closed ? DEEDS.lidClosed(name(act.host)) : DEEDS.lidOpened(name(act.host))
    case 'power':
      return DEEDS.power[act.power](name(act.host))
    case 'send':
      return DEEDS.send(act.from, act.to.join(', '))
    case 'send-again':
      return DEEDS.sendAgain(name(act.host))
    case 'flush':
      return DEEDS.flush(name(act.host))
  }
}
