/** Options by subject: the first part of their path, which for a check's options is the check's. */
import { checkOfOption } from '../../sim/policy/lookup.ts'
import type { ScenarioOption } from '../../sim/options.ts'
import type { Words } from '../../sim/scenarios/scenario.ts'
import { same } from '../../sim/scenarios/words.ts'
import { GROUP_TITLES } from './option-words.ts'

export interface OptionGroup {
  readonly id: string
  readonly title: Words
  readonly options: readonly ScenarioOption[]
}

/** Fewer than this are not worth folding, unless they are a check's. */
const GROUP_FROM = 3

/** When and in which order checks are asked. */
const ORDER = 'order'

/** Options whose subject is not the first part of their path. */
const SUBJECTS: Readonly<Record<string, string>> = { 'delay-reject': ORDER }

/** In the order in which the host declares them; `alone`: those without a group. */
export function groupsOf(options: readonly ScenarioOption[]): {
  readonly alone: readonly ScenarioOption[]
  readonly groups: readonly OptionGroup[]
} {
  const bySubject = new Map<string, ScenarioOption[]>()
  for (const one of options) {
    const subject = SUBJECTS[one.spec.path] ?? one.spec.path.split('.')[0] ?? ''
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), one])
  }
  const groups: OptionGroup[] = []
  for (const [id, all] of bySubject) {
    const check = checkOfOption(all[0]?.spec.path ?? '')
    if (check === null && id !== ORDER && all.length < GROUP_FROM) continue
    groups.push({ id, title: GROUP_TITLES[id] ?? named(check?.title ?? id), options: all })
  }
  const folded = new Set(groups.flatMap((group) => group.options))
  return { alone: options.filter((one) => !folded.has(one)), groups }
}

/** A subject that has no words of its own goes by its check's title, or by its path. */
function named(text: string): Words {
  return same(text.slice(0, 1).toUpperCase() + text.slice(1))
}
