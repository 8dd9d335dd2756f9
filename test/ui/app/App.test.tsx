import { beforeEach, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Host } from '../../../src/host/client.ts'
import { inProcessHost } from '../../../src/host/in-process.ts'
import { App } from '../../../src/ui/app/App.tsx'
import { openScenario, setPresenting } from '../../../src/ui/state/actions.ts'
import { runtime } from '../../../src/ui/state/runtime.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import '../../../src/ui/theme/index.ts'

beforeEach(async () => {
  runtime.connect(inProcessHost)
  await openScenario('the-lid-closes')
  setPresenting(false)
  await vi.waitUntil(() => labStore.getState().done)
})

it('says what it is, and has its regions', async () => {
  await render(<App />)
  await expect.element(page.getByRole('heading', { level: 1, name: 'Mailpath' })).toBeVisible()
  for (const name of ['Story', 'Time'])
    await expect.element(page.getByRole('region', { name, exact: true })).toBeVisible()
})

it('the clock and the badge follow the playhead', async () => {
  await render(<App />)
  const time = page.getByRole('region', { name: 'Time', exact: true })
  await expect.element(time).toHaveTextContent('Tue 09:00:00.000')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.getByRole('button', { name: 'To the end' }).click()
  await expect.element(time).toHaveTextContent('Tue 17:01')
})

it('keys: Space plays, N goes on, a question mark shows the list', async () => {
  await render(<App />)
  await userEvent.keyboard(' ')
  expect(labStore.getState().playing).toBe(true)
  await userEvent.keyboard('n')
  expect(labStore.getState().playing).toBe(false)
  await userEvent.keyboard('?')
  await expect.element(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
})

it('a presentation goes from the question over the run to the last question', async () => {
  await render(<App />)
  await userEvent.keyboard('p')
  const caption = page.getByRole('region', { name: 'Caption' })
  await expect
    .element(caption)
    .toHaveTextContent(labStore.getState().scenario.lesson.question.everyday)
  await userEvent.keyboard('{PageDown}')
  expect(labStore.getState().playing).toBe(true)
  for (let i = 0; i < 40 && !labStore.getState().finished; i++) await userEvent.keyboard('.')
  await expect.element(caption).toHaveTextContent('What happened')
  for (let i = 0; i < 5; i++) await userEvent.keyboard('{PageDown}')
  await expect.element(caption).toHaveTextContent('Go on asking')
  await userEvent.keyboard('{PageUp}')
  await expect.element(caption).not.toHaveTextContent('Go on asking')
  await userEvent.keyboard('{Escape}')
  await expect.element(caption).not.toBeInTheDocument()
})

it('says so when the simulation has died, and begins again', async () => {
  let fail: (why: string) => void = () => {}
  const dying: Host = { send() {}, listen: (_, failed) => void (fail = failed), close() {} }
  let hosts = 0
  runtime.connect(() => (hosts++ === 0 ? dying : inProcessHost()))
  await render(<App />)
  await openScenario('two-roads')
  fail('It fell over.')
  await expect.element(page.getByRole('alertdialog')).toHaveTextContent('It fell over.')
  await page.getByRole('button', { name: 'Start again' }).click()
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
  await vi.waitFor(() => expect(labStore.getState().done).toBe(true))
})
