import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { inProcessHost } from '../../../../src/host/in-process.ts'
import { flightsAt } from '../../../../src/sim/facts/flights.ts'
import { openScenario, seek, select } from '../../../../src/ui/state/actions.ts'
import { onStage, runtime } from '../../../../src/ui/state/runtime.ts'
import { labStore } from '../../../../src/ui/state/store.ts'
import '../../../../src/ui/theme/index.ts'
import { stageLayout } from '../../../../src/ui/views/map/layout.ts'
import { flightPoint } from '../../../../src/ui/views/map/scene.ts'
import { Stage } from '../../../../src/ui/views/index.ts'

async function open(id: string): Promise<void> {
  runtime.connect(inProcessHost)
  await openScenario(id)
  await vi.waitUntil(() => labStore.getState().done)
}

const marks = (world: string, what: string): SVGGElement[] => [
  ...document.querySelectorAll<SVGGElement>(`[data-world="${world}"] [data-owner="d3"] ${what}`),
]

const showStage = () =>
  render(
    <div style={{ width: '700px', height: '500px' }}>
      <Stage />
    </div>,
  )

describe('the stage', () => {
  beforeEach(() => open('the-lid-closes'))

  it('draws the flights of the instant, each where it is', async () => {
    await showStage()
    const { worlds, scenario } = labStore.getState()
    for (const t of [5, 60, 100, 235, 262, 280, 300_000, 1_046_640, 28_860_300]) {
      seek(t)
      for (const { index, record } of onStage(worlds)) {
        const flights = flightsAt(index, t)
        const drawn = marks(record.id, '.flight')
        expect(new Set(drawn.map((node) => node.dataset['flight']))).toEqual(
          new Set(flights.map(({ key }) => key)),
        )
        expect(drawn).toHaveLength(flights.length)
        const box = document.querySelector(`[data-world="${record.id}"] svg.mail-marks`)!
        const size = { width: box.clientWidth, height: box.clientHeight }
        const ground = { layout: stageLayout(scenario.hosts, size), hosts: scenario.hosts }
        for (const one of flights) {
          const { x, y } = flightPoint(ground, one, t, false)
          const node = drawn.find((each) => each.dataset['flight'] === one.key)
          expect(node?.getAttribute('transform')).toBe(`translate(${x.toFixed(1)} ${y.toFixed(1)})`)
        }
      }
    }
  })

  it('shows whose job it is, what waits, and what has arrived', async () => {
    await showStage()
    seek(100_000)
    expect(marks('direct', '.flag').map((g) => g.dataset['host'])).toEqual(['0'])
    expect(marks('relayed', '.flag').map((g) => g.dataset['host'])).toEqual(['1'])
    expect(marks('relayed', '.waiting')).toHaveLength(1)
    expect(marks('relayed', '.clock')).toHaveLength(1)
    expect(marks('relayed', '.result')).toHaveLength(1)
    seek(3_600_000)
    expect(marks('relayed', '.waiting')).toHaveLength(0)
    expect(marks('relayed', '.letter.landed')).toHaveLength(1)
    expect(marks('direct', '.letter')).toHaveLength(0)
    await expect
      .element(page.getByText("In Bob's mailbox, after 17 min 26 s").first())
      .toBeVisible()
  })

  it('hosts have names that tell their state, and the keyboard reaches them', async () => {
    await showStage()
    seek(100_000)
    const laptop = page.getByRole('region', { name: 'Straight' }).getByRole('button', {
      name: /Alice's laptop. asleep. 1 message waits.*Bob's mail is its job/,
    })
    await expect.element(laptop).toBeVisible()
    const first = document.querySelector<HTMLElement>('[data-world="direct"] [data-host="laptop"]')
    first?.focus()
    await userEvent.keyboard('{Enter}')
    expect(labStore.getState().selection).toEqual({ kind: 'host', id: 'laptop' })
    for (const node of document.querySelectorAll('[data-host="laptop"][data-kind]'))
      expect(node.getAttribute('aria-pressed')).toBe('true')
    await userEvent.keyboard('{Tab}')
    expect((document.activeElement as HTMLElement).dataset['host']).toBe('relay')
  })

  it('a click on a letter selects it, and it is lit in both worlds', async () => {
    await showStage()
    seek(100_000)
    marks('relayed', '.waiting')[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(labStore.getState().selection).toEqual({ kind: 'message', id: 'alice-1' })
    await vi.waitFor(() => {
      expect(marks('relayed', '.waiting.lit')).toHaveLength(1)
      expect(marks('direct', '.waiting.lit')).toHaveLength(1)
    })
    select(null)
    await vi.waitFor(() => expect(marks('direct', '.lit')).toHaveLength(0))
  })

  it('tells what is under way without a picture', async () => {
    await showStage()
    seek(100)
    const list = page.getByRole('list', { name: /By post office: hosts and what is under way/ })
    await expect.element(list).toHaveTextContent('the laptop is connected to the post office')
  })
})

it('spam has another shape, and nobody raises a flag for it', async () => {
  await open('try-again-later')
  await showStage()
  seek(20_650)
  expect(marks('direct', '.flight.spam').length).toBeGreaterThan(0)
  expect(marks('direct', '.flag').map((g) => g.getAttribute('class'))).toEqual(['flag givenUp'])
  expect(marks('direct', '.waiting.failed')).toHaveLength(1)
})
