import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { inProcessHost } from '../../../../src/host/in-process.ts'
import { openScenario, seek } from '../../../../src/ui/state/actions.ts'
import { runtime } from '../../../../src/ui/state/runtime.ts'
import { labStore } from '../../../../src/ui/state/store.ts'
import { Queue } from '../../../../src/ui/views/queue/Queue.tsx'

it('shows what waits where, counts down, and says what an empty queue is for', async () => {
  runtime.connect(inProcessHost)
  await openScenario('the-lid-closes')
  await vi.waitUntil(() => labStore.getState().done)
  await render(<Queue />)
  seek(100_000)
  const blocks = page.getByRole('button', { name: /Train at nine/ })
  await vi.waitFor(() => expect(blocks.elements()).toHaveLength(2))
  await expect.element(blocks.first()).toHaveTextContent('asleep')
  await expect.element(blocks.last()).toHaveTextContent('next try in 6 min')
  seek(200_000)
  await expect.element(blocks.last()).toHaveTextContent('next try in 4 min')
  await expect.element(page.getByText(/Nothing waits here/)).toBeVisible()
  await blocks.last().click()
  expect(labStore.getState().selection).toEqual({ kind: 'message', id: 'alice-1' })
})
