import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Host } from '../../../../src/host/client.ts'
import { inProcessHost } from '../../../../src/host/in-process.ts'
import type { Request } from '../../../../src/host/protocol.ts'
import { sweepToEnd } from '../../../../src/lab/sweep.ts'
import type { Intervention } from '../../../../src/sim/run.ts'
import { minutes } from '../../../../src/sim/units.ts'
import { act, seek, setLevel, setOptionAtStart, setSeed } from '../../../../src/ui/state/actions.ts'
import { runtime } from '../../../../src/ui/state/runtime.ts'
import { labStore } from '../../../../src/ui/state/store.ts'
import '../../../../src/ui/theme/index.ts'
import { viewsFor } from '../../../../src/ui/views/index.ts'
import { SweepBand } from '../../../../src/ui/views/sweep/SweepBand.tsx'
import { told } from '../../../../src/ui/views/sweep/words.ts'
import { AT_END, axeProblems, computed } from '../../../helpers/open-lab.ts'
import { scenarioOf } from '../../../helpers/runs.ts'
import { sweptScenario } from '../../../helpers/sweeps.ts'

/** What the page has sent to its host. */
let sent: Request[] = []
const asked = (): number => sent.filter(({ type }) => type === 'sweep').length

function listeningHost(): Host {
  const host = inProcessHost()
  return {
    ...host,
    send(request) {
      sent.push(request)
      host.send(request)
    },
  }
}

/** Made anew each time, for what is known of a scenario outlives a view. */
async function open(interventions: readonly Intervention[] = []) {
  const scenario = sweptScenario()
  sent = []
  runtime.connect(listeningHost)
  const run = { scenario, seed: 1, interventions }
  // After a run: what is covered before it has a test of its own.
  labStore.setState({ ...run, started: false, finished: true, cursor: 0 })
  runtime.load(run, 0)
  setLevel('technical')
  await computed()
  return { scenario, points: sweepToEnd(run, scenario.sweep!) }
}

const slider = () => page.getByRole('slider')
const text = (): string => slider().element().getAttribute('aria-valuetext') ?? ''
const complete = (): Promise<void> =>
  vi.waitFor(() => expect(document.querySelector('progress')).toBeNull())
const atStart = (): unknown =>
  labStore.getState().interventions.find(({ act: one }) => one.kind === 'set')

beforeEach(() => seek(0))

describe('the band', () => {
  it('is computed while it is looked at, and then says what single runs say', async () => {
    const { points } = await open()
    expect(asked()).toBe(0)
    await render(<SweepBand />)
    await complete()
    slider().element().focus()
    await userEvent.keyboard('{Home}')
    for (const point of points) {
      await vi.waitFor(() =>
        expect(text()).toBe(told('technical', 'greylist delay', point.value, point)),
      )
      await userEvent.keyboard('{ArrowRight}')
    }
    expect(text()).toBe(told('technical', 'greylist delay', minutes(20), points.at(-1)))
    await page.getByText('As a table').click()
    expect(page.getByRole('row').elements()).toHaveLength(1 + points.length)
    expect(document.querySelector('.between')?.getAttribute('d')).toMatch(/^M/)
    expect(await axeProblems()).toEqual([])
  })

  it('is not asked for again when it is closed and opened, nor when the value of the run changes', async () => {
    await open()
    const first = await render(<SweepBand />)
    await complete()
    await first.unmount()
    await render(<SweepBand />)
    setOptionAtStart({ path: 'mx.greylist.delay', initial: minutes(5) }, minutes(10))
    setSeed(7)
    await computed()
    expect(asked()).toBe(1)
    expect(document.querySelector('progress')).toBeNull()
    setOptionAtStart({ path: 'mx.outage.lasts', initial: 0 }, minutes(60))
    await vi.waitFor(() => expect(asked()).toBe(2))
    await complete()
  })

  it('is given up when it is closed', async () => {
    await open()
    const view = await render(<SweepBand />)
    await view.unmount()
    expect(sent.at(-1)?.type).toBe('end-sweep')
  })

  it('holds what people have done: another course, another band', async () => {
    await open()
    await render(<SweepBand />)
    await complete()
    const before = text()
    seek(1000)
    act({ kind: 'power', host: 'mx', power: 'unreachable' })
    await vi.waitFor(() => expect(text()).not.toBe(before))
    await complete()
    await vi.waitFor(() => expect(text()).toContain('none of 3 arrived'))
    expect(document.querySelectorAll('.missing')).toHaveLength(4)
  })
})

describe('before the first run is over', () => {
  it('gives no answer away until it is asked to, and then goes on from there', async () => {
    await open()
    labStore.setState({ finished: false })
    await render(<SweepBand />)
    const button = page.getByRole('button', { name: 'Show the answer for every value' })
    await expect.element(button).toBeVisible()
    expect(page.getByRole('slider').elements()).toHaveLength(0)
    expect(asked()).toBe(0)
    expect(await axeProblems()).toEqual([])
    await button.click()
    await expect.element(slider()).toBeVisible()
    expect(document.activeElement?.tagName).toBe('H3')
    await complete()
  })

  it('opens by itself at the end, and stays open when the scenario begins again', async () => {
    await open()
    labStore.setState({ finished: false })
    await render(<SweepBand />)
    labStore.setState({ finished: true })
    await expect.element(slider()).toBeVisible()
    labStore.setState({ finished: false })
    await expect.element(slider()).toBeVisible()
    await complete()
  })
})

describe('a value', () => {
  it('is taken for the run with Enter, by a click, and by the button', async () => {
    await open()
    await render(<SweepBand />)
    await complete()
    slider().element().focus()
    await userEvent.keyboard('{End}{ArrowLeft}{Enter}')
    expect(atStart()).toMatchObject({ at: 0, act: { value: minutes(15) } })
    await userEvent.keyboard('{ArrowRight}')
    await page.getByRole('button', { name: 'Take 20 min for the run' }).click()
    expect(atStart()).toMatchObject({ act: { value: minutes(20) } })
    const taken = page.getByRole('button', { name: 'The run has 20 min' })
    await expect.element(taken).toBeDisabled()
    await expect.element(taken).toHaveFocus()
    await expect.element(slider()).toHaveAccessibleDescription(/restarts the run/)
    const { clientWidth: width } = slider().element()
    await userEvent.click(slider(), { position: { x: 46 + (width - 58) / 2, y: 60 } })
    expect(atStart()).toMatchObject({ act: { value: minutes(10) } })
    await computed()
  })

  it('of the run is marked, and what came of it once it has', async () => {
    await open([{ at: 0, act: { kind: 'set', path: 'mx.greylist.delay', value: minutes(10) } }])
    await render(<SweepBand />)
    await expect.element(page.getByText('This run has 10 min; no result yet.')).toBeVisible()
    expect(document.querySelector('.measured')).toBeNull()
    seek(AT_END)
    await expect.element(page.getByText(/This run has 10 min; it took 1\d min/)).toBeVisible()
    expect(document.querySelector('.measured')).not.toBeNull()
    await complete()
  })
})

it('is offered first where there is a sweep, and not at all elsewhere', () => {
  const ids = (scenario: Parameters<typeof viewsFor>[0]): string[] =>
    viewsFor(scenario).map(({ id }) => id)
  expect(ids(sweptScenario())[0]).toBe('sweep')
  expect(ids(scenarioOf('two-roads'))).not.toContain('sweep')
  // A switch cannot be swept.
  expect(ids(sweptScenario({ path: 'mx.greylist' }))).not.toContain('sweep')
})
