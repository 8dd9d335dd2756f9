import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { inProcessHost } from '../../../../src/host/in-process.ts'
import { openScenario, seek } from '../../../../src/ui/state/actions.ts'
import { runtime } from '../../../../src/ui/state/runtime.ts'
import { labStore } from '../../../../src/ui/state/store.ts'
import { VIEWS } from '../../../../src/ui/views/index.ts'
import { Retries } from '../../../../src/ui/views/retries/Retries.tsx'

it('has a line per road, selects by keyboard, and has its numbers in a table', async () => {
  runtime.connect(inProcessHost)
  await openScenario('the-lid-closes')
  await vi.waitUntil(() => labStore.getState().done)
  await render(<Retries />)
  seek(500_000)
  const line = page.getByRole('button', { name: 'By post office Train at nine' })
  await expect.element(line).toBeVisible()
  await line.click()
  expect(labStore.getState().selection).toEqual({ kind: 'message', id: 'alice-1' })
  await page.getByText('As a table').click()
  await expect.element(page.getByRole('table')).toHaveTextContent('connection refused')
  expect(page.getByRole('row').elements()).toHaveLength(1 + 3)
})

it('the views are offered by name', () => {
  expect(VIEWS.map(({ id }) => id)).toEqual([
    'mystery',
    'sweep',
    'retries',
    'queue',
    'ledger',
    'laws',
  ])
})
