import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { present } from '../../../src/sim/assert.ts'
import { pause, setLinkProblem } from '../../../src/ui/state/actions.ts'
import { openScenario } from '../../../src/ui/state/open.ts'
import { runtime } from '../../../src/ui/state/runtime.ts'
import { entryOf, fetchAhead, scenarioHere } from '../../../src/ui/state/scenarios.ts'
import { labStore } from '../../../src/ui/state/store.ts'

const state = labStore.getState
const entry = (id: string) => present(entryOf(id), id)

beforeEach(async () => {
  runtime.connect(inProcessHost)
  setLinkProblem(null)
  await openScenario('the-lid-closes')
})

afterEach(() => {
  pause()
  vi.restoreAllMocks()
})

it('opens what is here at once, and what has to be fetched when it has come', async () => {
  void openScenario('the-lid-closes', { seed: 5 })
  expect(state()).toMatchObject({ seed: 5, coming: null })
  expect(scenarioHere('two-roads')).toBeNull()
  const opened = openScenario('two-roads', { road: 'direct', play: true })
  expect(state()).toMatchObject({ coming: 'two-roads', scenario: { id: 'the-lid-closes' } })
  expect(await opened).toBe('open')
  expect(state()).toMatchObject({
    coming: null,
    road: 'direct',
    playing: true,
    scenario: { id: 'two-roads' },
  })
  await vi.waitFor(() => expect(state().done).toBe(true))
})

it('a later wish wins over one that is still on its way', async () => {
  const load = entry('six-hours-of-silence').load
  let arrive: () => void = () => {}
  const slow = new Promise<void>((resolve) => (arrive = resolve))
  vi.spyOn(entry('six-hours-of-silence'), 'load').mockImplementation(async () => {
    await slow
    return load()
  })
  const early = openScenario('six-hours-of-silence')
  expect(await openScenario('the-lid-closes', { seed: 9 })).toBe('open')
  arrive()
  expect(await early).toBe('overtaken')
  expect(state()).toMatchObject({ seed: 9, coming: null, scenario: { id: 'the-lid-closes' } })
})

it('changes nothing for an id that is not here, and does not forget what is on its way', async () => {
  const opened = openScenario('try-again-later')
  expect(await openScenario('__proto__')).toBe('unknown')
  expect(await opened).toBe('open')
})

it('says so when a scenario cannot be fetched, and fetches it when asked again', async () => {
  const load = vi.spyOn(entry('backup-mx'), 'load').mockRejectedValue(new Error('offline'))
  fetchAhead('backup-mx')
  expect(await openScenario('backup-mx')).toBe('away')
  expect(state()).toMatchObject({ coming: null, scenario: { id: 'the-lid-closes' } })
  expect(state().linkProblem).toMatch(/could not be fetched/)
  load.mockRestore()
  expect(await openScenario('backup-mx')).toBe('open')
})

it('what cannot be done in it is a reason not to open it', async () => {
  const read = vi.fn(async () => null)
  expect(await openScenario('two-roads', { interventions: read })).toBe('acts')
  expect(read).toHaveBeenCalledWith(expect.objectContaining({ id: 'two-roads' }))
  expect(state().scenario.id).toBe('the-lid-closes')
})
