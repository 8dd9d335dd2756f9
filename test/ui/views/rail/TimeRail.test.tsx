import { beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { inProcessHost } from '../../../../src/host/in-process.ts'
import { attemptReading } from '../../../../src/sim/facts/attempts.ts'
import { openScenario, playhead, seek } from '../../../../src/ui/state/actions.ts'
import { onStage, runtime } from '../../../../src/ui/state/runtime.ts'
import { labStore } from '../../../../src/ui/state/store.ts'
import '../../../../src/ui/theme/index.ts'
import { TimeRail } from '../../../../src/ui/views/index.ts'

beforeEach(async () => {
  runtime.connect(inProcessHost)
  await openScenario('the-lid-closes')
  await vi.waitUntil(() => labStore.getState().done)
})

const slider = () => page.getByRole('slider', { name: 'Where in time' })
const shown = (): number => document.querySelectorAll('.mark:not([display="none"])').length

it('shows the tries that have been decided, and no others', async () => {
  await render(<TimeRail />)
  for (const t of [0, 130, 100_000, 500_000, 2_000_000, 28_900_000]) {
    seek(t)
    const decided = onStage(labStore.getState().worlds).flatMap(({ index }) =>
      index.attempts.filter((_, i) => (attemptReading(index, i, 0, t)?.endedAt ?? Infinity) <= t),
    )
    expect(shown()).toBe(decided.length)
  }
})

it('what is beyond the playhead is cut off', async () => {
  await render(<TimeRail />)
  seek(500_000)
  const edge = Number(document.querySelector('#rail-past rect')?.getAttribute('width'))
  const hand = document.querySelector('.hand')?.getAttribute('transform') ?? ''
  expect(hand).toContain(`translate(${edge.toFixed(1)}`)
})

it('keys step, go home and to the end; the value is told in words', async () => {
  await render(<TimeRail />)
  await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.stringContaining('09:00'))
  slider().element().focus()
  await userEvent.keyboard('{End}')
  expect(playhead.now).toBe(playhead.pace.end)
  await userEvent.keyboard('{ArrowLeft}')
  expect(playhead.now).toBeLessThan(playhead.pace.end)
  seek(500_000)
  await expect
    .element(slider())
    .toHaveAttribute('aria-valuetext', '09:08: By post office: connection refused')
  slider().element().focus()
  await userEvent.keyboard('{Home}')
  expect(playhead.now).toBe(0)
})

it('a press on it goes there, on both axes', async () => {
  await render(<TimeRail />)
  for (const linear of [false, true]) {
    if (linear) await page.getByRole('button', { name: 'Even time' }).click()
    seek(0)
    const box = slider().element()
    await userEvent.click(box, { position: { x: box.clientWidth * 0.5, y: 20 } })
    expect(playhead.now).toBeGreaterThan(0)
    expect(playhead.now).toBeLessThan(playhead.pace.end)
    expect(
      Math.abs(
        Number(/\((\S+)/.exec(document.querySelector('.hand')!.getAttribute('transform')!)![1]) -
          box.clientWidth * 0.5,
      ),
    ).toBeLessThan(3)
  }
})
