import { beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Host } from '../../../../src/host/client.ts'
import { LAW_IDS } from '../../../../src/sim/mail/retry/law.ts'
import { openScenario, setLevel } from '../../../../src/ui/state/actions.ts'
import { runtime } from '../../../../src/ui/state/runtime.ts'
import { labStore } from '../../../../src/ui/state/store.ts'
import { Laws } from '../../../../src/ui/views/laws/Laws.tsx'

/** Nothing here needs a fact: the laws are compared without a run. */
const silent = (): Host => ({ send: () => {}, listen: () => {}, close: () => {} })

beforeEach(async () => {
  runtime.connect(silent)
  await openScenario('the-lid-closes')
  setLevel('everyday')
})

const rowOf = (law: string): Element => document.querySelector(`[data-law=${law}]`)!

it('has a row for each law, and says in words which one is in force and who waits', async () => {
  await render(<Laws />)
  const lanes = page.getByRole('img')
  expect(lanes.elements()).toHaveLength(LAW_IDS.length)
  await expect
    .element(page.getByText('In force at the post office. Alice waits by it.'))
    .toBeVisible()
  expect(document.querySelectorAll('[data-in-force]')).toHaveLength(1)
  expect(rowOf('postfix').hasAttribute('data-in-force')).toBe(true)
  await expect.element(lanes.first()).toHaveAccessibleName(/^Postfix: 107 tries, after 7 min 30 s/)
})

it('draws every try, alone or grown together, on one axis', async () => {
  await render(<Laws />)
  const drawn = [...document.querySelectorAll('[data-law=haraka] rect')]
  const counts = drawn.map((mark) => Number(mark.getAttribute('data-count')))
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(13)
  const firsts = LAW_IDS.map(
    (law) => rowOf(law).querySelector('rect')?.getBoundingClientRect().left,
  )
  expect(new Set(firsts).size).toBe(1)
})

it('puts another law in force', async () => {
  await render(<Laws />)
  const choice = page.getByLabelText('Whose patience has the post office?')
  await choice.selectOptions('Exim')
  const act = { kind: 'set', path: 'relay.queue.law', value: 'exim' }
  expect(labStore.getState().interventions).toEqual([{ at: 0, act }])
  await expect.element(choice).toHaveValue('exim')
  expect(rowOf('exim').textContent).toContain('Alice waits by it')
  expect(rowOf('postfix').hasAttribute('data-in-force')).toBe(false)
})

it('has its numbers in a table, and changes its words with the level', async () => {
  await render(<Laws />)
  await page.getByText('As a table').click()
  expect(page.getByRole('row').elements()).toHaveLength(1 + LAW_IDS.length)
  await expect
    .element(page.getByRole('cell', { name: 'Postfix, in force at the post office' }))
    .toBeVisible()
  setLevel('protocol')
  await expect
    .element(page.getByRole('cell', { name: 'Postfix, in force at smtp.school.example' }))
    .toBeVisible()
  await expect.element(page.getByText('F,2h,15m; G,16h,1h,1.5')).toBeVisible()
})
