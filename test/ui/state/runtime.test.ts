import { expect, it } from 'vitest'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { openScenario } from '../../../src/ui/state/open.ts'
import { onStage, runtime } from '../../../src/ui/state/runtime.ts'
import { labStore } from '../../../src/ui/state/store.ts'

const idsOn = (stage?: readonly [string, string]): string[] =>
  onStage(labStore.getState().worlds, stage).map(({ record }) => record.id)

it.each([
  ['both', undefined, ['direct', 'relayed']],
  ['both', ['send-again', 'relayed'], ['send-again', 'relayed']],
  ['relayed', ['send-again', 'relayed'], ['relayed']],
  ['direct', ['send-again', 'relayed'], ['send-again']],
  // Of what was to be shown nothing is on this road: the road itself is.
  ['relayed', ['direct', 'send-again'], ['relayed']],
] as const)('on the road %s with the stage %j stand %j', async (road, stage, shown) => {
  runtime.connect(inProcessHost)
  await openScenario('try-again-later', { road })
  expect(idsOn(stage)).toEqual(shown)
})
