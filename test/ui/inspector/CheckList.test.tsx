import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../../../src/ui/theme/index.ts'
import type { Intervention } from '../../../src/sim/run.ts'
import type { OptionValue } from '../../../src/ui/state/acts.ts'
import { Inspector } from '../../../src/ui/inspector/Inspector.tsx'
import { select, setLevel } from '../../../src/ui/state/actions.ts'
import { labStore } from '../../../src/ui/state/store.ts'
import { AT_END, axeProblems, openLab } from '../../helpers/open-lab.ts'

const set = (path: string, value: OptionValue): Intervention => ({
  at: 0,
  act: { kind: 'set', path, value },
})

async function openChecks(acts: readonly Intervention[], id = 'alice-1'): Promise<void> {
  await openLab('try-again-later', AT_END, { acts })
  select({ kind: 'message', id })
  await render(<Inspector />)
  await page.getByRole('tab', { name: 'Checks' }).click()
}

const table = (n: number) => page.getByRole('table', { name: /^Session with/ }).nth(n)

it('a table for each session says what was found, against which line, and what was said', async () => {
  await openChecks([set('mx.spf', 'note'), set('mx.reverse-dns.action', 'score')])
  const first = table(0)
  await expect.element(first).toHaveTextContent(/Greylisting.*A new triplet: it needs 5 min\./)
  await expect.element(first).toHaveTextContent(/Value and threshold:0 ms against 5 min/)
  await expect.element(first).toHaveTextContent(/Reply:450 4\.2\.0 <bob@college\.example>/)
  await expect.element(first).toHaveTextContent(/SPF none: the domain publishes no record/)
  await expect.element(first).toHaveTextContent(/It asked the DNS for:TXT .*school\.example/)
  await expect.element(first).toHaveTextContent(/RFC 7208 §8/)
  expect(await axeProblems()).toEqual([])
  setLevel('everyday')
  await expect
    .element(page.getByRole('table').first())
    .toHaveTextContent(/A stranger: it has to come back after 5 min\./)
})

it('counts points where there are some, and goes to the instant of a finding', async () => {
  await openChecks([set('mx.reverse-dns.action', 'score')])
  const direct = page.getByRole('table', { name: /client 203\.0\.113\.25/ }).first()
  await expect.element(direct).toHaveTextContent(/203\.0\.113\.25 has no reverse name\.Points:2\.0/)
  await expect.element(direct).toHaveTextContent(/Score2\.0$/)
  const go = direct.getByRole('button', { name: /^Go to Tue 09:00:00\.\d+/ }).first()
  await go.click()
  expect(labStore.getState().cursor).toBeLessThan(1000)
})

it('says so when nobody has checked anything', async () => {
  await openLab('the-lid-closes', 0)
  select({ kind: 'message', id: 'alice-1' })
  await render(<Inspector />)
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect.element(page.getByText(/^No findings/).first()).toBeVisible()
})
