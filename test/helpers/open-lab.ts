/** The page's state with a real run in it, computed in the page itself. */
import axe from 'axe-core'
import { expect, vi } from 'vitest'
import { inProcessHost } from '../../src/host/in-process.ts'
import type { Intervention } from '../../src/sim/run.ts'
import { openScenario, seek, setLevel, setVerbosity } from '../../src/ui/state/actions.ts'
import { runtime } from '../../src/ui/state/runtime.ts'
import { labStore } from '../../src/ui/state/store.ts'
import type { Level } from '../../src/sim/scenarios/scenario.ts'
import type { Instant } from '../../src/sim/units.ts'

/** Later than anything that happens. */
export const AT_END = 4e9

export async function openLab(
  id: string,
  at: Instant,
  { acts = [], level = 'technical' }: { acts?: readonly Intervention[]; level?: Level } = {},
): Promise<void> {
  runtime.connect(inProcessHost)
  await openScenario(id, { interventions: acts })
  setLevel(level)
  setVerbosity('brief')
  await computed()
  seek(Math.min(at, labStore.getState().horizon))
}

/** Whatever has been asked for has been computed. */
export async function computed(): Promise<void> {
  await vi.waitFor(() => expect(labStore.getState().done).toBe(true))
}

/** What axe finds wrong, in a line each. */
export async function axeProblems(): Promise<string[]> {
  // A part of the page alone has neither a main region nor a first heading.
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }
  const { violations } = await axe.run(document.body, { rules })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' | ')}`)
}
