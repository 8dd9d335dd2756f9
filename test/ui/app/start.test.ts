import { expect, it, vi } from 'vitest'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { startLab } from '../../../src/ui/app/start.ts'
import { act, seek, setPresenting, setTheme } from '../../../src/ui/state/actions.ts'
import { writeLink } from '../../../src/ui/state/link.ts'
import { labStore } from '../../../src/ui/state/store.ts'

const state = labStore.getState

it('opens what the address asks for, and keeps the address', async () => {
  location.hash = '#v=1&s=two-roads&seed=7&road=direct'
  await startLab(inProcessHost)
  await vi.waitFor(() => expect(state().done).toBe(true))
  expect(state()).toMatchObject({ seed: 7, road: 'direct', linkProblem: null, started: false })
  expect(state().scenario.id).toBe('two-roads')

  seek(100)
  act({ kind: 'lid', host: 'laptop', closed: true })
  expect(location.hash).toContain('&do=')

  location.hash = '#nonsense'
  await vi.waitFor(() => expect(state().linkProblem).toMatch(/broken/))
  expect(state().scenario.id).toBe('the-lid-closes')
})

it('leaves the run as it is while the address is that of the summary', async () => {
  location.hash = '#v=1&s=two-roads&seed=7'
  await vi.waitFor(() => expect(state().seed).toBe(7))
  location.hash = '#summary'
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(state()).toMatchObject({ seed: 7, linkProblem: null })
  expect(state().scenario.id).toBe('two-roads')
  // What still happens to the run does not take the address away.
  act({ kind: 'lid', host: 'laptop', closed: true })
  expect(location.hash).toBe('#summary')
  location.hash = writeLink(state())
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(state().interventions).toHaveLength(1)
})

it('dresses the whole document', () => {
  const { dataset } = document.documentElement
  setTheme('dark')
  setPresenting(true)
  expect(dataset['theme']).toBe('dark')
  expect(dataset['presenting']).toBe('')
  setTheme('system')
  setPresenting(false)
  expect('theme' in dataset || 'presenting' in dataset).toBe(false)
})
